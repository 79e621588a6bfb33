//! Deleting everything, so that it cannot be read from the files any more.
//!
//! Deleted rows are overwritten (`secure_delete`), the log is emptied into the database and cut, the database
//! is written anew without its gaps. Files are removed. All steps are tried even if one fails, and the first
//! failure is told.

use crate::Store;
use crate::error::StoreError;
use crate::folder::{self, ASIDE, DATABASE, HALF_WRITTEN, SETTINGS, beside};
use rusqlite::Connection;
use std::path::Path;

/// Deletes rows, settings and whatever was set aside.
pub(crate) fn everything(store: &mut Store) -> Result<(), StoreError> {
    let rows = delete_rows(&mut store.db).and_then(|()| overwrite(&store.db));
    store.settings.reset();
    let files = store.folder.as_deref().map_or(Ok(()), |dir| remove_files(dir, store.on_disk));
    rows.and(files)
}

fn delete_rows(db: &mut Connection) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    // The numbering table is SQLite's own and is emptied too: how much was stored is nobody's business.
    tx.execute_batch(
        "DELETE FROM tracks; DELETE FROM catalogues; DELETE FROM feedback; DELETE FROM history;
         DELETE FROM sqlite_sequence;",
    )?;
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

/// Removes all files but the database in use.
fn remove_files(dir: &Path, database_in_use: bool) -> Result<(), StoreError> {
    if !dir.is_dir() {
        return Ok(());
    }
    let mut files = vec![dir.join(SETTINGS)];
    for prefix in [ASIDE, HALF_WRITTEN] {
        files.extend(folder::files_with_prefix(dir, prefix)?);
    }
    if !database_in_use {
        files.extend(["", "-wal", "-shm"].map(|side| beside(&dir.join(DATABASE), side)));
    }
    files.iter().map(|file| folder::remove(file)).fold(Ok(()), Result::and)
}
