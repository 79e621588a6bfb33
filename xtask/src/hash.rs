//! Digests, and stamps that remember what a step was last done for.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// SHA-256 of a file, in hexadecimal.
pub(crate) fn file(path: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    let mut from = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    io::copy(&mut from, &mut digest).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(hex(&digest.finalize()))
}

/// SHA-256 over the names and contents of everything under `paths`; what does not exist counts as absent.
pub(crate) fn tree(paths: &[PathBuf]) -> Result<String> {
    let mut digest = Sha256::new();
    for path in paths {
        add(path, &mut digest)?;
    }
    Ok(hex(&digest.finalize()))
}

fn add(path: &Path, digest: &mut Sha256) -> Result<()> {
    digest.update(path.to_string_lossy().as_bytes());
    if path.is_dir() {
        let mut inside =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        inside.sort();
        for path in inside {
            add(&path, digest)?;
        }
    } else if path.is_file() {
        let bytes = fs::read(path)?;
        digest.update(bytes.len().to_le_bytes());
        digest.update(&bytes);
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A small file that says for which inputs a step was done.
pub(crate) struct Stamp(PathBuf);

impl Stamp {
    /// The stamp kept at `path`.
    pub(crate) fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// Whether the step was done for exactly these inputs.
    pub(crate) fn is(&self, inputs: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|found| found == inputs)
    }

    /// Notes that the step has been done for these inputs.
    pub(crate) fn set(&self, inputs: &str) -> Result<()> {
        if let Some(dir) = self.0.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&self.0, inputs).with_context(|| format!("cannot write {}", self.0.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digest_of_a_file_is_the_well_known_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("abc");
        fs::write(&path, "abc").unwrap();
        assert_eq!(file(&path).unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_tree_changes_with_content_and_with_names() {
        let dir = tempfile::tempdir().unwrap();
        let inside = dir.path().join("src");
        fs::create_dir(&inside).unwrap();
        let of = || tree(&[inside.clone(), dir.path().join("absent")]).unwrap();
        let empty = of();
        fs::write(inside.join("a"), "1").unwrap();
        let one = of();
        fs::rename(inside.join("a"), inside.join("b")).unwrap();
        let renamed = of();
        fs::write(inside.join("b"), "2").unwrap();
        let changed = of();
        assert!(empty != one && one != renamed && renamed != changed);
        assert_eq!(changed, of());
    }

    #[test]
    fn a_stamp_holds_for_its_inputs_only() {
        let dir = tempfile::tempdir().unwrap();
        let stamp = Stamp::at(dir.path().join("deep/er/stamp"));
        assert!(!stamp.is("a"));
        stamp.set("a").unwrap();
        assert!(stamp.is("a"));
        assert!(!stamp.is("b"));
    }
}
