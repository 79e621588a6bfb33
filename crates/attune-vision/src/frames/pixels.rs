//! Camera formats into packed RGB. Pure functions over bytes; every one accepts rows longer than the picture.
//!
//! Drivers differ in what they tell, so the conversions take a buffer's length for what it is: too short is an
//! error, a tail is ignored, and rows are taken to be padded where the length says so (see [`row_bytes`]).

use super::{MAX_BYTES, MAX_SIDE};
use image::{ColorType, ImageDecoder, ImageError, codecs::jpeg::JpegDecoder};
use std::io::Cursor;
use std::panic::catch_unwind;

/// How the bytes of a camera picture are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PixelFormat {
    /// 4:2:2, two pixels in four bytes: Y0 U Y1 V (BT.601, limited range).
    Yuyv,
    /// One JPEG picture a frame.
    Mjpeg,
    /// 4:2:0, a plane of Y and a plane of U V pairs at half size (BT.601, limited range).
    Nv12,
    /// Red, green, blue.
    Rgb,
    /// Blue, green, red.
    Bgr,
    /// One byte of grey a pixel.
    Grey,
}

/// Why a camera picture could not be converted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PixelError {
    /// The driver claims a size that no camera has.
    #[error("a picture of {width}x{height} is out of reach")]
    Size {
        /// Claimed pixels in a row.
        width: usize,
        /// Claimed rows.
        height: usize,
    },
    /// The buffer ends before the picture does.
    #[error("the picture has {actual} bytes instead of {expected}")]
    Short {
        /// Bytes that the size asks for.
        expected: usize,
        /// Bytes that came.
        actual: usize,
    },
    /// A JPEG picture is damaged or not of the size that the camera announced.
    #[error("the JPEG picture cannot be used ({0})")]
    Jpeg(String),
}

/// Packed RGB, `width * height * 3` bytes, of one camera picture; `width` and `height` are in pixels, at least 1,
/// and may be odd.
pub fn to_rgb(format: PixelFormat, data: &[u8], width: usize, height: usize) -> Result<Vec<u8>, PixelError> {
    // Whatever a driver claims: no product below overflows, and no picture takes more memory than a file may.
    let sides = 1..=MAX_SIDE as usize;
    if !sides.contains(&width) || !sides.contains(&height) || (width * height * 3) as u64 > MAX_BYTES {
        return Err(PixelError::Size { width, height });
    }
    let size = (width, height);
    match format {
        PixelFormat::Mjpeg => mjpeg(data, width, height),
        PixelFormat::Yuyv => rows(data, size, width.div_ceil(2) * 4, |row, out| yuyv_row(row, width, out)),
        PixelFormat::Rgb => rows(data, size, width * 3, |row, out| out.extend_from_slice(row)),
        PixelFormat::Bgr => rows(data, size, width * 3, |row, out| {
            out.extend(row.chunks_exact(3).flat_map(|p| [p[2], p[1], p[0]]));
        }),
        PixelFormat::Grey => rows(data, size, width, |row, out| out.extend(row.iter().flat_map(|g| [*g; 3]))),
        PixelFormat::Nv12 => nv12(data, width, height),
    }
}

/// The bytes from one row to the next in a buffer of `length` bytes that holds `height` rows of at least `packed`
/// bytes: `packed`, unless the buffer divides into rows padded to a usual alignment.
#[must_use]
pub fn row_bytes(length: usize, packed: usize, height: usize) -> usize {
    if height == 0 || !length.is_multiple_of(height) {
        return packed;
    }
    let whole = length / height;
    let padded = [4, 8, 16, 32, 64, 128, 256].iter().any(|align| packed.next_multiple_of(*align) == whole);
    if padded { whole } else { packed }
}

fn rows(
    data: &[u8],
    (width, height): (usize, usize),
    packed: usize,
    mut convert: impl FnMut(&[u8], &mut Vec<u8>),
) -> Result<Vec<u8>, PixelError> {
    let stride = row_bytes(data.len(), packed, height);
    need(data, stride * (height - 1) + packed)?;
    // A pair of pixels is written whole before its second half is cut off.
    let mut out = Vec::with_capacity(width * height * 3 + 3);
    for y in 0..height {
        convert(&data[y * stride..y * stride + packed], &mut out);
    }
    Ok(out)
}

fn need(data: &[u8], expected: usize) -> Result<(), PixelError> {
    if data.len() < expected { Err(PixelError::Short { expected, actual: data.len() }) } else { Ok(()) }
}

fn yuyv_row(row: &[u8], width: usize, out: &mut Vec<u8>) {
    let end = out.len() + width * 3;
    for four in row.chunks_exact(4) {
        out.extend(yuv(four[0], four[1], four[3]));
        out.extend(yuv(four[2], four[1], four[3]));
    }
    out.truncate(end);
}

fn nv12(data: &[u8], width: usize, height: usize) -> Result<Vec<u8>, PixelError> {
    let (chroma_width, chroma_height) = (width.div_ceil(2) * 2, height.div_ceil(2));
    // Both planes have the same stride, so together they are one picture of so many rows.
    let stride = row_bytes(data.len(), width, height + chroma_height).max(width);
    let stride = if stride < chroma_width { chroma_width } else { stride };
    let chroma_at = stride * height;
    need(data, chroma_at + stride * (chroma_height - 1) + chroma_width)?;
    let mut out = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        let luma = &data[y * stride..][..width];
        let chroma = &data[chroma_at + y / 2 * stride..][..chroma_width];
        out.extend(
            luma.iter().enumerate().flat_map(|(x, l)| yuv(*l, chroma[x / 2 * 2], chroma[x / 2 * 2 + 1])),
        );
    }
    Ok(out)
}

/// BT.601 with limited range (Y 16..=235, U and V around 128), in integers of 1/256.
fn yuv(y: u8, u: u8, v: u8) -> [u8; 3] {
    let (y, u, v) = (298 * (i32::from(y) - 16), i32::from(u) - 128, i32::from(v) - 128);
    let level = |value: i32| ((value + 128) >> 8).clamp(0, 255) as u8;
    [level(y + 409 * v), level(y - 100 * u - 208 * v), level(y + 516 * u)]
}

/// The decoder must not take the camera down with it, whatever the driver gave.
fn mjpeg(data: &[u8], width: usize, height: usize) -> Result<Vec<u8>, PixelError> {
    let decoded = catch_unwind(|| decode_jpeg(data, width, height));
    decoded.unwrap_or_else(|_| Err(PixelError::Jpeg("the decoder broke off".to_owned())))
}

/// Some drivers hand over their whole buffer: what follows the end of the JPEG is not looked at.
fn decode_jpeg(data: &[u8], width: usize, height: usize) -> Result<Vec<u8>, PixelError> {
    let failed = |error: ImageError| PixelError::Jpeg(error.to_string());
    let decoder = JpegDecoder::new(Cursor::new(data)).map_err(failed)?;
    let (actual, colour) = (decoder.dimensions(), decoder.color_type());
    if (actual.0 as usize, actual.1 as usize) != (width, height) {
        return Err(PixelError::Jpeg(format!("{}x{} instead of {width}x{height}", actual.0, actual.1)));
    }
    let mut pixels = vec![0; usize::try_from(decoder.total_bytes()).unwrap_or(0)];
    decoder.read_image(&mut pixels).map_err(failed)?;
    match colour {
        ColorType::Rgb8 => Ok(pixels),
        ColorType::L8 => Ok(pixels.iter().flat_map(|g| [*g; 3]).collect()),
        other => Err(PixelError::Jpeg(format!("{other:?}"))),
    }
}
