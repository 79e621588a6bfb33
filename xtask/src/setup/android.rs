//! What it takes to compile for Android without its tools: Rust's library for the target, clang, and Debian's C headers for
//! the processor, which stand in for Android's own. That proves types, not that a phone can load the result.
//! Nothing here is a must: where something cannot be had, the steps that need it are skipped.

use std::path::Path;

use anyhow::Result;

use super::system;
use crate::exec::{Exec, find};

/// The target of today's phones.
pub(crate) const TARGET: &str = "aarch64-linux-android";
/// Where Debian puts its headers.
const HEADERS: &str = "/usr/aarch64-linux-gnu/include";
/// The package that they come in.
const PACKAGES: [&str; 1] = ["libc6-dev-arm64-cross"];

/// Installs what is missing, and says why where it cannot.
pub(super) fn install() {
    if missing().is_none() || !cfg!(target_os = "linux") {
        return;
    }
    if let Err(error) = system::install_also(&PACKAGES).and_then(|()| add_target()) {
        println!("Nothing is compiled for Android here: {error:#}");
    }
}

fn add_target() -> Result<()> {
    if has_target(TARGET) || find("rustup").is_none() {
        return Ok(());
    }
    Exec::new("rustup").args(["target", "add", TARGET]).dir(&crate::repo::root()).go()
}

/// Whether Rust's library for a target is there.
pub(crate) fn has_target(target: &str) -> bool {
    let asked = Exec::new("rustc").args(["--print", "target-libdir", "--target", target]).quiet();
    asked.read().is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

/// What is missing to compile for Android with stand-ins.
pub(crate) fn missing() -> Option<String> {
    let parts = [
        (find("clang").is_some(), "clang"),
        (Path::new(HEADERS).is_dir(), "C headers for the processor (libc6-dev-arm64-cross)"),
        (has_target(TARGET), "library of Rust's for the target (rustup target add aarch64-linux-android)"),
    ];
    let missing: Vec<_> = parts.iter().filter(|(there, _)| !there).map(|(_, name)| *name).collect();
    (!missing.is_empty()).then(|| format!("there is no {}", missing.join(", no ")))
}

/// A cargo that compiles C for the target with the stand-ins.
pub(crate) fn cargo() -> Exec {
    Exec::cargo()
        .env("CC_aarch64_linux_android", "clang")
        .env("AR_aarch64_linux_android", "ar")
        .env("CFLAGS_aarch64_linux_android", format!("--target=aarch64-linux-gnu -isystem {HEADERS}"))
}
