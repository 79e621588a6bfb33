//! The songs of all servers: to show, to rank, to join with what else the listener has.

use crate::error::SubsonicError;
use crate::servers::Servers;
use crate::song::{Loudness, Song, parts, track_id};
use attune_core::player::AlbumPlace;
use attune_core::{Affect, AffectEstimate, AppError, TrackId};
use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};

/// The most songs on a page.
const LONGEST: u32 = 1_000;

/// Which songs to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct SongQuery {
    /// Those of one server; of all where there is none.
    pub server: Option<String>,
    /// A text that occurs in title, artist or album; the case of A to Z does not count. Empty for all.
    pub text: String,
    /// How many songs to pass over.
    pub offset: u32,
    /// How many to show, at most 1,000.
    pub limit: u32,
}

/// A part of what was found, by artist and album.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SongPage {
    /// How many songs were found in all.
    pub total: u32,
    /// Those on this page.
    pub songs: Vec<Song>,
}

const COLUMNS: &str = "SELECT server, songs.song, title, artist, album, album_artist, track, disc, year, genre, moods,
    coalesce(analyses.tempo, songs.tempo), isrc, musicbrainz, coalesce(length_ms, duration_ms), starred, track_gain,
    album_gain, track_peak, album_peak, cached.song IS NOT NULL, valence, arousal, sd_valence, sd_arousal, rating, plays
    FROM songs LEFT JOIN cached ON cached.song = number LEFT JOIN analyses ON analyses.song = number";
const FOUND: &str = "gone_at IS NULL AND (:server IS NULL OR server = :server) AND (:text = ''
    OR title LIKE :like ESCAPE '\\' OR artist LIKE :like ESCAPE '\\' OR album LIKE :like ESCAPE '\\')";

impl Servers {
    /// A page of the songs that a query finds.
    pub fn page(&self, query: &SongQuery) -> Result<SongPage, AppError> {
        Ok(self.find(query)?)
    }

    fn find(&self, query: &SongQuery) -> Result<SongPage, SubsonicError> {
        let text = query.text.trim();
        let like = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let db = self.reader();
        let total = db.query_row(
            &format!("SELECT count(*) FROM songs WHERE {FOUND}"),
            named_params! { ":server": query.server, ":text": text, ":like": like },
            |row| row.get(0),
        )?;
        let mut rows = db.prepare_cached(&format!(
            "{COLUMNS} WHERE {FOUND} ORDER BY artist COLLATE NOCASE, album COLLATE NOCASE, disc, track, title, number
             LIMIT :limit OFFSET :offset"
        ))?;
        let songs = rows.query_map(
            named_params! {
                ":server": query.server, ":text": text, ":like": like,
                ":limit": query.limit.min(LONGEST), ":offset": query.offset,
            },
            song,
        )?;
        Ok(SongPage { total, songs: songs.collect::<Result<_, _>>()? })
    }

    /// All songs that are there, in no order: to rank and to join.
    pub fn all(&self) -> Result<Vec<Song>, AppError> {
        let read = || -> Result<Vec<Song>, SubsonicError> {
            let db = self.reader();
            let mut rows = db.prepare_cached(&format!("{COLUMNS} WHERE gone_at IS NULL"))?;
            Ok(rows.query_map([], song)?.collect::<Result<_, _>>()?)
        };
        Ok(read()?)
    }

    /// A song, also one that is gone from its server; none where there is none of that id.
    pub fn song(&self, id: &TrackId) -> Result<Option<Song>, AppError> {
        let Some((server, name)) = parts(id) else { return Ok(None) };
        let sql = format!("{COLUMNS} WHERE server = ?1 AND songs.song = ?2");
        let found = self.reader().query_row(&sql, [server, name], song).optional();
        Ok(found.map_err(SubsonicError::from)?)
    }

    /// Where a song stands on its album; none for other tracks, and where the server does not say.
    pub fn album_place(&self, id: &TrackId) -> Result<Option<AlbumPlace>, AppError> {
        let song = self.song(id)?;
        Ok(song.and_then(|song| {
            AlbumPlace::of_tags(song.album_artist.or(Some(song.artist)), song.album, song.disc, song.number)
        }))
    }
}

fn song(row: &Row<'_>) -> rusqlite::Result<Song> {
    let (server, name): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Song {
        id: track_id(&server, &name),
        server,
        title: row.get(2)?,
        artist: row.get(3)?,
        album: row.get(4)?,
        album_artist: row.get(5)?,
        number: row.get(6)?,
        disc: row.get(7)?,
        year: row.get(8)?,
        genre: row.get(9)?,
        moods: row.get(10)?,
        tempo: row.get(11)?,
        isrc: row.get(12)?,
        musicbrainz: row.get(13)?,
        duration_ms: row.get(14)?,
        starred: row.get(15)?,
        rating: row.get(25)?,
        plays: row.get(26)?,
        loudness: Loudness {
            track_gain: row.get(16)?,
            album_gain: row.get(17)?,
            track_peak: row.get(18)?,
            album_peak: row.get(19)?,
        },
        cached: row.get(20)?,
        heard: heard(row)?,
    })
}

fn heard(row: &Row<'_>) -> rusqlite::Result<Option<AffectEstimate>> {
    let number = |at: usize| row.get::<_, Option<f64>>(at);
    let (Some(valence), Some(arousal), Some(sd_valence), Some(sd_arousal)) =
        (number(21)?, number(22)?, number(23)?, number(24)?)
    else {
        return Ok(None);
    };
    Ok(Some(AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)))
}
