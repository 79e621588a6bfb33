//! The models that go into the packages.

use std::fs;

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

/// Every model has the length and the digest that its entry says, and a card.
pub(super) fn models() -> Result<Checked> {
    let folder = repo::root().join("models");
    let text = fs::read_to_string(folder.join("manifest.toml"))?;
    let manifest: Manifest = toml::from_str(&text).context("reading models/manifest.toml")?;
    for model in &manifest.model {
        let path = folder.join(&model.file);
        let bytes = fs::metadata(&path).with_context(|| repo::shown(&path))?.len();
        ensure!(bytes == model.bytes, "{} has {bytes} bytes, not {}", model.file, model.bytes);
        ensure!(hash::file(&path)? == model.sha256, "{} has another digest", model.file);
        ensure!(folder.join(&model.card).is_file(), "{} has no card", model.file);
    }
    Ok(Checked::Fine(format!("{} files with their digests", manifest.model.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_here_are_those_of_the_manifest() {
        assert!(matches!(models(), Ok(Checked::Fine(_))));
    }
}
