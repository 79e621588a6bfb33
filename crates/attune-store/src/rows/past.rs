//! What the listener heard elsewhere.

use super::{name, new_id, word};
use crate::error::StoreError;
use attune_core::Timestamp;
use attune_core::taste::{
    CountedTimes, PastEnding, PastEvidence, PastHistory, PastPlay, PastPlays, PastTrack,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How far a history is, in the column `complete`.
const BEGUN: u8 = 0;
const COMPLETE: u8 = 1;
const REMOVED: u8 = 2;

/// Begins one that is not complete yet and gives its number.
pub(crate) fn begin(db: &Connection, source: &str, at: Timestamp) -> Result<u32, StoreError> {
    let sql = "INSERT INTO past_histories (source, added_at, complete) VALUES (?1, ?2, ?3)";
    db.execute(sql, params![source, at.0, BEGUN])?;
    new_id(db)
}

/// Adds the next tracks with their plays, all or none of them.
pub(crate) fn extend(db: &mut Connection, history: u32, tracks: &[PastTrack]) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    existing(&tx, history)?;
    add_all(&tx, history, tracks)?;
    tx.commit()?;
    Ok(())
}

/// Adds a whole one under the number that it has; the caller holds the transaction.
pub(crate) fn put_back(db: &Connection, info: &PastHistory, tracks: &[PastTrack]) -> Result<(), StoreError> {
    let sql = "INSERT INTO past_histories (id, source, added_at, complete) VALUES (?1, ?2, ?3, ?4)";
    db.execute(sql, params![info.id, info.source, info.added_at as i64, COMPLETE])?;
    add_all(db, info.id, tracks)
}

fn add_all(db: &Connection, history: u32, tracks: &[PastTrack]) -> Result<(), StoreError> {
    let mut track = db.prepare_cached(
        "INSERT INTO past_tracks (history, title, artist, album, spotify, isrc, musicbrainz, length_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let mut play = db.prepare_cached(
        "INSERT INTO past_plays (track, at, heard_ms, ending, times) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for t in tracks {
        let codes = (&t.spotify, &t.isrc, &t.musicbrainz);
        track.execute(params![
            history,
            t.title,
            t.artist,
            t.album,
            codes.0,
            codes.1,
            codes.2,
            t.length_ms
        ])?;
        let id = db.last_insert_rowid();
        for p in &t.plays {
            play.execute(params![id, p.at.map(|at| at.0), p.heard_ms, name(p.ending)?, p.times])?;
        }
    }
    count(db, history, tracks)
}

/// Adds tracks to what a history comes to.
fn count(db: &Connection, history: u32, tracks: &[PastTrack]) -> Result<(), StoreError> {
    let plays = || tracks.iter().flat_map(|t| &t.plays);
    let times: i64 = plays().map(|p| i64::from(p.times)).sum();
    let moments = || plays().filter_map(|p| p.at).map(|at| at.0);
    // The functions of one row give NULL where one of both is.
    db.execute(
        "UPDATE past_histories SET tracks = tracks + ?2, plays = min(plays + ?3, ?6),
            first_at = coalesce(min(first_at, ?4), first_at, ?4), last_at = coalesce(max(last_at, ?5), last_at, ?5)
         WHERE id = ?1",
        params![history, tracks.len() as u32, times, moments().min(), moments().max(), u32::MAX],
    )?;
    Ok(())
}

fn existing(db: &Connection, history: u32) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM past_histories WHERE id = ?1 AND complete <> ?2";
    let found: Option<u8> = db.query_row(sql, params![history, REMOVED], |row| row.get(0)).optional()?;
    found.map(drop).ok_or(StoreError::HistoryGone)
}

/// Completes one and tells what there is to show of it.
pub(crate) fn finish(db: &Connection, history: u32) -> Result<PastHistory, StoreError> {
    existing(db, history)?;
    mark(db, history, COMPLETE)?;
    all(db)?.into_iter().find(|h| h.id == history).ok_or(StoreError::HistoryGone)
}

/// Hides one; what is in it is left to [`sweep`]. That there is none is fine.
pub(crate) fn remove(db: &Connection, history: u32) -> Result<(), StoreError> {
    mark(db, history, REMOVED)
}

/// Hides what is left of those that were broken off, by the end of the program for instance.
pub(crate) fn remove_incomplete(db: &Connection) -> Result<(), StoreError> {
    db.execute("UPDATE past_histories SET complete = ?2 WHERE complete = ?1", [BEGUN, REMOVED])?;
    Ok(())
}

/// Deletes up to so many tracks, with their plays, of a removed history, and it after the last of them; whether there was
/// anything to delete.
pub(crate) fn sweep(db: &Connection, most: u32) -> Result<bool, StoreError> {
    let removed = "SELECT id FROM past_histories WHERE complete = ?1 ORDER BY id LIMIT 1";
    let Some(id) = db.query_row(removed, [REMOVED], |row| row.get::<_, u32>(0)).optional()? else {
        return Ok(false);
    };
    let sql = "DELETE FROM past_tracks WHERE id IN (SELECT id FROM past_tracks WHERE history = ?1 LIMIT ?2)";
    if db.execute(sql, [id, most])? == 0 {
        delete(db, id)?;
    }
    Ok(true)
}

/// Deletes a history at once and, by the foreign keys, all that is in it.
pub(crate) fn delete(db: &Connection, history: u32) -> Result<(), StoreError> {
    db.execute("DELETE FROM past_histories WHERE id = ?1", [history])?;
    Ok(())
}

fn mark(db: &Connection, history: u32, how_far: u8) -> Result<(), StoreError> {
    db.execute("UPDATE past_histories SET complete = ?2 WHERE id = ?1", params![history, how_far])?;
    Ok(())
}

/// All that are complete, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<PastHistory>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, source, added_at, tracks, plays, first_at, last_at FROM past_histories WHERE complete = ?1 ORDER BY id",
    )?;
    let all = query.query_map([COMPLETE], info)?.collect::<Result<_, _>>()?;
    Ok(all)
}

fn info(row: &Row) -> rusqlite::Result<PastHistory> {
    let time = |at: Option<i64>| at.map(|at| at as f64);
    Ok(PastHistory {
        id: row.get("id")?,
        source: row.get("source")?,
        added_at: row.get::<_, i64>("added_at")? as f64,
        tracks: row.get("tracks")?,
        plays: row.get("plays")?,
        from: time(row.get("first_at")?),
        to: time(row.get("last_at")?),
    })
}

const PLAYS: &str = "SELECT t.id, t.title, t.artist, t.album, t.spotify, t.isrc, t.musicbrainz,
    t.length_ms, p.at, p.heard_ms, p.ending, p.times
    FROM past_tracks t JOIN past_plays p ON p.track = t.id WHERE t.history = ?1 ORDER BY t.id, p.rowid";

/// Calls `each` for every play of a history, with the number of its track.
fn plays(
    db: &Connection,
    history: u32,
    mut each: impl FnMut(i64, &Row, PastPlay) -> rusqlite::Result<()>,
) -> Result<(), StoreError> {
    let mut query = db.prepare_cached(PLAYS)?;
    let mut rows = query.query([history])?;
    while let Some(row) = rows.next()? {
        let play = PastPlay {
            at: row.get::<_, Option<i64>>(8)?.map(Timestamp),
            heard_ms: row.get(9)?,
            ending: word(row.get(10)?).unwrap_or(PastEnding::Unknown),
            times: row.get(11)?,
        };
        each(row.get(0)?, row, play)?;
    }
    Ok(())
}

/// What the plays of a history come to now, without those that count already.
pub(crate) fn plays_of(
    db: &Connection,
    history: u32,
    now: Timestamp,
    counted: &CountedTimes,
) -> Result<PastPlays, StoreError> {
    let (mut all, mut latest) = (PastPlays::default(), -1);
    plays(db, history, |track, row, play| {
        if track != latest {
            all.tracks.push(PastEvidence {
                spotify: row.get(4)?,
                isrc: row.get(5)?,
                musicbrainz: row.get(6)?,
                length_ms: row.get(7)?,
                ..PastEvidence::of(row.get(1)?, row.get(2)?)
            });
            latest = track;
        }
        all.times.extend(play.moment());
        if let Some(evidence) = all.tracks.last_mut().filter(|_| !play.is_among(counted)) {
            evidence.add(&play, now);
        }
        Ok(())
    })?;
    Ok(all)
}

/// The tracks of a history with all their plays, for the export.
pub(crate) fn tracks(db: &Connection, history: u32) -> Result<Vec<PastTrack>, StoreError> {
    let (mut all, mut latest): (Vec<PastTrack>, i64) = (Vec::new(), -1);
    plays(db, history, |track, row, play| {
        if track != latest {
            all.push(PastTrack {
                title: row.get(1)?,
                artist: row.get(2)?,
                album: row.get(3)?,
                spotify: row.get(4)?,
                isrc: row.get(5)?,
                musicbrainz: row.get(6)?,
                length_ms: row.get(7)?,
                plays: Vec::new(),
            });
            latest = track;
        }
        if let Some(track) = all.last_mut() {
            track.plays.push(play);
        }
        Ok(())
    })?;
    Ok(all)
}
