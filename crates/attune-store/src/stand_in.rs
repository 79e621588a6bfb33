//! Memory that stands in for a disk that could not be written at the start.

use crate::error::StoreError;
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
