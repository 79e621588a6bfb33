//! The licences of what the interface is built with. Which of it ends up in the bundle no lock file says, so all of it counts.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{Finding, files::File, spdx};

/// Licences that no crate has: of fonts, and two permissive ones of tools.
const MORE: [&str; 3] = ["OFL-1.1", "BlueOak-1.0.0", "Python-2.0"];

/// Packages that name no licence to npm, and what the licence file that they ship says.
const NAMED_IN_A_FILE: [(&str, &str); 1] = [("node_modules/svelte-toolbelt", "MIT")];

#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    license: Option<String>,
}

/// Checks every lock file of npm.
pub(super) fn check(files: &[File], allowed: &[String]) -> Result<Vec<Finding>> {
    let mut allowed = allowed.to_vec();
    allowed.extend(MORE.map(str::to_owned));
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with("package-lock.json")) {
        let lock: Lock = serde_json::from_str(file.text.as_deref().unwrap_or_default())
            .with_context(|| format!("reading {}", file.path))?;
        for (name, entry) in lock.packages.iter().filter(|(name, _)| !name.is_empty()) {
            let licence = entry.license.as_deref().or_else(|| in_a_file(name)).unwrap_or("none named");
            if !spdx::satisfiable(licence, &allowed) {
                findings.push(Finding::new(name, format!("its licence is not one we accept: {licence}")));
            }
        }
    }
    Ok(findings)
}

fn in_a_file(package: &str) -> Option<&'static str> {
    NAMED_IN_A_FILE.into_iter().find(|(name, _)| *name == package).map(|(_, licence)| licence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::files::tests::file;

    #[test]
    fn everything_is_checked_but_ourselves() {
        let lock = r#"{"packages": {
            "": {"name": "attune"},
            "node_modules/fine": {"license": "MIT"},
            "node_modules/font": {"license": "OFL-1.1"},
            "node_modules/tool": {"license": "GPL-3.0-only", "dev": true},
            "node_modules/bad": {"license": "GPL-3.0"},
            "node_modules/silent": {},
            "node_modules/svelte-toolbelt": {}
        }}"#;
        let found = check(&[file("ui/package-lock.json", lock)], &["MIT".to_owned()]).unwrap();
        let places: Vec<_> = found.into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["node_modules/bad", "node_modules/silent", "node_modules/tool"]);
    }
}
