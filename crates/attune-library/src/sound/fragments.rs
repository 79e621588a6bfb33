//! How long the sound of an MP4 file in fragments is (ISO/IEC 14496-12, 8.8). Its head states no length: each fragment
//! tells those of its own samples.

use super::protected::{STEPS, below, inner};
use super::take_at;
use std::io::{Read, Result, Seek};
use std::ops::Range;

/// The most fragments that are stepped over: those of ten hours with two seconds each.
const MOST: usize = 18_000;
/// The longest list of samples of one fragment that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// The length in milliseconds of all fragments in a file of this size; none if there are none.
pub(crate) fn length(file: &mut (impl Read + Seek), size: u64) -> Result<Option<u32>> {
    let Some(head) = below(file, size, &[*b"moov", *b"trak", *b"mdia", *b"mdhd"])? else { return Ok(None) };
    let head = take_at(file, head, LONGEST)?;
    let scale = match head.first() {
        Some(1) => four(&head, 20),
        _ => four(&head, 12),
    };
    let Some(scale) = scale.filter(|scale| *scale > 0) else { return Ok(None) };
    let usual = match below(file, size, &[*b"moov", *b"mvex", *b"trex"])? {
        Some(usual) => four(&take_at(file, usual, LONGEST)?, 12),
        None => None,
    };
    let (mut at, mut all) = (0, 0_u64);
    for _ in 0..MOST {
        let Some((fragment, end)) = next(file, at..size)? else { break };
        all += of_fragment(file, fragment, usual)?;
        at = end;
    }
    Ok(u32::try_from(all.saturating_mul(1_000) / u64::from(scale)).ok().filter(|ms| *ms > 0))
}

/// The next fragment's content, and where it ends.
fn next(file: &mut (impl Read + Seek), within: Range<u64>) -> Result<Option<(Range<u64>, u64)>> {
    let found = inner(file, within, *b"moof")?;
    Ok(found.map(|found| (found.clone(), found.end)))
}

/// The length of a fragment in the track's units; `usual`: that of a sample of which nothing else is said.
fn of_fragment(file: &mut (impl Read + Seek), fragment: Range<u64>, usual: Option<u32>) -> Result<u64> {
    let Some(track) = inner(file, fragment, *b"traf")? else { return Ok(0) };
    let head = match inner(file, track.clone(), *b"tfhd")? {
        Some(place) => take_at(file, place, LONGEST)?,
        None => Vec::new(),
    };
    let flags = four(&head, 0).unwrap_or(0);
    let before = 8 + if flags & 1 == 0 { 0 } else { 8 } + if flags & 2 == 0 { 0 } else { 4 };
    let each = if flags & 8 == 0 { usual } else { four(&head, before) };
    let (mut at, mut all) = (track.start, 0_u64);
    for _ in 0..STEPS {
        let Some(run) = inner(file, at..track.end, *b"trun")? else { break };
        at = run.end;
        all += of_run(&take_at(file, run, LONGEST)?, each).unwrap_or(0);
    }
    Ok(all)
}

/// The length of a run of samples.
fn of_run(run: &[u8], each: Option<u32>) -> Option<u64> {
    let (flags, count) = (four(run, 0)?, four(run, 4)?);
    if flags & 0x100 == 0 {
        return Some(u64::from(count) * u64::from(each?));
    }
    let start = 8 + if flags & 1 == 0 { 0 } else { 4 } + if flags & 4 == 0 { 0 } else { 4 };
    // Length, size, flags and offset of a sample: each is there or not.
    let step = 4 * (flags >> 8 & 0xF).count_ones() as usize;
    let samples = run.get(start..)?.chunks_exact(step).take(count as usize);
    Some(samples.filter_map(|sample| four(sample, 0)).map(u64::from).sum())
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn boxed(name: [u8; 4], content: &[&[u8]]) -> Vec<u8> {
        let content = content.concat();
        [&(content.len() as u32 + 8).to_be_bytes()[..], &name, &content].concat()
    }

    fn numbers(all: &[u32]) -> Vec<u8> {
        all.iter().flat_map(|n| n.to_be_bytes()).collect()
    }

    #[test]
    fn fragments_make_a_length_however_they_tell_it() {
        let head = boxed(*b"mdhd", &[&numbers(&[0, 0, 0, 8_000, 0, 0])]);
        let track = boxed(*b"trak", &[&boxed(*b"mdia", &[&head])]);
        let usual = boxed(*b"mvex", &[&boxed(*b"trex", &[&numbers(&[0, 1, 1, 1_000, 0, 0])])]);
        let movie = boxed(*b"moov", &[&track, &usual]);
        let fragment = |head: &[u32], run: &[u32]| {
            let track =
                boxed(*b"traf", &[&boxed(*b"tfhd", &[&numbers(head)]), &boxed(*b"trun", &[&numbers(run)])]);
            [boxed(*b"moof", &[&boxed(*b"mfhd", &[&numbers(&[0, 1])]), &track]), boxed(*b"mdat", &[&[0; 16]])]
                .concat()
        };
        let file = [
            boxed(*b"ftyp", &[b"M4A "]),
            movie,
            // Four seconds as usual; one at half the length; one told sample by sample, with sizes.
            fragment(&[0, 1], &[0, 32]),
            fragment(&[8, 1, 500], &[1, 16, 0]),
            fragment(&[0, 1], &[0x301, 2, 0, 3_000, 7, 5_000, 7]),
        ]
        .concat();
        let size = file.len() as u64;
        assert_eq!(length(&mut Cursor::new(&file), size).unwrap(), Some(6_000));
        assert_eq!(length(&mut Cursor::new(&file[..60]), 60).unwrap(), None);
    }
}
