//! The part of a file that is sound, by the layout of its container.

use super::trailing::trailing;
use super::{take, take_at};
use crate::format::Format;
use attune_core::riff::Stated;
use attune_core::{flac, id3};
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// The most pieces of a container that are stepped over.
const STEPS: usize = 4_096;

/// The bytes of the sound, within the file; none where the layout is not as the format has it.
pub(super) fn find(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Option<Range<u64>>> {
    let found = match format {
        Format::Flac => {
            let start = behind_tags(file)?;
            let frames = flac::frames_start(start, |at, most| take_at(file, at..size, most))?;
            let end = trailing(file, size, format)?.sound_end;
            frames.map(|start| start..end.max(start))
        }
        Format::M4a => chunk(file, size, &ATOMS)?,
        Format::Wav => chunk(file, size, &RIFF)?,
        Format::Aiff => chunk(file, size, &IFF)?,
        _ => {
            let start = behind_tags(file)?;
            // A file of tags alone has no sound between those at its start and those at its end.
            Some(start..trailing(file, size, format)?.sound_end.max(start))
        }
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
    behind(file, size, layout)
}

/// Where an `ID3v2` tag begins behind all that a WAV or AIFF file says it consists of, which is where taggers that know
/// neither put it.
fn behind(file: &mut (impl Read + Seek), size: u64, layout: Layout) -> Result<Option<u64>> {
    file.rewind()?;
    let head = take(file, 8)?;
    let Some(whole) = number(&head, 4..8, layout.big_endian) else { return Ok(None) };
    for at in [8 + whole, 8 + whole + whole % 2] {
        if at < size {
            file.seek(SeekFrom::Start(at))?;
            if take(file, 3)? == b"ID3" {
                return Ok(Some(at));
            }
        }
    }
    Ok(None)
}

/// Whether a file begins as a WAV file with lengths of 64 bits.
pub(crate) fn is_long_wave(file: &mut (impl Read + Seek)) -> Result<bool> {
    file.rewind()?;
    let head = take(file, 4)?;
    Ok(head == b"RF64" || head == b"BW64")
}

/// Where the description of a WAV file's samples lies, if it is one: also RF64 and BW64, which parsers of tags refuse.
pub(crate) fn wave_format(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Range<u64>>> {
    file.rewind()?;
    let head = take(file, 12)?;
    let kinds = [b"RIFF", b"RF64", b"BW64"];
    if !(kinds.iter().any(|kind| head.starts_with(*kind)) && head.ends_with(b"WAVE")) {
        return Ok(None);
    }
    chunk(file, size, &Layout { sound: *b"fmt ", ..RIFF })
}

/// Where the description of an AIFF file's samples lies, if it is one; in AIFF-C it names the coding behind the rest.
pub(crate) fn aiff_format(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Range<u64>>> {
    file.rewind()?;
    let head = take(file, 12)?;
    if !(head.starts_with(b"FORM") && (head.ends_with(b"AIFF") || head.ends_with(b"AIFC"))) {
        return Ok(None);
    }
    chunk(file, size, &Layout { sound: *b"COMM", ..IFF })
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

/// Where a file begins behind the tags of ID3 before it.
pub(crate) fn behind_tags(file: &mut (impl Read + Seek)) -> Result<u64> {
    id3::behind(0, |at, most| take_at(file, at..u64::MAX, most))
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
    let mut sizes = if layout.atoms { Sizes::default() } else { Sizes::of_pieces(file, layout.big_endian)? };
    for _ in 0..STEPS {
        if at >= size {
            break;
        }
        file.seek(SeekFrom::Start(at))?;
        let head = take(file, 24)?;
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
        } else {
            length = sizes.of_piece(&head, at + front, length);
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

/// What a WAV or AIFF file says of lengths elsewhere than in the pieces that have them.
#[derive(Default)]
struct Sizes {
    /// Where the whole ends, by its first bytes.
    end: u64,
    /// The sound's length in 64 bits.
    sound: Option<u64>,
}

impl Sizes {
    fn of_pieces(file: &mut (impl Read + Seek), big_endian: bool) -> Result<Self> {
        file.rewind()?;
        let head = take(file, 8)?;
        Ok(Self { end: 8 + number(&head, 4..8, big_endian).unwrap_or(0), sound: None })
    }

    /// The true length of a piece whose content begins at `start`.
    fn of_piece(&mut self, head: &[u8], start: u64, stated: u64) -> u64 {
        if head.starts_with(b"ds64") {
            self.sound = number(head, 16..24, false);
        }
        if !(head.starts_with(b"data") || head.starts_with(b"SSND")) {
            return stated;
        }
        let length = u32::try_from(stated).unwrap_or(u32::MAX);
        let stated = Stated { start, length, long: self.sound, whole: self.end };
        stated.bytes(head.get(8..).unwrap_or_default()).unwrap_or(u64::MAX)
    }
}

/// An unsigned number of up to eight bytes; none where they are not all there.
fn number(bytes: &[u8], place: Range<usize>, big_endian: bool) -> Option<u64> {
    let fold = |sum: u64, byte: &u8| (sum << 8) | u64::from(*byte);
    let bytes = bytes.get(place)?;
    Some(if big_endian { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_tag_behind_all_pieces_is_found() {
        for odd in [0, 1] {
            let sound = vec![0; 4 + odd];
            let form =
                [b"FORM\0\0\0".as_slice(), &[16 + odd as u8], b"AIFFSSND\0\0\0", &[4 + odd as u8]].concat();
            let bytes = [form, sound, vec![0; odd], b"ID3\x04".to_vec()].concat();
            let size = bytes.len() as u64;
            assert_eq!(id3_chunk(&mut Cursor::new(bytes), size, Format::Aiff).unwrap(), Some(size - 4));
        }
    }
}
