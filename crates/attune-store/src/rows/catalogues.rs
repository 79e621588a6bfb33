//! Imported catalogues.

use super::{new_id, tracks};
use crate::error::StoreError;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{Timestamp, Track};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How far a catalogue is, in the column `complete`.
const BEGUN: u8 = 0;
const COMPLETE: u8 = 1;
const REMOVED: u8 = 2;

const SELECT: &str = "SELECT id, name, enabled, added_at,
    (SELECT count(*) FROM tracks WHERE catalogue = catalogues.id) AS tracks FROM catalogues";

/// Begins one that is not complete yet and gives its id.
pub(crate) fn begin(db: &Connection, name: &str, at: Timestamp) -> Result<String, StoreError> {
    let sql = "INSERT INTO catalogues (name, added_at, complete) VALUES (?1, ?2, ?3)";
    db.execute(sql, params![name, at.0, BEGUN])?;
    Ok(new_id(db)?.to_string())
}

/// Adds a whole one under the number that it has; the caller holds the transaction.
pub(crate) fn put_back(db: &Connection, info: &CatalogueInfo, list: &[Track]) -> Result<(), StoreError> {
    let id: u32 = info.id.parse().map_err(|_| StoreError::CatalogueGone)?;
    let sql = "INSERT INTO catalogues (id, name, enabled, added_at, complete) VALUES (?1, ?2, ?3, ?4, ?5)";
    let added_at = info.added_at.unwrap_or_default() as i64;
    db.execute(sql, params![id, info.name, info.enabled, added_at, COMPLETE])?;
    tracks::add_all(db, id, &list.iter().collect::<Vec<_>>())
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
    mark(db, id, COMPLETE)?;
    Ok(db.query_row(&format!("{SELECT} WHERE id = ?1"), [id], info)?)
}

/// Removes what is left of imports that were broken off, by the end of the program for instance.
pub(crate) fn remove_incomplete(db: &Connection) -> Result<(), StoreError> {
    db.execute("UPDATE catalogues SET complete = ?2 WHERE complete = ?1", [BEGUN, REMOVED])?;
    Ok(())
}

/// What a sweep has done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Swept {
    /// There was nothing to do.
    Nothing,
    /// Tracks are deleted.
    Tracks,
    /// The last of this catalogue is deleted.
    Catalogue(u32),
}

/// Deletes up to so many tracks of a removed catalogue, and it after the last of them.
pub(crate) fn sweep(db: &mut Connection, most: u32) -> Result<Swept, StoreError> {
    let removed = "SELECT id FROM catalogues WHERE complete = ?1 ORDER BY id LIMIT 1";
    let Some(id) = db.query_row(removed, [REMOVED], |row| row.get::<_, u32>(0)).optional()? else {
        return Ok(Swept::Nothing);
    };
    let sql = "DELETE FROM tracks WHERE catalogue = ?1 AND position <
        (SELECT min(position) FROM tracks WHERE catalogue = ?1) + ?2";
    if db.execute(sql, [id, most])? > 0 {
        return Ok(Swept::Tracks);
    }
    delete(db, id)?;
    Ok(Swept::Catalogue(id))
}

/// Deletes a catalogue at once and, by the foreign key, its tracks; that there is none is fine.
pub(crate) fn delete(db: &Connection, id: u32) -> Result<(), StoreError> {
    db.execute("DELETE FROM catalogues WHERE id = ?1", [id])?;
    Ok(())
}

/// All that are complete, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<CatalogueInfo>, StoreError> {
    let mut query = db.prepare_cached(&format!("{SELECT} WHERE complete = ?1 ORDER BY id"))?;
    let all = query.query_map([COMPLETE], info)?.collect::<Result<_, _>>()?;
    Ok(all)
}

/// The number of a catalogue that is there.
pub(crate) fn existing(db: &Connection, catalogue: &str) -> Result<u32, StoreError> {
    let id: u32 = catalogue.parse().map_err(|_| StoreError::CatalogueGone)?;
    let sql = "SELECT id FROM catalogues WHERE id = ?1 AND complete <> ?2";
    let found = db.query_row(sql, params![id, REMOVED], |row| row.get(0)).optional()?;
    found.ok_or(StoreError::CatalogueGone)
}

pub(crate) fn enable(db: &Connection, catalogue: &str, enabled: bool) -> Result<(), StoreError> {
    let id = existing(db, catalogue)?;
    db.execute("UPDATE catalogues SET enabled = ?2 WHERE id = ?1", params![id, enabled])?;
    Ok(())
}

/// Removes a catalogue, and gives its number; its tracks are left to [`sweep`]. That there is none is fine.
pub(crate) fn remove(db: &Connection, catalogue: &str) -> Result<Option<u32>, StoreError> {
    match existing(db, catalogue) {
        Ok(id) => mark(db, id, REMOVED).map(|()| Some(id)),
        Err(StoreError::CatalogueGone) => Ok(None),
        Err(e) => Err(e),
    }
}

fn mark(db: &Connection, id: u32, how_far: u8) -> Result<(), StoreError> {
    db.execute("UPDATE catalogues SET complete = ?2 WHERE id = ?1", params![id, how_far])?;
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
