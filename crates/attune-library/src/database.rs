//! The library's own database, whatever state its file is in.
//!
//! Everything in it but the choice of folders can be found again by scanning, so trouble never keeps the app from
//! starting: a damaged file is rescued as far as possible, and what cannot be written is replaced by memory, each with a
//! warning.

use crate::error::LocalError;
use crate::reform;
use attune_core::{AppError, ErrorCode};
use attune_files::database::Database;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// The database of the listener's music.
pub(crate) const DATABASE: Database = Database {
    file: "library.db",
    steps: &[
        include_str!("../migrations/0001_library.sql"),
        include_str!("../migrations/0002_files.sql"),
        include_str!("../migrations/0003_order.sql"),
        include_str!("../migrations/0004_changes.sql"),
        include_str!("../migrations/0005_moves.sql"),
        include_str!("../migrations/0006_ratings.sql"),
    ],
    // 32 MiB: each file of a scan changes many indexes, and bringing them in waits for the disk.
    log_pages: 8_192,
    // What triggers keep, counted anew; without a version the forms of names are made anew.
    after_rescue: "DELETE FROM forms;
        UPDATE tracks SET places = (SELECT count(*) FROM files WHERE track = tracks.id),
            heard_ms = (SELECT length_ms FROM analyses WHERE track = tracks.id);
        UPDATE folders SET tracks = (SELECT count(DISTINCT track) FROM files WHERE folder = folders.id),
            unreadable = (SELECT count(*) FROM files WHERE folder = folders.id AND code IS NOT NULL);
        DELETE FROM moves; DELETE FROM counts; INSERT INTO counts (tracks) SELECT count(*) FROM tracks WHERE gone_at IS NULL;",
};

/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 64;

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
    on_disk(dir, warnings).or_else(|trouble| {
        let passes = !matches!(trouble, LocalError::Newer);
        let warning = AppError::from(trouble);
        let message =
            format!("{} Until then the library is kept in memory and forgotten at the end.", warning.message);
        warnings.push(if passes {
            AppError::new(ErrorCode::LibraryInMemory, message).caused_by(warning)
        } else {
            warning.with_message(message)
        });
        let copied = DATABASE.copy_in_memory(dir).map_err(LocalError::from).and_then(ready);
        Ok(Opened { writer: copied.or_else(|_| in_memory())?, readers: None })
    })
}

/// Makes a backup of the library in the data folder if the newest one is older than a day; whether it did. It may be in
/// use meanwhile. Not for a thread that must not wait. Fails as [`Library::open`](crate::Library::open) warns.
pub fn back_up(data_dir: &Path) -> Result<bool, AppError> {
    Ok(DATABASE.back_up(data_dir).map_err(LocalError::from)?)
}

/// A database in memory, in the latest format.
pub(crate) fn in_memory() -> Result<Connection, LocalError> {
    ready(DATABASE.in_memory()?)
}

fn on_disk(dir: &Path, warnings: &mut Vec<AppError>) -> Result<Opened, LocalError> {
    let (writer, rescued) = DATABASE.open(dir)?;
    let writer = ready(writer)?;
    let reader = || -> Result<Connection, LocalError> {
        let reader = DATABASE.reader(dir)?;
        reader.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(reader)
    };
    let readers = Some([reader()?, reader()?, reader()?]);
    warnings.extend(rescued.map(|recovery| {
        let message = format!(
            "The library's database was damaged. {recovery} Look at your folders: a scan finds what is missing. \
             Music files were not touched."
        );
        AppError::new(ErrorCode::LibrarySetAside, message)
    }));
    Ok(Opened { writer, readers })
}

/// Brings a database's forms of names up to date.
fn ready(mut db: Connection) -> Result<Connection, LocalError> {
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    // One that reads first and writes later is refused at once, without any patience, if another process wrote between.
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    let tx = db.transaction()?;
    reform::bring_up(&tx)?;
    tx.commit()?;
    Ok(db)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Library;
    use attune_core::Timestamp;
    use rusqlite::params;
    use std::fs;

    fn codes(dir: &Path) -> (Library, Vec<ErrorCode>) {
        let (library, warnings) = Library::open(dir).unwrap();
        (library, warnings.into_iter().map(|w| w.code).collect())
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(
            dir.path().join(DATABASE.file),
            "no database at all, but long enough to be looked at ".repeat(100),
        )
        .unwrap();
        let (library, warnings) = codes(dir.path());
        assert_eq!(warnings, [ErrorCode::LibrarySetAside]);
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        drop(library);
        let (library, warnings) = codes(dir.path());
        assert_eq!((library.folders().unwrap().len(), warnings.len()), (1, 0));
        assert!(dir.path().join(format!("{}1", DATABASE.aside())).exists());
    }

    #[test]
    fn tracks_and_what_was_heard_are_saved_around_the_damage() {
        let dir = tempfile::tempdir().unwrap();
        let (library, _) = codes(dir.path());
        {
            let mut db = library.writer();
            let tx = db.transaction().unwrap();
            tx.execute_batch("INSERT INTO folders (id, path, added_at) VALUES (1, x'2F6D', 1)").unwrap();
            for id in 1..=3_000 {
                let sql = "INSERT INTO tracks (id, name, sound, found_at, title, artist, format) VALUES (?1, ?2, ?3, 1, ?4, 'A', 'wav')";
                tx.execute(
                    sql,
                    params![id, format!("local:{id}"), [id as u8, (id / 256) as u8], format!("Title {id}")],
                )
                .unwrap();
                let path = format!("{id}.wav").into_bytes();
                tx.execute(
                    "INSERT INTO files (folder, path, size, modified, track) VALUES (1, ?2, 1, 1, ?1)",
                    params![id, path],
                )
                .unwrap();
                tx.execute("INSERT INTO analyses (track, features_version, model_revision, at, length_ms) VALUES (?1, 1, '', 1, 7)", [id])
                    .unwrap();
            }
            tx.commit().unwrap();
        }
        assert!(back_up(dir.path()).unwrap());
        drop(library);
        let path = dir.path().join(DATABASE.file);
        let root: u32 = Connection::open(&path)
            .unwrap()
            .query_row(
                "SELECT pageno FROM dbstat WHERE name = 'tracks' AND pagetype = 'leaf' LIMIT 1 OFFSET 5",
                [],
                |r| r.get(0),
            )
            .unwrap();
        let mut bytes = fs::read(&path).unwrap();
        bytes[(root as usize - 1) * 4_096..root as usize * 4_096].fill(0xA5);
        fs::write(&path, &bytes).unwrap();
        let (library, warnings) = codes(dir.path());
        assert_eq!(warnings, [ErrorCode::LibrarySetAside]);
        let folder = library.folders().unwrap().remove(0);
        assert_eq!((folder.tracks, folder.unreadable), (3_000, 0), "the backup has the damaged page's");
        let db = library.reader();
        let count = |sql: &str| db.query_row(sql, [], |r| r.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT tracks FROM counts"), 3_000);
        assert_eq!(
            count("SELECT count(*) FROM words WHERE words MATCH 'title'"),
            3_000,
            "words to search by are made anew"
        );
        assert_eq!(count("SELECT count(*) FROM tracks WHERE places = 1 AND heard_ms = 7"), 3_000);
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
        let files = [DATABASE.file, "library.db-wal", "library.db-shm"];
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
        let path = dir.path().join(DATABASE.file);
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
        assert_eq!(warnings, [ErrorCode::LibraryInMemory]);
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        // A read-only copy still shows what was there.
        let (library, _) = codes(dir.path());
        library.add_folder(dir.path(), Timestamp(1)).unwrap();
        drop(library);
        let copied = DATABASE.copy_in_memory(dir.path()).unwrap();
        assert_eq!(copied.query_row("SELECT count(*) FROM folders", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    }
}
