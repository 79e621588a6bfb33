//! The command line tool by itself: as an archive to unpack anywhere, and as packages beside the app's on Linux.

mod archive;
mod linux;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{exec::Exec, repo};

/// Builds the tool with optimisation, packs it into an archive, and makes the packages of `kinds` that it has.
pub(crate) fn make(kinds: &[&str]) -> Result<()> {
    Exec::cargo().args(["build", "--release", "--locked", "--package", "attune-cli"]).go()?;
    let (program, bundle) = (repo::built("release", "attune-cli"), repo::target().join("release/bundle"));
    archive::pack(&program, &bundle.join("archive"))?;
    for kind in kinds {
        match *kind {
            "deb" => linux::deb(&program, &bundle.join("deb"))?,
            "rpm" => linux::rpm(&program, &bundle.join("rpm"))?,
            _ => continue,
        };
    }
    Ok(())
}

/// Lets the program write its pages for `man` and its completions into a folder.
fn manual(program: &Path, folder: &Path) -> Result<()> {
    Exec::new(program).arg("manual").arg(folder).go()
}

/// Copies a file into a folder, which is made, under its own name.
fn put(file: &Path, folder: &Path) -> Result<PathBuf> {
    let name = file.file_name().context("a file without a name")?;
    put_as(file, &folder.join(name))
}

/// Copies a file under another name.
fn put_as(file: &Path, to: &Path) -> Result<PathBuf> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(file, to).with_context(|| repo::shown(file))?;
    Ok(to.to_owned())
}

/// Makes a folder anew.
fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    /// A program whose manual has one page and completions for the shells.
    pub(super) fn program(folder: &Path) -> PathBuf {
        let file = folder.join("attune-cli");
        let script = "#!/bin/sh\nmkdir \"$2/man\" \"$2/completions\"\necho page > \"$2/man/attune-cli.1\"\n\
                      cd \"$2/completions\" && touch attune-cli.bash attune-cli.fish _attune-cli _attune-cli.ps1\n";
        fs::write(&file, script).expect("a script");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("the right to run it");
        file
    }
}
