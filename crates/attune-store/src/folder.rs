//! The folder that the files are in.

use crate::error::StoreError;
use std::fs::DirBuilder;
use std::path::{Path, PathBuf};

/// The database's file name.
pub(crate) const DATABASE: &str = "attune.db";
/// The settings' file name.
pub(crate) const SETTINGS: &str = "settings.json";
/// How names of half-written settings files begin.
pub(crate) const HALF_WRITTEN: &str = ".settings-";
/// How names of damaged databases that were set aside begin.
pub(crate) const ASIDE: &str = "attune.db.corrupt-";

/// The platform's folder for an app's data, for instance `~/.local/share/attune`; none if there is no home.
#[must_use]
pub fn default_data_dir() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "Attune").map(|dirs| dirs.data_local_dir().to_owned())
}

/// Makes the folder, readable by the listener only, and sees whether it can be written.
pub(crate) fn prepare(dir: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)?;
    tempfile::Builder::new().prefix(HALF_WRITTEN).tempfile_in(dir)?;
    Ok(())
}

/// The files in `dir` whose names begin so.
pub(crate) fn files_with_prefix(dir: &Path, prefix: &str) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

/// Removes a file; that there is none is fine.
pub(crate) fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

/// `path` with something behind its name, as SQLite names its side files.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
