//! What a file says about itself: tags and length, through lofty.
//!
//! Files come from anywhere. A parser gets a reader that ends after so many bytes and seconds, its allocations are
//! bounded, covers are left out, and a panic in it is caught: whatever is in a file, it is read or reported.

mod text;

use crate::bounded::Bounded;
use crate::format::Format;
use crate::sound::{self, Fingerprint};
use attune_core::{AppError, ErrorCode};
use lofty::config::{GlobalOptions, ParseOptions, apply_global_options};
use lofty::file::{AudioFile, FileType, TaggedFile, TaggedFileExt};
use lofty::probe::Probe;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

/// The most bytes read of one file, repeated reading included.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The longest that one file may take.
const MOST_TIME: Duration = Duration::from_secs(10);
/// The most bytes that one item of a tag may take in memory.
const ITEM_LIMIT: usize = 8 * 1024 * 1024;
/// How far into a file without a known beginning sound is looked for.
const JUNK: usize = 64 * 1024;

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
    /// The system does not let us.
    #[error("The file cannot be opened ({0}). Check that it exists and that you are allowed to read it.")]
    Unreadable(String),
    /// There is nothing in it.
    #[error("The file is empty. Try copying it again.")]
    Empty,
    /// Its content is none of the kinds we know.
    #[error("The file is not music in a format that Attune knows, despite its name.")]
    Unknown,
    /// Its content breaks the rules of its kind.
    #[error("The file is damaged ({0}). Other players may still be able to play it. Try copying it again.")]
    Damaged(String),
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
            Self::Damaged(_) => ErrorCode::FileDamaged,
            Self::NoSound => ErrorCode::FileNoSound,
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

/// Reads tags, length and fingerprint of a file.
pub fn read_file(path: &Path) -> Result<ReadFile, FileError> {
    // Opening a pipe would wait for ever, so what a file is comes first.
    if !std::fs::metadata(path)?.is_file() {
        return Err(FileError::Unreadable("it is not a file".to_owned()));
    }
    read_from(File::open(path)?)
}

/// Like [`read_file`], from anything that can be read. Never panics, reads at most 64 MiB.
pub fn read_from(mut file: impl Read + Seek) -> Result<ReadFile, FileError> {
    let size = file.seek(SeekFrom::End(0))?;
    if size == 0 {
        return Err(FileError::Empty);
    }
    let (tagged, mut file) = parse(file, false)?;
    let format = Format::of(tagged.file_type()).ok_or(FileError::Unknown)?;
    let sound = sound::of(&mut file, format)?;
    let properties = tagged.properties();
    if sound.bytes == 0 || properties.sample_rate().is_none_or(|rate| rate == 0) {
        return Err(FileError::NoSound);
    }
    let tags = Tags {
        duration_ms: duration(&tagged, sound.bytes),
        rate: properties.sample_rate(),
        channels: properties.channels(),
        ..text::tags(&tagged)
    };
    Ok(ReadFile { format, tags, sound: sound.fingerprint })
}

/// Lets lofty read the file; with pictures only where they are wanted. Gives the file back too.
pub(crate) fn parse<R: Read + Seek>(file: R, pictures: bool) -> Result<(TaggedFile, R), FileError> {
    apply_global_options(
        GlobalOptions::new()
            .allocation_limit(ITEM_LIMIT)
            .use_custom_resolvers(false)
            .preserve_format_specific_items(false),
    );
    let options = ParseOptions::new().read_cover_art(pictures).max_junk_bytes(JUNK);
    let mut reader = Bounded::new(file, MOST_BYTES, MOST_TIME)?;
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let probe = Probe::new(&mut reader).options(options).guess_file_type()?;
        if probe.file_type().and_then(Format::of).is_none() {
            return Err(FileError::Unknown);
        }
        probe.read().map_err(|e| FileError::Damaged(reason(&e)))
    }));
    let tagged = parsed.unwrap_or_else(|_| Err(FileError::Damaged("its tags make no sense".to_owned())))?;
    Ok((tagged, reader.into_inner()))
}

/// The deepest cause, which says most.
fn reason(error: &dyn std::error::Error) -> String {
    let mut deepest = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    deepest.to_string()
}

/// The length; of uncompressed sound it follows from the bytes that are really there.
fn duration(tagged: &TaggedFile, bytes: u64) -> Option<u32> {
    let properties = tagged.properties();
    let claimed = u32::try_from(properties.duration().as_millis()).ok().filter(|ms| *ms > 0);
    if !matches!(tagged.file_type(), FileType::Wav | FileType::Aiff) {
        return claimed;
    }
    let bits = u64::from(properties.bit_depth()?) * u64::from(properties.channels()?);
    let rate = u64::from(properties.sample_rate()?).checked_mul(bits.div_ceil(8)).filter(|r| *r > 0)?;
    let there = u32::try_from(bytes.saturating_mul(1_000) / rate).ok()?;
    Some(claimed.map_or(there, |claimed| claimed.min(there)))
}
