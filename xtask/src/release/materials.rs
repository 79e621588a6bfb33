//! The models that go into the packages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::Checked;
use crate::{hash, repo};

#[derive(Deserialize)]
struct Manifest {
    model: Vec<Model>,
}

#[derive(Deserialize)]
struct Model {
    file: String,
    sha256: String,
    bytes: u64,
    card: String,
}

/// Every model has the length and the digest that its entry says, a card, and a place in every package.
pub(super) fn models() -> Result<Checked> {
    let folder = repo::root().join("models");
    let models = read(&folder)?;
    for model in &models {
        check(model, &folder)?;
        for package in contents()? {
            let (name, text) = (repo::shown(&package), fs::read_to_string(&package)?);
            ensure!(text.contains(&format!("\"models/{}\"", model.file)), "{name} leaves out {}", model.file);
        }
    }
    Ok(Checked::Fine(format!("{} files with their digests", models.len())))
}

fn read(folder: &Path) -> Result<Vec<Model>> {
    let text = fs::read_to_string(folder.join("manifest.toml"))?;
    let manifest: Manifest = toml::from_str(&text).context("reading models/manifest.toml")?;
    Ok(manifest.model)
}

fn check(model: &Model, folder: &Path) -> Result<()> {
    let path = folder.join(&model.file);
    let bytes = fs::metadata(&path).with_context(|| repo::shown(&path))?.len();
    ensure!(bytes == model.bytes, "{} has {bytes} bytes, not {}", model.file, model.bytes);
    ensure!(hash::file(&path)? == model.sha256, "{} has another digest", model.file);
    ensure!(folder.join(&model.card).is_file(), "{} has no card", model.file);
    Ok(())
}

/// The files that say what goes into the packages of each kind of machine.
fn contents() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(repo::root().join("src-tauri"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("bundle.") && name.ends_with(".json") {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"
        [[model]]
        file = "a.onnx"
        sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        bytes = 3
        card = "a.md"
    "#;

    #[test]
    fn a_model_must_be_the_one_that_its_entry_describes() {
        let dir = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
        let wrong = || check(&read(dir.path()).unwrap()[0], dir.path()).err().map(|error| error.to_string());
        put("manifest.toml", MANIFEST);
        put("a.onnx", "abcd");
        assert!(wrong().unwrap().contains("4 bytes"));
        put("a.onnx", "abd");
        assert!(wrong().unwrap().contains("digest"));
        put("a.onnx", "abc");
        assert!(wrong().unwrap().contains("no card"));
        put("a.md", "# A");
        assert_eq!(wrong(), None);
    }

    #[test]
    fn every_kind_of_machine_has_its_contents() {
        assert!(contents().unwrap().len() >= 4);
    }
}
