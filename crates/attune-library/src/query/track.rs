//! A track as the library's view shows it.

use super::estimate;
use crate::path::{from_bytes, shown};
use attune_core::track::AffectSource;
use attune_core::{AffectEstimate, ErrorCode, Track, TrackAffect, TrackId};
use rusqlite::Row;
use serde::Serialize;

/// What became of listening to a track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum Hearing {
    /// It was not listened to yet.
    Waiting,
    /// It was listened to.
    Heard,
    /// It could not be.
    Failed {
        /// Why.
        code: ErrorCode,
        /// Why, as a sentence.
        message: String,
    },
}

/// A track of the library with what its tags say and what was heard.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LocalTrack {
    /// Stable name, `local:…`.
    pub id: TrackId,
    /// By tag, else the file's name.
    pub title: String,
    /// As credited; empty where no tag names one.
    pub artist: String,
    /// Album.
    pub album: Option<String>,
    /// Whose album it is.
    pub album_artist: Option<String>,
    /// Place on its disc.
    pub number: Option<u32>,
    /// Which disc.
    pub disc: Option<u32>,
    /// Year of release.
    pub year: Option<i16>,
    /// Genre words as the tag has them.
    pub genre: Option<String>,
    /// International Standard Recording Code.
    pub isrc: Option<String>,
    /// Length in milliseconds: of the sound once it was heard, else as the file's head says.
    pub duration_ms: Option<u32>,
    /// `mp3`, `flac`, `vorbis`, `opus`, `oggflac`, `m4a`, `aac`, `wav` or `aiff`.
    pub format: String,
    /// Samples per second.
    pub rate: Option<u32>,
    /// Channels.
    pub channels: Option<u8>,
    /// One of its files, as people read its path.
    pub file: String,
    /// In how many places it lies.
    pub copies: u32,
    /// When it was found, in Unix milliseconds.
    pub found_at: f64,
    /// Beats per minute as heard, else by tag.
    pub tempo: Option<f32>,
    /// Loudness in LUFS as heard.
    pub loudness: Option<f64>,
    /// What was heard of its affect.
    pub heard: Option<AffectEstimate>,
    /// Whether it was listened to.
    pub hearing: Hearing,
}

impl From<&LocalTrack> for Track {
    /// As [`Library::tracks`](crate::Library::tracks) gives it.
    fn from(t: &LocalTrack) -> Self {
        let heard = t.heard.map(|estimate| TrackAffect::fused(&[(AffectSource::Audio, estimate)]));
        Self {
            album: t.album.clone(),
            year: t.year,
            genre: t.genre.as_ref().map(|genre| genre.to_lowercase()),
            duration_ms: t.duration_ms,
            tempo: t.tempo,
            affect: heard.unwrap_or_else(TrackAffect::unknown),
            ..Self::new(t.id.clone(), &*t.title, &*t.artist)
        }
    }
}

/// What [`track`] reads, in this order.
pub(super) const COLUMNS: &str = "name, title, artist, album, album_artist, number, disc, year, genre, isrc,
    coalesce(length_ms, duration_ms), format, rate, channels, found_at, coalesce(tempo, bpm), loudness, valence, arousal, sd_valence,
    sd_arousal, analyses.code, analyses.message, analyses.at,
    (SELECT count(*) FROM files WHERE files.track = tracks.id),
    (SELECT folders.path FROM files JOIN folders ON folders.id = files.folder WHERE files.track = tracks.id
     ORDER BY files.id DESC LIMIT 1),
    (SELECT files.path FROM files WHERE files.track = tracks.id ORDER BY files.id DESC LIMIT 1)";

pub(super) fn track(row: &Row) -> rusqlite::Result<LocalTrack> {
    let format: String = row.get(11)?;
    let place = |at: usize| Ok::<_, rusqlite::Error>(row.get_ref(at)?.as_blob_or_null()?.map(from_bytes));
    let file = place(25)?.unwrap_or_default().join(place(26)?.unwrap_or_default());
    Ok(LocalTrack {
        id: TrackId(row.get(0)?),
        title: row.get(1)?,
        artist: row.get(2)?,
        album: row.get(3)?,
        album_artist: row.get(4)?,
        number: row.get(5)?,
        disc: row.get(6)?,
        year: row.get(7)?,
        genre: row.get(8)?,
        isrc: row.get(9)?,
        duration_ms: row.get(10)?,
        format,
        rate: row.get(12)?,
        channels: row.get(13)?,
        file: shown(&file),
        copies: row.get(24)?,
        found_at: row.get::<_, i64>(14)? as f64,
        tempo: row.get(15)?,
        loudness: row.get(16)?,
        heard: estimate(row, 17)?,
        hearing: hearing(row)?,
    })
}

fn hearing(row: &Row) -> rusqlite::Result<Hearing> {
    let (code, message, at): (Option<String>, Option<String>, Option<i64>) =
        (row.get(21)?, row.get(22)?, row.get(23)?);
    Ok(match (code, at) {
        (Some(code), _) => Hearing::Failed { code: super::code(&code), message: message.unwrap_or_default() },
        (None, Some(_)) => Hearing::Heard,
        (None, None) => Hearing::Waiting,
    })
}
