//! A frame reduced to the detector's input: fixed longer side, pasted top left, black up to multiples of 32.

use crate::resample::{Axis, mix_pixel, mix_rows};
use attune_core::{FaceBox, Frame};
use std::fmt;

/// The sides of the input are multiples of this.
const MULTIPLE: usize = 32;

/// The detector's input with the buffers to make it, which are kept from frame to frame.
#[derive(Clone)]
pub struct Letterbox {
    long_side: usize,
    frame: (u32, u32),
    columns: Axis,
    rows: Axis,
    line: Vec<f32>,
    samples: Vec<f32>,
}

/// Shows sizes only: pixels have no business in a log.
impl fmt::Debug for Letterbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letterbox({:?} in {:?})", self.frame, self.size())
    }
}

impl Letterbox {
    /// An empty letterbox whose pictures will have `long_side` pixels (at least 1) on the longer side.
    #[must_use]
    pub fn new(long_side: usize) -> Self {
        let (columns, rows) = (Axis::default(), Axis::default());
        Self { long_side, frame: (0, 0), columns, rows, line: Vec::new(), samples: Vec::new() }
    }

    /// Takes a frame in.
    pub fn fill(&mut self, frame: &Frame) {
        if self.frame != (frame.width(), frame.height()) {
            self.fit(frame.width(), frame.height());
        }
        let (stride, plane) = (self.size().0, self.size().0 * self.size().1);
        let row_bytes = frame.width() as usize * 3;
        for y in 0..self.rows.len() {
            mix_rows(&self.rows, y, &mut self.line, |k| &frame.rgb()[k * row_bytes..(k + 1) * row_bytes]);
            for x in 0..self.columns.len() {
                let [red, green, blue] = mix_pixel(&self.columns, x, &self.line);
                let at = y * stride + x;
                self.samples[at] = red;
                self.samples[plane + at] = green;
                self.samples[2 * plane + at] = blue;
            }
        }
    }

    fn fit(&mut self, width: u32, height: u32) {
        let scale = self.long_side as f64 / f64::from(width.max(height));
        let side = |length: u32| ((f64::from(length) * scale + 0.5).floor() as usize).max(1);
        self.columns = Axis::whole(width as usize, side(width));
        self.rows = Axis::whole(height as usize, side(height));
        self.frame = (width, height);
        self.line = vec![0.0; width as usize * 3];
        self.samples = vec![0.0; 3 * self.size().0 * self.size().1];
    }

    /// Width and height of the input in pixels, multiples of 32 (0 before the first frame).
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.columns.len().next_multiple_of(MULTIPLE), self.rows.len().next_multiple_of(MULTIPLE))
    }

    /// The input, `[3, height, width]`, red, green and blue in 0..=255.
    #[must_use]
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// A box in pixels of the input as one in pixels of the last frame.
    #[must_use]
    pub fn to_frame(&self, face: FaceBox) -> FaceBox {
        let fx = self.frame.0 as f32 / self.columns.len().max(1) as f32;
        let fy = self.frame.1 as f32 / self.rows.len().max(1) as f32;
        FaceBox { x: face.x * fx, y: face.y * fy, w: face.w * fx, h: face.h * fy, score: face.score }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;
    use proptest::prelude::*;

    fn flat(width: u32, height: u32, colour: [u8; 3]) -> Frame {
        Frame::new(width, height, colour.repeat((width * height) as usize), Timestamp(0)).unwrap()
    }

    #[test]
    fn a_frame_is_pasted_top_left_on_black() {
        let mut letterbox = Letterbox::new(320);
        letterbox.fill(&flat(640, 480, [10, 20, 30]));
        assert_eq!(letterbox.size(), (320, 256));
        let plane = 320 * 256;
        let at = |channel: usize, x: usize, y: usize| letterbox.samples()[channel * plane + y * 320 + x];
        for (channel, level) in [10.0, 20.0, 30.0].into_iter().enumerate() {
            assert!((at(channel, 0, 0) - level).abs() < 1e-3 && (at(channel, 319, 239) - level).abs() < 1e-3);
            assert!(at(channel, 0, 240).abs() < 1e-6 && at(channel, 319, 255).abs() < 1e-6);
        }
    }

    #[test]
    fn the_next_frame_may_have_another_size() {
        let mut letterbox = Letterbox::new(320);
        letterbox.fill(&flat(640, 480, [255; 3]));
        letterbox.fill(&flat(100, 300, [50; 3]));
        assert_eq!(letterbox.size(), (128, 320));
        assert!((letterbox.samples()[106] - 50.0).abs() < 1e-3 && letterbox.samples()[107].abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn boxes_come_back_to_where_they_were(
            width in 1..2_000_u32, height in 1..2_000_u32, x in 0.0..1.0_f32, w in 0.01..1.0_f32,
        ) {
            let mut letterbox = Letterbox::new(320);
            letterbox.fit(width, height);
            let (across, down) = (letterbox.columns.len() as f32, letterbox.rows.len() as f32);
            prop_assert!(across <= 320.0 && down <= 320.0 && across.max(down) >= 320.0);
            let input = FaceBox { x: x * across, y: x * down, w: w * across, h: w * down, score: 0.5 };
            let face = letterbox.to_frame(input);
            let near = |a: f32, b: f32| (a - b).abs() < 1e-3 * b.max(1.0);
            prop_assert!(near(face.x, x * width as f32) && near(face.w, w * width as f32));
            prop_assert!(near(face.y, x * height as f32) && near(face.h, w * height as f32));
        }
    }
}
