//! The packages, and what is published beside them.

use std::{env, fmt::Write as _, fs, path::Path};

use anyhow::{Context, Result, ensure};

use super::{Checked, changelog, sbom};
use crate::{bundle, hash, repo};

/// The most that a package may weigh, in bytes.
const MOST: u64 = 28_000_000;

/// No package is larger than [`MOST`].
pub(super) fn size() -> Result<Checked> {
    let mut shown = Vec::new();
    for package in bundle::packages()? {
        let bytes = fs::metadata(&package)?.len();
        ensure!(bytes <= MOST, "{} has {bytes} bytes, more than {MOST}", repo::shown(&package));
        shown.push(format!("{} {:.1} MB", name(&package), bytes as f64 / 1e6));
    }
    if shown.is_empty() {
        return Ok(Checked::Skipped("no package is built (cargo xtask bundle)".to_owned()));
    }
    Ok(Checked::Fine(shown.join(", ")))
}

/// Puts the packages, the list of what they contain, all their digests and the release's notes into
/// `target/release-files`.
pub(super) fn write_beside(version: &str) -> Result<()> {
    let folder = repo::target().join("release-files");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let bill = folder.join(format!("attune-{version}-{}-{}.cdx.json", env::consts::OS, env::consts::ARCH));
    fs::write(&bill, sbom::bill(version)?)?;
    let mut sums = format!("{}  {}\n", hash::file(&bill)?, name(&bill));
    for package in bundle::packages()? {
        fs::copy(&package, folder.join(name(&package)))?;
        let _ = writeln!(sums, "{}  {}", hash::file(&package)?, name(&package));
    }
    fs::write(folder.join("SHA256SUMS"), sums)?;
    let changelog = changelog::read()?;
    let section = changelog::section(&changelog, version).context("no section for the version")?;
    fs::write(folder.join("notes.md"), section.text)?;
    println!("{}", repo::shown(&folder));
    Ok(())
}

fn name(package: &Path) -> String {
    package.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
