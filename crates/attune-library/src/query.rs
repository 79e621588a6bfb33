//! Looking things up: tracks to rank, pages to show, places of files.

mod moves;
mod order;
mod page;
mod places;
mod track;

pub(crate) use order::KEPT;
pub use order::Sort;
pub use page::{Page, Query};
pub(crate) use places::Pages;
pub use track::{Hearing, LocalTrack};

use crate::error::LocalError;
use crate::library::Library;
use crate::path::{self, shown};
use attune_core::player::AlbumPlace;
use attune_core::taste::{Rating, TrackRecord};
use attune_core::track::AffectSource;
use attune_core::{
    Affect, AffectEstimate, AppError, ErrorCode, Track, TrackAffect, TrackId, Tracks, TracksBuilder,
};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use std::path::PathBuf;

/// A file that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Unreadable {
    /// Its path as people read it.
    pub path: String,
    /// What is wrong with it.
    pub problem: AppError,
}

/// How loud a track is, by its tags and by measurement.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Levels {
    /// `ReplayGain` of the track in dB.
    pub track_gain: Option<f64>,
    /// Its greatest sample, full scale 1.
    pub track_peak: Option<f64>,
    /// `ReplayGain` of its album in dB.
    pub album_gain: Option<f64>,
    /// The album's greatest sample, full scale 1.
    pub album_peak: Option<f64>,
    /// Measured loudness by EBU R 128, in LUFS.
    pub loudness: Option<f64>,
    /// The measured greatest sample in dB relative to full scale.
    pub peak: Option<f64>,
}

/// Tracks that are read between two questions whether to go on.
const ASK_EVERY: usize = 1_000;

/// The loudness in LUFS to which `ReplayGain` 2.0 levels.
pub const REFERENCE_LUFS: f64 = -18.0;

impl Levels {
    /// By how many dB to change the volume: the album's or track's tag, the other one, else by measurement; none if
    /// nothing is known. It levels to [`REFERENCE_LUFS`].
    #[must_use]
    pub fn gain(&self, by_album: bool) -> Option<f64> {
        let (first, second) =
            if by_album { (self.album_gain, self.track_gain) } else { (self.track_gain, self.album_gain) };
        first.or(second).or(self.loudness.map(|lufs| REFERENCE_LUFS - lufs))
    }

    /// The greatest sample that goes with [`Self::gain`], full scale 1, so that clipping can be kept out.
    #[must_use]
    pub fn peak(&self, by_album: bool) -> Option<f64> {
        let (first, second) =
            if by_album { (self.album_peak, self.track_peak) } else { (self.track_peak, self.album_peak) };
        first.or(second).or(self.peak.map(|db| 10_f64.powf(db / 20.0)))
    }
}

impl Library {
    /// All tracks with a file, for ranking, in the order in which they were found. Their affect is what was heard in
    /// them, unknown where nothing was; what genre and artist say is for the caller to add.
    pub fn tracks(&self) -> Result<Vec<Track>, AppError> {
        let mut tracks = Vec::new();
        each_track(&self.reader(), |track| {
            tracks.push(track);
            true
        })?;
        Ok(tracks)
    }

    /// What [`Self::tracks`] gives, in little memory; none if `go_on`, asked now and then, says no.
    pub fn gather(&self, go_on: &dyn Fn() -> bool) -> Result<Option<TracksBuilder>, AppError> {
        let mut all = TracksBuilder::default();
        let whole = each_track(&self.reader(), |track| {
            all.push((&track).into());
            all.len() % ASK_EVERY != 0 || go_on()
        })?;
        Ok(whole.then_some(all))
    }

    /// What is kept of these tracks besides: recording codes, and what other players wrote into their tags of ratings and plays.
    pub fn records(&self, tracks: &Tracks) -> Result<Vec<TrackRecord>, AppError> {
        Ok(records(&self.reader(), tracks)?)
    }

    /// Where a file of the track can be read now.
    ///
    /// Fails with `library_track_gone`, or `library_track_away` where its files cannot be reached.
    pub fn path_of(&self, id: &TrackId) -> Result<PathBuf, AppError> {
        let places = places(&self.lookups(), id)?;
        match places.iter().find(|path| path.is_file()) {
            Some(path) => Ok(path.clone()),
            None => {
                Err(places.first().map_or(LocalError::TrackGone, |p| LocalError::TrackAway(shown(p))).into())
            }
        }
    }

    /// How loud a track is. Fails with `library_track_gone`.
    pub fn loudness(&self, id: &TrackId) -> Result<Levels, AppError> {
        let found = levels(&self.lookups(), id)?;
        Ok(found.ok_or(LocalError::TrackGone)?)
    }

    /// Where a track stands on its album; none where its tags do not say. Fails with `library_track_gone`.
    pub fn album_place(&self, id: &TrackId) -> Result<Option<AlbumPlace>, AppError> {
        Ok(album_place(&self.lookups(), id)?)
    }

    /// Files that could not be read, by path.
    pub fn unreadable(&self) -> Result<Vec<Unreadable>, AppError> {
        Ok(problems(&self.reader())?)
    }
}

fn records(db: &Connection, tracks: &Tracks) -> Result<Vec<TrackRecord>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT name, isrc, musicbrainz, rating, plays FROM tracks WHERE gone_at IS NULL
         AND (isrc IS NOT NULL OR musicbrainz IS NOT NULL OR rating IS NOT NULL OR plays IS NOT NULL) ORDER BY id",
    )?;
    let (mut rows, mut all) = (query.query([])?, Vec::new());
    while let Some(row) = rows.next()? {
        // One that has come since is on no shelf yet.
        let Some(place) = tracks.place(row.get_ref(0)?.as_str().unwrap_or_default()) else { continue };
        let (isrc, musicbrainz): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        let rating = row.get::<_, Option<u32>>(3)?.and_then(Rating::hundredths);
        let plays = row.get::<_, Option<u32>>(4)?.unwrap_or(0);
        let coded = TrackRecord::of(place).with_codes(isrc.as_deref(), musicbrainz.as_deref());
        all.push(coded.keeping(plays, rating, false));
    }
    all.shrink_to_fit();
    Ok(all)
}

/// Hands each track to `take` until that says no; whether it never did.
fn each_track(db: &Connection, mut take: impl FnMut(Track) -> bool) -> Result<bool, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT name, title, artist, album, year, genre, coalesce(length_ms, duration_ms), coalesce(tempo, bpm), valence, arousal,
         sd_valence, sd_arousal FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id
         WHERE gone_at IS NULL ORDER BY tracks.id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if !take(to_rank(row)?) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn to_rank(row: &Row) -> rusqlite::Result<Track> {
    let heard = estimate(row, 8)?;
    Ok(Track {
        album: row.get(3)?,
        year: row.get(4)?,
        genre: row.get::<_, Option<String>>(5)?.map(|g| g.to_lowercase()),
        duration_ms: row.get(6)?,
        tempo: row.get(7)?,
        affect: heard.map_or_else(TrackAffect::unknown, |e| TrackAffect::fused(&[(AffectSource::Audio, e)])),
        ..Track::new(TrackId(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?)
    })
}

/// The estimate in four columns; none where they are empty.
fn estimate(row: &Row, at: usize) -> rusqlite::Result<Option<AffectEstimate>> {
    let numbers: [Option<f64>; 4] = [row.get(at)?, row.get(at + 1)?, row.get(at + 2)?, row.get(at + 3)?];
    let [Some(valence), Some(arousal), Some(sd_valence), Some(sd_arousal)] = numbers else { return Ok(None) };
    Ok(Some(AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)))
}

/// The files of a track, the latest found first.
pub(crate) fn places(db: &Connection, id: &TrackId) -> Result<Vec<PathBuf>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT folders.path, files.path FROM files JOIN folders ON folders.id = files.folder
         WHERE track = (SELECT id FROM tracks WHERE name = ?1) ORDER BY files.id DESC",
    )?;
    let rows = query.query_map([&id.0], |row| Ok(path::at(row, 0)?.join(path::at(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn levels(db: &Connection, id: &TrackId) -> Result<Option<Levels>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT track_gain, track_peak, album_gain, album_peak, loudness, peak FROM tracks
         LEFT JOIN analyses ON analyses.track = tracks.id WHERE name = ?1",
    )?;
    let levels = query.query_row([&id.0], |row| {
        Ok(Levels {
            track_gain: row.get(0)?,
            track_peak: row.get(1)?,
            album_gain: row.get(2)?,
            album_peak: row.get(3)?,
            loudness: row.get(4)?,
            peak: row.get(5)?,
        })
    });
    Ok(levels.optional()?)
}

fn album_place(db: &Connection, id: &TrackId) -> Result<Option<AlbumPlace>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT coalesce(album_artist, artist), album, disc, number FROM tracks WHERE name = ?1",
    )?;
    let place = |row: &Row| Ok(AlbumPlace::of_tags(row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    query.query_row([&id.0], place).optional()?.ok_or(LocalError::TrackGone)
}

/// A stored code; one of another version is read as a file that cannot be read.
fn code(stored: &str) -> ErrorCode {
    ErrorCode::parse(stored).unwrap_or(ErrorCode::FileUnreadable)
}

fn problems(db: &Connection) -> Result<Vec<Unreadable>, LocalError> {
    let mut query = db.prepare_cached(
        "SELECT folders.path, files.path, code, message FROM files JOIN folders ON folders.id = files.folder
         WHERE code IS NOT NULL ORDER BY folders.id, files.path",
    )?;
    let rows = query.query_map([], |row| {
        let path = path::at(row, 0)?.join(path::at(row, 1)?);
        Ok(Unreadable {
            path: shown(&path),
            problem: AppError::new(code(&row.get::<_, String>(2)?), row.get::<_, String>(3)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests;
