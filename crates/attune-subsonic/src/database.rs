//! The servers' own database, whatever state its file is in.
//!
//! All but the list of servers can be read from them again, so trouble never keeps the app from starting: a damaged file
//! is set aside, and what cannot be written is replaced by memory, each with a warning. No secret is in it.

use crate::error::SubsonicError;
use attune_core::{AppError, ErrorCode};
use rusqlite::{Connection as Db, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// The file's name.
pub(crate) const FILE: &str = "servers.db";
/// How the name of a damaged file that was set aside begins.
pub(crate) const ASIDE: &str = "servers.db.corrupt-";

/// Numbered steps from each format to the next; one that was released is never edited.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001_servers.sql"),
    include_str!("../migrations/0002_choices.sql"),
    include_str!("../migrations/0003_covers_and_plays.sql"),
];

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Connections to one database.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The one that writes.
    pub(crate) writer: Db,
    /// One that reads beside it; none where the database is in memory.
    pub(crate) reader: Option<Db>,
}

/// Opens or makes the database in `dir`. Memory is used where that cannot be done, and a warning says why.
pub(crate) fn open(dir: &Path, warnings: &mut Vec<AppError>) -> Result<Opened, SubsonicError> {
    let path = dir.join(FILE);
    let opened = match pair(dir, &path) {
        Err(SubsonicError::Corrupt) => {
            let aside = attune_files::set_aside(&path, ASIDE)?;
            let message = format!(
                "The database of servers was damaged. It was set aside as {}. Add your servers again.",
                aside.display()
            );
            warnings.push(AppError::new(ErrorCode::DatabaseSetAside, message));
            pair(dir, &path)
        }
        opened => opened,
    };
    opened.or_else(|trouble| {
        let warning = AppError::from(trouble);
        let message = format!("{} Until then the servers are forgotten at the end.", warning.message);
        warnings.push(warning.with_message(message));
        Ok(Opened { writer: in_memory()?, reader: None })
    })
}

/// A database in memory.
pub(crate) fn in_memory() -> Result<Db, SubsonicError> {
    ready(Db::open_in_memory()?)
}

fn pair(dir: &Path, path: &Path) -> Result<Opened, SubsonicError> {
    attune_files::private_folder(dir)?;
    attune_files::private_file(path)?;
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let writer =
        Db::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    if writer.is_readonly("main")? {
        return Err(SubsonicError::ReadOnly);
    }
    // Before anything is written: a newer database stays as it is.
    check_known(&writer)?;
    let writer = ready(writer)?;
    let verdict: String = writer.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict != "ok" {
        return Err(SubsonicError::Corrupt);
    }
    let reader = Db::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    reader.busy_timeout(PATIENCE)?;
    Ok(Opened { writer, reader: Some(reader) })
}

/// Settings and missing steps.
fn ready(mut db: Db) -> Result<Db, SubsonicError> {
    db.busy_timeout(PATIENCE)?;
    // One that reads first and writes later is refused at once, without any patience, if another process wrote between.
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // What was committed survives the end of the program, though perhaps not of the machine's power: a scan finds it again.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    let tx = db.transaction()?;
    for (number, step) in (0_u32..).zip(STEPS).skip(check_known(&tx)?) {
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", number + 1)?;
    }
    tx.commit()?;
    Ok(db)
}

/// How many steps a database has behind it, refusing one from the future.
fn check_known(db: &Db) -> Result<usize, SubsonicError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    if version > STEPS.len() { Err(SubsonicError::Newer) } else { Ok(version) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn codes(dir: &Path) -> Vec<ErrorCode> {
        let mut warnings = Vec::new();
        open(dir, &mut warnings).unwrap();
        warnings.into_iter().map(|w| w.code).collect()
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), "no database, but long enough to be looked at ".repeat(100))
            .unwrap();
        assert_eq!(codes(dir.path()), [ErrorCode::DatabaseSetAside]);
        assert_eq!(codes(dir.path()), []);
        assert!(dir.path().join(format!("{ASIDE}1")).exists());
    }

    #[test]
    fn a_newer_file_stays_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(codes(dir.path()), []);
        Db::open(dir.path().join(FILE)).unwrap().pragma_update(None, "user_version", 99).unwrap();
        let before = fs::read(dir.path().join(FILE)).unwrap();
        assert_eq!(codes(dir.path()), [ErrorCode::DatabaseNewer]);
        assert_eq!(fs::read(dir.path().join(FILE)).unwrap(), before);
    }
}
