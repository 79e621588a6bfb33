//! Deleting everything, so that it cannot be read from the files any more.
//!
//! Deleted rows are overwritten (`secure_delete`), the log is emptied into the database and cut, the database
//! is written anew without its gaps. Files are removed. All steps are tried even if one fails, and the first
//! failure is told.

use crate::Store;
use crate::database::DATABASE;
use crate::error::StoreError;
use crate::folder::{self, BEFORE_RESTORE, EARLIER_HALF_WRITTEN, SETTINGS};
use attune_files::{HALF_WRITTEN, beside};
use rusqlite::Connection;
use std::path::Path;

/// Deletes rows, settings and whatever was set aside.
pub(crate) fn everything(store: &mut Store) -> Result<(), StoreError> {
    store.settings.reset();
    // What memory holds from now on is no continuation of what is on the disk.
    store.stand_in = None;
    // Files first: what they free may be what deleting rows needs.
    let files = store.folder.as_deref().map_or(Ok(()), |dir| remove_files(dir, store.on_disk));
    let rows = match delete_in_place(&mut store.db) {
        Err(StoreError::DiskFull) => begin_anew(store),
        done => done,
    };
    rows.and(files)
}

/// The usual way, which other processes may read beside.
fn delete_in_place(db: &mut Connection) -> Result<(), StoreError> {
    delete_rows(db)?;
    overwrite(db)
}

/// The way on a full disk, where even a deletion finds no room: the files go and are made anew. Another process
/// that has them open loses what it writes until it is restarted, which the listener's wish outweighs.
fn begin_anew(store: &mut Store) -> Result<(), StoreError> {
    let Some(dir) = store.folder.clone().filter(|_| store.on_disk) else { return Err(StoreError::DiskFull) };
    store.on_disk = false;
    store.db = DATABASE.in_memory()?;
    remove_files(&dir, false)?;
    store.db = DATABASE.open(&dir)?.0;
    store.on_disk = true;
    Ok(())
}

/// Deletes the rows of all tables; numbers that were given stay given.
pub(crate) const DELETE_ROWS: &str =
    "DELETE FROM tracks; DELETE FROM catalogues; DELETE FROM feedback; DELETE FROM history;
     DELETE FROM learned; DELETE FROM place;
     DELETE FROM past_plays; DELETE FROM past_tracks; DELETE FROM past_histories;";

fn delete_rows(db: &mut Connection) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    tx.execute_batch(DELETE_ROWS)?;
    // The numbering table is SQLite's own and is emptied too: how much was stored is nobody's business.
    tx.execute_batch("DELETE FROM sqlite_sequence;")?;
    tx.commit()?;
    Ok(())
}

/// Brings the deletion from the log into the database, and the gaps out of it.
fn overwrite(db: &Connection) -> Result<(), StoreError> {
    cut_log(db)?;
    db.execute_batch("VACUUM")?;
    cut_log(db)
}

fn cut_log(db: &Connection) -> Result<(), StoreError> {
    let busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(StoreError::EraseIncomplete) } else { Ok(()) }
}

/// Removes all files but the database in use: backups, what was set aside, half-written ones.
fn remove_files(dir: &Path, database_in_use: bool) -> Result<(), StoreError> {
    if !dir.is_dir() {
        return Ok(());
    }
    let mut files = vec![dir.join(SETTINGS), dir.join(BEFORE_RESTORE)];
    for prefix in [HALF_WRITTEN, EARLIER_HALF_WRITTEN] {
        files.extend(folder::files_with_prefix(dir, prefix)?);
    }
    if !database_in_use {
        files.extend(["", "-wal", "-shm"].map(|side| beside(&dir.join(DATABASE.file), side)));
    }
    // Backups first by their own way: one that is being made must not take its place afterwards.
    let copies = DATABASE.forget_backups(dir).and(DATABASE.remove_copies(dir)).map_err(StoreError::from);
    files.iter().map(|file| folder::remove(file)).fold(copies, Result::and)
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ports::Archive;
    use attune_core::{Feedback, FeedbackKind, Timestamp, TrackId};

    #[test]
    fn files_made_anew_hold_nothing_old_and_go_on() {
        let dir = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(dir.path()).unwrap();
        let said = |name: &str| Feedback::new(TrackId(name.into()), FeedbackKind::Liked, Timestamp(1));
        store.add_feedback(&said("canary")).unwrap();
        begin_anew(&mut store).unwrap();
        for file in std::fs::read_dir(dir.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(6).any(|w| w == b"canary"));
        }
        store.add_feedback(&said("new")).unwrap();
        drop(store);
        assert_eq!(Store::open(dir.path()).unwrap().0.feedback().unwrap(), [said("new")]);
    }
}
