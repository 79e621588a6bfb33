//! A backup in place of what is kept: all of it or nothing.

use crate::database::DATABASE;
use crate::error::StoreError;
use crate::rows::{catalogues, feedback, history, learned, past, resume_point};
use crate::{Store, erase};
use attune_core::backup::Backup;
use rusqlite::{Connection, TransactionBehavior};

/// Replaces rows and settings in one transaction. What a newer version has in the settings file and this one does not know
/// stays there.
pub(crate) fn everything(store: &mut Store, backup: &Backup) -> Result<(), StoreError> {
    let tx = store.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(erase::DELETE_ROWS)?;
    put_back(&tx, backup)?;
    // The settings are a file of their own, and are written last but for the commit, which rarely fails then.
    let before = store.settings.settings().clone();
    store.settings.save(&backup.settings)?;
    if let Err(error) = tx.commit() {
        // The error that is told is the first one.
        drop(store.settings.save(&before));
        return Err(error.into());
    }
    if let Some(dir) = store.folder.as_deref().filter(|_| store.on_disk) {
        // Numbers mean something else in them: a deletion of one entry would be made in another. One that cannot be removed
        // lies on a disk that fails altogether.
        let _ = DATABASE.forget_backups(dir);
    }
    Ok(())
}

fn put_back(db: &Connection, backup: &Backup) -> Result<(), StoreError> {
    backup.history.iter().try_for_each(|entry| history::put_back(db, entry))?;
    backup.feedback.iter().try_for_each(|said| feedback::add(db, said).map(drop))?;
    if let Some(mood) = &backup.learned {
        learned::set(db, learned::MOOD, mood)?;
    }
    if let Some(stated) = &backup.stated {
        learned::set(db, learned::STATED, stated)?;
    }
    resume_point::set(db, backup.place.as_ref())?;
    backup.catalogues.iter().try_for_each(|(info, tracks)| catalogues::put_back(db, info, tracks))?;
    backup.past.iter().try_for_each(|(info, tracks)| past::put_back(db, info, tracks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ports::Archive;
    use attune_core::{ErrorCode, Settings, Timestamp, Track, TrackId};

    fn backup(tracks: u32) -> Backup {
        let mut store = Store::in_memory().unwrap();
        let track = |n: u32| Track::new(TrackId(n.to_string()), "x".repeat(500), "");
        let tracks: Vec<_> = (0..tracks).map(track).collect();
        store.add_catalogue("large", &tracks, Timestamp(2)).unwrap();
        crate::read_backup(std::io::Cursor::new(store.export().unwrap())).unwrap().backup
    }

    #[test]
    fn what_finds_no_room_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(dir.path()).unwrap();
        store.save_settings(&Settings { pace: 0.25, ..Settings::default() }).unwrap();
        store.add_catalogue("mine", &[Track::new(TrackId("a".into()), "a", "b")], Timestamp(1)).unwrap();
        let before = store.export().unwrap();
        let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let limit = format!("PRAGMA max_page_count = {}", pages + 4);
        let _: i64 = store.db.query_row(&limit, [], |row| row.get(0)).unwrap();
        assert_eq!(store.restore(&backup(1_000)).unwrap_err().code, ErrorCode::DiskFull);
        assert_eq!(store.export().unwrap(), before);
        // Settings that cannot be written take the rows with them.
        std::fs::remove_file(dir.path().join(crate::folder::SETTINGS)).unwrap();
        std::fs::create_dir_all(dir.path().join(crate::folder::SETTINGS).join("in the way")).unwrap();
        store.restore(&backup(1)).unwrap_err();
        assert_eq!(store.export().unwrap(), before);
    }
}
