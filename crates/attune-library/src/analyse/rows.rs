//! What still has to be heard, and what was.

use super::AnalysisCounts;
use crate::error::LocalError;
use crate::library::Library;
use attune_core::{AnalysisVersions, AppError, Timestamp, TrackAnalysis, TrackId};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

/// A track that waits.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) row: i64,
    pub(super) id: TrackId,
    /// What its sound was recognised by when it was taken.
    sound: Vec<u8>,
}

/// Tracks that are looked at in one go, so that nobody waits long for the database.
const BATCH: u32 = 256;

/// The way through the library from the newest track to the oldest, each looked at once; tracks that are found
/// meanwhile come next.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    /// Numbers that are still to be looked at, as ranges behind the first and up to the second; the last range first.
    ranges: Vec<(i64, i64)>,
    /// The greatest number that was seen.
    newest: i64,
    /// What waits among those looked at last, the newest last.
    waiting: Vec<Waiting>,
}

impl Cursor {
    /// The newest track that waits and was not given yet; none at the end. `go_on` is asked between two looks.
    pub(super) fn next(
        &mut self,
        library: &Library,
        versions: &AnalysisVersions,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Option<Waiting>, LocalError> {
        loop {
            self.see_new(&library.lookups())?;
            if let Some(track) = self.waiting.pop() {
                return Ok(Some(track));
            }
            if self.ranges.is_empty() || !go_on() {
                return Ok(None);
            }
            self.look(&library.lookups(), versions)?;
        }
    }

    /// Puts what was found since the last look before all else.
    fn see_new(&mut self, db: &Connection) -> Result<(), LocalError> {
        let newest: i64 =
            db.prepare_cached("SELECT ifnull(max(id), 0) FROM tracks")?.query_row([], |row| row.get(0))?;
        if newest > self.newest {
            // What waits already is looked at again, after the new ones.
            if let (Some(first), Some(last)) = (self.waiting.first(), self.waiting.last()) {
                self.ranges.push((first.row - 1, last.row));
                self.waiting.clear();
            }
            self.ranges.push((self.newest, newest));
            self.newest = newest;
        }
        Ok(())
    }

    /// Looks at the next tracks.
    fn look(&mut self, db: &Connection, versions: &AnalysisVersions) -> Result<(), LocalError> {
        let Some((behind, upto)) = self.ranges.pop() else { return Ok(()) };
        // Earlier versions remembered a disk's failure as if it were the file's.
        let mut query = db.prepare_cached(
            "SELECT tracks.id, name, sound, gone_at IS NULL AND (analyses.track IS NULL OR features_version <> ?1
             OR model_revision <> ?2 OR analyses.code IS 'audio_unreadable')
             FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id
             WHERE tracks.id > ?3 AND tracks.id <= ?4 ORDER BY tracks.id DESC LIMIT ?5",
        )?;
        let mut rows = query.query(params![versions.features, versions.model, behind, upto, BATCH])?;
        let (mut seen, mut last) = (0, behind);
        while let Some(row) = rows.next()? {
            seen += 1;
            last = row.get(0)?;
            if row.get(3)? {
                self.waiting.push(Waiting { row: last, id: TrackId(row.get(1)?), sound: row.get(2)? });
            }
        }
        self.waiting.reverse();
        if seen == BATCH && last - 1 > behind {
            self.ranges.push((behind, last - 1));
        }
        Ok(())
    }
}

/// Tracks by what became of listening to them; those heard with these versions are counted off an index.
pub(super) fn counts(db: &Connection, versions: &AnalysisVersions) -> Result<AnalysisCounts, LocalError> {
    // Few tracks are gone, so those are taken off.
    let mut query = db.prepare_cached(
        "SELECT count(*) FILTER (WHERE code IS NULL), count(*) FILTER (WHERE code IS NOT NULL) FROM analyses
         WHERE features_version = ?1 AND model_revision = ?2 AND code IS NOT 'audio_unreadable'",
    )?;
    let mut gone = db.prepare_cached(
        "SELECT count(*) FILTER (WHERE code IS NULL), count(*) FILTER (WHERE code IS NOT NULL)
         FROM tracks JOIN analyses ON analyses.track = tracks.id WHERE gone_at IS NOT NULL
         AND features_version = ?1 AND model_revision = ?2 AND code IS NOT 'audio_unreadable'",
    )?;
    let pair = |row: &Row| Ok::<(u32, u32), rusqlite::Error>((row.get(0)?, row.get(1)?));
    let (heard, failed) = query.query_row(params![versions.features, versions.model], pair)?;
    let (gone_heard, gone_failed) = gone.query_row(params![versions.features, versions.model], pair)?;
    let total: u32 = db.prepare_cached("SELECT tracks FROM counts")?.query_row([], |row| row.get(0))?;
    let (heard, failed) = (heard.saturating_sub(gone_heard), failed.saturating_sub(gone_failed));
    Ok(AnalysisCounts { heard, failed, waiting: total.saturating_sub(heard + failed) })
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
    versions: &AnalysisVersions,
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
    versions: &AnalysisVersions,
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
