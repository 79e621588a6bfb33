//! Compressed frames of `ID3v2` tags, which may unpack to a thousand times their size.
//!
//! lofty unpacks such a frame without a limit and cannot be told not to. No tagger in use writes them, so wherever
//! a frame's head is followed by what really unpacks, the bit that calls it compressed is cleared: the frame is read
//! as it stands, as nonsense of bounded length.

use flate2::{Decompress, FlushDecompress, Status};

/// Bytes of a frame's head with all that may come before its content.
pub(super) const HEAD: usize = 32;
/// How much of the content is unpacked to see whether it can be.
const SAMPLE: usize = 4 * 1024;
/// What must be seen from a frame's head on.
pub(super) const LOOK: usize = HEAD + SAMPLE;

/// Clears the bits in question.
pub(super) fn defuse(bytes: &mut [u8]) {
    for at in 0..bytes.len().saturating_sub(HEAD / 2) {
        if !is_name(&bytes[at..at + 4]) {
            continue;
        }
        // Tags may be written so that no zero after 255 is meant ("unsynchronised"): both readings are tried.
        for unsynchronised in [false, true] {
            if let Some(flags) = fuse(bytes, at, unsynchronised) {
                bytes[flags] &= !COMPRESSED;
            }
        }
    }
}

/// The bits that call a frame compressed, in versions 2.3 and 2.4.
const COMPRESSED: u8 = 0x80 | 0x08;

fn is_name(four: &[u8]) -> bool {
    four[0].is_ascii_uppercase() && four[1..].iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Where the flags of a compressed frame stand, if one begins at `at`.
fn fuse(bytes: &[u8], at: usize, unsynchronised: bool) -> Option<usize> {
    let mut head = reading(bytes, at, unsynchronised);
    let (_, length) = head.nth(4)?;
    let (place, flags) = head.nth(4)?;
    // Padding looks like names at every byte: what follows is collected only where the head could be one.
    if flags & COMPRESSED == 0 || length > 0x0F {
        return None;
    }
    let frame: Vec<u8> = reading(bytes, at, unsynchronised).map(|(_, byte)| byte).collect();
    // Four bytes of length, and one each where the frame is grouped or encrypted.
    (14..=16).any(|start| unpacks(frame.get(start..).unwrap_or_default())).then_some(place)
}

/// The bytes from `at` on as they are meant, each with where it stands.
fn reading(bytes: &[u8], at: usize, unsynchronised: bool) -> impl Iterator<Item = (usize, u8)> + '_ {
    let filling = move |i: usize| unsynchronised && i > at && bytes[i] == 0 && bytes[i - 1] == 255;
    (at..bytes.len().min(at + LOOK)).filter(move |i| !filling(*i)).map(|i| (i, bytes[i]))
}

/// Whether these bytes begin something compressed.
fn unpacks(content: &[u8]) -> bool {
    let [first, second, ..] = *content else { return false };
    if first & 0x0F != 8 || (u32::from(first) * 256 + u32::from(second)) % 31 != 0 {
        return false;
    }
    let (mut unpack, mut out) = (Decompress::new(true), vec![0; 16 * SAMPLE]);
    // Enough came out, or all that is here went in, without a mistake.
    matches!(unpack.decompress(content, &mut out, FlushDecompress::None), Ok(Status::Ok | Status::StreamEnd))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    fn frame(text: &[u8], flags: u8) -> Vec<u8> {
        let mut packer = ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(text).unwrap();
        let content = packer.finish().unwrap();
        [b"TIT2\0\0\x01\0\0".as_slice(), &[flags], &[0, 0, 0x7F, 0x7F], &content].concat()
    }

    #[test]
    fn a_compressed_frame_is_read_as_it_stands() {
        for flags in [0x80, 0x08, 0x09] {
            let bomb = frame(&vec![b'a'; 1 << 18], flags);
            for before in [0, 5, 20_000] {
                let mut bytes = [vec![0; before], bomb.clone(), vec![0; 40]].concat();
                defuse(&mut bytes);
                assert_eq!(bytes[before + 9] & COMPRESSED, 0);
            }
        }
    }

    #[test]
    fn other_bytes_stay_as_they_are() {
        let noise: Vec<u8> = (0..20_000_u64)
            .scan(1_u64, |s, _| {
                *s = s.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                Some((*s >> 56) as u8)
            })
            .collect();
        let named = noise.chunks(40).flat_map(|c| [b"APIC\0\0\x01\0\0\x08\0\0\0\0\x78\x9C", c].concat());
        for mut bytes in [noise.clone(), named.collect(), frame(b"abc", 0)] {
            let before = bytes.clone();
            defuse(&mut bytes);
            let changed = before.iter().zip(&bytes).filter(|(a, b)| a != b).count();
            assert!(changed <= before.len() / 40 / 100, "{changed}");
        }
    }
}
