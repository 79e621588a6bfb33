//! The command line tool as an archive to unpack anywhere: the program with its models and library, pages for `man`,
//! completions for shells, and the licences. It is no part of the app's packages, whose size is limited.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{exec::Exec, notices, repo, setup::onnxruntime};

/// Builds the tool with optimisation and packs it; gives the archive.
pub(crate) fn make() -> Result<PathBuf> {
    Exec::cargo().args(["build", "--release", "--locked", "--package", "attune-cli"]).go()?;
    pack(&repo::built("release", "attune-cli"), &repo::target().join("release/bundle/archive"))
}

/// Packs a built program into `folder`.
fn pack(program: &Path, folder: &Path) -> Result<PathBuf> {
    let name = format!("attune-cli-{}-{}-{}", env!("CARGO_PKG_VERSION"), env::consts::OS, env::consts::ARCH);
    let inside = folder.join(&name);
    if inside.exists() {
        fs::remove_dir_all(&inside)?;
    }
    fs::create_dir_all(&inside)?;
    put(program, &inside)?;
    Exec::new(program).arg("manual").arg(&inside).go()?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        put(&repo::root().join(licence), &inside)?;
    }
    put(&notices::write()?, &inside)?;
    models(&inside.join("models"))?;
    if let Some(library) = onnxruntime::library() {
        // Where the program looks from its own folder: runtime/<target>/.
        let target = library.parent().and_then(Path::file_name).context("the library has no folder")?;
        let beside = inside.join("runtime").join(target);
        fs::create_dir_all(&beside)?;
        for entry in fs::read_dir(library.parent().unwrap_or(&library))? {
            put(&entry?.path(), &beside)?;
        }
    }
    let archive = folder.join(format!("{name}.tar.gz"));
    Exec::new("tar").arg("-czf").arg(&archive).arg("-C").arg(folder).arg(&name).go()?;
    fs::remove_dir_all(&inside)?;
    Ok(archive)
}

/// The models with their manifest.
fn models(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(repo::root().join("models"))? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if matches!(ending, Some("onnx" | "toml" | "md")) {
            put(&path, folder)?;
        }
    }
    Ok(())
}

/// Copies a file into a folder under its own name.
fn put(file: &Path, folder: &Path) -> Result<()> {
    let name = file.file_name().context("a file without a name")?;
    fs::copy(file, folder.join(name)).with_context(|| repo::shown(file))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn the_archive_holds_what_the_program_needs() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let program = dir.path().join("attune-cli");
        fs::write(&program, "#!/bin/sh\nmkdir \"$2/man\" && echo page > \"$2/man/attune-cli.1\"\n").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let archive = pack(&program, &dir.path().join("out")).unwrap();
        let listing = Exec::new("tar").arg("-tzf").arg(&archive).quiet().read().unwrap();
        for part in [
            "/attune-cli\n",
            "/man/attune-cli.1\n",
            "/models/manifest.toml\n",
            "/LICENSE-MIT\n",
            "/third-party.txt\n",
        ] {
            assert!(listing.contains(part), "{part} in {listing}");
        }
    }
}
