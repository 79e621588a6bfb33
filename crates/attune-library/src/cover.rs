//! Cover pictures: from the file itself or from its folder, made small.

use crate::library::Library;
use crate::tags;
use attune_core::{AppError, TrackId};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageReader, Limits};
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// The largest picture that is read, in bytes.
const MOST_BYTES: u64 = 8 * 1024 * 1024;
/// The longest side of a picture that is decoded, in pixels.
const MOST_PIXELS: u32 = 6_000;
/// The most memory that decoding may take.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;
/// Sides that can be asked for, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 16..=1_200;
/// Of JPEG, from 1 to 100.
const QUALITY: u8 = 85;

/// Names of pictures that show the cover of the music beside them, the best first.
const NAMES: [&str; 5] = ["cover", "folder", "front", "album", "albumart"];

impl Library {
    /// The cover of a track as a JPEG whose longer side is at most `side` pixels (16 to 1,200); none where there is
    /// none, or none that can be read.
    ///
    /// Fails as [`Self::path_of`] does. Takes some milliseconds and up to 160 MiB for a very large picture.
    pub fn cover(&self, id: &TrackId, side: u32) -> Result<Option<Vec<u8>>, AppError> {
        Ok(of_file(&self.path_of(id)?, side))
    }
}

/// The cover of a file, as [`Library::cover`] gives it.
pub(crate) fn of_file(path: &Path, side: u32) -> Option<Vec<u8>> {
    let side = side.clamp(*SIDES.start(), *SIDES.end());
    let small = |bytes: Vec<u8>| small(&bytes, side);
    embedded(path).and_then(small).or_else(|| beside(path).and_then(small))
}

/// The picture in the file's tags: the front cover, else the first.
fn embedded(path: &Path) -> Option<Vec<u8>> {
    tags::picture(File::open(path).ok()?).filter(|picture| picture.len() as u64 <= MOST_BYTES)
}

/// The picture in the file's folder that is called as covers are.
fn beside(path: &Path) -> Option<Vec<u8>> {
    let pictures = fs::read_dir(path.parent()?).ok()?.filter_map(|e| Some(e.ok()?.path()));
    let best = pictures.filter_map(|p| Some((rank(&p)?, p))).min()?.1;
    let about = fs::metadata(&best).ok()?;
    if !about.is_file() || about.len() > MOST_BYTES {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(best).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Which of the usual names it has.
fn rank(path: &Path) -> Option<usize> {
    let lower = |part: Option<&std::ffi::OsStr>| part.and_then(|p| p.to_str()).map(str::to_lowercase);
    let kind = lower(path.extension())?;
    let name = lower(path.file_stem())?;
    ["jpg", "jpeg", "png", "webp"].contains(&kind.as_str()).then(|| NAMES.iter().position(|n| *n == name))?
}

/// A picture as a JPEG whose longer side is at most `side` pixels; none if it cannot be decoded within the limits: at most 6,000
/// pixels a side and 160 MiB of memory.
#[must_use]
pub fn small_picture(bytes: &[u8], side: u32) -> Option<Vec<u8>> {
    small(bytes, side.clamp(*SIDES.start(), *SIDES.end()))
}

fn small(bytes: &[u8], side: u32) -> Option<Vec<u8>> {
    let decode = || {
        let mut limits = Limits::default();
        limits.max_image_width = Some(MOST_PIXELS);
        limits.max_image_height = Some(MOST_PIXELS);
        limits.max_alloc = Some(MOST_MEMORY);
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        reader.limits(limits);
        let picture = reader.decode().ok()?;
        let larger = picture.width().max(picture.height()) > side;
        let picture = if larger { picture.thumbnail(side, side) } else { picture };
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&picture.to_rgb8()).ok()?;
        Some(jpeg)
    };
    catch_unwind(AssertUnwindSafe(decode)).ok().flatten()
}
