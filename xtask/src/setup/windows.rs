//! What it takes to compile for Windows on Linux and to run the result: MinGW, wine, Rust's library for that target, and
//! ONNX Runtime for Windows. Nothing here is a must: where something cannot be had, the step that needs it is skipped.

use std::path::PathBuf;

use anyhow::Result;

use super::{android::has_target, onnxruntime, system};
use crate::exec::{Exec, find};

/// The target that MinGW links for.
pub(crate) const TARGET: &str = "x86_64-pc-windows-gnu";
/// MinGW and wine.
const PACKAGES: [&str; 3] = ["gcc-mingw-w64-x86-64", "wine", "wine64"];
/// MinGW's C compiler, which links Rust programs too.
pub(crate) const COMPILER: &str = "x86_64-w64-mingw32-gcc";

/// Installs what is missing, and says why where it cannot.
pub(super) fn install() {
    if !can_be_had() {
        return;
    }
    let done = system::install_also(&PACKAGES)
        .and_then(|()| add_target())
        .and_then(|()| if missing().is_none() { onnxruntime::install_for_windows() } else { Ok(()) });
    if let Err(error) = done {
        println!("Nothing is compiled for Windows here: {error:#}");
    }
}

/// wine runs programs for the machine's own kind of processor.
fn can_be_had() -> bool {
    cfg!(all(target_os = "linux", target_arch = "x86_64"))
}

fn add_target() -> Result<()> {
    if has_target(TARGET) || find("rustup").is_none() {
        return Ok(());
    }
    Exec::new("rustup").args(["target", "add", TARGET]).dir(&crate::repo::root()).go()
}

/// The program that runs Windows programs.
pub(crate) fn wine() -> Option<PathBuf> {
    ["wine64", "wine"].into_iter().find_map(find)
}

/// What is missing to compile for Windows and to run the result.
pub(crate) fn missing() -> Option<String> {
    let parts = [
        (can_be_had(), "a Linux machine with an x86-64 processor"),
        (find(COMPILER).is_some(), "MinGW (gcc-mingw-w64-x86-64)"),
        (wine().is_some(), "wine (wine64)"),
        (has_target(TARGET), "Rust's library for the target (rustup target add x86_64-pc-windows-gnu)"),
    ];
    let missing: Vec<_> = parts.iter().filter(|(there, _)| !there).map(|(_, name)| *name).collect();
    (!missing.is_empty()).then(|| format!("there is no {}", missing.join(", no ")))
}
