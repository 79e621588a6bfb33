//! No library that reports to its maker is installed.

use std::{fs::File, io::BufReader, path::Path};

use anyhow::{Context, Result, ensure};

// The check that the programs make before they load a library; it stands by itself, so xtask stays quick to build.
#[path = "../../../crates/attune-models/src/collector.rs"]
mod collector;

/// Fails for a library that holds the address of its maker's collector.
pub(crate) fn refuse(library: &Path) -> Result<()> {
    let file = File::open(library).with_context(|| format!("cannot read {}", library.display()))?;
    ensure!(
        !collector::is_named_in(BufReader::new(file))?,
        "{} holds the address of its maker's collector: choose a version that does not report",
        library.display()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::onnxruntime;

    #[test]
    fn a_library_that_can_report_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("library");
        std::fs::write(&path, "\0\0https://mobile.events.data.microsoft.com/OneCollector/1.0/\0").unwrap();
        let why = refuse(&path).unwrap_err().to_string();
        assert!(why.contains("collector"), "{why}");
        std::fs::write(&path, "\0\0nothing of the kind\0").unwrap();
        refuse(&path).unwrap();
        assert!(refuse(&dir.path().join("none")).is_err());
    }

    #[test]
    fn the_installed_library_cannot_report() {
        match onnxruntime::library() {
            Some(library) => refuse(&library).unwrap(),
            None => println!("skipped: no library in this checkout"),
        }
    }
}
