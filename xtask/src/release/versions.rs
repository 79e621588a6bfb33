//! The version, which stands in the root Cargo.toml and nowhere else.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::Checked;
use crate::repo;

#[derive(Deserialize)]
struct Manifest {
    workspace: Workspace,
}

#[derive(Deserialize)]
struct Workspace {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    version: String,
}

/// What stands in the root Cargo.toml.
pub(super) fn version() -> Result<String> {
    let text = fs::read_to_string(repo::root().join("Cargo.toml"))?;
    let manifest: Manifest = toml::from_str(&text).context("reading Cargo.toml")?;
    Ok(manifest.workspace.package.version)
}

/// No other file may have a version of its own, and a tag must be this one's.
pub(super) fn check(version: &str, tag: Option<&str>) -> Result<Checked> {
    for file in ["tauri.conf.json", "ui/package.json"] {
        let text = fs::read_to_string(repo::root().join(file))?;
        ensure!(!has_version(&text)?, "{file} has a version of its own; Cargo.toml has the only one");
    }
    if let Some(tag) = tag {
        ensure!(tag.strip_prefix('v') == Some(version), "the tag is {tag}, and the version is {version}");
    }
    Ok(Checked::Fine(version.to_owned()))
}

fn has_version(json: &str) -> Result<bool> {
    let value: Value = serde_json::from_str(json)?;
    Ok(value.get("version").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_stands_in_one_place() {
        let version = version().unwrap();
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
        assert!(check(&version, None).is_ok());
        assert!(has_version(r#"{"version": "0.1.0"}"#).unwrap());
    }

    #[test]
    fn a_tag_of_another_version_is_refused() {
        let version = version().unwrap();
        assert!(check(&version, Some(&format!("v{version}"))).is_ok());
        assert!(check(&version, Some(&version)).is_err());
        assert!(check(&version, Some("v9999.0.0")).is_err());
    }
}
