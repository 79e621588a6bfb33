//! More or less treble over everything, as bright as the affect asks for.

use super::RATE;
use super::block::{BLOCK, Mix};

/// What lies above this is treble, in Hz.
const FROM: f32 = 2_600.0;
/// What is added of the treble at the dullest and at the brightest.
const ADDED: (f32, f32) = (-0.45, 1.9);
/// Share of the way to the goal that is made in one block: half of it in about a second.
const GLIDE: f32 = 1e-3;

/// A shelf that glides.
#[derive(Debug, Default)]
pub(super) struct Tilt {
    /// How bright it is to become, 0 to 1.
    pub(super) goal: f32,
    /// How bright it is; none before the first block.
    now: Option<f32>,
    low: [f32; 2],
}

impl Tilt {
    pub(super) fn render(&mut self, mix: &mut Mix) {
        let now = self.now.map_or(self.goal, |now| now + GLIDE * (self.goal - now));
        self.now = Some(now);
        let added = ADDED.0 + (ADDED.1 - ADDED.0) * now;
        let pole = 1.0 - (-std::f32::consts::TAU * FROM / RATE).exp();
        for (side, low) in [&mut mix.left, &mut mix.right].into_iter().zip(&mut self.low) {
            for sample in side.iter_mut().take(BLOCK) {
                *low += pole * (*sample - *low);
                *sample += added * (*sample - *low);
            }
        }
    }
}
