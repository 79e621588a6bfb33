//! A picture for the camera that can be found again, as a file or as pixels.

use image::{Rgb, RgbImage};

/// The pixels that are looked for: so many side by side are in nothing else.
const LENGTH: u32 = 12;
/// The noise covers so much of a corner.
const SIDE: u32 = 48;

/// The portrait of the tests with noise in a corner.
pub(crate) fn picture() -> RgbImage {
    let mut picture = image::open(crate::camera::portrait()).unwrap().to_rgb8();
    for y in 0..SIDE {
        for x in 0..SIDE {
            picture.put_pixel(x, y, pixel(x, y));
        }
    }
    picture
}

/// A colour that only its place decides: `SplitMix64`'s finaliser (Steele, Lea, Flood 2014).
fn pixel(x: u32, y: u32) -> Rgb<u8> {
    let mut mixed = (u64::from(x) << 32 | u64::from(y)).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let [red, green, blue, ..] = (mixed ^ (mixed >> 31)).to_le_bytes();
    Rgb([red, green, blue])
}

/// How programs lay out pixels.
fn layouts(row: u32) -> [Vec<u8>; 4] {
    let lay = |one: fn([u8; 3]) -> Vec<u8>| (0..LENGTH).flat_map(|x| one(pixel(x, row).0)).collect();
    [
        lay(|[r, g, b]| vec![r, g, b]),
        lay(|[r, g, b]| vec![b, g, r]),
        lay(|[r, g, b]| vec![r, g, b, 255]),
        lay(|[r, g, b]| vec![b, g, r, 255]),
    ]
}

/// What of a picture is in these bytes; none if nothing is.
pub(crate) fn what_is_in(bytes: &[u8]) -> Option<&'static str> {
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let is_webp = starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if starts(b"\x89PNG\r\n\x1a\n") || starts(b"\xff\xd8\xff") || starts(b"GIF8") || starts(b"BM") || is_webp
    {
        return Some("a picture file");
    }
    // A file within a file, as in a cache or a database.
    if has(b"\x89PNG\r\n\x1a\n") || has(b"\xff\xd8\xff\xe0") || has(b"\xff\xd8\xff\xe1") {
        return Some("a picture file within");
    }
    (0..SIDE).flat_map(layouts).any(|pixels| has(&pixels)).then_some("pixels")
}

#[test]
fn a_picture_is_found_as_a_file_and_as_pixels() {
    let picture = picture();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("picture.png");
    picture.save(&file).unwrap();
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(what_is_in(&bytes), Some("a picture file"));
    assert_eq!(what_is_in(&[b"kept: ", &bytes[..]].concat()), Some("a picture file within"));
    assert_eq!(what_is_in(picture.as_raw()), Some("pixels"));
    assert_eq!(what_is_in(b"a journal"), None);
}
