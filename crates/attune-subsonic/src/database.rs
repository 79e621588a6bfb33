//! The servers' own database, whatever state its file is in.
//!
//! All but the list of servers can be read from them again, so trouble never keeps the app from starting: a damaged file
//! is rescued as far as possible, and what cannot be written is replaced by memory, each with a warning. No secret is in it.

use crate::error::SubsonicError;
use attune_core::{AppError, ErrorCode};
use attune_files::database::{Database, USUAL_LOG_PAGES};
use rusqlite::{Connection as Db, TransactionBehavior};
use std::path::Path;

/// The database of the listener's servers.
pub(crate) const DATABASE: Database = Database {
    file: "servers.db",
    steps: &[
        include_str!("../migrations/0001_servers.sql"),
        include_str!("../migrations/0002_choices.sql"),
        include_str!("../migrations/0003_covers_and_plays.sql"),
        include_str!("../migrations/0004_ratings.sql"),
    ],
    log_pages: USUAL_LOG_PAGES,
    after_rescue: "",
};

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
    on_disk(dir, warnings).or_else(|trouble| {
        let passes = trouble != SubsonicError::Newer;
        let warning = AppError::from(trouble);
        let message = format!("{} Until then the servers are forgotten at the end.", warning.message);
        warnings.push(if passes {
            AppError::new(ErrorCode::ServersInMemory, message).caused_by(warning)
        } else {
            warning.with_message(message)
        });
        Ok(Opened { writer: in_memory()?, reader: None })
    })
}

/// Makes a backup of the list of servers in the data folder if the newest one is older than a day; whether it did. It may
/// be in use meanwhile. Not for a thread that must not wait. Fails as [`Servers::open`](crate::Servers::open) warns.
pub fn back_up(data_dir: &Path) -> Result<bool, AppError> {
    Ok(DATABASE.back_up(data_dir).map_err(SubsonicError::from)?)
}

/// A database in memory.
pub(crate) fn in_memory() -> Result<Db, SubsonicError> {
    Ok(ready(DATABASE.in_memory()?))
}

fn on_disk(dir: &Path, warnings: &mut Vec<AppError>) -> Result<Opened, SubsonicError> {
    let (writer, rescued) = DATABASE.open(dir)?;
    let reader = Some(DATABASE.reader(dir)?);
    warnings.extend(rescued.map(|recovery| {
        let message =
            format!("The database of servers was damaged. {recovery} Look whether your servers are there.");
        AppError::new(ErrorCode::ServersSetAside, message)
    }));
    Ok(Opened { writer: ready(writer), reader })
}

/// One that reads first and writes later would be refused at once, without any patience, if another process wrote between.
fn ready(mut db: Db) -> Db {
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    db
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
        fs::write(
            dir.path().join(DATABASE.file),
            "no database, but long enough to be looked at ".repeat(100),
        )
        .unwrap();
        assert_eq!(codes(dir.path()), [ErrorCode::ServersSetAside]);
        assert_eq!(codes(dir.path()), []);
        assert!(dir.path().join(format!("{}1", DATABASE.aside())).exists());
    }

    #[test]
    fn a_newer_file_stays_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(codes(dir.path()), []);
        Db::open(dir.path().join(DATABASE.file)).unwrap().pragma_update(None, "user_version", 99).unwrap();
        let before = fs::read(dir.path().join(DATABASE.file)).unwrap();
        assert_eq!(codes(dir.path()), [ErrorCode::DatabaseNewer]);
        assert_eq!(fs::read(dir.path().join(DATABASE.file)).unwrap(), before);
    }
}
