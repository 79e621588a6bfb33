//! The test programs that run in the machine.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::exec::Exec;

/// Package and test.
const PROGRAMS: [(&str, &str); 2] = [("attune-vision", "camera"), ("attune-tests", "camera")];

/// Builds them and says where they are.
pub(super) fn build() -> Result<Vec<PathBuf>> {
    PROGRAMS.into_iter().map(|(package, test)| one(package, test)).collect()
}

fn one(package: &str, test: &str) -> Result<PathBuf> {
    let cargo = Exec::cargo().args(["test", "--no-run", "--package", package, "--test", test]);
    println!("building the camera test of {package}");
    let (messages, success) =
        cargo.args(["--message-format", "json-render-diagnostics"]).quiet().read_either()?;
    if !success {
        bail!("the camera test of {package} could not be built");
    }
    executable(&messages, test).with_context(|| format!("cargo named no program for {package}"))
}

/// The program of that test in cargo's messages.
fn executable(messages: &str, test: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut ours = messages.filter(|m| m["target"]["name"] == test && m["profile"]["test"] == true);
    ours.find_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_among_cargos_messages() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"camera"},"profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","target":{"name":"camera"},"profile":{"test":true},"executable":"/t/camera-1"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages, "camera"), Some(PathBuf::from("/t/camera-1")));
        assert_eq!(executable(messages, "other"), None);
    }
}
