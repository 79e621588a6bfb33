//! What the heads of FLAC tell (RFC 9639): where the sound begins, how long it is, and whether the file goes on behind what
//! its head speaks of, as files do that were joined end to end.

use std::ops::Range;

/// What a file begins with: its name, and the head of the block that describes it.
pub const NAME: [u8; 8] = *b"fLaC\0\0\0\x22";

/// Bytes of that, with the description.
pub const HEAD: u64 = 42;

/// The most blocks before the sound that are stepped over.
const MOST_BLOCKS: usize = 4_096;

/// So many bytes at a file's end hold the head of a frame: more than the longest frame of usual sound.
const TAIL: u64 = 64 * 1024;

/// The most bytes of a frame's head.
const FRAME_HEAD: u64 = 16;

/// How far behind a block whose length lies the first frame is looked for, so many bytes at a time.
const FAR: u64 = 64 * 1024 * 1024;
const PIECE: u64 = 256 * 1024;

/// The kind of a block with comments: a file's tags.
pub const COMMENTS: u8 = 4;

/// So many bytes more than the frames can hold are tags.
const TAGS: u64 = 2 * 1024;

/// Samples per second by their number in a frame's head, in Hz, from 1 on.
const RATES: [u32; 11] =
    [88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];

/// Bits of a sample by their number in a frame's head, from 1 on; 0 is none.
const BITS: [u8; 7] = [8, 12, 0, 16, 20, 24, 32];

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// Samples per second and channel, in Hz.
    pub rate: u32,
    /// Samples of each channel; 0 where that was not known when it was written.
    pub samples: u64,
    channels: u8,
    bits: u8,
    /// Samples of each channel in a frame, the last one left out: the fewest, and the most.
    block: [u32; 2],
    /// The most bytes of a frame; 0 where that is not known.
    frame: u64,
}

/// The description of a file, or part of one, that begins here.
#[must_use]
pub fn description(bytes: &[u8]) -> Option<Description> {
    let body = bytes.strip_prefix(&NAME)?.get(..34)?;
    let number =
        |from: usize, to: usize| body[from..to].iter().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte));
    let packed = number(10, 18);
    let block = [number(0, 2) as u32, number(2, 4) as u32];
    let described = Description {
        rate: (packed >> 44) as u32,
        samples: packed & 0xF_FFFF_FFFF,
        channels: (packed >> 41 & 7) as u8 + 1,
        bits: (packed >> 36 & 31) as u8 + 1,
        block,
        frame: number(7, 10),
    };
    (described.rate > 0 && block[0] >= 16 && block[0] <= block[1]).then_some(described)
}

/// What stands before the frames of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// The kind of each block behind the description, and where its content lies.
    pub blocks: Vec<(u8, Range<u64>)>,
    /// Where the frames begin.
    pub frames: u64,
}

/// What stands before the frames of a file whose name is at `start`; each block tells its length. Where these do not lead to
/// a frame, since one of them lies, the first frame is looked for. `read` gives the bytes from a place on, so many at the
/// most. None where that is no such file.
///
/// Fails as `read` does.
pub fn front<E>(
    start: u64,
    mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
) -> Result<Option<Front>, E> {
    let head = read(start, HEAD)?;
    if !head.starts_with(&NAME[..4]) {
        return Ok(None);
    }
    let (mut front, mut at, mut ended) = (Front::default(), start + 4, false);
    while front.blocks.len() < MOST_BLOCKS && !ended {
        let [kind, a, b, c] = read(at, 4)?[..] else { break };
        let content = at + 4..at + 4 + u64::from(u32::from_be_bytes([0, a, b, c]));
        ended = kind & 0x80 != 0;
        at = content.end;
        if content.start > start + 8 {
            front.blocks.push((kind & 0x7F, content));
        }
    }
    front.frames = at;
    let Some(described) = description(&head) else { return Ok(ended.then_some(front)) };
    if ended && described.end_of_frame(&read(at, FRAME_HEAD)?).is_some() {
        return Ok(Some(front));
    }
    Ok(match described.first_frame(start + HEAD, read)? {
        Some(frames) => {
            front.blocks.retain(|(_, content)| content.end <= frames);
            Some(Front { frames, ..front })
        }
        None => ended.then_some(front),
    })
}

/// Where the frames of a file begin, as in [`front`].
///
/// Fails as `read` does.
pub fn frames_start<E>(
    start: u64,
    read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
) -> Result<Option<u64>, E> {
    Ok(front(start, read)?.map(|front| front.frames))
}

/// Whether a file of this size, whose name is at `start`, ends otherwise than its description says: its last frame is
/// another than the description's last, or there is more sound than that many frames can hold. `read` gives the bytes from
/// a place on, so many at the most.
///
/// Fails as `read` does.
pub fn ends_elsewhere<E>(
    start: u64,
    size: u64,
    mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
) -> Result<bool, E> {
    let Some(described) = description(&read(start, HEAD)?).filter(|described| described.samples > 0) else {
        return Ok(false);
    };
    let Some(sound) = frames_start(start, &mut read)? else { return Ok(false) };
    let frames = described.samples.div_ceil(u64::from(described.block[0]));
    let most = frames.saturating_mul(described.frame);
    if most > 0 && size.saturating_sub(sound) > most.saturating_add(TAGS) {
        return Ok(true);
    }
    let tail = read(size.saturating_sub(TAIL).max(sound), TAIL)?;
    let last = (0..tail.len()).rev().find_map(|at| described.end_of_frame(&tail[at..]));
    Ok(last.is_some_and(|end| end != described.samples))
}

impl Description {
    /// Where the first frame of this file begins from a place on.
    fn first_frame<E>(
        &self,
        start: u64,
        mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
    ) -> Result<Option<u64>, E> {
        let mut at = start;
        while at < start + FAR {
            let piece = read(at, PIECE + FRAME_HEAD)?;
            let is_first = |from: &usize| {
                // It ends where the second one begins, which the longest possible one tells.
                let end = self.end_of_frame(&piece[*from..]);
                end.is_some_and(|end| end <= self.block[1].into())
            };
            if let Some(found) = (0..piece.len()).find(is_first) {
                return Ok(Some(at + found as u64));
            }
            if (piece.len() as u64) < PIECE {
                break;
            }
            at += PIECE;
        }
        Ok(None)
    }

    /// The count of samples up to the end of a frame of this file that begins here.
    fn end_of_frame(&self, bytes: &[u8]) -> Option<u64> {
        let [0xFF, kind @ (0xF8 | 0xF9), sizes, form, ..] = *bytes else { return None };
        let is_rate = match sizes & 15 {
            0 | 12..=14 => true,
            15 => false,
            rate => RATES[usize::from(rate) - 1] == self.rate,
        };
        let is_bits = match form >> 1 & 7 {
            0 => true,
            bits => BITS[usize::from(bits) - 1] == self.bits,
        };
        let channels = if form >> 4 < 8 { (form >> 4) + 1 } else { 2 };
        if !is_rate || !is_bits || form & 1 != 0 || form >> 4 > 10 || channels != self.channels {
            return None;
        }
        let (number, rest) = coded(bytes.get(4..)?)?;
        let (samples, length) = match sizes >> 4 {
            0 => return None,
            1 => (192, 0),
            size @ 2..=5 => (144 << size, 0),
            6 => (u64::from(*rest.first()?) + 1, 1),
            7 => (u64::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?])) + 1, 2),
            size => (1 << size, 0),
        };
        let length = length + [0, 1, 2, 2][usize::from((sizes & 15).saturating_sub(11)).min(3)];
        let head = bytes.len() - rest.len() + length;
        if bytes.get(..=head)?.iter().fold(0, |sum, byte| checksum(sum ^ byte)) != 0 {
            return None;
        }
        let before = if kind == 0xF9 { number } else { number.checked_mul(self.block[1].into())? };
        before.checked_add(samples)
    }
}

/// A number written as UTF-8 writes characters, though it may be longer, and what follows it.
fn coded(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let first = *bytes.first()?;
    let length = match first.leading_ones() as usize {
        0 => return Some((first.into(), &bytes[1..])),
        length @ 2..=7 => length,
        _ => return None,
    };
    let more = bytes.get(1..length)?;
    let all_more = more.iter().all(|byte| byte & 0xC0 == 0x80);
    let start = u64::from(first & (0x7F >> length));
    let number = more.iter().fold(start, |sum, byte| sum << 6 | u64::from(byte & 0x3F));
    all_more.then_some((number, &bytes[length..]))
}

fn checksum(mut sum: u8) -> u8 {
    for _ in 0..8 {
        sum = if sum & 0x80 > 0 { sum << 1 ^ 0x07 } else { sum << 1 };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A head without other blocks: 44.1 kHz, stereo, 16 bits, frames of 4,096 samples and 1,000 bytes at most.
    fn head(samples: u64) -> Vec<u8> {
        let packed = 44_100_u64 << 44 | 1 << 41 | 15 << 36 | samples;
        let sizes = [0x10, 0, 0x10, 0, 0, 0, 9, 0, 3, 0xE8];
        [&NAME[..], &sizes, &packed.to_be_bytes(), &[0; 16], &[0x81, 0, 0, 2, 7, 7]].concat()
    }

    /// A frame of so many bytes, with its number.
    fn frame(number: u8, length: usize) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xF8, 0xC9, 0x18, number];
        bytes.push(bytes.iter().fold(0, |sum, byte| checksum(sum ^ byte)));
        bytes.resize(length, 0x55);
        bytes
    }

    fn file(frames: u8, length: usize) -> Vec<u8> {
        let sound: Vec<u8> = (0..frames).flat_map(|number| frame(number, length)).collect();
        [head(u64::from(frames) * 4_096), sound].concat()
    }

    fn elsewhere(bytes: &[u8]) -> bool {
        let read = |at: u64, most: u64| {
            let rest = &bytes[(at as usize).min(bytes.len())..];
            Ok::<_, ()>(rest[..rest.len().min(most as usize)].to_vec())
        };
        ends_elsewhere(0, bytes.len() as u64, read).unwrap()
    }

    #[test]
    fn what_was_joined_or_cut_ends_elsewhere() {
        assert!(!elsewhere(&file(100, 900)) && !elsewhere(&file(2, 900)));
        assert!(elsewhere(&[file(20, 900), file(10, 900)].concat()), "another part at the end");
        assert!(elsewhere(&[file(100, 900), file(100, 900)].concat()), "more than its frames can hold");
        assert!(elsewhere(&file(20, 900)[..15_000]), "cut");
        assert!(!elsewhere(&[file(20, 900), vec![0; 3_000]].concat()), "something behind it");
        let unknown = [head(0), frame(3, 900)].concat();
        assert!(!elsewhere(&unknown) && !elsewhere(b"fLaC") && !elsewhere(b"RIFF"));
    }

    #[test]
    fn frames_are_found_behind_blocks_that_lie() {
        let asked = |bytes: &[u8]| {
            front(0, |at, most| {
                let rest = &bytes[(at as usize).min(bytes.len())..];
                Ok::<_, ()>(rest[..rest.len().min(most as usize)].to_vec())
            })
            .unwrap()
        };
        let good = file(3, 900);
        let padding = (1, 46..48);
        assert_eq!(asked(&good), Some(Front { blocks: vec![padding], frames: 48 }));
        for length in [[0, 0, 1], [0, 0, 40], [0xFF, 0xFF, 0xFF]] {
            let mut bytes = good.clone();
            bytes[43..46].copy_from_slice(&length);
            assert_eq!(asked(&bytes).map(|front| front.frames), Some(48), "{length:?}");
        }
        let whole = [&good[..42], &[4, 0, 0, 3, 9, 9, 9], &good[42..]].concat();
        let blocks = vec![(COMMENTS, 46..49), (1, 53..55)];
        assert_eq!(asked(&whole), Some(Front { blocks, frames: 55 }));
        assert_eq!((asked(b"RIFF"), asked(b"fLaC"), asked(b"")), (None, None, None));
    }

    #[test]
    fn numbers_of_frames_are_read() {
        assert_eq!(coded(&[0x7F, 9]), Some((0x7F, &[9][..])));
        assert_eq!(coded(&[0xC2, 0x80]), Some((0x80, &[][..])));
        assert_eq!(coded(&[0xFE, 0x80, 0x80, 0x80, 0x80, 0x80, 0x81]), Some((1, &[][..])));
        for bad in [&[0xC2][..], &[0x80, 0x80], &[0xC2, 0xC2], &[0xFF; 8], &[]] {
            assert_eq!(coded(bad), None, "{bad:x?}");
        }
    }
}
