//! Bringing what can be saved of a damaged database into a new one.

use super::{Database, OpenError, Recovery, backup, log, open_to_write, remove_with_sides, salvage, version};
use crate::{private_file, set_aside};
use rusqlite::Connection;
use std::fs::File;
use std::io::{self, Read, Seek as _, Write as _};
use std::path::Path;

/// The first page of a database, which says where its tables begin, in pages of the usual size.
const FIRST_PAGE: usize = 4_096;
/// How databases begin.
const MAGIC: &[u8] = b"SQLite format 3\0";

impl Database {
    /// Sets a damaged file aside and puts a new one in its place with all rows that can be read, from it or from the newest
    /// backup. The damaged file stays where it is until the new one is whole.
    pub(super) fn rescue(&self, path: &Path) -> Result<(Connection, Option<Recovery>), OpenError> {
        let (damaged, new) = (self.scratch(path, "damaged")?, self.scratch(path, "rescued")?);
        let made = log::bring_in(path, &damaged)
            .map_err(OpenError::from)
            .and_then(|complete| self.make_anew(path, &damaged, complete, &new));
        remove_with_sides(&damaged)?;
        let (salvaged, from_backup) = match made {
            Ok(made) => made,
            Err(error) => {
                remove_with_sides(&new)?;
                return Err(error);
            }
        };
        let aside = set_aside(path, &self.aside())?;
        std::fs::rename(&new, path)?;
        private_file(path)?;
        let recovery = Recovery {
            aside,
            salvaged: salvaged.rows,
            whole: salvaged.whole,
            from_backup,
            backup: self.newest_backup(path).map(|(_, made)| made).filter(|_| from_backup > 0),
        };
        Ok((self.connect_patiently(path)?, Some(recovery)))
    }

    /// Fills `new`; gives what came from the damaged file, and how many rows from a backup. `complete`: nothing of the log
    /// is missing.
    fn make_anew(
        &self,
        path: &Path,
        damaged: &Path,
        complete: bool,
        new: &Path,
    ) -> Result<(salvage::Salvaged, u64), OpenError> {
        let backup = self.newest_backup(path).map(|(place, _)| place);
        if let Some(backup) = &backup {
            borrow_first_page(damaged, backup)?;
        }
        let source = open_to_write(damaged)?;
        let _ = source.pragma_update(None, "cell_size_check", true);
        // Tables whose definition can be read are read, whatever is wrong with the others'.
        let _ = source.pragma_update(None, "writable_schema", true);
        if let Err(newer @ OpenError::Newer { .. }) = self.check_known(&source) {
            return Err(newer);
        }
        let mut target = open_to_write(new)?;
        // In the format that it had: the steps from there on see its rows.
        let format = version(&source).unwrap_or(0) as usize;
        let steps = if format == 0 { self.steps } else { &self.steps[..format] };
        let then = Self { steps, ..*self };
        then.bring_up(&mut target)?;
        let mut salvaged = salvage::rows(&source, &mut target)?;
        if !complete {
            salvaged.whole = false;
            salvaged.incomplete = salvage::tables(&target)?;
        }
        let mut from_backup = 0;
        if let Some(backup) = backup.filter(|_| !salvaged.whole) {
            // Brought to the same format in memory: the backup itself stays as it is.
            let mut earlier = Connection::open_in_memory()?;
            let readable = open_to_write(&backup).and_then(|source| backup::copy(&source, &mut earlier));
            if readable.is_ok() && then.bring_up(&mut earlier).is_ok() {
                from_backup = salvage::rows_of(&earlier, &mut target, &salvaged.incomplete)?.rows;
            }
        }
        salvage::drop_orphans(&target)?;
        self.bring_up(&mut target)?;
        target.execute_batch(self.after_rescue)?;
        Ok((salvaged, from_backup))
    }
}

/// Where the first page is no database's, that of the newest backup stands in for it: tables begin where they began then.
fn borrow_first_page(damaged: &Path, backup: &Path) -> io::Result<()> {
    let mut file = File::options().read(true).write(true).open(damaged)?;
    let mut begins = [0; 16];
    let long_enough = file.metadata()?.len() > FIRST_PAGE as u64;
    if !long_enough || file.read_exact(&mut begins).is_ok() && begins == MAGIC {
        return Ok(());
    }
    let mut first = [0; FIRST_PAGE];
    File::open(backup)?.read_exact(&mut first)?;
    file.rewind()?;
    file.write_all(&first)?;
    file.sync_all()
}
