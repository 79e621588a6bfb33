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
        let end = bytes.len().min(at + LOOK);
        let plain: Vec<(usize, u8)> = (at..end).map(|i| (i, bytes[i])).collect();
        let meant =
            plain.iter().enumerate().filter(|(i, (_, byte))| *i == 0 || *byte != 0 || plain[i - 1].1 != 255);
        let meant: Vec<(usize, u8)> = meant.map(|(_, pair)| *pair).collect();
        for flags in [&plain, &meant].map(|reading| fuse(reading)).into_iter().flatten() {
            bytes[flags] &= !COMPRESSED;
        }
    }
}

/// The bits that call a frame compressed, in versions 2.3 and 2.4.
const COMPRESSED: u8 = 0x80 | 0x08;

fn is_name(four: &[u8]) -> bool {
    four[0].is_ascii_uppercase() && four[1..].iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Where the flags of a compressed frame stand, if the bytes are its beginning.
fn fuse(frame: &[(usize, u8)]) -> Option<usize> {
    let (place, flags) = *frame.get(9)?;
    if flags & COMPRESSED == 0 || frame[4].1 > 0x0F {
        return None;
    }
    // Four bytes of length, and one each where the frame is grouped or encrypted.
    (14..=16).any(|start| unpacks(frame.get(start..).unwrap_or_default())).then_some(place)
}

/// Whether these bytes begin something compressed.
fn unpacks(content: &[(usize, u8)]) -> bool {
    let [(_, first), (_, second), ..] = *content else { return false };
    if first & 0x0F != 8 || (u32::from(first) * 256 + u32::from(second)) % 31 != 0 {
        return false;
    }
    let packed: Vec<u8> = content.iter().map(|(_, byte)| *byte).collect();
    let (mut unpack, mut out) = (Decompress::new(true), vec![0; 16 * SAMPLE]);
    // Enough came out, or all that is here went in, without a mistake.
    matches!(unpack.decompress(&packed, &mut out, FlushDecompress::None), Ok(Status::Ok | Status::StreamEnd))
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
