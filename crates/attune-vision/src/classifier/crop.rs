//! The square grey picture of a face that the classifier sees.

use crate::resample::{Axis, Edge, mix_rows};
use attune_core::{FaceBox, Frame};
use attune_models::manifest::CropSpec;
use std::fmt;

/// The side of the classifier's input in pixels.
pub const SIDE: usize = 48;

/// How many times larger than the frame a face may be before it is taken for nonsense.
const LARGEST: f64 = 4.0;

/// The classifier's input with the buffers to make it, which are kept from face to face.
#[derive(Clone)]
pub struct Crop {
    framing: CropSpec,
    columns: Axis,
    rows: Axis,
    grey: Vec<f32>,
    line: Vec<f32>,
    samples: Vec<f32>,
}

/// Shows the framing only: pixels have no business in a log.
impl fmt::Debug for Crop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Crop").field("framing", &self.framing).finish_non_exhaustive()
    }
}

impl Crop {
    /// An empty crop with the framing that the classifier was trained for.
    #[must_use]
    pub fn new(framing: CropSpec) -> Self {
        let (columns, rows) = (Axis::default(), Axis::default());
        Self { framing, columns, rows, grey: Vec::new(), line: Vec::new(), samples: vec![0.0; SIDE * SIDE] }
    }

    /// Left, top and side in pixels of the square around a face.
    #[must_use]
    pub fn square(&self, face: &FaceBox) -> (f64, f64, f64) {
        let [x, y, w, h] = [face.x, face.y, face.w, face.h].map(f64::from);
        let side = self.framing.scale * w.max(h);
        (x + w / 2.0 - side / 2.0, y + h / 2.0 + self.framing.dy * side - side / 2.0, side)
    }

    /// Cuts the face out; what lies outside the frame repeats its edge. `Err` if the box is not one.
    pub fn fill(&mut self, frame: &Frame, face: &FaceBox) -> Result<(), String> {
        let (left, top, side) = self.square(face);
        let limit = LARGEST * f64::from(frame.width().max(frame.height()));
        // Written so that NaN is refused too.
        if !(left.abs() <= limit && top.abs() <= limit && side > 0.0 && side <= limit) {
            return Err(format!("no face can be cut out at {face:?}"));
        }
        self.columns.fit(left, side, frame.width() as usize, SIDE, Edge::Repeat);
        self.rows.fit(top, side, frame.height() as usize, SIDE, Edge::Repeat);
        self.shade(frame);
        self.scale();
        Ok(())
    }

    /// Grey of the part of the frame that the axes draw on (BT.601, not rounded).
    fn shade(&mut self, frame: &Frame) {
        let ((left, right), (top, bottom)) = (self.columns.reach(), self.rows.reach());
        self.grey.clear();
        for y in top..bottom {
            let row = &frame.rgb()[(y * frame.width() as usize + left) * 3..][..(right - left) * 3];
            let (pixels, _) = row.as_chunks::<3>();
            self.grey.extend(pixels.iter().map(|&[red, green, blue]| {
                0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
            }));
        }
    }

    fn scale(&mut self) {
        let ((left, right), top) = (self.columns.reach(), self.rows.reach().0);
        let width = right - left;
        self.line.resize(width, 0.0);
        for y in 0..SIDE {
            let row = |k: usize| &self.grey[(k - top) * width..(k - top + 1) * width];
            mix_rows(&self.rows, y, &mut self.line, row);
            for x in 0..SIDE {
                let (first, weights) = self.columns.taps(x);
                let line = &self.line[first - left..];
                self.samples[y * SIDE + x] = weights.iter().zip(line).map(|(w, v)| w * v).sum();
            }
        }
    }

    /// The share of the square around a face that lies outside the frame, in [0, 1].
    #[must_use]
    pub fn outside(&self, frame: &Frame, face: &FaceBox) -> f32 {
        let (left, top, side) = self.square(face);
        let inside = |start: f64, limit: u32| {
            ((start + side).min(f64::from(limit)) - start.max(0.0)).clamp(0.0, side) / side
        };
        (1.0 - inside(left, frame.width()) * inside(top, frame.height())) as f32
    }

    /// The input, `[48, 48]`, grey in 0..=255.
    #[must_use]
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;
    use proptest::prelude::*;

    const PLAIN: CropSpec = CropSpec { scale: 1.0, dy: 0.0 };

    fn frame(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Frame {
        let rgb = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y));
        Frame::new(width, height, rgb.collect(), Timestamp(0)).unwrap()
    }

    fn face(x: f32, y: f32, w: f32, h: f32) -> FaceBox {
        FaceBox { x, y, w, h, score: 1.0 }
    }

    #[test]
    fn the_square_is_set_by_the_longer_side_and_lowered() {
        let crop = Crop::new(CropSpec { scale: 1.5, dy: 0.1 });
        let (left, top, side) = crop.square(&face(10.0, 20.0, 40.0, 60.0));
        assert!((side - 90.0).abs() < 1e-9 && (left + 15.0).abs() < 1e-9 && (top - 14.0).abs() < 1e-5);
    }

    #[test]
    fn a_crop_of_its_own_size_copies_the_grey() {
        let mut crop = Crop::new(PLAIN);
        crop.fill(&frame(60, 60, |x, y| [x as u8, y as u8, 200]), &face(5.0, 7.0, 48.0, 48.0)).unwrap();
        let expected = 0.299 * 8.0 + 0.587 * 17.0 + 0.114 * 200.0;
        assert!((crop.samples()[10 * SIDE + 3] - expected).abs() < 1e-3);
    }

    #[test]
    fn outside_the_frame_its_edge_goes_on() {
        let mut crop = Crop::new(PLAIN);
        let picture = frame(20, 20, |x, _| if x < 10 { [0; 3] } else { [255; 3] });
        crop.fill(&picture, &face(10.0, -10.0, 40.0, 40.0)).unwrap();
        assert!(crop.samples().iter().skip(2).step_by(SIDE).all(|v| (v - 255.0).abs() < 1e-2));
        assert!((crop.samples()[SIDE * SIDE - 1] - 255.0).abs() < 1e-2);
    }

    #[test]
    fn what_lies_outside_is_measured() {
        let (crop, picture) = (Crop::new(PLAIN), frame(100, 80, |_, _| [0; 3]));
        for (face, share) in [
            (face(10.0, 10.0, 40.0, 40.0), 0.0),
            (face(-10.0, 10.0, 40.0, 40.0), 0.25),
            (face(80.0, 60.0, 40.0, 40.0), 0.75),
            (face(300.0, 10.0, 40.0, 40.0), 1.0),
        ] {
            assert!((crop.outside(&picture, &face) - share).abs() < 1e-6, "{face:?}");
        }
    }

    #[test]
    fn boxes_that_are_none_are_refused() {
        let mut crop = Crop::new(PLAIN);
        let picture = frame(20, 20, |_, _| [9; 3]);
        for bad in [face(f32::NAN, 0.0, 5.0, 5.0), face(0.0, 0.0, 0.0, 0.0), face(0.0, 0.0, 1e9, 5.0)] {
            assert!(crop.fill(&picture, &bad).is_err());
        }
    }

    proptest! {
        #[test]
        fn any_box_gives_levels_of_the_picture(
            x in -60.0..60.0_f32, y in -60.0..60.0_f32, w in 0.1..90.0_f32, h in 0.1..90.0_f32,
        ) {
            let picture = frame(31, 23, |x, y| [(x * 8) as u8, (y * 11) as u8, 90]);
            let mut crop = Crop::new(CropSpec { scale: 1.2, dy: 0.05 });
            crop.fill(&picture, &face(x, y, w, h)).unwrap();
            prop_assert!(crop.samples().iter().all(|v| (-0.01..=255.01).contains(v)));
        }
    }
}
