//! The store as the rest of the app sees it.

use crate::database;
use crate::error::StoreError;
use crate::folder::{self, DATABASE, SETTINGS};
use crate::rows::catalogues;
use crate::settings_file::SettingsFile;
use crate::warning::Warning;
use attune_core::AppError;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Settings, history, feedback and catalogues in one folder, or in memory.
///
/// What it can do is in [`attune_core::ports::Archive`].
#[derive(Debug)]
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) settings: SettingsFile,
    /// The folder with the listener's data, also while only memory is written.
    pub(crate) folder: Option<PathBuf>,
    /// Whether `db` is the database in `folder`.
    pub(crate) on_disk: bool,
}

impl Store {
    /// Opens or makes the store in `data_dir`, and tells what had to be worked around.
    ///
    /// Warnings have the codes `database_set_aside`, `database_newer`, `database_busy`, `disk_full`,
    /// `data_folder_read_only`, `settings_repaired` and `store_failed`. An error means that not even memory
    /// could be used.
    pub fn open(data_dir: &Path) -> Result<(Self, Vec<AppError>), AppError> {
        let mut warnings = Vec::new();
        let store = Self::open_with(data_dir, &mut warnings)?;
        Ok((store, warnings.into_iter().map(AppError::from).collect()))
    }

    /// A store that forgets everything when it is dropped.
    pub fn in_memory() -> Result<Self, AppError> {
        let db = database::in_memory()?;
        Ok(Self { db, settings: SettingsFile::in_memory(), folder: None, on_disk: false })
    }

    fn open_with(data_dir: &Path, warnings: &mut Vec<Warning>) -> Result<Self, StoreError> {
        let writable = folder::prepare(data_dir);
        let mut settings = SettingsFile::read(&data_dir.join(SETTINGS), warnings);
        let opened = writable.and_then(|()| database::open(&data_dir.join(DATABASE)));
        let folder = Some(data_dir.to_owned());
        match opened {
            Ok((db, aside)) => {
                // Where it cannot be removed it stays hidden.
                drop(catalogues::remove_incomplete(&db));
                warnings.extend(aside.map(Warning::SetAside));
                Ok(Self { db, settings, folder, on_disk: true })
            }
            Err(trouble) => {
                let warning = match trouble {
                    StoreError::ReadOnly | StoreError::File(_) => Warning::ReadOnly(data_dir.to_owned()),
                    other => Warning::InMemory(other),
                };
                if matches!(warning, Warning::ReadOnly(_)) {
                    settings.forget_file();
                }
                warnings.push(warning);
                let db = database::copy_in_memory(&data_dir.join(DATABASE))?;
                Ok(Self { db, settings, folder, on_disk: false })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;
    use attune_core::ports::Archive;
    use attune_core::{Feedback, FeedbackKind, Timestamp, Track, TrackId};

    fn track(i: u32) -> Track {
        Track::new(TrackId(i.to_string()), "x".repeat(500), "")
    }

    #[test]
    fn a_full_disk_is_told_and_costs_nothing_saved_before() {
        let dir = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(dir.path()).unwrap();
        let said = Feedback::new(TrackId("a".into()), FeedbackKind::Liked, Timestamp(1));
        store.add_feedback(&said).unwrap();
        let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let _: i64 =
            store.db.query_row(&format!("PRAGMA max_page_count = {}", pages + 4), [], |r| r.get(0)).unwrap();
        let tracks: Vec<_> = (0..1_000).map(track).collect();
        assert_eq!(
            store.add_catalogue("large", &tracks, Timestamp(2)).unwrap_err().code,
            ErrorCode::DiskFull
        );
        assert_eq!(store.catalogues().unwrap(), []);
        assert_eq!(store.feedback().unwrap(), [said]);
        store.add_catalogue("small", &tracks[..2], Timestamp(2)).unwrap();
    }
}
