//! What a file says about itself: tags and length.
//!
//! Files come from anywhere, and tags cost what they are worth: an item that cannot be read loses itself, never the
//! track. [`id3`] reads `ID3v2` tags frame by frame; lofty ([`parsed`]) reads the other kinds and what the file's head
//! says of the sound. Where lofty refuses a file, [`probed`] asks symphonia, which decodes it later: what can be played
//! is listed, by its file's name if need be. [`text`] makes plain values of it all.
//!
//! A parser gets a reader that ends after so many bytes and seconds, its allocations are bounded, covers are left out,
//! and a panic in it is caught: whatever is in a file, it is read or reported.

mod aiff;
mod ape;
mod flac;
mod genre;
mod id3;
mod info;
mod items;
mod legacy;
mod parsed;
mod probed;
mod rated;
mod text;
mod wave;

use crate::bounded::Bounded;
use crate::format::Format;
use crate::sound::{self, Coding, Fingerprint, Sound};
use attune_core::taste::Rating;
use attune_core::{AppError, ErrorCode};
use items::Items;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

/// Grows whenever the same file would be read differently: then every file is read again.
pub(crate) const READER_VERSION: i64 = 7;

/// The most bytes that one parser reads of a file, repeated reading included.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The longest that one parser may take, waiting for the disk not counted.
const MOST_TIME: Duration = Duration::from_secs(10);

/// What tags and head of a file say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tags {
    /// As credited; none where no tag names it.
    pub title: Option<String>,
    /// As credited; several artists in one string.
    pub artist: Option<String>,
    /// Album.
    pub album: Option<String>,
    /// Whose album it is.
    pub album_artist: Option<String>,
    /// Place on its disc, from 1.
    pub number: Option<u32>,
    /// Which disc, from 1.
    pub disc: Option<u32>,
    /// Of first release where named, else of release or recording.
    pub year: Option<i16>,
    /// Genre words as they stand there.
    pub genre: Option<String>,
    /// International Standard Recording Code.
    pub isrc: Option<String>,
    /// `MusicBrainz`'s identifier of the recording, 36 lower-case characters.
    pub musicbrainz: Option<String>,
    /// Beats per minute by a tag.
    pub bpm: Option<f32>,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// `ReplayGain` of the track in dB.
    pub track_gain: Option<f64>,
    /// Its greatest sample, full scale 1.
    pub track_peak: Option<f64>,
    /// `ReplayGain` of the album in dB.
    pub album_gain: Option<f64>,
    /// Its greatest sample, full scale 1.
    pub album_peak: Option<f64>,
    /// What the listener gave it.
    pub rating: Option<Rating>,
    /// How often another player has played it, at least 1.
    pub plays: Option<u32>,
    /// Samples per second.
    pub rate: Option<u32>,
    /// Channels.
    pub channels: Option<u8>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadFile {
    /// What kind of file it is.
    pub format: Format,
    /// What it says about itself.
    pub tags: Tags,
    /// What its sound is recognised by.
    pub(crate) sound: Fingerprint,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The system does not let us. That says nothing of what is in the file, so it is tried again.
    #[error(
        "The file cannot be read ({0}). Check that it exists and that you are allowed to read it. The next \
         scan tries again."
    )]
    Unreadable(String),
    /// There is nothing in it.
    #[error("The file is empty. Try copying it again.")]
    Empty,
    /// Its content is none of the kinds we know.
    #[error(
        "The file is not music in a format that Attune knows, despite its name. MP3, MP2, FLAC, Ogg (Vorbis, Opus, FLAC), \
         M4A (AAC, ALAC), AAC, WAV and AIFF can be read."
    )]
    Unknown,
    /// Its content breaks the rules of its kind.
    #[error("The file is damaged ({0}). Other players may still be able to play it. Try copying it again.")]
    Damaged(String),
    /// It is music, but coded in a way that is not decoded here.
    #[error(
        "The sound in this file is in a format that Attune cannot play ({0}). Convert it to FLAC or MP3."
    )]
    Coding(&'static str),
    /// It is locked to a shop's players.
    #[error("The file is protected and can be played only by its shop's own programs.")]
    Protected,
    /// It has a head, but no sound.
    #[error("The file contains no sound. It may have been cut off. Try copying it again.")]
    NoSound,
}

impl FileError {
    /// The stable code, as in [`AppError::code`].
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Unreadable(_) => ErrorCode::FileUnreadable,
            Self::Empty => ErrorCode::FileEmpty,
            Self::Unknown => ErrorCode::FileUnknown,
            Self::Coding(_) => ErrorCode::FileCoding,
            Self::Damaged(_) => ErrorCode::FileDamaged,
            Self::NoSound => ErrorCode::FileNoSound,
            Self::Protected => ErrorCode::FileProtected,
        }
    }
}

impl From<FileError> for AppError {
    fn from(e: FileError) -> Self {
        Self::new(e.code(), e.to_string()).caused_by(e)
    }
}

impl From<io::Error> for FileError {
    fn from(e: io::Error) -> Self {
        Self::Unreadable(e.to_string())
    }
}

/// What a reader of a whole file found.
struct Found {
    format: Format,
    /// What its tags say, those that go first before others.
    tags: Vec<Items>,
    /// Length in milliseconds by its head.
    duration_ms: Option<u32>,
    rate: Option<u32>,
    channels: Option<u8>,
    /// Bits of a sample, where samples are stored as they are.
    bits: Option<u8>,
}

/// Reads tags, length and fingerprint of a file.
pub fn read_file(path: &Path) -> Result<ReadFile, FileError> {
    // Opening a pipe would wait for ever, so what a file is comes first.
    if !std::fs::metadata(path)?.is_file() {
        return Err(FileError::Unreadable("it is not a file".to_owned()));
    }
    read_from(File::open(path)?)
}

/// Like [`read_file`], from anything that can be read. Never panics, reads at most 64 MiB for each parser that tries.
pub fn read_from(mut file: impl Read + Seek + Send + Sync) -> Result<ReadFile, FileError> {
    let size = file.seek(SeekFrom::End(0))?;
    if size == 0 {
        return Err(FileError::Empty);
    }
    let mut head = id3_at(&mut file, 0)?;
    if head.end > size {
        head.end = sound::behind_tags(&mut file)?;
    }
    let mut found = whole(&mut file, head.end)?;
    let a_second = match sound::coding(&mut file, size, found.format, found.channels)? {
        Coding::Known(a_second) => a_second,
        Coding::Other(name) => return Err(FileError::Coding(name)),
        Coding::Protected => return Err(FileError::Protected),
    };
    let trailing = sound::trailing(&mut file, size, found.format)?;
    let inside = match sound::id3_chunk(&mut file, size, found.format)?
        .or(trailing.id3.filter(|at| *at >= head.end))
    {
        Some(at) => id3_at(&mut file, at)?.items,
        None => Items::default(),
    };
    // Behind an MP3 lofty finds it.
    let ape = match trailing.ape.filter(|_| found.format == Format::Aac) {
        Some(place) => ape::read(&mut file, place)?,
        None => Items::default(),
    };
    let list = match sound::info_chunk(&mut file, size, found.format)? {
        Some(place) => info::read(&mut file, place)?,
        None => Items::default(),
    };
    // A head of ID3 before a file that has tags of its own kind was put there by a program that took it for an MP3.
    let own = !matches!(found.format, Format::Mp3 | Format::Aac | Format::Wav | Format::Aiff);
    let first = if own { found.tags.len() } else { 0 };
    found.tags.splice(first..first, [head.items, inside, list, ape]);
    let sound = sound::of(&mut file, found.format)?;
    // Two numbers stand before the samples of an AIFF file.
    let before = if found.format == Format::Aiff { 8 } else { 0 };
    if sound.bytes <= before || found.rate.is_none_or(|rate| rate == 0) {
        return Err(FileError::NoSound);
    }
    found.duration_ms = match found.format {
        Format::M4a if found.duration_ms.is_none_or(|ms| ms == 0) => {
            sound::length_of_fragments(&mut file, size)?
        }
        Format::Mp3 | Format::Aac => {
            sound::length_of_frames(&mut file, size, found.format)?.or(found.duration_ms)
        }
        Format::Flac => sound::length_of_parts(&mut file, size)?.or(found.duration_ms),
        _ => found.duration_ms,
    };
    let tags = Tags {
        duration_ms: duration(&found, &sound, a_second),
        rate: found.rate,
        channels: found.channels,
        ..text::tags(found.tags)
    };
    Ok(ReadFile { format: found.format, tags, sound: sound.fingerprint })
}

/// The front cover in a file's tags, else the first picture.
pub(crate) fn picture(mut file: impl Read + Seek) -> Option<Vec<u8>> {
    let mut reader = Bounded::new(&mut file, MOST_BYTES, MOST_TIME).ok()?;
    let mut pictures = id3::pictures(&mut reader, 0).unwrap_or_default();
    let front = pictures.iter().position(|p| p.kind == 3).unwrap_or(0);
    if !pictures.is_empty() {
        return Some(pictures.swap_remove(front).data);
    }
    parsed::picture(&mut file)
}

/// The `ID3v2` tags at a place. One that is beyond reading counts as none.
fn id3_at(file: &mut (impl Read + Seek), at: u64) -> Result<id3::Found, FileError> {
    let mut reader = Bounded::new(file, MOST_BYTES, MOST_TIME)?;
    let found = id3::read(&mut reader, at);
    match reader.trouble() {
        Some(trouble) => Err(FileError::Unreadable(trouble.to_owned())),
        None => Ok(found.unwrap_or(id3::Found { end: at, ..id3::Found::default() })),
    }
}

/// What the first of the parsers makes of a file whose head ends at `start` that can; else what the first one said.
fn whole(file: &mut (impl Read + Seek + Send + Sync), start: u64) -> Result<Found, FileError> {
    let size = file.seek(SeekFrom::End(0))?;
    // Others take what is in it for MPEG frames.
    if sound::is_long_wave(file)?
        && let Some(found) = wave::read(file, size)?
    {
        return Ok(found);
    }
    let refused = match parsed::read(&mut *file, start) {
        Err(refused @ (FileError::Damaged(_) | FileError::Unknown)) => refused,
        other => return other,
    };
    if let Some(found) = probed::read(&mut *file)? {
        return Ok(found);
    }
    if let Some(found) = flac::read(file, start)? {
        return Ok(found);
    }
    match wave::read(file, size)? {
        Some(found) => Ok(found),
        None => aiff::read(file, size)?.ok_or(refused),
    }
}

/// What [`probed`] alone says of a file.
#[cfg(feature = "fuzz")]
pub(crate) fn fallback(mut file: impl Read + Seek + Send + Sync) -> Result<Option<Tags>, FileError> {
    let found = probed::read(&mut file)?;
    Ok(found.map(|found| Tags { duration_ms: found.duration_ms, rate: found.rate, ..text::tags(found.tags) }))
}

/// The length: of WAV and AIFF it follows from the bytes that are really there (so many `a_second`, or those of the
/// samples), of Ogg streams from what is there of all of them; else it is what the file's head says, until the sound was decoded.
fn duration(found: &Found, sound: &Sound, a_second: Option<u32>) -> Option<u32> {
    let claimed = found.duration_ms.filter(|ms| *ms > 0);
    if sound.ogg_ms.is_some() {
        return sound.ogg_ms;
    }
    if !matches!(found.format, Format::Wav | Format::Aiff) {
        return claimed;
    }
    let of_samples = || {
        let bits = u64::from(found.bits?) * u64::from(found.channels?);
        u64::from(found.rate?).checked_mul(bits.div_ceil(8))
    };
    let Some(rate) = a_second.map(u64::from).or_else(of_samples).filter(|rate| *rate > 0) else {
        return claimed;
    };
    let there = u32::try_from(sound.bytes.saturating_mul(1_000) / rate).ok()?;
    Some(claimed.map_or(there, |claimed| claimed.min(there)))
}
