use super::pixels::{PixelError, PixelFormat, row_bytes, to_rgb};
use image::codecs::jpeg::JpegEncoder;
use proptest::prelude::*;

const ALL: [PixelFormat; 5] =
    [PixelFormat::Yuyv, PixelFormat::Nv12, PixelFormat::Rgb, PixelFormat::Bgr, PixelFormat::Grey];

#[test]
fn hand_computed_colours() {
    // BT.601 limited range: white is Y 235, black Y 16, full red Y 81 U 90 V 240, full blue Y 41 U 240 V 110.
    let white_black = to_rgb(PixelFormat::Yuyv, &[235, 128, 16, 128], 2, 1).unwrap();
    assert_eq!(white_black, [255, 255, 255, 0, 0, 0]);
    assert_eq!(to_rgb(PixelFormat::Yuyv, &[81, 90, 81, 240], 2, 1).unwrap(), [255, 0, 0, 255, 0, 0]);
    assert_eq!(to_rgb(PixelFormat::Yuyv, &[41, 240, 41, 110], 2, 1).unwrap(), [0, 0, 255, 0, 0, 255]);
    // Y 126: 298 * 110 + 128 = 32908, over 256: 128.
    assert_eq!(to_rgb(PixelFormat::Yuyv, &[126, 128, 126, 128], 2, 1).unwrap(), [128; 6]);
    assert_eq!(to_rgb(PixelFormat::Bgr, &[1, 2, 3, 4, 5, 6], 2, 1).unwrap(), [3, 2, 1, 6, 5, 4]);
    assert_eq!(to_rgb(PixelFormat::Grey, &[7, 8], 1, 2).unwrap(), [7, 7, 7, 8, 8, 8]);
}

#[test]
fn nv12_shares_colour_between_four_pixels() {
    // 3x3: three rows of Y, then two rows of U V pairs, each row four bytes long for the odd width.
    let data = [
        81, 81, 41, 0, //
        81, 81, 41, 0, //
        235, 235, 16, 0, //
        90, 240, 240, 110, //
        128, 128, 128, 128,
    ];
    let rgb = to_rgb(PixelFormat::Nv12, &data, 3, 3).unwrap();
    let (red, blue) = ([255, 0, 0], [0, 0, 255]);
    let expected = [red, red, blue, red, red, blue, [255; 3], [255; 3], [0; 3]];
    assert_eq!(rgb, expected.as_flattened());
}

#[test]
fn odd_widths_end_with_half_a_pair() {
    let rgb = to_rgb(PixelFormat::Yuyv, &[235, 128, 16, 128, 235, 128, 99, 128], 3, 1).unwrap();
    assert_eq!(rgb, [255, 255, 255, 0, 0, 0, 255, 255, 255]);
}

#[test]
fn padded_rows_are_recognised_and_tails_ignored() {
    assert_eq!(row_bytes(64 * 10, 60, 10), 64);
    assert_eq!(row_bytes(60 * 10, 60, 10), 60);
    // A buffer rounded up to pages is a tail, not padding.
    assert_eq!(row_bytes(176_128, 320 * 3, 180), 960);
    let padded = [1, 2, 3, 0, 4, 5, 6, 0];
    assert_eq!(to_rgb(PixelFormat::Rgb, &padded, 1, 2).unwrap(), [1, 2, 3, 4, 5, 6]);
    let tailed = [1, 2, 3, 4, 5, 6, 99, 99, 99];
    assert_eq!(to_rgb(PixelFormat::Rgb, &tailed, 1, 2).unwrap(), [1, 2, 3, 4, 5, 6]);
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = [200, 40, 60].repeat(usize::from(width) * usize::from(height));
    JpegEncoder::new_with_quality(&mut bytes, 95)
        .encode(&pixels, width.into(), height.into(), image::ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

#[test]
fn mjpeg_is_decoded_and_checked() {
    let mut bytes = jpeg(18, 10);
    bytes.extend([0xAB; 500]);
    let rgb = to_rgb(PixelFormat::Mjpeg, &bytes, 18, 10).unwrap();
    assert_eq!(rgb.len(), 18 * 10 * 3);
    assert!(rgb[0].abs_diff(200) < 5 && rgb[1].abs_diff(40) < 5 && rgb[2].abs_diff(60) < 5);
    assert!(matches!(to_rgb(PixelFormat::Mjpeg, &bytes, 20, 10), Err(PixelError::Jpeg(_))));
    assert!(matches!(to_rgb(PixelFormat::Mjpeg, &[], 18, 10), Err(PixelError::Jpeg(_))));
    assert!(to_rgb(PixelFormat::Mjpeg, &bytes[..100], 18, 10).is_err());
}

/// Many cameras leave the Huffman tables out of their JPEG pictures, since all of them use the same.
#[test]
fn mjpeg_without_tables_is_decoded_too() {
    let whole = jpeg(16, 16);
    let mut bare = whole[..2].to_vec();
    bare.extend([0xFF, 0xE0, 0, 16]);
    bare.extend(*b"AVI1\0\0\0\0\0\0\0\0\0\0");
    let mut at = 2;
    while whole[at + 1] != 0xDA {
        let end = at + 2 + usize::from(u16::from_be_bytes([whole[at + 2], whole[at + 3]]));
        if whole[at + 1] != 0xC4 && whole[at + 1] != 0xE0 {
            bare.extend_from_slice(&whole[at..end]);
        }
        at = end;
    }
    bare.extend_from_slice(&whole[at..]);
    let rgb = to_rgb(PixelFormat::Mjpeg, &bare, 16, 16).unwrap();
    assert!(rgb[0].abs_diff(200) < 5 && rgb[1].abs_diff(40) < 5, "{:?}", &rgb[..3]);
}

#[test]
fn sizes_that_no_camera_has_are_refused_before_any_arithmetic() {
    for format in ALL {
        for (width, height) in [(0, 4), (4, 0), (usize::MAX, usize::MAX), (16_385, 1), (16_384, 16_384)] {
            assert_eq!(to_rgb(format, &[0; 64], width, height), Err(PixelError::Size { width, height }));
        }
    }
}

proptest! {
    #[test]
    fn any_buffer_gives_a_whole_picture_or_an_error(
        width in 1..40_usize, height in 1..40_usize, length in 0..8_000_usize, which in 0..5_usize,
    ) {
        if let Ok(rgb) = to_rgb(ALL[which], &vec![128; length], width, height) {
            prop_assert_eq!(rgb.len(), width * height * 3);
        } else {
            prop_assert!(length < width.next_multiple_of(256) * height * 4);
        }
    }

    #[test]
    fn colours_are_within_two_levels_of_the_formula(y in 16..=235_u8, u in 16..=240_u8, v in 16..=240_u8) {
        let rgb = to_rgb(PixelFormat::Yuyv, &[y, u, y, v], 2, 1).unwrap();
        let (l, cb, cr) = (1.164_383 * (f64::from(y) - 16.0), f64::from(u) - 128.0, f64::from(v) - 128.0);
        let expected = [l + 1.596_027 * cr, l - 0.391_762 * cb - 0.812_968 * cr, l + 2.017_232 * cb];
        for (actual, expected) in rgb.iter().zip(expected) {
            prop_assert!((f64::from(*actual) - expected.clamp(0.0, 255.0)).abs() < 2.0);
        }
    }
}
