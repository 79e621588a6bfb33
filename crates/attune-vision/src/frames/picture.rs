//! One encoded picture into a frame, without trusting what the file says of itself.

use crate::resample::resize_rgb;
use attune_core::{AppError, ErrorCode, Frame, Timestamp};
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use std::io::{BufRead, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The longest side in pixels that is decoded at all.
pub const MAX_SIDE: u32 = 16_384;

/// The most bytes that a file may have and that decoding it may take.
pub const MAX_BYTES: u64 = 256 << 20;

/// The longest side in pixels of the frames handed on; larger pictures are reduced to it.
pub const MAX_LONG_SIDE: u32 = 1_920;

/// Decodes a JPEG, PNG or WebP, told apart by content, turns it as its EXIF orientation asks and reduces it to
/// at most [`MAX_LONG_SIDE`]. `name` is for the error message only.
///
/// Codes: `picture_unreadable` (empty, truncated, corrupt or of another format) and `picture_too_large`.
pub fn decode(bytes: impl BufRead + Seek, name: &str, at: Timestamp) -> Result<Frame, AppError> {
    // Decoders are written with care, but for files that are not.
    let decoded = catch_unwind(AssertUnwindSafe(|| decode_pixels(bytes)));
    let decoded = decoded.map_err(|_| unreadable(name, "the decoder broke off"))?;
    let picture = decoded.map_err(|error| refusal(&error, name))?;
    let (width, height) = (picture.width(), picture.height());
    let rgb = picture.into_rgb8().into_raw();
    let (to_width, to_height) = reduced(width, height);
    let rgb = if (to_width, to_height) == (width, height) {
        rgb
    } else {
        resize_rgb(&rgb, (width as usize, height as usize), (to_width as usize, to_height as usize))
    };
    Frame::new(to_width, to_height, rgb, at).map_err(|error| unreadable(name, &error.to_string()))
}

fn decode_pixels(bytes: impl BufRead + Seek) -> Result<DynamicImage, ImageError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    let mut reader = ImageReader::new(bytes).with_guessed_format()?;
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    limits.check_dimensions(width, height)?;
    limits.reserve(decoder.total_bytes())?;
    // A broken EXIF block is no reason to refuse the picture.
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder)?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

/// The size after reduction to [`MAX_LONG_SIDE`], keeping the shape.
fn reduced(width: u32, height: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= MAX_LONG_SIDE {
        return (width, height);
    }
    let scale =
        |side: u32| (f64::from(side) * f64::from(MAX_LONG_SIDE) / f64::from(long)).round().max(1.0) as u32;
    (scale(width), scale(height))
}

fn refusal(error: &ImageError, name: &str) -> AppError {
    match error {
        ImageError::Limits(_) => too_large(name),
        other => unreadable(name, &other.to_string()),
    }
}

/// The error for a picture beyond the limits.
pub(super) fn too_large(name: &str) -> AppError {
    let message =
        format!("{name} is larger than {MAX_SIDE} pixels a side or 256 MB. Reduce it and try again.");
    AppError::new(ErrorCode::PictureTooLarge, message)
}

fn unreadable(name: &str, why: &str) -> AppError {
    AppError::new(
        ErrorCode::PictureUnreadable,
        format!(
            "{name} is not a JPEG, PNG or WebP picture that Attune can read ({why}). Choose another one."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageEncoder, ImageFormat, RgbImage};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 128]));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn code(bytes: Vec<u8>) -> ErrorCode {
        decode(Cursor::new(bytes), "p", Timestamp(0)).unwrap_err().code
    }

    #[test]
    fn three_formats_are_told_apart_by_content() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let frame = decode(Cursor::new(encoded(40, 30, format)), "p", Timestamp(9)).unwrap();
            assert_eq!((frame.width(), frame.height(), frame.at()), (40, 30, Timestamp(9)));
            let middle = &frame.rgb()[(15 * 40 + 20) * 3..][..3];
            assert!(middle[0].abs_diff(20) < 6 && middle[1].abs_diff(15) < 6 && middle[2].abs_diff(128) < 6);
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(code(vec![]), ErrorCode::PictureUnreadable);
        assert_eq!(code(b"hello, this is text".to_vec()), ErrorCode::PictureUnreadable);
        let mut half = encoded(64, 64, ImageFormat::Png);
        half.truncate(half.len() / 2);
        assert_eq!(code(half), ErrorCode::PictureUnreadable);
        let mut half = encoded(64, 64, ImageFormat::Jpeg);
        half.truncate(half.len() / 2);
        assert_eq!(code(half), ErrorCode::PictureUnreadable);
    }

    #[test]
    fn a_png_that_claims_gigapixels_is_refused_before_decoding() {
        let mut bytes = encoded(8, 8, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(code(bytes), ErrorCode::PictureTooLarge);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| (c >> 1) ^ (0xEDB8_8320 & (c & 1).wrapping_neg()))
        })
    }

    #[test]
    fn large_pictures_are_reduced_keeping_their_shape() {
        assert_eq!(reduced(7_680, 4_320), (1_920, 1_080));
        assert_eq!(reduced(16_000, 2), (1_920, 1));
        assert_eq!(reduced(1_920, 1_080), (1_920, 1_080));
        let frame = decode(Cursor::new(encoded(2_000, 10, ImageFormat::Png)), "p", Timestamp(0)).unwrap();
        assert_eq!((frame.width(), frame.height()), (1_920, 10));
    }

    #[test]
    fn exif_orientation_turns_the_picture() {
        // TIFF header, one entry: orientation (0x0112), SHORT, 1 value: 6 = turn right by a quarter.
        let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        let picture = RgbImage::from_fn(20, 10, |x, _| image::Rgb([if x < 10 { 255 } else { 0 }; 3]));
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        encoder.set_exif_metadata(exif).unwrap();
        encoder.write_image(&picture, 20, 10, image::ExtendedColorType::Rgb8).unwrap();
        let frame = decode(Cursor::new(bytes), "p", Timestamp(0)).unwrap();
        assert_eq!((frame.width(), frame.height()), (10, 20));
        assert_eq!((frame.rgb()[0], frame.rgb()[frame.rgb().len() - 1]), (255, 0));
    }

    proptest! {
        #[test]
        fn damaged_pictures_are_read_or_refused(
            which in 0..3_usize, hits in proptest::collection::vec((0..10_000_usize, any::<u8>()), 1..6), cut in 0..10_000_usize,
        ) {
            let mut bytes = encoded(37, 21, [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][which]);
            let length = bytes.len();
            for (at, byte) in hits {
                bytes[at % length] = byte;
            }
            bytes.truncate(length - cut % 64 % length);
            if let Err(error) = decode(Cursor::new(bytes), "p", Timestamp(0)) {
                prop_assert!(error.code == ErrorCode::PictureUnreadable || error.code == ErrorCode::PictureTooLarge);
            }
        }
    }
}
