//! What a scan writes: files, the tracks they hold, and the words to search by.

use crate::error::LocalError;
use crate::folders::Known;
use crate::forms::tail;
use crate::path::{shown, to_bytes};
use crate::reform::Names;
use crate::sound::Fingerprint;
use crate::tags::{FileError, READER_VERSION, ReadFile};
use crate::walk::Seen;
use attune_core::Timestamp;
use attune_core::taste::Rating;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params, params};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Keeps what became of one file, all or nothing.
///
/// A file that the system did not let us read stays what it was: that says nothing of its content.
pub(crate) fn file(
    db: &mut Connection,
    folder: &Known,
    seen: &Seen,
    read: &Result<ReadFile, FileError>,
    now: Timestamp,
) -> Result<(), LocalError> {
    let tx = db.transaction()?;
    let track = match read {
        Ok(read) => {
            let before = track_unchanged(&tx, folder, seen)?;
            let (track, known) = track_of(&tx, &read.sound, before, now)?;
            describe(&tx, track, known, seen, read)?;
            Some(track)
        }
        Err(FileError::Unreadable(_)) => track_before(&tx, folder, seen)?,
        Err(_) => None,
    };
    keep(&tx, folder, seen, track, read.as_ref().err())?;
    tx.commit()?;
    Ok(())
}

/// The track that a file was when it was read last.
fn track_before(tx: &Transaction, folder: &Known, seen: &Seen) -> Result<Option<i64>, LocalError> {
    let before: Option<Option<i64>> = tx
        .prepare_cached("SELECT track FROM files WHERE folder = ?1 AND path = ?2")?
        .query_row(params![folder.id, to_bytes(&seen.path)], |row| row.get(0))
        .optional()?;
    Ok(before.flatten())
}

/// The track of a file that is as it was when an earlier version read it: its sound is the same, even where this version
/// finds that other bytes of it are the sound.
fn track_unchanged(tx: &Transaction, folder: &Known, seen: &Seen) -> Result<Option<i64>, LocalError> {
    let before: Option<Option<i64>> = tx
        .prepare_cached(
            "SELECT track FROM files WHERE folder = ?1 AND path = ?2 AND size = ?3 AND modified = ?4
             AND changed = ?5 AND reader < ?6",
        )?
        .query_row(
            params![folder.id, to_bytes(&seen.path), seen.size, seen.modified, seen.changed, READER_VERSION],
            |row| row.get(0),
        )
        .optional()?;
    Ok(before.flatten())
}

fn keep(
    tx: &Transaction,
    folder: &Known,
    seen: &Seen,
    track: Option<i64>,
    problem: Option<&FileError>,
) -> Result<(), LocalError> {
    tx.prepare_cached(
        "INSERT INTO files (folder, path, size, modified, changed, reader, mounted, track, code, message, tail)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (folder, path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
         changed = excluded.changed, reader = excluded.reader, mounted = excluded.mounted, track = excluded.track,
         code = excluded.code, message = excluded.message, tail = excluded.tail",
    )?
    .execute(params![
        folder.id,
        to_bytes(&seen.path),
        seen.size,
        seen.modified,
        seen.changed,
        READER_VERSION,
        seen.mounted,
        track,
        problem.map(|p| p.code().as_str()),
        problem.map(ToString::to_string),
        tail(&folder.path.join(&seen.path))
    ])?;
    Ok(())
}

/// The number of the track with this sound, and whether it was known: the one it always was, wherever its file lies; else
/// `before`, that of the same file; or a new one. The path says nothing: another file may have taken its name.
fn track_of(
    tx: &Transaction,
    sound: &Fingerprint,
    before: Option<i64>,
    now: Timestamp,
) -> Result<(i64, bool), LocalError> {
    let known: Option<i64> = tx
        .prepare_cached("SELECT id FROM tracks WHERE sound = ?1")?
        .query_row([sound], |row| row.get(0))
        .optional()?;
    if let Some(known) = known {
        return Ok((known, true));
    }
    if let Some(before) = before {
        tx.prepare_cached("UPDATE tracks SET sound = ?2 WHERE id = ?1")?.execute(params![before, sound])?;
        return Ok((before, true));
    }
    // It is in no order until it has names ([`describe`]): one change of each index instead of two.
    tx.prepare_cached(
        "INSERT INTO tracks (name, sound, found_at, gone_at, title, artist, format) VALUES (?1, ?2, ?3, ?3, '', '', '')",
    )?
    .execute(params![free_name(tx, sound)?, sound, now.0])?;
    Ok((tx.last_insert_rowid(), false))
}

/// `local:` and the fingerprint: the same in every library, so that what was said of a track outlives a database. In
/// databases of earlier versions a track kept its name when its sound was replaced, so the name may be taken; then the
/// fingerprint is hashed again.
fn free_name(tx: &Transaction, sound: &Fingerprint) -> Result<String, LocalError> {
    let mut hash = *sound;
    loop {
        let name = name_of(&hash);
        let taken = tx.prepare_cached("SELECT 1 FROM tracks WHERE name = ?1")?.exists([&name])?;
        if !taken {
            return Ok(name);
        }
        let next = Sha256::digest(hash);
        hash = std::array::from_fn(|i| next[i]);
    }
}

/// The name that a sound's track has in a new library.
pub(crate) fn name_of(sound: &Fingerprint) -> String {
    sound.iter().fold("local:".to_owned(), |mut name, byte| {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// What the track is called, by the file that was read last.
fn describe(
    tx: &Transaction,
    track: i64,
    known: bool,
    seen: &Seen,
    read: &ReadFile,
) -> Result<(), LocalError> {
    let t = &read.tags;
    let stem = || seen.path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    let title = t.title.clone().unwrap_or_else(stem);
    let artist = t.artist.as_ref().or(t.album_artist.as_ref()).map_or("", String::as_str);
    let names = Names {
        title: &title,
        artist,
        album: t.album.as_deref(),
        album_artist: t.album_artist.as_deref(),
        genre: t.genre.as_deref(),
        path: &shown(&seen.path),
    };
    names.keep(tx, track, known)?;
    tx.prepare_cached(
        "UPDATE tracks SET gone_at = NULL, title = :title, artist = :artist, album = :album,
         album_artist = :album_artist, number = :number, disc = :disc, year = :year, genre = :genre, isrc = :isrc,
         musicbrainz = :musicbrainz, bpm = :bpm, duration_ms = :duration, track_gain = :track_gain, track_peak = :track_peak,
         album_gain = :album_gain, album_peak = :album_peak, format = :format, rate = :rate, channels = :channels,
         rating = :rating, plays = :plays
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": track, ":title": title, ":artist": artist, ":album": t.album, ":album_artist": t.album_artist,
        ":number": t.number, ":disc": t.disc, ":year": t.year, ":genre": t.genre, ":isrc": t.isrc, ":musicbrainz": t.musicbrainz, ":bpm": t.bpm,
        ":duration": t.duration_ms, ":track_gain": t.track_gain, ":track_peak": t.track_peak,
        ":album_gain": t.album_gain, ":album_peak": t.album_peak, ":format": read.format.name(), ":rate": t.rate,
        ":channels": t.channels, ":rating": t.rating.map(Rating::value), ":plays": t.plays,
    })?;
    Ok(())
}
