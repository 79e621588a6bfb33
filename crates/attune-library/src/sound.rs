//! Where a file's sound lies, and what it is recognised by.
//!
//! Tags stand around the sound, so a digest of the sound alone stays the same when a file is tagged anew, renamed,
//! moved or copied. Of the sound two blocks are read, at its start and in its middle, so that a long file costs no
//! more than a short one.

mod chain;
mod coding;
mod flac;
mod fragments;
mod frames;
mod ogg;
mod protected;
mod region;
mod trailing;

pub(crate) use coding::{Coding, of as coding, rate as aiff_rate};
pub(crate) use flac::length as length_of_parts;
pub(crate) use fragments::length as length_of_fragments;
pub(crate) use frames::length as length_of_frames;
pub(crate) use region::{aiff_format, behind_tags, id3_chunk, info_chunk, is_long_wave, wave_format};
pub(crate) use trailing::trailing;

use crate::format::Format;
use sha2::{Digest, Sha256};
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// Bytes of a block that is read.
const BLOCK: u64 = 32 * 1024;

/// What a recording is recognised by: the first half of a SHA-256.
pub(crate) type Fingerprint = [u8; 16];

/// A file's sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sound {
    pub(crate) fingerprint: Fingerprint,
    /// How many bytes of sound are there, whatever the file's head claims.
    pub(crate) bytes: u64,
    /// The length in milliseconds of an Ogg file of several streams or of a part of one; none of a single whole one.
    pub(crate) ogg_ms: Option<u32>,
}

/// Finds the sound of a file of this format. What lies where no sound is found counts as sound as a whole.
pub(crate) fn of(file: &mut (impl Read + Seek), format: Format) -> Result<Sound> {
    let size = file.seek(SeekFrom::End(0))?;
    let mut digest = Sha256::new();
    digest.update(format.name());
    let bytes = match format {
        Format::Vorbis | Format::Opus | Format::OggFlac => ogg::digest(file, size, format, &mut digest)?,
        _ => {
            let region = region::find(file, size, format)?.unwrap_or(0..size);
            let bytes = region.end - region.start;
            digest.update(bytes.to_le_bytes());
            for start in [region.start, region.start + bytes / 2] {
                file.seek(SeekFrom::Start(start))?;
                digest.update(take(file, BLOCK.min(region.end - start))?);
            }
            bytes
        }
    };
    let whole = digest.finalize();
    let ogg_ms = match format {
        Format::Vorbis | Format::Opus | Format::OggFlac => match chain::length(file, size)? {
            Some(all) => Some(all),
            None => chain::length_of_part(file, size, ogg::headers(format))?,
        },
        _ => None,
    };
    Ok(Sound { fingerprint: std::array::from_fn(|i| whole[i]), bytes, ogg_ms })
}

/// The bytes of a place in a file, `most` of them at most.
pub(crate) fn take_at(file: &mut (impl Read + Seek), place: Range<u64>, most: u64) -> Result<Vec<u8>> {
    file.seek(SeekFrom::Start(place.start))?;
    take(file, place.end.saturating_sub(place.start).min(most))
}

/// Up to `most` bytes; fewer at the end of the file.
fn take(file: &mut impl Read, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
