//! The folder that the files are in.

use crate::database::DATABASE;
use crate::error::StoreError;
use attune_files::HALF_WRITTEN;
use std::path::{Path, PathBuf};

/// The settings' file name.
pub(crate) const SETTINGS: &str = "settings.json";
/// The file name of the backup that a restore takes first of what it replaces.
pub const BEFORE_RESTORE: &str = "before-restore.json";
/// How names of half-written settings files began in earlier versions.
pub(crate) const EARLIER_HALF_WRITTEN: &str = ".settings-";

/// The platform's folder for an app's data, for instance `~/.local/share/attune`; none if there is no home.
#[must_use]
pub fn default_data_dir() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "Attune").map(|dirs| dirs.data_local_dir().to_owned())
}

/// Makes the folder, readable by the listener only, and sees whether it can be written. What is in it already is closed to
/// others too: earlier versions left that to the system's habits.
pub(crate) fn prepare(dir: &Path) -> Result<(), StoreError> {
    attune_files::private_folder(dir)?;
    tempfile::Builder::new().prefix(HALF_WRITTEN).tempfile_in(dir)?;
    attune_files::restrict(&dir.join(SETTINGS))?;
    for aside in files_with_prefix(dir, &DATABASE.aside())? {
        attune_files::restrict(&aside)?;
    }
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
