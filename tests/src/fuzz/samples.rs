//! Small pictures and pieces of music to start from.

use attune_audio::synth::{Piece, Style, aiff, wav};
use image::{ImageFormat, RgbImage};
use std::io::Cursor;

/// Bytes without a pattern, always the same for a seed.
pub(super) fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..length).map(|_| next()).collect()
}

/// A picture with edges and gradients.
pub(super) fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([
            (x * 7 % 256) as u8,
            (y * 11 % 256) as u8,
            if (x / 8 + y / 8) % 2 == 0 { 230 } else { 20 },
        ])
    });
    let mut bytes = Cursor::new(Vec::new());
    #[expect(clippy::expect_used, reason = "an RGB picture fits every format used here")]
    picture.write_to(&mut bytes, format).expect("a picture in memory");
    bytes.into_inner()
}

/// A JPEG without its Huffman tables, as many cameras give it.
pub(super) fn without_tables(whole: &[u8]) -> Vec<u8> {
    let mut bare = whole[..2].to_vec();
    let mut at = 2;
    while whole[at + 1] != 0xDA {
        let end = at + 2 + usize::from(u16::from_be_bytes([whole[at + 2], whole[at + 3]]));
        if whole[at + 1] != 0xC4 {
            bare.extend_from_slice(&whole[at..end]);
        }
        at = end;
    }
    bare.extend_from_slice(&whole[at..]);
    bare
}

/// A PNG of a few bytes whose head claims this size.
pub(super) fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = picture(8, 8, ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = !bytes[12..29].iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| (c >> 1) ^ (0xEDB8_8320 & (c & 1).wrapping_neg()))
    });
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// A fifth of a second of WAV and of AIFF, and the beginnings of the files of other formats that lie in the repository.
pub(super) fn music() -> Vec<Vec<u8>> {
    let plan = Piece {
        style: Style::Dance,
        bpm: 300.0,
        tonic: 0,
        minor: false,
        seconds: 0.2,
        peak_db: -3.0,
        seed: 7,
    };
    let sound = plan.render(8_000);
    let folder = crate::root().join("crates/attune-audio/tests/data");
    let coded = ["band.mp3", "band.flac", "band.ogg", "band.opus", "band.m4a"].map(|name| folder.join(name));
    let parts = coded.into_iter().filter_map(|path| std::fs::read(path).ok());
    let parts = parts.map(|mut whole| {
        whole.truncate(6_000);
        whole
    });
    [wav(&sound, 8_000), aiff(&sound, 8_000)].into_iter().chain(parts).collect()
}
