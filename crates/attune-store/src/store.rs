//! The store as the rest of the app sees it.

use crate::backups::BackupChanges;
use crate::database::DATABASE;
use crate::error::StoreError;
use crate::folder::{self, SETTINGS};
use crate::rows::{catalogues, past};
use crate::settings_file::SettingsFile;
use crate::stand_in::StandIn;
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
    pub(crate) backups: BackupChanges,
    /// While memory stands in for a disk that cannot be written.
    pub(crate) stand_in: Option<StandIn>,
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
        Ok(Self::forgetting(SettingsFile::in_memory(), None, DATABASE.in_memory().map_err(StoreError::from)?))
    }

    fn forgetting(settings: SettingsFile, folder: Option<PathBuf>, db: Connection) -> Self {
        let backups = BackupChanges::default();
        Self { db, settings, folder, on_disk: false, backups, stand_in: None }
    }

    fn open_with(data_dir: &Path, warnings: &mut Vec<Warning>) -> Result<Self, StoreError> {
        let writable = folder::prepare(data_dir);
        let mut settings = SettingsFile::read(&data_dir.join(SETTINGS), warnings);
        let opened = writable.and_then(|()| Ok(DATABASE.open(data_dir)?));
        let folder = Some(data_dir.to_owned());
        match opened {
            Ok((db, rescued)) => {
                // Where it cannot be removed it stays hidden.
                drop(catalogues::remove_incomplete(&db).and(past::remove_incomplete(&db)));
                warnings.extend(rescued.map(Warning::Rescued));
                let backups = BackupChanges::of(folder.clone());
                Ok(Self { db, settings, folder, on_disk: true, backups, stand_in: None })
            }
            Err(trouble) => {
                // A newer database stays as it is; anything else can pass.
                let passes = !matches!(trouble, StoreError::Newer { .. });
                let warning = match trouble {
                    StoreError::ReadOnly | StoreError::File(_) => Warning::ReadOnly(data_dir.to_owned()),
                    other => Warning::InMemory(other),
                };
                if matches!(warning, Warning::ReadOnly(_)) {
                    settings.forget_file();
                }
                warnings.push(warning);
                let db = DATABASE.copy_in_memory(data_dir).or_else(|_| DATABASE.in_memory())?;
                let stand_in = passes.then(|| StandIn::of(&db)).transpose()?;
                Ok(Self { stand_in, ..Self::forgetting(settings, folder, db) })
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
