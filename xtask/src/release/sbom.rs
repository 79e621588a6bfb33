//! The software bill of materials: what the program contains, as `CycloneDX` 1.6 (ECMA-424) in JSON.

use anyhow::Result;
use serde_json::{Value, json};

use crate::notices::{self, Work};

/// The bill for the program of this version on a system of Rust's name for it.
pub(super) fn bill(version: &str, system: &str) -> Result<String> {
    let works = notices::works(system)?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "attune", "version": version } },
        "components": works.iter().map(component).collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&bill)?)
}

fn component(work: &Work) -> Value {
    let Work { registry, name, version, licence, .. } = work;
    // A scope's sign is escaped in a package address.
    let address = format!("pkg:{registry}/{}@{version}", name.replace('@', "%40"));
    let mut component = json!({ "type": "library", "name": name, "version": version, "purl": address });
    if let Some(licence) = licence {
        component["licenses"] = json!([{ "expression": licence }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_the_program_has_an_address() {
        let bill: Value = serde_json::from_str(&bill("1.2.3", &notices::host().unwrap()).unwrap()).unwrap();
        let components = bill["components"].as_array().unwrap();
        let has = |start: &str| components.iter().any(|c| c["purl"].as_str().unwrap().starts_with(start));
        assert!(has("pkg:cargo/tauri@2") && has("pkg:npm/%40tauri-apps/api@2"));
        assert_eq!(bill["metadata"]["component"]["version"], "1.2.3");
    }
}
