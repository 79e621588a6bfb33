//! What the listener said about tracks.

use super::{estimate, name, new_id, word};
use crate::error::StoreError;
use attune_core::{Affect, Circumstances, Feedback, FeedbackKind, Timestamp, TrackId};
use rusqlite::{Connection, Row, params};

const INSERT: &str =
    "INSERT INTO feedback (track, kind, at, artist, place_valence, place_arousal, policy, hour,
    valence, arousal, sd_valence, sd_arousal, heard, propensity)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

pub(crate) fn add(db: &Connection, feedback: &Feedback) -> Result<u32, StoreError> {
    let c = feedback.circumstances.as_ref();
    db.prepare_cached(INSERT)?.execute(params![
        feedback.track.0,
        name(feedback.kind)?,
        feedback.at.0,
        feedback.artist,
        feedback.track_affect.map(|p| p.valence),
        feedback.track_affect.map(|p| p.arousal),
        c.map(|c| name(c.policy)).transpose()?,
        c.map(|c| c.hour),
        c.map(|c| c.target.mean.valence),
        c.map(|c| c.target.mean.arousal),
        c.map(|c| c.target.sd_valence),
        c.map(|c| c.target.sd_arousal),
        c.and_then(|c| c.heard),
        c.and_then(|c| c.propensity),
    ])?;
    new_id(db)
}

pub(crate) fn remove(db: &Connection, id: u32) -> Result<(), StoreError> {
    db.execute("DELETE FROM feedback WHERE id = ?1", [id])?;
    Ok(())
}

/// Removes all feedback of these kinds, of one track or of all.
pub(crate) fn forget(
    db: &mut Connection,
    kinds: &[FeedbackKind],
    track: Option<&TrackId>,
) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    for kind in kinds {
        let sql = "DELETE FROM feedback WHERE kind = ?1 AND (?2 IS NULL OR track = ?2)";
        tx.prepare_cached(sql)?.execute(params![name(kind)?, track.map(|t| &t.0)])?;
    }
    tx.commit()?;
    Ok(())
}

/// All feedback, oldest first; a kind that this version does not know is passed over.
pub(crate) fn all(db: &Connection) -> Result<Vec<Feedback>, StoreError> {
    let mut query = db.prepare_cached("SELECT * FROM feedback ORDER BY at, id")?;
    let known = query.query_map([], feedback)?.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    Ok(known)
}

fn feedback(row: &Row) -> rusqlite::Result<Option<Feedback>> {
    let Some(kind) = word(row.get("kind")?) else { return Ok(None) };
    let place: (Option<f64>, Option<f64>) = (row.get("place_valence")?, row.get("place_arousal")?);
    Ok(Some(Feedback {
        track: TrackId(row.get("track")?),
        kind,
        at: Timestamp(row.get("at")?),
        artist: row.get("artist")?,
        track_affect: place.0.zip(place.1).map(|(v, a)| Affect::new(v, a)),
        circumstances: circumstances(row)?,
    }))
}

/// The circumstances; none in rows of older versions, or with a policy that this version does not know.
fn circumstances(row: &Row) -> rusqlite::Result<Option<Circumstances>> {
    let Some(policy) = row.get::<_, Option<String>>("policy")?.and_then(word) else { return Ok(None) };
    Ok(Some(Circumstances {
        target: estimate(row)?,
        policy,
        hour: row.get::<_, u8>("hour")?.min(23),
        heard: row.get("heard")?,
        propensity: row.get("propensity")?,
    }))
}
