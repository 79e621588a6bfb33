//! What cargo knows of the packages.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::exec::Exec;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A package, ours or somebody else's.
#[derive(Deserialize, Clone)]
pub(super) struct Package {
    pub(super) name: String,
    #[serde(default)]
    pub(super) version: String,
    #[serde(default)]
    pub(super) license: Option<String>,
    #[serde(default)]
    pub(super) dependencies: Vec<Dependency>,
}

/// One line under `[dependencies]` or its kin.
#[derive(Deserialize, Clone)]
pub(super) struct Dependency {
    pub(super) name: String,
    /// Nothing, `dev` or `build`.
    #[serde(default)]
    pub(super) kind: Option<String>,
}

/// Our own packages.
pub(super) fn members() -> Result<Vec<Package>> {
    read(&["--no-deps", "--offline"])
}

/// Our packages and all they could be built with, on any system.
pub(super) fn everything() -> Result<Vec<Package>> {
    read(&["--locked"])
}

fn read(how: &[&str]) -> Result<Vec<Package>> {
    let text = Exec::cargo().args(["metadata", "--quiet", "--format-version", "1"]).args(how).read()?;
    let metadata: Metadata = serde_json::from_str(&text).context("reading what cargo metadata says")?;
    Ok(metadata.packages)
}
