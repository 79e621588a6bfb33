//! The model files, the library that runs them, and the checks between the two.
//!
//! What reads faces or recordings builds on this crate and on `attune-core` only:
//! [`runtime::find`] and [`Runtime::load`] bring up ONNX Runtime, [`Models::find`] reads `models/manifest.toml`,
//! [`Models::verified`] gives the bytes of a model file once length and SHA-256 are those of the manifest, and
//! [`Network::new`] makes a network of them whose inputs and outputs are the expected ones.

pub mod again;
mod collector;
mod error;
mod library;
pub mod manifest;
#[cfg(test)]
mod manifest_tests;
mod network;
pub mod runtime;

pub use error::ModelError;
pub use manifest::Manifest;
pub use network::{Network, Tensor, values};
pub use runtime::Runtime;

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// An installation's models: a folder with `manifest.toml` and the files that it names.
#[derive(Debug, Clone)]
pub struct Models {
    folder: PathBuf,
    manifest: Manifest,
}

impl Models {
    /// Reads the manifest of a folder. Fails with `manifest_invalid`.
    pub fn open(folder: &Path) -> Result<Self, ModelError> {
        let manifest = Manifest::read(&folder.join("manifest.toml"))?;
        Ok(Self { folder: folder.to_path_buf(), manifest })
    }

    /// The models of an installed app's `resources`, else those of the first folder `models` with a manifest above
    /// the program (a source tree). Fails with `manifest_invalid`.
    pub fn find(resources: Option<&Path>) -> Result<Self, ModelError> {
        let bundled = resources.map(|r| r.join("models"));
        let executable = std::env::current_exe().unwrap_or_default();
        let around = executable.ancestors().skip(1).map(|place| place.join("models"));
        let found =
            bundled.iter().cloned().chain(around).find(|folder| folder.join("manifest.toml").is_file());
        Self::open(&found.or(bundled).unwrap_or_else(|| PathBuf::from("models")))
    }

    /// The manifest as read.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The bytes of an entry's file, once length and SHA-256 are known to be the manifest's.
    pub fn verified(&self, entry: &manifest::Entry) -> Result<Vec<u8>, ModelError> {
        let path = self.folder.join(&entry.file);
        let corrupt = |detail: String| ModelError::Corrupt { file: entry.file.clone(), detail };
        let about = fs::metadata(&path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => ModelError::Missing { file: entry.file.clone() },
            _ => corrupt(error.to_string()),
        })?;
        if about.len() != entry.bytes {
            return Err(corrupt(format!("{} bytes instead of {}", about.len(), entry.bytes)));
        }
        let bytes = fs::read(&path).map_err(|error| corrupt(error.to_string()))?;
        if sha256(&bytes) != entry.sha256 {
            return Err(corrupt("its SHA-256 is not the manifest's".to_owned()));
        }
        Ok(bytes)
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
