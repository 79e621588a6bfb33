//! A frame reduced to the detector's input: fixed longer side, pasted top left, black up to multiples of 32.

use crate::resample::{Axis, Edge, mix_pixel, mix_rows, rgb_line};
use attune_core::{FaceBox, Frame};
use std::fmt;

/// The sides of the input are multiples of this.
const MULTIPLE: usize = 32;

/// The part of a frame that is looked at, in its pixels (fractions allowed); inside the frame.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Window {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Window {
    fn whole(frame: &Frame) -> Self {
        Self { left: 0.0, top: 0.0, width: f64::from(frame.width()), height: f64::from(frame.height()) }
    }

    /// The square around a face, `share` times as long as the face's longer side, as far as the frame goes. None if
    /// the face is not one, or lies outside.
    pub(super) fn around(frame: &Frame, face: &FaceBox, share: f64) -> Option<Self> {
        let side = share * f64::from(face.w.max(face.h));
        let axis = |start: f32, length: f32, limit: u32| {
            let (middle, limit) = (f64::from(start) + f64::from(length) / 2.0, f64::from(limit));
            let side = side.min(limit);
            // Written so that NaN is refused too.
            let inside = side >= 1.0 && middle >= 0.0 && middle <= limit;
            inside.then(|| ((middle - side / 2.0).clamp(0.0, limit - side), side))
        };
        let (left, width) = axis(face.x, face.w, frame.width())?;
        let (top, height) = axis(face.y, face.h, frame.height())?;
        Some(Self { left, top, width, height })
    }
}

/// The detector's input with the buffers to make it, which are kept from frame to frame.
#[derive(Clone)]
pub struct Letterbox {
    long_side: usize,
    frame: (u32, u32),
    window: Window,
    columns: Axis,
    rows: Axis,
    line: Vec<f32>,
    samples: Vec<f32>,
}

/// Shows sizes only: pixels have no business in a log.
impl fmt::Debug for Letterbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letterbox({:?} in {:?})", self.window, self.size())
    }
}

impl Letterbox {
    /// An empty letterbox whose pictures will have `long_side` pixels (at least 1) on the longer side.
    #[must_use]
    pub fn new(long_side: usize) -> Self {
        Self {
            long_side,
            frame: (0, 0),
            window: Window::default(),
            columns: Axis::default(),
            rows: Axis::default(),
            line: Vec::new(),
            samples: Vec::new(),
        }
    }

    /// Takes a whole frame in.
    pub fn fill(&mut self, frame: &Frame) {
        self.fill_from(frame, Window::whole(frame));
    }

    /// Takes a part of a frame in.
    pub(super) fn fill_from(&mut self, frame: &Frame, window: Window) {
        let frame_size = (frame.width(), frame.height());
        if self.frame != frame_size || self.window != window {
            self.fit(frame_size, window);
        }
        let (stride, plane) = (self.size().0, self.size().0 * self.size().1);
        let row_bytes = frame.width() as usize * 3;
        // Nothing right or left of what the columns draw on needs to be mixed.
        let (left, right) = self.columns.reach();
        let reach = left * 3..right * 3;
        for y in 0..self.rows.len() {
            let row = |k: usize| &frame.rgb()[k * row_bytes..][reach.clone()];
            mix_rows(&self.rows, y, &mut self.line[reach.clone()], row);
            let (red, rest) = self.samples.split_at_mut(plane);
            let (green, blue) = rest.split_at_mut(plane);
            let across = y * stride..y * stride + self.columns.len();
            let planes =
                red[across.clone()].iter_mut().zip(&mut green[across.clone()]).zip(&mut blue[across]);
            for (x, ((red, green), blue)) in planes.enumerate() {
                [*red, *green, *blue] = mix_pixel(&self.columns, x, &self.line);
            }
        }
    }

    fn fit(&mut self, frame: (u32, u32), window: Window) {
        let scale = self.long_side as f64 / window.width.max(window.height);
        let side = |length: f64| ((length * scale + 0.5).floor() as usize).max(1);
        let before = (self.columns.len(), self.rows.len());
        self.columns.fit(window.left, window.width, frame.0 as usize, side(window.width), Edge::Cut);
        self.rows.fit(window.top, window.height, frame.1 as usize, side(window.height), Edge::Cut);
        if before != (self.columns.len(), self.rows.len()) {
            // What lies around the picture must be black again.
            self.samples.clear();
            self.samples.resize(3 * self.size().0 * self.size().1, 0.0);
        }
        self.line.resize(rgb_line(frame.0 as usize), 0.0);
        (self.frame, self.window) = (frame, window);
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
        let fx = (self.window.width / self.columns.len().max(1) as f64) as f32;
        let fy = (self.window.height / self.rows.len().max(1) as f64) as f32;
        let (left, top) = (self.window.left as f32, self.window.top as f32);
        FaceBox {
            x: left + face.x * fx,
            y: top + face.y * fy,
            w: face.w * fx,
            h: face.h * fy,
            score: face.score,
        }
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

    #[test]
    fn a_window_is_cut_out_at_its_place() {
        let rgb = (0..100 * 200).flat_map(|i| [(i % 200) as u8, (i / 200) as u8, 7]).collect();
        let frame = Frame::new(200, 100, rgb, Timestamp(0)).unwrap();
        let face = FaceBox { x: 50.0, y: 30.0, w: 30.0, h: 40.0, score: 1.0 };
        let window = Window::around(&frame, &face, 1.6).unwrap();
        assert_eq!(window, Window { left: 33.0, top: 18.0, width: 64.0, height: 64.0 });
        let mut letterbox = Letterbox::new(64);
        letterbox.fill_from(&frame, window);
        assert!((letterbox.samples()[5 * 64 + 9] - 42.0).abs() < 1e-3);
        assert!((letterbox.samples()[64 * 64 + 5 * 64 + 9] - 23.0).abs() < 1e-3);
        let back = letterbox.to_frame(FaceBox { x: 17.0, y: 12.0, ..face });
        assert!((back.x - 50.0).abs() < 1e-4 && (back.y - 30.0).abs() < 1e-4 && (back.w - 30.0).abs() < 1e-4);
    }

    #[test]
    fn windows_stay_inside_the_frame() {
        let frame = flat(200, 100, [9; 3]);
        let face = |x: f32, side: f32| FaceBox { x, y: 60.0, w: side, h: side, score: 1.0 };
        let window = Window::around(&frame, &face(180.0, 30.0), 3.0).unwrap();
        assert_eq!(window, Window { left: 110.0, top: 10.0, width: 90.0, height: 90.0 });
        let window = Window::around(&frame, &face(10.0, 60.0), 3.0).unwrap();
        assert_eq!((window.width, window.height, window.top), (180.0, 100.0, 0.0));
        for bad in [face(300.0, 30.0), face(-50.0, 30.0), face(f32::NAN, 30.0), face(10.0, f32::NAN)] {
            assert_eq!(Window::around(&frame, &bad, 3.0), None);
        }
    }

    proptest! {
        #[test]
        fn boxes_come_back_to_where_they_were(
            width in 1..2_000_u32, height in 1..2_000_u32, x in 0.0..1.0_f32, w in 0.01..1.0_f32,
        ) {
            let mut letterbox = Letterbox::new(320);
            letterbox.fit((width, height), Window { width: width.into(), height: height.into(), ..Window::default() });
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
