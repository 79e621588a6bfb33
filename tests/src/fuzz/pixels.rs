//! Camera pictures into RGB: nine bytes say what the driver claims, the rest is its buffer.

use super::samples;
use attune_vision::frames::pixels::{PixelFormat, to_rgb};
use image::ImageFormat;

const FORMATS: [PixelFormat; 6] = [
    PixelFormat::Yuyv,
    PixelFormat::Nv12,
    PixelFormat::Rgb,
    PixelFormat::Bgr,
    PixelFormat::Grey,
    PixelFormat::Mjpeg,
];
const HEAD: usize = 9;

/// A whole picture of the claimed size, or an error; never more memory than the picture is worth.
pub(super) fn check(bytes: &[u8]) {
    let Some((head, data)) = bytes.split_first_chunk::<HEAD>() else { return };
    let side = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]) as usize;
    let (format, width, height) = (FORMATS[usize::from(head[0]) % FORMATS.len()], side(1), side(5));
    if let Ok(rgb) = to_rgb(format, data, width, height) {
        assert_eq!(rgb.len(), width * height * 3, "{format:?} {width}x{height}");
        // Other formats than JPEG hold at least a byte a pixel: no picture out of nothing.
        assert!(format == PixelFormat::Mjpeg || data.len() >= width * height);
    }
}

/// A picture of every format, one with padded rows, and claims without a picture.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let noise = samples::noise(7, 9_000);
    let mut seeds = Vec::new();
    for (format, bytes) in [(0, 37 * 2 * 21), (1, 38 * 32), (2, 37 * 3 * 21), (3, 112 * 21), (4, 40 * 21)] {
        seeds.push(with_head(format, 37, 21, &noise[..bytes + 78]));
        seeds.push(with_head(format, 37, 21, &noise[..bytes]));
    }
    let jpeg = samples::picture(37, 21, ImageFormat::Jpeg);
    seeds.push(with_head(5, 37, 21, &jpeg));
    seeds.push(with_head(5, 37, 21, &samples::without_tables(&jpeg)));
    seeds.push(with_head(2, u32::MAX, u32::MAX, &noise[..64]));
    seeds
}

fn with_head(format: u8, width: u32, height: u32, data: &[u8]) -> Vec<u8> {
    [&[format][..], &width.to_le_bytes(), &height.to_le_bytes(), data].concat()
}
