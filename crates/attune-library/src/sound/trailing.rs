//! What stands behind the sound of an MP3, AAC or FLAC file: tags of several kinds, in any order.

use super::take_at;
use crate::format::Format;
use attune_core::{adts, id3, mpeg};
use std::io::{Read, Result, Seek};
use std::ops::Range;

/// The most tags behind the sound.
const MOST_TAGS: usize = 8;
/// Bytes of an `ID3v1` tag, and of an APE tag's head and foot.
const OLD: u64 = 128;
const APE: u64 = 32;
/// How far before the end a tag without a foot is looked for, in bytes: first of all, and where no sound is there either.
const NEAR: u64 = mpeg::LOOKED_AT;
const FAR: u64 = 16 * 1024 * 1024;
/// Bytes that are read at a time.
const PIECE: u64 = 256 * 1024;

/// The tags behind a file's sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trailing {
    /// Where the sound ends.
    pub(crate) sound_end: u64,
    /// Where an `ID3v2` tag begins (`ID3v2.4.0`, 3.4; programs put older ones there too).
    pub(crate) id3: Option<u64>,
    /// Where the items of an APE tag lie.
    pub(crate) ape: Option<Range<u64>>,
}

/// Finds them; files of other formats have none.
pub(crate) fn trailing(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Trailing> {
    let mut found = Trailing { sound_end: size, id3: None, ape: None };
    if !matches!(format, Format::Mp3 | Format::Aac | Format::Flac) {
        return Ok(found);
    }
    for _ in 0..MOST_TAGS {
        let end = found.sound_end;
        let last = take_at(file, end.saturating_sub(OLD)..end, OLD)?;
        if last.len() as u64 == OLD && last.starts_with(b"TAG") {
            found.sound_end -= OLD;
        } else if let Some((whole, items)) = ape(&last, end) {
            (found.sound_end, found.ape) = (whole, found.ape.or(Some(items)));
        } else if let Some(start) = id3_by_foot(file, &last, end)? {
            (found.sound_end, found.id3) = (start, Some(start));
        } else if found.id3.is_none()
            && format != Format::Flac
            && let Some(start) = id3_without_foot(file, end)?
        {
            (found.sound_end, found.id3) = (start, Some(start));
        } else {
            break;
        }
    }
    Ok(found)
}

/// Where an APE tag whose foot these last bytes end with begins, and where its items lie.
fn ape(last: &[u8], end: u64) -> Option<(u64, Range<u64>)> {
    let foot = last.get(last.len().checked_sub(APE as usize)?..)?;
    let four = |at: usize| Some(u32::from_le_bytes(foot.get(at..at + 4)?.try_into().ok()?));
    // The length counts the items and this foot; the highest flag says that there is a head besides.
    let (length, flags) = (u64::from(four(12)?), four(20)?);
    let items = end.saturating_sub(length)..end - APE;
    let head = if flags >> 31 == 1 { APE } else { 0 };
    foot.starts_with(b"APETAGEX").then_some((items.start.saturating_sub(head), items))
}

/// Where an `ID3v2` tag whose foot these last bytes end with begins.
fn id3_by_foot(file: &mut (impl Read + Seek), last: &[u8], end: u64) -> Result<Option<u64>> {
    let foot = last.len().checked_sub(id3::HEAD as usize).and_then(|at| last.get(at..));
    let length = foot.and_then(id3::length_by_foot);
    let Some(start) = length.and_then(|length| end.checked_sub(length)) else { return Ok(None) };
    let head = take_at(file, start..end, 3)?;
    Ok((head == b"ID3").then_some(start))
}

/// Where an `ID3v2` tag begins that ends there and has no foot, as those before version 2.4 have none. It is looked for
/// far from there only where no frames of sound are near.
fn id3_without_foot(file: &mut (impl Read + Seek), end: u64) -> Result<Option<u64>> {
    let near = end.saturating_sub(NEAR);
    let tail = take_at(file, near..end, NEAR)?;
    if let Some(at) = id3::begins(&tail, 0) {
        return Ok(Some(near + at as u64));
    }
    if mpeg::sync(&tail).is_some() || adts::sync(&tail).is_some() {
        return Ok(None);
    }
    let mut to = end;
    while to > end.saturating_sub(FAR) {
        let from = to.saturating_sub(PIECE);
        // A head that lies across two pieces is whole in the earlier one.
        let piece = take_at(file, from..(to + id3::HEAD).min(end), PIECE + id3::HEAD)?;
        if let Some(at) = id3::begins(&piece, end - (from + piece.len() as u64)) {
            return Ok(Some(from + at as u64));
        }
        to = from;
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn found(bytes: &[u8]) -> Trailing {
        trailing(&mut Cursor::new(bytes), bytes.len() as u64, Format::Mp3).unwrap()
    }

    /// An `ID3v2` tag of some bytes, with a foot or without.
    fn tag(content: usize, foot: bool) -> Vec<u8> {
        let length = [
            (content >> 21) as u8,
            (content >> 14) as u8 & 127,
            (content >> 7) as u8 & 127,
            content as u8 & 127,
        ];
        let head = |name: &[u8; 3]| {
            [name.as_slice(), &[3 + u8::from(foot), 0, if foot { 0x10 } else { 0 }], &length].concat()
        };
        [head(b"ID3"), vec![b'w'; content], if foot { head(b"3DI") } else { Vec::new() }].concat()
    }

    fn ape_tag() -> Vec<u8> {
        let numbers = [2_000_u32, 32 + 11, 1, 0, 0, 0].map(u32::to_le_bytes).concat();
        [b"items items".as_slice(), b"APETAGEX", &numbers].concat()
    }

    #[test]
    fn tags_at_the_end_are_no_sound_in_whatever_order() {
        let sound = vec![7; 100_000];
        let old = [b"TAG".as_slice(), &[0; 125]].concat();
        for (behind, id3, ape) in [
            (vec![], None, None),
            (vec![old.clone()], None, None),
            (vec![tag(5, true)], Some(0), None),
            (vec![tag(5, false)], Some(0), None),
            (vec![tag(200_000, false), old.clone()], Some(0), None),
            (vec![tag(3_000_000, false)], Some(0), None),
            (vec![tag(5, true), ape_tag(), old.clone()], Some(0), Some(25)),
            (vec![ape_tag(), tag(5, true), old.clone()], Some(43), Some(0)),
            (vec![ape_tag(), tag(500, false), old], Some(43), Some(0)),
        ] {
            let found = found(&[&sound[..], &behind.concat()].concat());
            assert_eq!(found.id3, id3.map(|at| 100_000 + at), "{ape:?}");
            let items = ape.map(|at| 100_000 + at..100_011 + at);
            assert_eq!((found.sound_end, found.ape), (100_000, items));
        }
    }

    #[test]
    fn what_only_looks_like_a_tag_is_sound() {
        for lie in [tag(5, true)[15..].to_vec(), b"ID3\x03\0\0\0\0\0\x7F....".to_vec(), b"APETAGEX".to_vec()]
        {
            let bytes = [vec![7; 50], lie].concat();
            assert_eq!(found(&bytes).sound_end, bytes.len() as u64);
        }
        assert_eq!(found(b"").sound_end, 0);
    }
}
