//! An exported document read back: what can be restored of it, every value in its range, or why it cannot.
//!
//! Nothing is kept of a document before all of it was read. It is read from the file piece by piece, so that it takes no more
//! memory than what stands in it; parts that cannot be restored, as the model that was learned, are passed over.

use crate::error::StoreError;
use crate::export::{FORMAT, VERSION};
use crate::flaw::Flaw;
use crate::rows::learned::{self, Part};
use crate::settings_file;
use attune_core::backup::Backup;
use attune_core::catalogue::CatalogueInfo;
use attune_core::history::HistoryEntry;
use attune_core::player::ResumePoint;
use attune_core::taste::{PastHistory, PastTrack, StatedPreferences};
use attune_core::track::AffectSource;
use attune_core::{AppError, Feedback, Timestamp, Track};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::io::{self, BufReader, ErrorKind, Read, Seek};

/// The largest document that is read, in bytes: a hundred thousand tracks with decades of plays are a third of it.
const LARGEST: u64 = 512 << 20;
/// The greatest number of a row: what is added after a restore needs numbers above it.
const LAST_NUMBER: u32 = i32::MAX as u32;
/// The last moment that a window can show, in Unix milliseconds.
const LAST_TIME: f64 = 8.64e15;

/// A document that can be restored.
#[derive(Debug, Clone, PartialEq)]
pub struct BackupFile {
    /// The version of its format.
    pub version: u32,
    /// When it was made; none in version 1.
    pub saved_at: Option<Timestamp>,
    /// The folders with the listener's own music, as people read their paths.
    pub folders: Vec<String>,
    /// What it holds.
    pub backup: Backup,
}

/// Reads a document from its beginning. Fails with `backup_unreadable` for one that is damaged, cut, too large or something
/// else, with `backup_newer` for one of a later version, and with `file_unreadable` where reading itself fails.
pub fn read_backup(file: impl Read + Seek) -> Result<BackupFile, AppError> {
    Ok(read(file)?)
}

fn read(mut file: impl Read + Seek) -> Result<BackupFile, StoreError> {
    let size = file.seek(io::SeekFrom::End(0)).map_err(StoreError::BackupFile)?;
    if size > LARGEST {
        return Err(Flaw::TooLarge.into());
    }
    // The version first: in a later one anything may stand elsewhere.
    file.rewind().map_err(StoreError::BackupFile)?;
    let head: Head = json(&mut file)?;
    if head.format != FORMAT {
        return Err(Flaw::Other.into());
    }
    if head.version > VERSION {
        return Err(StoreError::BackupNewer { found: head.version, known: VERSION });
    }
    file.rewind().map_err(StoreError::BackupFile)?;
    json::<Document>(&mut file)?.backup_file(head.version)
}

fn json<T: DeserializeOwned>(file: &mut impl Read) -> Result<T, StoreError> {
    let read = serde_json::from_reader(BufReader::new(file.take(LARGEST)));
    read.map_err(|error| match error.io_error_kind() {
        Some(kind) if kind != ErrorKind::UnexpectedEof => StoreError::BackupFile(kind.into()),
        _ => Flaw::from(&error).into(),
    })
}

/// What all versions have in common.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// The document, of any version up to this one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    #[serde(default)]
    saved_at: Option<f64>,
    settings: Map<String, Value>,
    history: Vec<HistoryEntry>,
    feedback: Vec<Feedback>,
    #[serde(default)]
    learned: Map<String, Value>,
    #[serde(default)]
    place: Option<ResumePoint>,
    catalogues: Vec<Catalogue>,
    #[serde(default)]
    past_histories: Vec<Past>,
    #[serde(default)]
    own_music: OwnMusic,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue {
    id: String,
    name: String,
    enabled: bool,
    added_at: Option<f64>,
    track_list: Vec<Track>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Past {
    id: u32,
    source: String,
    added_at: f64,
    track_list: Vec<PastTrack>,
}

/// The listener's own music; what else stands there comes from its files again.
#[derive(Deserialize, Default)]
struct OwnMusic {
    #[serde(default)]
    folders: Vec<Folder>,
}

#[derive(Deserialize)]
struct Folder {
    path: String,
}

impl Document {
    fn backup_file(self, version: u32) -> Result<BackupFile, StoreError> {
        let saved_at = self.saved_at.map(|at| moment("dates", at)).transpose()?;
        let folders = self.own_music.folders.into_iter().map(|folder| folder.path).collect();
        distinct("moods", self.history.iter().map(|entry| entry.id))?;
        for at in self.history.iter().map(|entry| entry.at).chain(self.feedback.iter().map(|f| f.at.0 as f64))
        {
            moment("moods and ratings", at)?;
        }
        let backup = Backup {
            settings: settings_file::salvage(&self.settings).0,
            history: self.history,
            feedback: self.feedback,
            learned: part(&self.learned, learned::MOOD)?,
            stated: part(&self.learned, learned::STATED)?.map(|told| sayable(&told)),
            place: self.place,
            catalogues: catalogues(self.catalogues)?,
            past: past(self.past_histories)?,
        };
        Ok(BackupFile { version, saved_at, folders, backup })
    }
}

fn catalogues(all: Vec<Catalogue>) -> Result<Vec<(CatalogueInfo, Vec<Track>)>, Flaw> {
    const WHAT: &str = "catalogues";
    let numbers: Result<Vec<u32>, _> = all.iter().map(|catalogue| catalogue.id.parse()).collect();
    distinct(WHAT, numbers.map_err(|_| Flaw::Range(WHAT))?.into_iter())?;
    let whole = |c: Catalogue| {
        let added_at = moment(WHAT, c.added_at.unwrap_or_default())?;
        let tracks: Vec<Track> = c.track_list.into_iter().map(in_range).collect();
        let info = CatalogueInfo {
            // As it is written here, without leading zeros.
            id: c.id.parse::<u32>().map_err(|_| Flaw::Range(WHAT))?.to_string(),
            name: c.name,
            tracks: u32::try_from(tracks.len()).map_err(|_| Flaw::Range(WHAT))?,
            enabled: c.enabled,
            added_at: Some(added_at.0 as f64),
        };
        Ok((info, tracks))
    };
    all.into_iter().map(whole).collect()
}

fn past(all: Vec<Past>) -> Result<Vec<(PastHistory, Vec<PastTrack>)>, Flaw> {
    const WHAT: &str = "histories";
    distinct(WHAT, all.iter().map(|history| history.id))?;
    let whole = |history: Past| {
        let mut tracks = history.track_list;
        // One that was never played says nothing.
        tracks.retain(|track| !track.plays.is_empty());
        let plays = || tracks.iter().flat_map(|track| &track.plays);
        let sum: u64 = plays().map(|play| u64::from(play.times)).sum();
        if sum > u64::from(u32::MAX) || plays().any(|play| play.times == 0) {
            return Err(Flaw::Range(WHAT));
        }
        plays().filter_map(|play| play.at).try_for_each(|at| moment(WHAT, at.0 as f64).map(drop))?;
        let info = PastHistory::of(history.id, history.source, moment(WHAT, history.added_at)?, &tracks);
        Ok((info, tracks))
    };
    all.into_iter().map(whole).collect()
}

/// One of the documents of what was learned; none where there is none, or where it could not be read when the backup was
/// made.
fn part<T: DeserializeOwned>(all: &Map<String, Value>, part: Part) -> Result<Option<T>, StoreError> {
    let Some(value) = all.get(part.name).filter(|value| value.is_object()) else { return Ok(None) };
    let found = value.get("version").and_then(Value::as_u64).and_then(|v| u32::try_from(v).ok());
    match found {
        Some(found) if found > part.version => Err(StoreError::BackupNewer { found, known: part.version }),
        _ => Ok(Some(T::deserialize(value).map_err(|error| Flaw::from(&error))?)),
    }
}

/// The answers that can be given here.
fn sayable(told: &StatedPreferences) -> StatedPreferences {
    let mut sayable = StatedPreferences::default();
    for item in told.items() {
        sayable.say(item.kind, &item.name, Some(item.answer));
    }
    sayable
}

/// A track of a catalogue as the store keeps it.
fn in_range(track: Track) -> Track {
    let mut track = Track {
        popularity: track.popularity.map(|p| p.min(100)),
        tempo: track.tempo.filter(|bpm| bpm.is_finite() && *bpm > 0.0),
        // Catalogues hold recordings.
        score: None,
        ..track
    };
    if track.affect.sources.is_empty() {
        track.affect.sources.push(AffectSource::Unknown);
    }
    track
}

fn moment(what: &'static str, at: f64) -> Result<Timestamp, Flaw> {
    if at.abs() <= LAST_TIME { Ok(Timestamp(at as i64)) } else { Err(Flaw::Range(what)) }
}

fn distinct(what: &'static str, numbers: impl Iterator<Item = u32>) -> Result<(), Flaw> {
    let mut seen = HashSet::new();
    for number in numbers {
        if number == 0 || number > LAST_NUMBER {
            return Err(Flaw::Range(what));
        }
        if !seen.insert(number) {
            return Err(Flaw::Twice(what));
        }
    }
    Ok(())
}
