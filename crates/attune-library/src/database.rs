//! The library's own database, whatever state its file is in.
//!
//! Everything in it but the choice of folders can be found again by scanning, so trouble never keeps the app from
//! starting: a damaged file is set aside, and what cannot be written is replaced by memory, each with a warning.

use crate::error::LocalError;
use crate::reform;
use attune_core::{AppError, ErrorCode};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// The file's name.
pub(crate) const FILE: &str = "library.db";
/// How the name of a damaged file that was set aside begins.
pub(crate) const ASIDE: &str = "library.db.corrupt-";

/// Numbered steps from each format to the next; one that was released is never edited.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001_library.sql"),
    include_str!("../migrations/0002_files.sql"),
    include_str!("../migrations/0003_order.sql"),
];

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 64;

/// Pages in the log from which they are brought into the file, 32 MiB: each file of a scan changes many indexes, and
/// bringing them in waits for the disk.
const LOG_PAGES: u32 = 8_192;

/// Connections to one database.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The one that writes.
    pub(crate) writer: Connection,
    /// Those that read beside it; none where the database is in memory.
    pub(crate) readers: Option<[Connection; 3]>,
}

/// A state of the database: another one means that something may have changed, by whichever program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// Changes by other connections.
    others: i64,
    /// Changes by this one.
    own: u64,
}

impl Revision {
    pub(crate) fn of(db: &Connection) -> Result<Self, LocalError> {
        let others = db.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(Self { others, own: db.total_changes() })
    }
}

/// Opens or makes the database in `dir`. Memory is used where that cannot be done, and a warning says why.
pub(crate) fn open(dir: &Path, warnings: &mut Vec<AppError>) -> Result<Opened, LocalError> {
    let path = dir.join(FILE);
    let opened = match pair(dir, &path) {
        Err(LocalError::Corrupt) => {
            let aside = attune_files::set_aside(&path, ASIDE)?;
            warnings.push(AppError::new(
                ErrorCode::LibrarySetAside,
                format!(
                    "The library's database was damaged. It was set aside as {} and a new one begun: add your \
                     folders again, and a scan finds their music. Music files were not touched.",
                    aside.display()
                ),
            ));
            pair(dir, &path)
        }
        opened => opened,
    };
    opened.or_else(|trouble| {
        let warning = AppError::from(trouble);
        let message =
            format!("{} Until then the library is kept in memory and forgotten at the end.", warning.message);
        warnings.push(warning.with_message(message));
        Ok(Opened { writer: copy(&path).or_else(|_| in_memory())?, readers: None })
    })
}

/// A database in memory, in the latest format.
pub(crate) fn in_memory() -> Result<Connection, LocalError> {
    ready(Connection::open_in_memory()?)
}

fn pair(dir: &Path, path: &Path) -> Result<Opened, LocalError> {
    attune_files::private_folder(dir)?;
    attune_files::private_file(path)?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let writer = Connection::open_with_flags(path, flags)?;
    if writer.is_readonly("main")? {
        return Err(LocalError::ReadOnly);
    }
    // Before anything is written: a newer database stays as it is.
    check_known(&writer)?;
    let writer = ready(writer)?;
    let verdict: String = writer.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict != "ok" {
        return Err(LocalError::Corrupt);
    }
    Ok(Opened { writer, readers: Some([reader(path)?, reader(path)?, reader(path)?]) })
}

fn reader(path: &Path) -> Result<Connection, LocalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags)?;
    reader.busy_timeout(PATIENCE)?;
    reader.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(reader)
}

/// Settings and missing steps.
fn ready(mut db: Connection) -> Result<Connection, LocalError> {
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    // One that reads first and writes later is refused at once, without any patience, if another process wrote between.
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // What was committed survives the end of the program, though perhaps not of the machine's power: a scan finds it again.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update_and_check(None, "wal_autocheckpoint", LOG_PAGES, |_| Ok(()))?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    let tx = db.transaction()?;
    for (number, step) in (0_u32..).zip(STEPS).skip(check_known(&tx)?) {
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", number + 1)?;
    }
    reform::bring_up(&tx)?;
    tx.commit()?;
    Ok(db)
}

/// How many steps a database has behind it, refusing one from the future.
fn check_known(db: &Connection) -> Result<usize, LocalError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    if version > STEPS.len() { Err(LocalError::Newer) } else { Ok(version) }
}

/// A copy in memory of a database that may be read but not written.
fn copy(path: &Path) -> Result<Connection, LocalError> {
    let source = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    check_known(&source)?;
    let mut copy = Connection::open_in_memory()?;
    Backup::new(&source, &mut copy)?.run_to_completion(1_000, Duration::ZERO, None)?;
    ready(copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Library;
    use attune_core::Timestamp;
    use std::fs;

    fn codes(dir: &Path) -> (Library, Vec<ErrorCode>) {
        let (library, warnings) = Library::open(dir).unwrap();
        (library, warnings.into_iter().map(|w| w.code).collect())
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), "no database at all, but long enough to be looked at ".repeat(100))
            .unwrap();
        let (library, warnings) = codes(dir.path());
        assert_eq!(warnings, [ErrorCode::LibrarySetAside]);
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        drop(library);
        let (library, warnings) = codes(dir.path());
        assert_eq!((library.folders().unwrap().len(), warnings.len()), (1, 0));
        assert!(dir.path().join(format!("{ASIDE}1")).exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_the_listeners_alone_whatever_it_was_before() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        let mode = |name: &str| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
        let set =
            |name: &str, mode| fs::set_permissions(path(name), fs::Permissions::from_mode(mode)).unwrap();
        let files = [FILE, "library.db-wal", "library.db-shm"];
        set("", 0o755);
        let (library, _) = codes(dir.path());
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        assert_eq!((files.map(mode), mode("")), ([0o600; 3], 0o700), "made anew");
        for name in files {
            set(name, 0o644);
        }
        let _again = codes(dir.path());
        assert_eq!(files.map(mode), [0o600; 3], "open to others before");
    }

    #[test]
    fn a_newer_file_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        drop(codes(dir.path()));
        let path = dir.path().join(FILE);
        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "user_version", 99).unwrap();
        drop(db);
        let before = fs::read(&path).unwrap();
        let (library, warnings) = codes(dir.path());
        assert_eq!(warnings, [ErrorCode::LibraryNewer]);
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_replaced_by_memory() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        let (library, warnings) = codes(&dir.path().join("file"));
        assert_eq!(warnings, [ErrorCode::LibraryFailed]);
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        // A read-only copy still shows what was there.
        let (library, _) = codes(dir.path());
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        drop(library);
        let copied = copy(&dir.path().join(FILE)).unwrap();
        assert_eq!(copied.query_row("SELECT count(*) FROM folders", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    }
}
