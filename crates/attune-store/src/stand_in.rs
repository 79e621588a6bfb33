//! Memory that stands in for a disk that could not be written at the start, and how that ends.

use crate::Store;
use crate::backups::BackupChanges;
use crate::database::DATABASE;
use crate::error::StoreError;
use crate::folder::{self, SETTINGS};
use attune_files::database::copy;
use rusqlite::Connection;

/// What the database on disk held when memory took its place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StandIn(String);

impl StandIn {
    /// Of the memory, before anything is added to it.
    pub(crate) fn of(db: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT format('%d %d %d %d %s', (SELECT count(*) FROM history), (SELECT count(*) FROM feedback),
            (SELECT count(*) FROM catalogues), (SELECT count(*) FROM learned),
            (SELECT group_concat(name || ' ' || seq) FROM (SELECT name, seq FROM sqlite_sequence ORDER BY name)))";
        Ok(Self(db.query_row(sql, [], |row| row.get(0))?))
    }
}

/// Brings what memory holds to the disk, if that can be written now; whether it did. Where another program has written there
/// meanwhile, nothing is replaced. Of a database on disk the log is emptied: on a full disk that is the only room there is.
pub(crate) fn end(store: &mut Store) -> Result<bool, StoreError> {
    if store.on_disk {
        // Where a reader is in the way, or even this finds no room, the log stays as it is.
        let _ = store.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
    let Some((began, dir)) = store.stand_in.as_ref().zip(store.folder.clone()) else { return Ok(false) };
    folder::prepare(&dir)?;
    let (mut disk, _) = DATABASE.open(&dir)?;
    if StandIn::of(&disk)? != *began {
        return Err(StoreError::Busy);
    }
    copy(&store.db, &mut disk)?;
    store.settings.write_to(dir.join(SETTINGS))?;
    store.db = disk;
    (store.on_disk, store.stand_in) = (true, None);
    store.backups = BackupChanges::of(Some(dir));
    Ok(true)
}
