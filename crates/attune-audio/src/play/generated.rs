//! Sound that is made while it is played, in the form in which files are decoded.

use super::Generator;
use std::ops::Range;
use symphonia::core::audio::{Channels, Position};

/// Frames made at a time: about 21 ms.
const BLOCK: usize = 1_024;

/// A generator being played.
pub(crate) struct Generated {
    generator: Box<dyn Generator>,
    layout: Channels,
    frames: Vec<f32>,
    planes: [Vec<f32>; 2],
}

impl Generated {
    pub(crate) fn new(generator: Box<dyn Generator>) -> Self {
        let layout = Channels::Positioned(Position::FRONT_LEFT | Position::FRONT_RIGHT);
        Self { generator, layout, frames: vec![0.0; 2 * BLOCK], planes: [Vec::new(), Vec::new()] }
    }

    pub(crate) fn layout(&self) -> &Channels {
        &self.layout
    }

    pub(crate) fn frames(&self) -> u64 {
        self.generator.frames()
    }

    pub(crate) fn seek(&mut self, frame: u64) {
        self.generator.seek(frame);
    }

    /// Makes the next block. False at the end.
    pub(crate) fn next_block(&mut self) -> bool {
        let made = self.generator.read(&mut self.frames).min(BLOCK);
        for (side, plane) in self.planes.iter_mut().enumerate() {
            plane.clear();
            plane.extend(self.frames[..2 * made].iter().skip(side).step_by(2));
        }
        made > 0
    }

    /// The samples of each channel, and which of them are the latest block.
    pub(crate) fn planes(&self) -> (&[Vec<f32>], Range<usize>) {
        (&self.planes, 0..self.planes[0].len())
    }
}
