//! The model files, the library that runs them, and the checks between the two.
//!
//! What reads faces or recordings builds on this crate and on `attune-core` only:
//! [`runtime::find`] and [`Runtime::load`] bring up ONNX Runtime, [`Models::find`] reads `models/manifest.toml`,
//! [`Models::verified`] gives the bytes of a model file once length and SHA-256 are those of the manifest, and
//! [`Network::new`] makes a network of them whose inputs and outputs are the expected ones.

pub mod again;
mod collector;
#[cfg(any(target_os = "android", test))]
mod embedded;
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

/// The name of the file that lists the models.
const MANIFEST: &str = "manifest.toml";

/// An installation's models: `manifest.toml` and the files that it names.
#[derive(Debug, Clone)]
pub struct Models {
    place: Place,
    manifest: Manifest,
}

/// Where the files are.
#[derive(Debug, Clone)]
enum Place {
    Folder(PathBuf),
    #[cfg(any(target_os = "android", test))]
    Program,
}

impl Models {
    /// Reads the manifest of a folder. Fails with `manifest_invalid`.
    pub fn open(folder: &Path) -> Result<Self, ModelError> {
        let manifest = Manifest::read(&folder.join(MANIFEST))?;
        Ok(Self { place: Place::Folder(folder.to_path_buf()), manifest })
    }

    /// The models that are compiled into the program. Fails with `manifest_invalid`.
    #[cfg(any(target_os = "android", test))]
    pub(crate) fn embedded() -> Result<Self, ModelError> {
        let text = embedded::file(MANIFEST).unwrap_or_default();
        let manifest = Manifest::parse(&String::from_utf8_lossy(text))?;
        Ok(Self { place: Place::Program, manifest })
    }

    /// On Android the models inside the program, since an app's resources have no path there. Fails with
    /// `manifest_invalid`.
    #[cfg(target_os = "android")]
    pub fn find(_: Option<&Path>) -> Result<Self, ModelError> {
        Self::embedded()
    }

    /// The models of an installed app's `resources`, else those of the first folder `models` with a manifest above
    /// the program (a source tree). Fails with `manifest_invalid`.
    #[cfg(not(target_os = "android"))]
    pub fn find(resources: Option<&Path>) -> Result<Self, ModelError> {
        let bundled = resources.map(|r| r.join("models"));
        let executable = std::env::current_exe().unwrap_or_default();
        let around = executable.ancestors().skip(1).map(|place| place.join("models"));
        let found = bundled.iter().cloned().chain(around).find(|folder| folder.join(MANIFEST).is_file());
        Self::open(&found.or(bundled).unwrap_or_else(|| PathBuf::from("models")))
    }

    /// The manifest as read.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The bytes of an entry's file, once length and SHA-256 are known to be the manifest's.
    pub fn verified(&self, entry: &manifest::Entry) -> Result<Vec<u8>, ModelError> {
        let bytes = self.read(entry)?;
        expect_length(entry, bytes.len() as u64)?;
        if sha256(&bytes) != entry.sha256 {
            return Err(corrupt(entry, "its SHA-256 is not the manifest's"));
        }
        Ok(bytes)
    }

    fn read(&self, entry: &manifest::Entry) -> Result<Vec<u8>, ModelError> {
        match &self.place {
            Place::Folder(folder) => read_file(&folder.join(&entry.file), entry),
            #[cfg(any(target_os = "android", test))]
            Place::Program => embedded::file(&entry.file).map(<[u8]>::to_vec).ok_or_else(|| missing(entry)),
        }
    }
}

/// Reads a file, unless it has another length than the entry says.
fn read_file(path: &Path, entry: &manifest::Entry) -> Result<Vec<u8>, ModelError> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => missing(entry),
        _ => corrupt(entry, error),
    })?;
    expect_length(entry, about.len())?;
    fs::read(path).map_err(|error| corrupt(entry, error))
}

fn expect_length(entry: &manifest::Entry, bytes: u64) -> Result<(), ModelError> {
    if bytes == entry.bytes {
        return Ok(());
    }
    Err(corrupt(entry, format_args!("{bytes} bytes instead of {}", entry.bytes)))
}

fn missing(entry: &manifest::Entry) -> ModelError {
    ModelError::Missing { file: entry.file.clone() }
}

fn corrupt(entry: &manifest::Entry, why: impl std::fmt::Display) -> ModelError {
    ModelError::Corrupt { file: entry.file.clone(), detail: why.to_string() }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
