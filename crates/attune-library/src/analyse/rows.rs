//! What still has to be heard, and what was.

use super::{AnalysisCounts, TrackAnalysis, Versions};
use crate::error::LocalError;
use attune_core::{AppError, Timestamp, TrackId};
use rusqlite::{Connection, OptionalExtension, named_params, params};
use std::collections::HashSet;

/// A track that waits.
pub(super) struct Waiting {
    pub(super) row: i64,
    pub(super) id: TrackId,
    /// What its sound was recognised by when it was taken.
    sound: Vec<u8>,
}

/// Whether a track waits, as a condition over tracks and their analyses. Earlier versions remembered a disk's failure
/// as if it were the file's.
const WAITS: &str =
    "gone_at IS NULL AND (analyses.track IS NULL OR features_version <> ?1 OR model_revision <> ?2
    OR analyses.code IS 'audio_unreadable')";

/// The newest track that waits and was not taken.
pub(super) fn next(
    db: &Connection,
    versions: &Versions,
    taken: &HashSet<i64>,
) -> Result<Option<Waiting>, LocalError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT tracks.id, name, sound FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id
         WHERE {WAITS} ORDER BY found_at DESC, tracks.id DESC LIMIT ?3"
    ))?;
    // Whatever was taken, one more row holds one that was not.
    let most = i64::try_from(taken.len()).unwrap_or(i64::MAX).saturating_add(1);
    let mut rows = query.query(params![versions.features, versions.model, most])?;
    while let Some(row) = rows.next()? {
        let number = row.get(0)?;
        if !taken.contains(&number) {
            return Ok(Some(Waiting { row: number, id: TrackId(row.get(1)?), sound: row.get(2)? }));
        }
    }
    Ok(None)
}

pub(super) fn counts(db: &Connection, versions: &Versions) -> Result<AnalysisCounts, LocalError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT count(*) FILTER (WHERE {WAITS}), count(*) FILTER (WHERE NOT ({WAITS}) AND code IS NULL),
         count(*) FILTER (WHERE NOT ({WAITS}) AND code IS NOT NULL)
         FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id WHERE gone_at IS NULL"
    ))?;
    Ok(query.query_row(params![versions.features, versions.model], |row| {
        Ok(AnalysisCounts { waiting: row.get(0)?, heard: row.get(1)?, failed: row.get(2)? })
    })?)
}

pub(super) fn features(db: &Connection, id: &TrackId) -> Result<Option<Vec<u8>>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT features FROM analyses WHERE track = (SELECT id FROM tracks WHERE name = ?1)",
    )?;
    let found: Option<Option<Vec<u8>>> = query.query_row([&id.0], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// What was measured in a track with the present version.
pub(super) fn known_features(
    db: &Connection,
    row: i64,
    versions: &Versions,
) -> Result<Option<Vec<u8>>, LocalError> {
    let mut query =
        db.prepare_cached("SELECT features FROM analyses WHERE track = ?1 AND features_version = ?2")?;
    let found: Option<Option<Vec<u8>>> =
        query.query_row(params![row, versions.features], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Keeps what was heard, or why nothing was; nothing if the track's sound has changed or gone meanwhile.
pub(super) fn keep(
    db: &Connection,
    track: &Waiting,
    versions: &Versions,
    outcome: &Result<TrackAnalysis, AppError>,
    now: Timestamp,
) -> Result<(), LocalError> {
    let (heard, problem) = (outcome.as_ref().ok(), outcome.as_ref().err());
    let affect = heard.and_then(|h| h.affect);
    db.prepare_cached(
        "INSERT OR REPLACE INTO analyses (track, features_version, model_revision, at, features, valence, arousal,
         sd_valence, sd_arousal, loudness, peak, tempo, length_ms, code, message)
         SELECT :track, :version, :model, :at, :features, :valence, :arousal, :sd_valence, :sd_arousal, :loudness,
         :peak, :tempo, :length, :code, :message FROM tracks WHERE id = :track AND sound = :sound",
    )?
    .execute(named_params! {
        ":track": track.row,
        ":sound": track.sound,
        ":version": versions.features,
        ":model": versions.model,
        ":at": now.0,
        ":features": heard.map(|h| &h.features),
        ":valence": affect.map(|a| a.mean.valence),
        ":arousal": affect.map(|a| a.mean.arousal),
        ":sd_valence": affect.map(|a| a.sd_valence),
        ":sd_arousal": affect.map(|a| a.sd_arousal),
        ":loudness": heard.and_then(|h| h.loudness).filter(|x| x.is_finite()),
        ":peak": heard.and_then(|h| h.peak).filter(|x| x.is_finite()),
        ":tempo": heard.and_then(|h| h.tempo).filter(|x| x.is_finite()),
        ":length": heard.and_then(|h| h.length_ms).filter(|ms| *ms > 0),
        ":code": problem.map(|p| p.code.as_str()),
        ":message": problem.map(|p| &p.message),
    })?;
    Ok(())
}
