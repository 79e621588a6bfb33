//! How long sound without a container is whose beginning does not tell: MPEG audio that was joined or cut or has many
//! bitrates without a summary of them, and AAC, of which no head tells a length. Their frames are counted.

use super::region::find;
use super::take_at;
use crate::format::Format;
use attune_core::time::FLICKS;
use attune_core::{adts, mpeg};
use std::io::{Read, Result, Seek};

/// Bytes that are read at a time.
const PIECE: u64 = 256 * 1024;
/// The longest sound whose frames are counted, in bytes: twenty hours.
const LONGEST: u64 = 2 * 1024 * 1024 * 1024;
/// More than the frames that must follow one another to be believed, in bytes.
const LEFT: usize = 20_000;

/// The length in milliseconds, if the file's beginning does not tell it.
pub(crate) fn length(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Option<u32>> {
    let kind = match format {
        Format::Mp3 => &MPEG,
        Format::Aac => &AAC,
        _ => return Ok(None),
    };
    let Some(sound) = find(file, size, format)? else { return Ok(None) };
    let bytes = sound.end - sound.start;
    if bytes > LONGEST {
        return Ok(None);
    }
    if format == Format::Mp3 {
        let head = take_at(file, sound.clone(), mpeg::LOOKED_AT)?;
        let start = sound.end.saturating_sub(mpeg::LOOKED_AT).max(sound.start);
        let tail = take_at(file, start..sound.end, mpeg::LOOKED_AT)?;
        if !mpeg::is_doubtful(&head, &tail, bytes) {
            return Ok(None);
        }
    }
    let (mut at, mut flicks) = (sound.start, 0);
    while at < sound.end {
        let piece = take_at(file, at..sound.end, PIECE)?;
        let is_last = at + piece.len() as u64 >= sound.end;
        let (taken, found) = count(&piece, is_last, kind);
        (at, flicks) = (at + taken.max(1) as u64, flicks + found);
    }
    Ok(u32::try_from(flicks / (FLICKS / 1_000)).ok().filter(|ms| *ms > 0))
}

/// How frames of a kind are found.
struct Kind {
    /// The length in bytes of the frame that begins here, and how many flicks it lasts.
    frame: fn(&[u8]) -> Option<(usize, u64)>,
    /// Where the first of several begins.
    sync: fn(&[u8]) -> Option<usize>,
}

const MPEG: Kind = Kind {
    frame: |bytes| {
        let frame = mpeg::frame(bytes)?;
        let is_sound = mpeg::summary(&bytes[..bytes.len().min(frame.bytes)]).is_none();
        Some((frame.bytes, if is_sound { lasts(frame.samples, frame.form.rate) } else { 0 }))
    },
    sync: mpeg::sync,
};

const AAC: Kind = Kind {
    frame: |bytes| adts::frame(bytes).map(|frame| (frame.bytes, lasts(frame.samples, frame.rate))),
    sync: adts::sync,
};

fn lasts(samples: u32, rate: u32) -> u64 {
    u64::from(samples) * (FLICKS / u64::from(rate))
}

/// How much of a piece was looked through, and the time that its frames last. One that is not whole is left to the next.
fn count(piece: &[u8], is_last: bool, kind: &Kind) -> (usize, u64) {
    let (mut at, mut flicks) = (0, 0);
    while at < piece.len() {
        let rest = &piece[at..];
        let Some((bytes, lasts)) = (kind.frame)(rest) else {
            let Some(on) = (kind.sync)(rest) else {
                return (
                    if is_last { piece.len() } else { piece.len().saturating_sub(LEFT).max(at) },
                    flicks,
                );
            };
            at += on;
            continue;
        };
        if rest.len() < bytes {
            return (if is_last { piece.len() } else { at }, flicks);
        }
        (at, flicks) = (at + bytes, flicks + lasts);
    }
    (at, flicks)
}
