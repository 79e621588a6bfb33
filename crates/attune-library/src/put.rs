//! What a scan writes: files, the tracks they hold, and the words to search by.

use crate::error::LocalError;
use crate::path::{shown, to_bytes};
use crate::sound::Fingerprint;
use crate::tags::{FileError, ReadFile};
use crate::walk::Seen;
use attune_core::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params, params};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Keeps what became of one file, all or nothing.
pub(crate) fn file(
    db: &mut Connection,
    folder: u32,
    seen: &Seen,
    read: &Result<ReadFile, FileError>,
    now: Timestamp,
) -> Result<(), LocalError> {
    let tx = db.transaction()?;
    let path = to_bytes(&seen.path);
    let (track, problem) = match read {
        Ok(read) => {
            let before: Option<Option<i64>> = tx
                .prepare_cached("SELECT track FROM files WHERE folder = ?1 AND path = ?2")?
                .query_row(params![folder, path], |row| row.get(0))
                .optional()?;
            let track = track_of(&tx, before.flatten(), &read.sound, now)?;
            describe(&tx, track, seen, read)?;
            (Some(track), None)
        }
        Err(problem) => (None, Some(problem)),
    };
    tx.prepare_cached(
        "INSERT INTO files (folder, path, size, modified, track, code, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (folder, path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
         track = excluded.track, code = excluded.code, message = excluded.message",
    )?
    .execute(params![
        folder,
        path,
        seen.size,
        seen.modified,
        track,
        problem.map(|p| p.code().as_str()),
        problem.map(ToString::to_string)
    ])?;
    tx.commit()?;
    Ok(())
}

/// The number of the track with this sound.
///
/// A sound that is known is the track it always was, wherever its file lies. A file whose sound has changed stays
/// the track it was, unless that track lies elsewhere too; what was heard in it no longer holds.
fn track_of(
    tx: &Transaction,
    before: Option<i64>,
    sound: &Fingerprint,
    now: Timestamp,
) -> Result<i64, LocalError> {
    let known: Option<i64> = tx
        .prepare_cached("SELECT id FROM tracks WHERE sound = ?1")?
        .query_row([sound], |row| row.get(0))
        .optional()?;
    if let Some(known) = known {
        return Ok(known);
    }
    if let Some(before) = before {
        let places: i64 = tx
            .prepare_cached("SELECT count(*) FROM files WHERE track = ?1")?
            .query_row([before], |row| row.get(0))?;
        if places == 1 {
            tx.execute("UPDATE tracks SET sound = ?2 WHERE id = ?1", params![before, sound])?;
            tx.execute("DELETE FROM analyses WHERE track = ?1", [before])?;
            return Ok(before);
        }
    }
    tx.prepare_cached(
        "INSERT INTO tracks (name, sound, found_at, title, artist, format) VALUES (?1, ?2, ?3, '', '', '')",
    )?
    .execute(params![free_name(tx, sound)?, sound, now.0])?;
    Ok(tx.last_insert_rowid())
}

/// `local:` and the fingerprint: the same in every library, so that what was said of a track outlives a database. A
/// track whose sound was replaced keeps its name, so the name may be taken; then the fingerprint is hashed again.
fn free_name(tx: &Transaction, sound: &Fingerprint) -> Result<String, LocalError> {
    let mut hash = *sound;
    loop {
        let name = hash.iter().fold("local:".to_owned(), |mut name, byte| {
            // Writing to a string cannot fail.
            let _ = write!(name, "{byte:02x}");
            name
        });
        let taken = tx.prepare_cached("SELECT 1 FROM tracks WHERE name = ?1")?.exists([&name])?;
        if !taken {
            return Ok(name);
        }
        let next = Sha256::digest(hash);
        hash = std::array::from_fn(|i| next[i]);
    }
}

/// What the track is called, by the file that was read last.
fn describe(tx: &Transaction, track: i64, seen: &Seen, read: &ReadFile) -> Result<(), LocalError> {
    let t = &read.tags;
    let stem = || seen.path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    let title = t.title.clone().unwrap_or_else(stem);
    let artist = t.artist.as_ref().or(t.album_artist.as_ref()).map_or("", String::as_str);
    tx.prepare_cached(
        "UPDATE tracks SET gone_at = NULL, title = :title, artist = :artist, album = :album,
         album_artist = :album_artist, number = :number, disc = :disc, year = :year, genre = :genre, isrc = :isrc,
         bpm = :bpm, duration_ms = :duration, track_gain = :track_gain, track_peak = :track_peak,
         album_gain = :album_gain, album_peak = :album_peak, format = :format, rate = :rate, channels = :channels
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": track, ":title": title, ":artist": artist, ":album": t.album, ":album_artist": t.album_artist,
        ":number": t.number, ":disc": t.disc, ":year": t.year, ":genre": t.genre, ":isrc": t.isrc, ":bpm": t.bpm,
        ":duration": t.duration_ms, ":track_gain": t.track_gain, ":track_peak": t.track_peak,
        ":album_gain": t.album_gain, ":album_peak": t.album_peak, ":format": read.format.name(), ":rate": t.rate,
        ":channels": t.channels,
    })?;
    tx.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([track])?;
    tx.prepare_cached(
        "INSERT INTO words (rowid, title, artist, album, genre, path) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        track,
        title,
        [Some(artist), t.album_artist.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" "),
        t.album,
        t.genre,
        shown(&seen.path)
    ])?;
    Ok(())
}
