//! How long a FLAC file is that was joined of several: its head speaks of the first part alone.

use super::take_at;
use attune_core::time::FLICKS;
use attune_core::{flac, id3};
use std::io::{Read, Result, Seek};

/// Bytes that are read at a time.
const PIECE: u64 = 256 * 1024;
/// The longest file that is searched for parts, in bytes.
const LONGEST: u64 = 8 * 1024 * 1024 * 1024;

/// The length in milliseconds of all parts, if there are several and each tells its own.
pub(crate) fn length(file: &mut (impl Read + Seek), size: u64) -> Result<Option<u32>> {
    let start = id3::behind(0, |at, most| take_at(file, at..size, most))?;
    if size > LONGEST || !flac::ends_elsewhere(start, size, |at, most| take_at(file, at..size, most))? {
        return Ok(None);
    }
    let (mut at, mut parts, mut flicks) = (start, 0, 0_u64);
    while at < size {
        let piece = take_at(file, at..size, PIECE)?;
        for described in parts_in(&piece) {
            if described.samples == 0 {
                return Ok(None);
            }
            let lasts = described.samples.saturating_mul(FLICKS / u64::from(described.rate));
            (parts, flicks) = (parts + 1, flicks.saturating_add(lasts));
        }
        // A head that lies across two pieces is whole in the next one, and one that was seen is not.
        let Some(seen) = (piece.len() as u64).checked_sub(flac::HEAD - 1).filter(|seen| *seen > 0) else {
            break;
        };
        at += seen;
    }
    Ok(u32::try_from(flicks / (FLICKS / 1_000)).ok().filter(|_| parts > 1))
}

/// The descriptions in a piece that are whole.
fn parts_in(piece: &[u8]) -> impl Iterator<Item = flac::Description> {
    piece.windows(flac::HEAD as usize).filter_map(flac::description)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn heads_across_pieces_count_once() {
        let description = |samples: u32| {
            let numbers = [0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 9, 0x0A, 0xC4, 0x42, 0xF0];
            [&flac::NAME[..], &numbers, &samples.to_be_bytes(), &[0; 16], &[0x81, 0, 0, 0]].concat()
        };
        let one = description(44_100);
        for between in PIECE - 100..PIECE + 10 {
            let mut bytes = one.clone();
            bytes.resize(between as usize, 3);
            bytes.extend(&one);
            bytes.resize(bytes.len() + 200_000, 3);
            let size = bytes.len() as u64;
            assert_eq!(length(&mut Cursor::new(bytes), size).unwrap(), Some(2_000), "{between}");
        }
    }
}
