//! MP4 files that a shop has locked: their coding is called `drms` or `enca` (ISO/IEC 14496-12, 8.12).

use super::{take, take_at};
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// Boxes from the outermost to the one that names the coding of a track.
const PATH: [[u8; 4]; 6] = [*b"moov", *b"trak", *b"mdia", *b"minf", *b"stbl", *b"stsd"];
/// The most boxes that are stepped over on one level.
pub(super) const STEPS: usize = 4_096;

/// The longest entry that is read, in bytes.
const LONGEST: u64 = 1_024;

/// Whether the samples that an entry describes are locked.
pub(super) fn is_locked(entry: &[u8]) -> bool {
    entry.starts_with(b"drms") || entry.starts_with(b"enca")
}

/// The entry that describes the samples of an MP4 file's first track, from its name on.
pub(super) fn sample_entry(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Vec<u8>>> {
    let Some(inside) = below(file, size, &PATH)? else { return Ok(None) };
    // Version, flags and count of entries; then the first entry's length and name.
    take_at(file, inside.start + 12..inside.end, LONGEST).map(Some)
}

/// The content of the first box that lies in boxes of those names, from the outermost on.
pub(super) fn below(
    file: &mut (impl Read + Seek),
    size: u64,
    names: &[[u8; 4]],
) -> Result<Option<Range<u64>>> {
    let mut inside = 0..size;
    for name in names {
        let Some(found) = inner(file, inside, *name)? else { return Ok(None) };
        inside = found;
    }
    Ok(Some(inside))
}

/// The content of the first box of that name.
pub(super) fn inner(
    file: &mut (impl Read + Seek),
    within: Range<u64>,
    name: [u8; 4],
) -> Result<Option<Range<u64>>> {
    let mut at = within.start;
    for _ in 0..STEPS {
        file.seek(SeekFrom::Start(at))?;
        let head = take(file, 16)?;
        let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let (front, length) = match head.get(..4).map(number) {
            None => break,
            Some(0) => (8, within.end.saturating_sub(at)),
            Some(1) => (16, head.get(8..).map_or(0, number)),
            Some(length) => (8, length),
        };
        let end = at.saturating_add(length.max(front)).min(within.end);
        if head.get(4..8).is_some_and(|n| n == name) {
            return Ok((at + front < end).then(|| at + front..end));
        }
        if end >= within.end {
            break;
        }
        at = end;
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn boxed(name: [u8; 4], content: &[u8]) -> Vec<u8> {
        [&(content.len() as u32 + 8).to_be_bytes()[..], &name, content].concat()
    }

    fn is_protected(bytes: &[u8]) -> bool {
        let entry = sample_entry(&mut Cursor::new(bytes), bytes.len() as u64).unwrap();
        entry.is_some_and(|entry| is_locked(&entry))
    }

    #[test]
    fn the_coding_of_a_locked_track_is_seen() {
        for (coding, locked) in [(*b"drms", true), (*b"enca", true), (*b"mp4a", false), (*b"alac", false)] {
            let entry = [&[0; 4][..], &1_u32.to_be_bytes(), &boxed(coding, &[0; 28])].concat();
            let movie = PATH
                .iter()
                .rev()
                .fold(entry, |inner, name| [boxed(*b"free", &[0; 5]), boxed(*name, &inner)].concat());
            let bytes = [boxed(*b"ftyp", b"M4A "), movie].concat();
            assert_eq!(is_protected(&bytes), locked);
            assert!(!is_protected(&bytes[..bytes.len() / 2]));
        }
    }
}
