//! Opening the database, whatever state its file is in.

use crate::error::StoreError;
use crate::folder::ASIDE;
use crate::migrations::{self, STEPS};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens or makes the database, for its owner only; a damaged one is set aside, and its new place given, before a new one
/// is made.
pub(crate) fn open(path: &Path) -> Result<(Connection, Option<PathBuf>), StoreError> {
    attune_files::private_file(path)?;
    match connect_patiently(path) {
        Err(StoreError::Corrupt) => {
            let aside = attune_files::set_aside(path, ASIDE)?;
            attune_files::private_file(path)?;
            Ok((connect_patiently(path)?, Some(aside)))
        }
        opened => Ok((opened?, None)),
    }
}

/// Connects, and tries again while another process is about to: SQLite does not wait by itself where two would
/// wait for each other, as when both switch a new file to a write-ahead log.
fn connect_patiently(path: &Path) -> Result<Connection, StoreError> {
    let started = Instant::now();
    loop {
        match connect(path) {
            Err(StoreError::Busy) if started.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            connected => return connected,
        }
    }
}

/// A database in memory, in the latest format.
pub(crate) fn in_memory() -> Result<Connection, StoreError> {
    let mut db = Connection::open_in_memory()?;
    configure(&db)?;
    migrations::run(&mut db, STEPS)?;
    Ok(db)
}

/// A copy in memory of a database that cannot be written; an empty one if it cannot be read either.
pub(crate) fn copy_in_memory(path: &Path) -> Result<Connection, StoreError> {
    read_copy(path).or_else(|_| in_memory())
}

fn read_copy(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // `immutable`: without it SQLite wants to write a lock file beside the database.
    let source = Connection::open_with_flags(format!("file:{}?immutable=1", uri_path(path)), flags)?;
    migrations::check_known(&source, STEPS)?;
    sound(&source)?;
    let mut copy = Connection::open_in_memory()?;
    Backup::new(&source, &mut copy)?.run_to_completion(1_000, Duration::ZERO, None)?;
    configure(&copy)?;
    migrations::run(&mut copy, STEPS)?;
    Ok(copy)
}

/// The characters that mean something in a URI, escaped.
fn uri_path(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    if db.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    // Before anything is written: a newer database stays as it is.
    migrations::check_known(&db, STEPS)?;
    configure(&db)?;
    sound(&db)?;
    migrations::run(&mut db, STEPS)?;
    Ok(db)
}

fn configure(db: &Connection) -> Result<(), StoreError> {
    db.busy_timeout(PATIENCE)?;
    // A log that others can read beside; where a file system has none, SQLite keeps its older way by itself.
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten, and no copy of it goes to a temporary file.
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(())
}

/// Looks for damage: structure, order, types; not every index entry, which takes much longer.
fn sound(db: &Connection) -> Result<(), StoreError> {
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Corrupt) }
}
