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

/// Where an `ID3v2` tag at the end of an MP3 or AAC file begins, if there is one (`ID3v2.4`, 3.4).
pub(crate) fn id3_at_end(file: &mut (impl Read + Seek), size: u64, format: Format) -> Result<Option<u64>> {
    if !matches!(format, Format::Mp3 | Format::Aac) {
        return Ok(None);
    }
    let end = before_others(file, size)?;
    Ok(Some(before_id3(file, end)?).filter(|start| *start < end))
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

/// How many bytes an `ID3v2` tag takes at `at`; 0 where there is none. Several may follow one another.
pub(super) fn id3_length(file: &mut (impl Read + Seek), at: u64) -> Result<u64> {
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

/// Where the sound of an MP3 or AAC file ends: before the tags behind it, if there are any.
fn trailing(file: &mut (impl Read + Seek), size: u64) -> Result<u64> {
    let end = before_others(file, size)?;
    before_id3(file, end)
}

/// Where an `ID3v2` tag that ends there begins; the same place where there is none.
fn before_id3(file: &mut (impl Read + Seek), end: u64) -> Result<u64> {
    let Some(at) = end.checked_sub(10) else { return Ok(end) };
    file.seek(SeekFrom::Start(at))?;
    let foot = take(file, 10)?;
    let [b'3', b'D', b'I', _, _, _, a, b, c, d] = foot[..] else { return Ok(end) };
    let length = [a, b, c, d].iter().fold(0, |sum, byte| (sum << 7) | u64::from(byte & 0x7F));
    let Some(start) = end.checked_sub(length + 20) else { return Ok(end) };
    file.seek(SeekFrom::Start(start))?;
    Ok(if take(file, 3)? == b"ID3" { start } else { end })
}

/// Where the `ID3v1` tag and the APE tag at the end of a file begin, if they are there.
fn before_others(file: &mut (impl Read + Seek), size: u64) -> Result<u64> {
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
    /// The sound's length in 64 bits, which RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088) name in a piece of its own.
    sound: Option<u64>,
}

impl Sizes {
    fn of_pieces(file: &mut (impl Read + Seek), big_endian: bool) -> Result<Self> {
        file.rewind()?;
        let head = take(file, 8)?;
        Ok(Self { end: 8 + number(&head, 4..8, big_endian).unwrap_or(0), sound: None })
    }

    /// The true length of a piece whose content begins at `start`. A program that was cut off while it recorded has
    /// written neither the sound's length nor the whole's: then all that follows is sound.
    fn of_piece(&mut self, head: &[u8], start: u64, stated: u64) -> u64 {
        const ELSEWHERE: u64 = 0xFFFF_FFFF;
        if head.starts_with(b"ds64") {
            // A program that was cut off has left it at 0.
            self.sound = number(head, 16..24, false).filter(|length| *length > 0);
        }
        match (head.starts_with(b"data") || head.starts_with(b"SSND"), stated) {
            (true, 0) if self.end <= start || runs_on(&head[8.min(head.len())..]) => u64::MAX,
            (true, ELSEWHERE) => self.sound.unwrap_or(stated),
            _ => stated,
        }
    }
}

/// Whether something follows that is no other piece: its name would be of letters.
fn runs_on(next: &[u8]) -> bool {
    next.get(..4).is_some_and(|name| !name.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' '))
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
    fn a_tag_at_the_end_is_no_sound() {
        let tag = |name: &[u8; 3]| [name.as_slice(), b"\x04\0\x10\0\0\0\x05"].concat();
        let whole = [tag(b"ID3").as_slice(), b"words", &tag(b"3DI")].concat();
        let older = [b"TAG".as_slice(), &[0; 125]].concat();
        for behind in [Vec::new(), older] {
            let bytes = [[7; 1_000].as_slice(), &whole, &behind].concat();
            let (size, mut file) = (bytes.len() as u64, Cursor::new(bytes));
            assert_eq!(find(&mut file, size, Format::Mp3).unwrap(), Some(0..1_000));
            assert_eq!(id3_at_end(&mut file, size, Format::Mp3).unwrap(), Some(1_000));
        }
        let lies = [[7; 100].as_slice(), &tag(b"3DI")].concat();
        assert_eq!(id3_at_end(&mut Cursor::new(lies), 110, Format::Mp3).unwrap(), None);
    }

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
