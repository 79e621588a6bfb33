//! What the listener said about tracks.

use super::{name, new_id, word};
use crate::error::StoreError;
use attune_core::{Feedback, Timestamp, TrackId};
use rusqlite::{Connection, params};

pub(crate) fn add(db: &Connection, feedback: &Feedback) -> Result<u32, StoreError> {
    db.prepare_cached("INSERT INTO feedback (track, kind, at) VALUES (?1, ?2, ?3)")?.execute(params![
        feedback.track.0,
        name(feedback.kind)?,
        feedback.at.0
    ])?;
    new_id(db)
}

pub(crate) fn remove(db: &Connection, id: u32) -> Result<(), StoreError> {
    db.execute("DELETE FROM feedback WHERE id = ?1", [id])?;
    Ok(())
}

/// All feedback, oldest first; a kind that this version does not know is passed over.
pub(crate) fn all(db: &Connection) -> Result<Vec<Feedback>, StoreError> {
    let mut query = db.prepare_cached("SELECT track, kind, at FROM feedback ORDER BY at, id")?;
    let rows = query.query_map([], |row| {
        let (track, at) = (TrackId(row.get("track")?), Timestamp(row.get("at")?));
        Ok(word(row.get("kind")?).map(|kind| Feedback { track, kind, at }))
    })?;
    let known = rows.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    Ok(known)
}
