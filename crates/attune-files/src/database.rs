//! Databases of the listener's: opened and brought to the latest format, rescued where they are damaged, backed up.
//!
//! ```text
//! open ─ sound ──────────────────────────────────────────────→ in use
//!   └── damaged ─ rows that can be read ┐
//!                 rows of the newest    ├─→ a new file ─→ in use;  the damaged one lies beside it under a name
//!                 backup for the rest   ┘
//! ```
//!
//! A file counts as damaged if SQLite cannot open it, if `quick_check` finds something, if changes in the middle of its
//! write-ahead log cannot be read, or if it is empty although there are backups of it. [`Database::back_up`] keeps up to
//! three backups, at most one a day, each checked before it takes a place. What a listener deletes is deleted from the
//! backups too ([`Database::change_backups`]), so that nothing deleted comes back with them.

mod backup;
mod log;
mod recovery;
mod rescue;
mod salvage;

pub use backup::copy;
pub use recovery::Recovery;

use crate::{DiskTrouble, private_file, private_folder};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// One database: its file and its format.
#[derive(Debug, Clone, Copy)]
pub struct Database {
    /// The file's name.
    pub file: &'static str,
    /// Numbered steps from each format to the next: the first makes format 1. One that was released is never edited.
    pub steps: &'static [&'static str],
    /// Pages in the log from which they are brought into the file.
    pub log_pages: u32,
    /// Statements after rows were rescued, for what is counted or made from other rows.
    pub after_rescue: &'static str,
}

/// Pages after which SQLite brings its log into the file by itself.
pub const USUAL_LOG_PAGES: u32 = 1_000;

/// What SQLite says of a failure.
pub use rusqlite::Error as SqliteError;

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is of a later version.
    #[error("the database has format {found}, and this program knows {known}")]
    Newer {
        /// The format found.
        found: u32,
        /// The latest format known here.
        known: u32,
    },
    /// It is damaged, and what can be read of it could not be brought into a new file either.
    #[error("the database is damaged")]
    Corrupt,
    /// It may be read only.
    #[error("the database cannot be written")]
    ReadOnly,
    /// Other trouble of the database.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// Other trouble with a file.
    #[error(transparent)]
    File(#[from] io::Error),
}

impl OpenError {
    /// What it is to a listener; none for a database of a later version.
    #[must_use]
    pub fn trouble(&self) -> Option<DiskTrouble> {
        match self {
            Self::Newer { .. } => None,
            Self::Corrupt => Some(DiskTrouble::Corrupt),
            Self::ReadOnly => Some(DiskTrouble::ReadOnly),
            Self::Sqlite(error) => Some(error.into()),
            Self::File(error) => Some(error.into()),
        }
    }
}

impl Database {
    /// Opens or makes the database in `dir`, for its owner only, in the latest format. A damaged one is rescued into a new
    /// file, and what came back is told.
    pub fn open(&self, dir: &Path) -> Result<(Connection, Option<Recovery>), OpenError> {
        private_folder(dir)?;
        let path = self.path(dir);
        private_file(&path)?;
        if self.is_cut_to_nothing(&path)? || log_stays_damaged(&path)? {
            return self.rescue(&path);
        }
        match self.connect_patiently(&path) {
            Err(error) if error.trouble() == Some(DiskTrouble::Corrupt) => self.rescue(&path),
            opened => Ok((opened?, None)),
        }
    }

    /// A database in memory, in the latest format.
    pub fn in_memory(&self) -> Result<Connection, OpenError> {
        let mut db = Connection::open_in_memory()?;
        self.configure(&db)?;
        self.bring_up(&mut db)?;
        Ok(db)
    }

    /// A copy in memory of a database that can be read but not written.
    pub fn copy_in_memory(&self, dir: &Path) -> Result<Connection, OpenError> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        // `immutable`: without it SQLite wants to write a lock file beside the database.
        let uri = format!("file:{}?immutable=1", uri_path(&self.path(dir)));
        let source = Connection::open_with_flags(uri, flags)?;
        self.check_known(&source)?;
        sound(&source)?;
        let mut copy = Connection::open_in_memory()?;
        backup::copy(&source, &mut copy)?;
        self.configure(&copy)?;
        self.bring_up(&mut copy)?;
        Ok(copy)
    }

    /// A connection that reads beside the one that writes.
    pub fn reader(&self, dir: &Path) -> Result<Connection, OpenError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(self.path(dir), flags)?;
        reader.busy_timeout(PATIENCE)?;
        Ok(reader)
    }

    /// Removes backups and whatever was set aside or half written, so that nothing of the database is left beside it. All
    /// of it is tried; the first failure is given back.
    pub fn remove_copies(&self, dir: &Path) -> io::Result<()> {
        let prefixes = [self.aside(), self.backup_prefix(), self.scratch_prefix()];
        let mut removed = Ok(());
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            let name = entry.file_name();
            if prefixes.iter().any(|prefix| name.to_string_lossy().starts_with(prefix.as_str())) {
                removed = removed.and(std::fs::remove_file(entry.path()));
            }
        }
        removed
    }

    /// How the name of a damaged file that was set aside begins.
    #[must_use]
    pub fn aside(&self) -> String {
        format!("{}.corrupt-", self.file)
    }

    fn path(&self, dir: &Path) -> PathBuf {
        dir.join(self.file)
    }

    fn scratch_prefix(&self) -> String {
        format!("{}{}-", crate::HALF_WRITTEN, self.file)
    }

    /// A file made anew beside the database, for its owner only, for what is not whole yet.
    fn scratch(&self, path: &Path, name: &str) -> io::Result<PathBuf> {
        let scratch = path.with_file_name(format!("{}{name}", self.scratch_prefix()));
        remove_with_sides(&scratch)?;
        private_file(&scratch)?;
        Ok(scratch)
    }

    /// A file that something has cut to no bytes at all: SQLite takes it for a new one.
    fn is_cut_to_nothing(&self, path: &Path) -> io::Result<bool> {
        let log = std::fs::metadata(crate::beside(path, "-wal")).map_or(0, |log| log.len());
        let empty = std::fs::metadata(path)?.len() == 0 && log == 0;
        Ok(empty && self.newest_backup(path).is_some())
    }

    /// Connects, and tries again while another process is about to: SQLite does not wait by itself where two would wait
    /// for each other, as when both switch a new file to a write-ahead log.
    fn connect_patiently(&self, path: &Path) -> Result<Connection, OpenError> {
        let started = Instant::now();
        loop {
            match self.connect(path) {
                Err(error) if error.trouble() == Some(DiskTrouble::Busy) && started.elapsed() < PATIENCE => {
                    std::thread::sleep(PAUSE);
                }
                connected => return connected,
            }
        }
    }

    fn connect(&self, path: &Path) -> Result<Connection, OpenError> {
        let mut db = open_to_write(path)?;
        if db.is_readonly("main")? {
            return Err(OpenError::ReadOnly);
        }
        // Before anything is written: a newer database stays as it is.
        self.check_known(&db)?;
        self.configure(&db)?;
        sound(&db)?;
        self.bring_up(&mut db)?;
        Ok(db)
    }

    fn configure(&self, db: &Connection) -> Result<(), rusqlite::Error> {
        db.busy_timeout(PATIENCE)?;
        // A log that others can read beside; where a file system has none, SQLite keeps its older way by itself.
        db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        // What was committed survives the end of the program, though perhaps not of the machine's power.
        db.pragma_update(None, "synchronous", "NORMAL")?;
        db.pragma_update_and_check(None, "wal_autocheckpoint", self.log_pages, |_| Ok(()))?;
        db.pragma_update(None, "foreign_keys", true)?;
        // What is deleted is overwritten, and no copy of it goes to a temporary file.
        db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
        db.pragma_update(None, "temp_store", "MEMORY")?;
        db.pragma_update(None, "trusted_schema", false)
    }

    /// Refuses a database of a format that is not known here.
    fn check_known(&self, db: &Connection) -> Result<(), OpenError> {
        let (found, known) = (version(db)?, self.steps.len() as u32);
        if found > known { Err(OpenError::Newer { found, known }) } else { Ok(()) }
    }

    /// Takes the steps that are missing, in one transaction.
    pub fn bring_up(&self, db: &mut Connection) -> Result<(), OpenError> {
        self.check_known(db)?;
        if version(db)? as usize == self.steps.len() {
            return Ok(());
        }
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been quicker while this one waited for the lock.
        let done = version(&tx)? as usize;
        for (number, step) in (0_u32..).zip(self.steps).skip(done) {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", number + 1)?;
        }
        Ok(tx.commit()?)
    }
}

fn open_to_write(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    Ok(db)
}

/// The format of a database; 0 for an empty one.
fn version(db: &Connection) -> Result<u32, rusqlite::Error> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(u32::try_from(version).unwrap_or(0))
}

/// Looks for damage: structure, order, types; not every index entry, which takes much longer.
fn sound(db: &Connection) -> Result<(), OpenError> {
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(OpenError::Corrupt) }
}

/// The characters that mean something in a URI, escaped.
fn uri_path(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// Whether the log is damaged and stays so: a frame that another process is about to write looks damaged only for a moment.
fn log_stays_damaged(path: &Path) -> io::Result<bool> {
    if !log::is_damaged(path)? {
        return Ok(false);
    }
    std::thread::sleep(PAUSE);
    log::is_damaged(path)
}

/// Removes a database that is nobody's yet, with what SQLite keeps beside it.
fn remove_with_sides(path: &Path) -> io::Result<()> {
    for side in ["", "-wal", "-shm", "-journal"] {
        match std::fs::remove_file(crate::beside(path, side)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
