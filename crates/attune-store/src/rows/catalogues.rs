//! Imported catalogues.

use super::{new_id, tracks};
use crate::error::StoreError;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{Timestamp, Track};
use rusqlite::{Connection, OptionalExtension, Row, params};

const SELECT: &str = "SELECT id, name, enabled, added_at,
    (SELECT count(*) FROM tracks WHERE catalogue = catalogues.id) AS tracks FROM catalogues";

/// Stores a catalogue with its tracks, all or nothing.
pub(crate) fn add(
    db: &mut Connection,
    name: &str,
    list: &[Track],
    at: Timestamp,
) -> Result<CatalogueInfo, StoreError> {
    let tx = db.transaction()?;
    tx.execute("INSERT INTO catalogues (name, added_at) VALUES (?1, ?2)", params![name, at.0])?;
    let id = new_id(&tx)?;
    tracks::add_all(&tx, id, list)?;
    let made = tx.query_row(&format!("{SELECT} WHERE id = ?1"), [id], info)?;
    tx.commit()?;
    Ok(made)
}

/// All of them, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<CatalogueInfo>, StoreError> {
    let mut query = db.prepare_cached(&format!("{SELECT} ORDER BY id"))?;
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
