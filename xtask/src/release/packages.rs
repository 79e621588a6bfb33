//! The packages, and what is published beside them.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{Checked, changelog, sbom};
use crate::{android, bundle, hash, notices, repo, setup::android::TARGET};

/// The most that a package may weigh, in bytes.
const MOST: u64 = 28_000_000;

/// The packages for one system.
pub(super) struct Packages {
    /// Rust's name for the system.
    pub(super) system: String,
    files: Vec<PathBuf>,
    /// Whether Gradle named them, after nothing that tells them apart.
    android: bool,
}

impl Packages {
    /// Those that have been built, for phones or for the system this runs on.
    pub(super) fn find(android: bool) -> Result<Self> {
        if android {
            return Ok(Self { system: TARGET.to_owned(), files: android::packages()?, android });
        }
        Ok(Self { system: notices::host()?, files: bundle::packages()?, android })
    }

    /// No package is larger than [`MOST`].
    pub(super) fn size(&self) -> Result<Checked> {
        let mut shown = Vec::new();
        for package in &self.files {
            let bytes = fs::metadata(package)?.len();
            ensure!(bytes <= MOST, "{} has {bytes} bytes, more than {MOST}", repo::shown(package));
            shown.push(format!("{} {:.1} MB", name(package), bytes as f64 / 1e6));
        }
        if shown.is_empty() {
            return Ok(Checked::Skipped("no package is built (cargo xtask bundle)".to_owned()));
        }
        Ok(Checked::Fine(shown.join(", ")))
    }

    /// Puts the packages, the list of what they contain, all their digests and the release's notes into
    /// `target/release-files`.
    pub(super) fn write_beside(&self, version: &str) -> Result<()> {
        let folder = repo::target().join("release-files");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let bill = folder.join(format!("attune-{version}-{}.cdx.json", self.system));
        fs::write(&bill, sbom::bill(version, &self.system)?)?;
        let mut sums = format!("{}  {}\n", hash::file(&bill)?, name(&bill));
        for package in &self.files {
            let name = self.published(package, version);
            fs::copy(package, folder.join(&name))?;
            let _ = writeln!(sums, "{}  {name}", hash::file(package)?);
        }
        fs::write(folder.join("SHA256SUMS"), sums)?;
        let changelog = changelog::read()?;
        let section = changelog::section(&changelog, version).context("no section for the version")?;
        fs::write(folder.join("notes.md"), section.text)?;
        println!("{}", repo::shown(&folder));
        Ok(())
    }

    /// What a package is called where it is published.
    fn published(&self, package: &Path, version: &str) -> String {
        let name = name(package);
        if self.android {
            format!("attune-{version}-android-{}", name.trim_start_matches("app-"))
        } else {
            name
        }
    }
}

fn name(package: &Path) -> String {
    package.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packages(android: bool) -> Packages {
        Packages { system: TARGET.to_owned(), files: Vec::new(), android }
    }

    #[test]
    fn packages_for_phones_get_a_name_of_their_own() {
        let apk = Path::new("outputs/apk/universal/release/app-universal-release.apk");
        assert_eq!(packages(true).published(apk, "0.2.0"), "attune-0.2.0-android-universal-release.apk");
        assert_eq!(
            packages(false).published(Path::new("a/Attune_0.2.0_amd64.deb"), "0.2.0"),
            "Attune_0.2.0_amd64.deb"
        );
    }

    #[test]
    fn a_package_that_is_too_large_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("attune.deb");
        let sized = |bytes: u64| {
            fs::File::create(&file).unwrap().set_len(bytes).unwrap();
            Packages { files: vec![file.clone()], ..packages(false) }.size()
        };
        assert!(sized(MOST).is_ok());
        assert!(sized(MOST + 1).is_err());
        assert!(matches!(packages(false).size(), Ok(Checked::Skipped(_))));
    }
}
