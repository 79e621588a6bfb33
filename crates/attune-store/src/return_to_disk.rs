//! The end of a stand-in: what memory holds goes to the disk.

use crate::Store;
use crate::backups::BackupChanges;
use crate::database::DATABASE;
use crate::error::StoreError;
use crate::folder::{self, SETTINGS};
use crate::stand_in::StandIn;
use attune_files::database::copy;

/// Brings what memory holds to the disk, if that can be written now; whether it did. Where another program has written there
/// meanwhile, nothing is replaced. Of a database on disk the log is emptied: on a full disk that is the only room there is.
pub(crate) fn bring_back(store: &mut Store) -> Result<bool, StoreError> {
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
