//! Every crate's licence must leave a choice that deny.toml allows.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{Finding, metadata::Package, spdx};
use crate::repo;

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

/// The list in deny.toml.
pub(super) fn allowed() -> Result<Vec<String>> {
    let text =
        fs::read_to_string(repo::root().join("deny.toml")).context("deny.toml lists the allowed licences")?;
    let deny: Deny = toml::from_str(&text).context("reading deny.toml")?;
    Ok(deny.licenses.allow)
}

/// Finds packages that no allowed licence covers.
pub(super) fn check(packages: &[Package], allowed: &[String]) -> Vec<Finding> {
    packages
        .iter()
        .filter_map(|package| {
            let place = format!("{} {}", package.name, package.version);
            match package.license.as_deref() {
                None => Some(Finding::new(place, "says no licence")),
                Some(licence) if !spdx::satisfiable(licence, allowed) => {
                    Some(Finding::new(place, format!("its licence is not one we accept: {licence}")))
                }
                Some(_) => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: Option<&str>) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: licence.map(str::to_owned),
            dependencies: Vec::new(),
        }
    }

    #[test]
    fn unknown_and_unwanted_licences_are_found() {
        let packages = [
            package("a", Some("MIT OR GPL-3.0-only")),
            package("b", Some("AGPL-3.0-only")),
            package("c", None),
        ];
        let places: Vec<_> =
            check(&packages, &["MIT".to_owned()]).into_iter().map(|found| found.place).collect();
        assert_eq!(places, ["b 1.0.0", "c 1.0.0"]);
    }

    #[test]
    fn our_own_list_has_nothing_that_binds_the_whole() {
        let allowed = allowed().unwrap();
        assert!(allowed.iter().any(|licence| licence == "MIT"));
        assert!(allowed.iter().all(|licence| !licence.contains("GPL")));
    }
}
