//! Where the listener stopped.

use crate::error::StoreError;
use attune_core::TrackId;
use attune_core::player::ResumePoint;
use rusqlite::{Connection, OptionalExtension, params};

/// The place that is kept, if any.
pub(crate) fn get(db: &Connection) -> Result<Option<ResumePoint>, StoreError> {
    let mut query = db.prepare_cached("SELECT track, position_ms FROM place")?;
    let place =
        query.query_row([], |row| Ok(ResumePoint { track: TrackId(row.get(0)?), position_ms: row.get(1)? }));
    Ok(place.optional()?)
}

/// Replaces it.
pub(crate) fn set(db: &Connection, place: Option<&ResumePoint>) -> Result<(), StoreError> {
    match place {
        Some(place) => db
            .prepare_cached("INSERT OR REPLACE INTO place (one, track, position_ms) VALUES (1, ?1, ?2)")?
            .execute(params![place.track.0, place.position_ms])?,
        None => db.execute("DELETE FROM place", [])?,
    };
    Ok(())
}
