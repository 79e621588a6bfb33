//! The command line tool as an archive to unpack anywhere: the program with its models and library, pages for `man`,
//! completions for shells, and the licences. It is no part of the app's packages, whose size is limited.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{fresh, manual, put};
use crate::{exec::Exec, notices, repo, setup::onnxruntime};

/// Packs a built program into `folder`.
pub(super) fn pack(program: &Path, folder: &Path) -> Result<PathBuf> {
    let name = format!("attune-cli-{}-{}-{}", env!("CARGO_PKG_VERSION"), env::consts::OS, env::consts::ARCH);
    let inside = folder.join(&name);
    fresh(&inside)?;
    put(program, &inside)?;
    manual(program, &inside)?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        put(&repo::root().join(licence), &inside)?;
    }
    put(&notices::write(&notices::host()?)?, &inside)?;
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::tool::tests::program;

    #[test]
    fn the_archive_holds_what_the_program_needs() {
        let dir = tempfile::tempdir().unwrap();
        let archive = pack(&program(dir.path()), &dir.path().join("out")).unwrap();
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
