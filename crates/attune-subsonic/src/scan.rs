//! Reading a server's list of songs, and keeping what has changed in it.
//!
//! Songs are asked for by pages of `search3` with an empty query, or album by album from servers that find nothing by
//! that. What a page says is committed before the next is asked for, so memory holds one page and a scan that breaks off
//! keeps what it has read. Only a scan that came to the end says what is gone.

use crate::connection::Connection;
use crate::error::SubsonicError;
use crate::reply::Reply;
use crate::servers::Servers;
use crate::song::SongFacts;
use crate::sync::locked;
use attune_core::{AppError, Span, Timestamp};
use rusqlite::{OptionalExtension, Transaction, named_params, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::thread;
use std::time::{Duration, Instant};

/// Songs, or albums, on a page.
const PAGE: u32 = 500;
/// Songs after which a server counts as endless.
const MOST_SONGS: u32 = 2_000_000;
/// How long a song that is gone is remembered with what was heard in it, in case it comes back.
const REMEMBERED: Span = Span::minutes(30 * 24 * 60);
/// The longest that a scan waits for a server that asks to.
const LONGEST_WAIT: Span = Span::minutes(2);
/// How often in a row it does.
const WAITS: u32 = 5;
/// How soon a scan that waits ends when it is told to.
const NAP: Duration = Duration::from_millis(100);

/// How far a scan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerScanProgress {
    /// Songs read so far.
    pub read: u32,
    /// Songs in all, where the server says.
    pub total: Option<u32>,
}

/// What a scan found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerScanReport {
    /// Songs on the server.
    pub songs: u32,
    /// Those that are new, or back again.
    pub added: u32,
    /// Those of which the server says something else than before.
    pub changed: u32,
    /// Those that are there no more.
    pub removed: u32,
    /// The server itself said that nothing has changed, so its list was not read.
    pub skipped: bool,
    /// It was told to end before the end.
    pub cancelled: bool,
}

/// The steering of a scan.
struct Run<'a> {
    servers: &'a Servers,
    server: &'a str,
    connection: &'a Connection,
    go_on: &'a dyn Fn() -> bool,
    progress: &'a mut dyn FnMut(&ServerScanProgress),
    total: Option<u32>,
    report: ServerScanReport,
}

/// Whether there may be more.
#[derive(PartialEq, Eq)]
enum More {
    Perhaps,
    No,
}

impl Servers {
    /// Reads a server's list of songs on this thread and keeps what is new, changed or gone. `again` reads it also where the
    /// server says that nothing has changed. `go_on` is asked between pages, and ends the scan.
    ///
    /// Fails with `server_scanning` while another scan of this server runs, and as every call to a server does; what was
    /// read until then is kept.
    pub fn scan(
        &self,
        server: &str,
        again: bool,
        go_on: &dyn Fn() -> bool,
        progress: &mut dyn FnMut(&ServerScanProgress),
    ) -> Result<ServerScanReport, AppError> {
        let _alone = Alone::begin(self, server)?;
        let connection = self.connection(server)?;
        let mut run = Run {
            servers: self,
            server,
            connection: &connection,
            go_on,
            progress,
            total: None,
            report: ServerScanReport::default(),
        };
        Ok(run.scan(again)?)
    }
}

/// Keeps a second scan of a server out for as long as it lives.
struct Alone<'a>(&'a Servers, String);

impl<'a> Alone<'a> {
    fn begin(servers: &'a Servers, server: &str) -> Result<Self, SubsonicError> {
        let new = locked(&servers.inner.scanning).insert(server.to_owned());
        if new { Ok(Self(servers, server.to_owned())) } else { Err(SubsonicError::Scanning) }
    }
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        locked(&self.0.inner.scanning).remove(&self.1);
    }
}

impl Run<'_> {
    fn scan(&mut self, again: bool) -> Result<ServerScanReport, SubsonicError> {
        let mark = self.mark()?;
        if !again && mark.is_some() && mark == self.kept_mark()? {
            let count = "SELECT count(*) FROM songs WHERE server = ?1 AND gone_at IS NULL";
            let songs = self.servers.reader().query_row(count, [self.server], |row| row.get(0))?;
            return Ok(ServerScanReport { songs, skipped: true, ..self.report });
        }
        self.begin()?;
        self.by_pages()?;
        if self.report.songs == 0 && !self.report.cancelled {
            self.by_albums()?;
        }
        if !self.report.cancelled {
            self.finish(mark.as_deref())?;
        }
        Ok(self.report)
    }

    /// What the server says of its own last scan; nothing where it does not, or may not, say.
    fn mark(&mut self) -> Result<Option<String>, SubsonicError> {
        match self.ask("getScanStatus", &[]) {
            Ok(reply) => {
                let (count, mark) = reply.last_scan();
                self.total = count;
                Ok(mark)
            }
            Err(SubsonicError::Refused(_) | SubsonicError::SongGone | SubsonicError::BadReply) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn kept_mark(&self) -> Result<Option<String>, SubsonicError> {
        let sql = "SELECT mark FROM servers WHERE id = ?1";
        Ok(self.servers.reader().query_row(sql, [self.server], |row| row.get(0)).optional()?.flatten())
    }

    /// All songs by one search that finds everything.
    fn by_pages(&mut self) -> Result<(), SubsonicError> {
        let (count, mut offset) = (PAGE.to_string(), 0);
        while offset < MOST_SONGS && self.goes_on() {
            let from = offset.to_string();
            let found = self.ask(
                "search3",
                &[
                    ("query", ""),
                    ("songCount", &count),
                    ("songOffset", &from),
                    ("artistCount", "0"),
                    ("albumCount", "0"),
                ],
            );
            let songs = match found {
                Ok(reply) => reply.songs().unwrap_or_default(),
                // Some refuse a search for nothing: they are asked album by album.
                Err(SubsonicError::Refused(_)) if offset == 0 => return Ok(()),
                Err(error) => return Err(error),
            };
            // A server may give fewer than it was asked for, so only a page of nothing new is the end.
            offset += songs.len() as u32;
            if self.keep(&songs)? == More::No {
                return Ok(());
            }
        }
        Ok(())
    }

    /// All songs, album by album.
    fn by_albums(&mut self) -> Result<(), SubsonicError> {
        let (size, mut seen) = (PAGE.to_string(), HashSet::new());
        while self.goes_on() {
            let offset = seen.len().to_string();
            let asked = [("type", "alphabeticalByName"), ("size", &size), ("offset", &offset)];
            let albums: Vec<String> = self
                .ask("getAlbumList2", &asked)?
                .albums()
                .into_iter()
                .filter(|a| seen.insert(a.clone()))
                .collect();
            if albums.is_empty() || self.report.songs >= MOST_SONGS {
                return Ok(());
            }
            for album in albums {
                if !self.goes_on() {
                    return Ok(());
                }
                match self.ask("getAlbum", &[("id", &album)]) {
                    Ok(reply) => {
                        self.keep(&reply.songs().unwrap_or_default())?;
                    }
                    // Removed since it was listed.
                    Err(SubsonicError::SongGone) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }

    fn goes_on(&mut self) -> bool {
        self.report.cancelled = !(self.go_on)();
        !self.report.cancelled
    }

    /// Asks, and waits where the server asks to.
    fn ask(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Reply, SubsonicError> {
        for _ in 0..WAITS {
            match self.connection.ask(method, parameters) {
                Err(SubsonicError::RateLimited { until }) if self.waits(until) => {}
                done => return done,
            }
        }
        self.connection.ask(method, parameters)
    }

    /// Waits until then. False where that is too long, or the scan is told to end.
    fn waits(&self, until: Timestamp) -> bool {
        let wait = until - self.connection.now();
        let ends = Instant::now() + Duration::from_millis(wait.0.max(0).unsigned_abs());
        if wait > LONGEST_WAIT {
            return false;
        }
        while Instant::now() < ends {
            if !(self.go_on)() {
                return false;
            }
            thread::sleep(NAP.min(ends.saturating_duration_since(Instant::now())));
        }
        true
    }

    /// Makes the list of what this scan has seen, which is the connection's own and is on no disk that outlives it.
    fn begin(&self) -> Result<(), SubsonicError> {
        let db = self.servers.writer();
        db.execute_batch(
            "CREATE TEMP TABLE IF NOT EXISTS seen (server TEXT, number INTEGER, PRIMARY KEY (server, number)) WITHOUT ROWID",
        )?;
        db.execute("DELETE FROM temp.seen WHERE server = ?1", [self.server])?;
        Ok(())
    }

    /// Keeps a page. There may be more if it held a song that this scan had not seen.
    fn keep(&mut self, songs: &[SongFacts]) -> Result<More, SubsonicError> {
        let before = self.report.songs;
        let mut db = self.servers.writer();
        let tx = db.transaction()?;
        for song in songs {
            let (number, change) = keep(&tx, self.server, song)?;
            let new = tx
                .prepare_cached("INSERT OR IGNORE INTO temp.seen (server, number) VALUES (?1, ?2)")?
                .execute(params![self.server, number])?;
            if new == 1 {
                self.report.songs += 1;
                self.report.added += u32::from(change == Change::New);
                self.report.changed += u32::from(change == Change::Other);
            }
        }
        tx.commit()?;
        drop(db);
        (self.progress)(&ServerScanProgress { read: self.report.songs, total: self.total });
        Ok(if self.report.songs > before { More::Perhaps } else { More::No })
    }

    /// Says what is gone, forgets what has been for long, and notes that the list was read.
    fn finish(&mut self, mark: Option<&str>) -> Result<(), SubsonicError> {
        let now = self.connection.now();
        let mut db = self.servers.writer();
        let tx = db.transaction()?;
        let unseen = "server = ?1 AND number NOT IN (SELECT number FROM temp.seen WHERE server = ?1)";
        let gone = format!("UPDATE songs SET gone_at = ?2 WHERE gone_at IS NULL AND {unseen}");
        self.report.removed = tx.execute(&gone, params![self.server, now.0])? as u32;
        let long_ago = Timestamp(now.0.saturating_sub(REMEMBERED.0));
        let forget = "DELETE FROM songs WHERE server = ?1 AND gone_at < ?2";
        tx.execute(forget, params![self.server, long_ago.0])?;
        let done = "UPDATE servers SET scanned_at = ?2, mark = ?3 WHERE id = ?1";
        tx.execute(done, params![self.server, now.0, mark])?;
        tx.execute("DELETE FROM temp.seen WHERE server = ?1", [self.server])?;
        tx.commit()?;
        self.servers.inner.cache.sweep(&db)
    }
}

/// What keeping a song came to.
#[derive(PartialEq, Eq)]
enum Change {
    New,
    Other,
    None,
}

/// Keeps a song, and gives its number.
fn keep(tx: &Transaction<'_>, server: &str, song: &SongFacts) -> Result<(i64, Change), SubsonicError> {
    // All that is known of it, in one text; another way to write it costs a rewriting of all, once.
    let digest = &Sha256::digest(format!("{song:?}"))[..16];
    let known = tx
        .prepare_cached(
            "SELECT number, digest = ?3, gone_at IS NULL FROM songs WHERE server = ?1 AND song = ?2",
        )?
        .query_row(params![server, song.id, digest], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?, row.get::<_, bool>(2)?))
        })
        .optional()?;
    let change = match known {
        Some((number, true, true)) => return Ok((number, Change::None)),
        Some((_, _, true)) => Change::Other,
        _ => Change::New,
    };
    let number = tx.prepare_cached(KEEP)?.query_row(
        named_params! {
            ":server": server, ":song": song.id, ":digest": digest, ":title": song.title, ":artist": song.artist,
            ":album": song.album, ":album_artist": song.album_artist, ":track": song.number, ":disc": song.disc,
            ":year": song.year, ":genre": song.genre, ":moods": song.moods, ":tempo": song.tempo,
            ":isrc": song.isrc, ":musicbrainz": song.musicbrainz, ":duration_ms": song.duration_ms,
            ":suffix": song.suffix, ":size": song.size.and_then(|n| i64::try_from(n).ok()),
            ":cover": song.cover, ":starred": song.starred, ":rating": song.rating, ":plays": song.plays, ":track_gain": song.loudness.track_gain,
            ":album_gain": song.loudness.album_gain, ":track_peak": song.loudness.track_peak,
            ":album_peak": song.loudness.album_peak,
        },
        |row| row.get(0),
    )?;
    Ok((number, change))
}

const KEEP: &str = "INSERT INTO songs (server, song, digest, title, artist, album, album_artist, track, disc, year, genre,
    moods, tempo, isrc, musicbrainz, duration_ms, suffix, size, cover, starred, rating, plays, track_gain, album_gain,
    track_peak, album_peak) VALUES (:server, :song, :digest, :title, :artist, :album, :album_artist, :track, :disc, :year, :genre, :moods,
    :tempo, :isrc, :musicbrainz, :duration_ms, :suffix, :size, :cover, :starred, :rating, :plays, :track_gain, :album_gain, :track_peak,
    :album_peak)
    ON CONFLICT (server, song) DO UPDATE SET digest = excluded.digest, gone_at = NULL, title = excluded.title,
    artist = excluded.artist, album = excluded.album, album_artist = excluded.album_artist, track = excluded.track,
    disc = excluded.disc, year = excluded.year, genre = excluded.genre, moods = excluded.moods,
    tempo = excluded.tempo, isrc = excluded.isrc, musicbrainz = excluded.musicbrainz,
    duration_ms = excluded.duration_ms, suffix = excluded.suffix, size = excluded.size, cover = excluded.cover,
    starred = excluded.starred, rating = excluded.rating, plays = excluded.plays,
    track_gain = excluded.track_gain, album_gain = excluded.album_gain, track_peak = excluded.track_peak,
    album_peak = excluded.album_peak
    RETURNING number";
