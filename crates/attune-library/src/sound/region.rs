//! The part of a file that is sound, by the layout of its container.

use super::take;
use crate::format::Format;
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// The most pieces of a container that are stepped over.
const STEPS: usize = 4_096;

/// The bytes of the sound, within the file; none where the layout is not as the format has it.
pub(super) fn find(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Option<Range<u64>>> {
    let found = match format {
        Format::Flac => flac(file)?.map(|start| start..size),
        Format::M4a => chunk(file, size, &ATOMS)?,
        Format::Wav => chunk(file, size, &RIFF)?,
        Format::Aiff => chunk(file, size, &IFF)?,
        _ => Some(id3_length(file, 0)?..trailing(file, size)?),
    };
    Ok(found.filter(|r| r.start <= r.end && r.end <= size))
}

/// Where the `ID3v2` tag in a WAV or AIFF file begins, if there is one.
pub(crate) fn id3_chunk(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Option<u64>> {
    let layout = match format {
        Format::Wav => RIFF,
        Format::Aiff => IFF,
        _ => return Ok(None),
    };
    for name in [*b"id3 ", *b"ID3 "] {
        if let Some(found) = chunk(file, size, &Layout { sound: name, ..layout })? {
            return Ok(Some(found.start));
        }
    }
    Ok(None)
}

/// Where the first list in a WAV file lies, without its head, if there is one.
pub(crate) fn info_chunk(
    file: &mut (impl Read + Seek),
    size: u64,
    format: Format,
) -> Result<Option<Range<u64>>> {
    if format != Format::Wav {
        return Ok(None);
    }
    chunk(file, size, &Layout { sound: *b"LIST", ..RIFF })
}

/// How many bytes an `ID3v2` tag takes at `at`; 0 where there is none. Several may follow one another.
fn id3_length(file: &mut (impl Read + Seek), at: u64) -> Result<u64> {
    let mut at = at;
    for _ in 0..STEPS {
        file.seek(SeekFrom::Start(at))?;
        let head = take(file, 10)?;
        let [b'I', b'D', b'3', _, _, flags, a, b, c, d] = head[..] else { break };
        let length = [a, b, c, d].iter().fold(0, |sum, byte| (sum << 7) | u64::from(byte & 0x7F));
        at += 10 + length + if flags & 0x10 == 0 { 0 } else { 10 };
    }
    Ok(at)
}

/// Where the sound of an MP3 or AAC file ends: before an `ID3v1` tag and an APE tag, if they are there.
fn trailing(file: &mut (impl Read + Seek), size: u64) -> Result<u64> {
    let mut end = size;
    if end >= 128 {
        file.seek(SeekFrom::Start(end - 128))?;
        if take(file, 3)? == b"TAG" {
            end -= 128;
        }
    }
    if end >= 32 {
        file.seek(SeekFrom::Start(end - 32))?;
        let foot = take(file, 32)?;
        if let (Some(b"APETAGEX"), Some(length), Some(flags)) =
            (foot.get(..8), number(&foot, 12..16, false), number(&foot, 20..24, false))
        {
            // The length counts the items and this foot; the highest flag says that there is a head besides.
            let head = if flags >> 31 == 1 { 32 } else { 0 };
            end = end.saturating_sub(length + head);
        }
    }
    Ok(end)
}

/// Where the frames of a FLAC file begin; its blocks of metadata each name their length.
fn flac(file: &mut (impl Read + Seek)) -> Result<Option<u64>> {
    let mut at = id3_length(file, 0)?;
    file.seek(SeekFrom::Start(at))?;
    if take(file, 4)? != b"fLaC" {
        return Ok(None);
    }
    at += 4;
    for _ in 0..STEPS {
        file.seek(SeekFrom::Start(at))?;
        let head = take(file, 4)?;
        let Some(length) = number(&head, 1..4, true) else { return Ok(None) };
        at += 4 + length;
        if head[0] & 0x80 != 0 {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// How a container names its pieces and their lengths.
#[derive(Clone, Copy)]
struct Layout {
    /// Where the first piece begins.
    first: u64,
    /// The name of the piece that is looked for.
    sound: [u8; 4],
    big_endian: bool,
    /// MP4: the length stands before the name, counts the eight bytes of both and may have 64 bits. Otherwise the
    /// name comes first, the length counts the content alone, and pieces begin at even places.
    atoms: bool,
}

const RIFF: Layout = Layout { first: 12, sound: *b"data", big_endian: false, atoms: false };
const IFF: Layout = Layout { sound: *b"SSND", big_endian: true, ..RIFF };
const ATOMS: Layout = Layout { first: 0, sound: *b"mdat", big_endian: true, atoms: true };

/// The content of the first piece with sound, cut to the file.
fn chunk(file: &mut (impl Read + Seek), size: u64, layout: &Layout) -> Result<Option<Range<u64>>> {
    let mut at = layout.first;
    for _ in 0..STEPS {
        if at >= size {
            break;
        }
        file.seek(SeekFrom::Start(at))?;
        let head = take(file, 16)?;
        let (name, length) = if layout.atoms { (4..8, 0..4) } else { (0..4, 4..8) };
        let Some(mut length) = number(&head, length, layout.big_endian) else { break };
        let mut front = 8;
        if layout.atoms {
            (front, length) = match length {
                // A length of 1 says that the true one follows, 0 that the piece goes to the end.
                1 => (16, number(&head, 8..16, true).unwrap_or(0)),
                0 => (8, size - at),
                length => (8, length),
            };
            // A piece shorter than its own head would be stepped over for ever.
            length = length.saturating_sub(front);
        }
        let start = (at + front).min(size);
        let end = start.saturating_add(length).min(size);
        if head.get(name).is_some_and(|name| name == layout.sound) {
            return Ok(Some(start..end));
        }
        at = end + if layout.atoms { 0 } else { end % 2 };
    }
    Ok(None)
}

/// An unsigned number of up to eight bytes; none where they are not all there.
fn number(bytes: &[u8], place: Range<usize>, big_endian: bool) -> Option<u64> {
    let fold = |sum: u64, byte: &u8| (sum << 8) | u64::from(*byte);
    let bytes = bytes.get(place)?;
    Some(if big_endian { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) })
}
