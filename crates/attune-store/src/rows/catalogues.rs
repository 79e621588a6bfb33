//! Imported catalogues.

use super::{new_id, tracks};
use crate::error::StoreError;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{Timestamp, Track};
use rusqlite::{Connection, OptionalExtension, Row, params};

const SELECT: &str = "SELECT id, name, enabled, added_at,
    (SELECT count(*) FROM tracks WHERE catalogue = catalogues.id) AS tracks FROM catalogues";

/// Begins one that is not complete yet and gives its id.
pub(crate) fn begin(db: &Connection, name: &str, at: Timestamp) -> Result<String, StoreError> {
    let sql = "INSERT INTO catalogues (name, added_at, complete) VALUES (?1, ?2, 0)";
    db.execute(sql, params![name, at.0])?;
    Ok(new_id(db)?.to_string())
}

/// Adds the next tracks, all or none of them.
pub(crate) fn extend(db: &mut Connection, catalogue: &str, list: &[&Track]) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    tracks::add_all(&tx, existing(&tx, catalogue)?, list)?;
    tx.commit()?;
    Ok(())
}

/// Completes one and tells what there is to show of it.
pub(crate) fn finish(db: &Connection, catalogue: &str) -> Result<CatalogueInfo, StoreError> {
    let id = existing(db, catalogue)?;
    db.execute("UPDATE catalogues SET complete = 1 WHERE id = ?1", [id])?;
    Ok(db.query_row(&format!("{SELECT} WHERE id = ?1"), [id], info)?)
}

/// Removes what is left of imports that were broken off, by the end of the program for instance.
pub(crate) fn remove_incomplete(db: &Connection) -> Result<(), StoreError> {
    db.execute("DELETE FROM catalogues WHERE complete = 0", [])?;
    Ok(())
}

/// All that are complete, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<CatalogueInfo>, StoreError> {
    let mut query = db.prepare_cached(&format!("{SELECT} WHERE complete = 1 ORDER BY id"))?;
    let all = query.query_map([], info)?.collect::<Result<_, _>>()?;
    Ok(all)
}

/// The number of a catalogue that is there.
pub(crate) fn existing(db: &Connection, catalogue: &str) -> Result<u32, StoreError> {
    let id: u32 = catalogue.parse().map_err(|_| StoreError::CatalogueGone)?;
    let found = db.query_row("SELECT id FROM catalogues WHERE id = ?1", [id], |row| row.get(0)).optional()?;
    found.ok_or(StoreError::CatalogueGone)
}

pub(crate) fn enable(db: &Connection, catalogue: &str, enabled: bool) -> Result<(), StoreError> {
    let id = existing(db, catalogue)?;
    db.execute("UPDATE catalogues SET enabled = ?2 WHERE id = ?1", params![id, enabled])?;
    Ok(())
}

/// Removes a catalogue and, by the foreign key, its tracks; that there is none is fine.
pub(crate) fn remove(db: &Connection, catalogue: &str) -> Result<(), StoreError> {
    match existing(db, catalogue) {
        Ok(id) => db.execute("DELETE FROM catalogues WHERE id = ?1", [id])?,
        Err(StoreError::CatalogueGone) => 0,
        Err(e) => return Err(e),
    };
    Ok(())
}

fn info(row: &Row) -> rusqlite::Result<CatalogueInfo> {
    Ok(CatalogueInfo {
        id: row.get::<_, u32>("id")?.to_string(),
        name: row.get("name")?,
        tracks: row.get("tracks")?,
        enabled: row.get("enabled")?,
        added_at: Some(row.get::<_, i64>("added_at")? as f64),
    })
}
