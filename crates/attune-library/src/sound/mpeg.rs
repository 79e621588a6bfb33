//! How long MPEG audio is whose beginning does not tell: files that were joined or cut, and those of many bitrates without
//! a summary of them. Their frames are counted.

use super::region::find;
use super::take_at;
use crate::format::Format;
use attune_core::mpeg;
use std::io::{Read, Result, Seek};

/// Bytes that are read at a time.
const PIECE: u64 = 256 * 1024;
/// The longest sound whose frames are counted, in bytes: twenty hours.
const LONGEST: u64 = 2 * 1024 * 1024 * 1024;
/// Parts of a second in which the samples of all rates are whole numbers.
const TICKS: u64 = 705_600_000;

/// The length in milliseconds, if the file's beginning does not tell it.
pub(crate) fn length(file: &mut (impl Read + Seek), size: u64) -> Result<Option<u32>> {
    let Some(sound) = find(file, size, Format::Mp3)? else { return Ok(None) };
    let bytes = sound.end - sound.start;
    let head = take_at(file, sound.clone(), mpeg::LOOKED_AT)?;
    let tail = take_at(
        file,
        sound.end.saturating_sub(mpeg::LOOKED_AT).max(sound.start)..sound.end,
        mpeg::LOOKED_AT,
    )?;
    if bytes > LONGEST || !mpeg::is_doubtful(&head, &tail, bytes) {
        return Ok(None);
    }
    let (mut at, mut ticks) = (sound.start, 0);
    while at < sound.end {
        let piece = take_at(file, at..sound.end, PIECE)?;
        let is_last = at + piece.len() as u64 >= sound.end;
        let (taken, found) = count(&piece, is_last);
        (at, ticks) = (at + taken.max(1) as u64, ticks + found);
    }
    Ok(u32::try_from(ticks / (TICKS / 1_000)).ok().filter(|ms| *ms > 0))
}

/// How much of a piece was looked through, and the time that its frames last. One that is not whole is left to the next.
fn count(piece: &[u8], is_last: bool) -> (usize, u64) {
    let (mut at, mut ticks) = (0, 0);
    while at < piece.len() {
        let rest = &piece[at..];
        let Some(frame) = mpeg::frame(rest) else {
            let Some(on) = mpeg::sync(rest) else {
                return (if is_last { piece.len() } else { piece.len().saturating_sub(LEFT).max(at) }, ticks);
            };
            at += on;
            continue;
        };
        if rest.len() < frame.bytes {
            return (if is_last { piece.len() } else { at }, ticks);
        }
        if mpeg::summary(rest).is_none() {
            ticks += u64::from(frame.samples) * (TICKS / u64::from(frame.form.rate));
        }
        at += frame.bytes;
    }
    (at, ticks)
}

/// More than the frames that must follow one another to be believed, in bytes.
const LEFT: usize = 6_000;
