//! Picture files: anything may lie under a name that ends in .png.

use super::samples;
use attune_core::ErrorCode;
use attune_core::Timestamp;
use attune_vision::frames::{MAX_LONG_SIDE, decode};
use image::ImageFormat;
use std::io::Cursor;

/// A frame within the limits, or one of two codes.
pub(super) fn check(bytes: &[u8]) {
    match decode(Cursor::new(bytes), "fuzz", Timestamp(0)) {
        Ok(frame) => assert!(frame.width().max(frame.height()) <= MAX_LONG_SIDE, "{frame:?}"),
        Err(error) => {
            assert!(
                [ErrorCode::PictureUnreadable, ErrorCode::PictureTooLarge].contains(&error.code),
                "{error}"
            );
        }
    }
}

/// The three formats, whole and cut, a picture to be reduced, and two that claim far more than they hold.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let formats = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    let mut seeds: Vec<_> = formats.map(|format| samples::picture(33, 19, format)).into();
    let halves: Vec<_> = seeds.iter().map(|whole| whole[..whole.len() / 2].to_vec()).collect();
    seeds.extend(halves);
    seeds.push(samples::picture(1_930, 3, ImageFormat::Png));
    seeds.push(samples::claiming(60_000, 60_000));
    seeds.push(samples::claiming(9_000, 9_000));
    seeds
}
