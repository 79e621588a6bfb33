//! Our Kotlin: its style by ktlint, its types by the Kotlin compiler against stubs of what it uses of Android and Tauri. The
//! stubs are written by hand, so that this finds slips and no misunderstanding.

use std::{fs, path::PathBuf};

use anyhow::Result;

use super::tools;
use crate::{exec::Exec, repo};

/// What our Kotlin uses, one package after another.
const STUBS: &str = include_str!("stubs.txt");
/// Where our Kotlin is.
const SOURCES: &str = "gen/android/app/src/main/java";

/// Fails where ktlint finds something.
pub(super) fn style() -> Result<()> {
    let (_, ktlint) = tools::kotlin()?;
    let lint = Exec::new("java").arg("-jar").arg(ktlint).arg("--relative");
    lint.arg(format!("{SOURCES}/**/*.kt")).dir(&repo::root()).go()
}

/// Fails where the types do not fit.
pub(super) fn types() -> Result<()> {
    let (libraries, _) = tools::kotlin()?;
    let place = repo::scratch().join("android-kotlin");
    drop(fs::remove_dir_all(&place));
    fs::create_dir_all(&place)?;
    let mut files = sources()?;
    for (number, package) in packages().into_iter().enumerate() {
        let file = place.join(format!("Stub{number}.kt"));
        fs::write(&file, package)?;
        files.push(file);
    }
    let compiler = Exec::new("java").arg("-cp").arg(libraries.join("kotlin-compiler.jar"));
    let compiler = compiler.args([
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        "-nowarn",
        "-no-reflect",
        "-kotlin-home",
    ]);
    let home = libraries.parent().map(PathBuf::from).unwrap_or_default();
    compiler.arg(home).arg("-d").arg(place.join("classes")).args(files).go()
}

fn sources() -> Result<Vec<PathBuf>> {
    let folder = repo::root().join(SOURCES).join("app/attune/player");
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let paths = entries.into_iter().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|kind| kind == "kt")).collect())
}

/// The stubs, a package each: Kotlin has one a file.
fn packages() -> Vec<String> {
    let mut packages: Vec<String> = Vec::new();
    for line in STUBS.lines().filter(|line| !line.starts_with("//")) {
        if line.starts_with("package ") {
            packages.push(String::new());
        }
        if let Some(package) = packages.last_mut() {
            package.push_str(line);
            package.push('\n');
        }
    }
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_package_of_the_stubs_is_a_file() {
        let packages = packages();
        assert!(packages.len() > 10);
        assert!(
            packages.iter().all(|text| text.matches("package ").count() == 1 && text.starts_with("package "))
        );
    }
}
