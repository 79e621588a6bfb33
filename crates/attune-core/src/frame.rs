//! Pictures on their way from a camera or file to the models. A frame never leaves the process.

use crate::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why bytes could not be taken as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The picture has no pixels.
    #[error("the picture is empty ({width}x{height})")]
    Empty {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The buffer is not `width * height * 3` bytes long.
    #[error("the picture should have {expected} bytes but has {actual}")]
    Length {
        /// Bytes that the size asks for.
        expected: usize,
        /// Bytes that came.
        actual: usize,
    },
}

/// One picture, 8-bit RGB, rows packed without padding, with the time it was taken.
#[derive(Clone, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    at: Timestamp,
}

impl Frame {
    /// A frame from packed RGB bytes, `width * height * 3` of them.
    pub fn new(width: u32, height: u32, rgb: Vec<u8>, at: Timestamp) -> Result<Self, FrameError> {
        if width == 0 || height == 0 {
            return Err(FrameError::Empty { width, height });
        }
        let expected = width as usize * height as usize * 3;
        if rgb.len() != expected {
            return Err(FrameError::Length { expected, actual: rgb.len() });
        }
        Ok(Self { width, height, rgb, at })
    }

    /// Width in pixels, at least 1.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, at least 1.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Packed RGB bytes, row by row.
    #[must_use]
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// When the picture was taken.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Gives the buffer back, so that a source can fill it again without allocating.
    #[must_use]
    pub fn into_rgb(self) -> Vec<u8> {
        self.rgb
    }
}

/// Shows size and time only: pixels have no business in a log.
impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Frame({}x{} at {} ms)", self.width, self.height, self.at.0)
    }
}

/// A face in a frame: left, top, width and height in pixels of that frame (fractions allowed, may reach over
/// the edge), with the detector's score in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FaceBox {
    /// Left edge in pixels.
    pub x: f32,
    /// Top edge in pixels.
    pub y: f32,
    /// Width in pixels, above 0.
    pub w: f32,
    /// Height in pixels, above 0.
    pub h: f32,
    /// How sure the detector is, in [0, 1].
    pub score: f32,
}

impl FaceBox {
    /// Area in square pixels.
    #[must_use]
    pub fn area(&self) -> f32 {
        self.w * self.h
    }

    /// Intersection over union with another box, in [0, 1].
    #[must_use]
    pub fn iou(&self, other: &Self) -> f32 {
        let w = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let h = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        if w <= 0.0 || h <= 0.0 {
            return 0.0;
        }
        let inter = w * h;
        inter / (self.area() + other.area() - inter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_checked() {
        assert_eq!(Frame::new(0, 5, vec![], Timestamp(0)), Err(FrameError::Empty { width: 0, height: 5 }));
        assert_eq!(
            Frame::new(2, 2, vec![0; 11], Timestamp(0)),
            Err(FrameError::Length { expected: 12, actual: 11 })
        );
    }

    #[test]
    fn debug_shows_no_pixels() {
        let f = Frame::new(1, 1, vec![7, 8, 9], Timestamp(3)).unwrap();
        assert_eq!(format!("{f:?}"), "Frame(1x1 at 3 ms)");
    }

    #[test]
    fn overlap_is_measured() {
        let a = FaceBox { x: 0.0, y: 0.0, w: 2.0, h: 2.0, score: 1.0 };
        let b = FaceBox { x: 1.0, ..a };
        assert!((a.iou(&b) - 1.0 / 3.0).abs() < 1e-6);
        assert!(a.iou(&FaceBox { x: 5.0, ..a }).abs() < f32::EPSILON);
    }
}
