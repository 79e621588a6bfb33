//! Made-up colours of skin, by the formulas of `training/pulse/golden.py`.

#![allow(dead_code, reason = "each test file uses its part")]

use attune_pulse::colour::{Colour, Patch};
use std::f64::consts::PI;

/// The mean colour of the made-up skin.
pub(crate) const SKIN: Colour = [150.0, 110.0, 90.0];

/// How much the pulse shows in each channel, relative to each other.
pub(crate) const BEAT: Colour = [0.33, 0.77, 0.53];

/// The sequence x ← (1664525 x + 1013904223) mod 2³² as numbers from -1 to 1.
pub(crate) struct Noise(u32);

impl Noise {
    pub(crate) fn new(seed: u32) -> Self {
        Self(seed)
    }
}

impl Iterator for Noise {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(f64::from(self.0) / 2_147_483_648.0 - 1.0)
    }
}

/// A clip of skin whose colour pulses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clip {
    /// Seconds.
    pub(crate) seconds: f64,
    /// Looks a second.
    pub(crate) fps: f64,
    /// Beats a minute.
    pub(crate) bpm: f64,
    /// Half the relative change of colour with a beat.
    pub(crate) depth: f64,
    /// Relative change of light within two seconds and a half.
    pub(crate) sway: f64,
    /// The largest noise of a patch's mean, in levels of 255.
    pub(crate) grain: f64,
    /// Patches.
    pub(crate) patches: u32,
    pub(crate) seed: u32,
}

/// A steady clip of 30 seconds and nine patches.
pub(crate) const STEADY: Clip =
    Clip { seconds: 30.0, fps: 30.0, bpm: 72.0, depth: 0.005, sway: 0.0, grain: 0.3, patches: 9, seed: 1 };

impl Clip {
    /// The looks: time and patches.
    pub(crate) fn looks(&self) -> Vec<(f64, Vec<Patch>)> {
        let mut noise = Noise::new(self.seed);
        let mut grain = move || self.grain * noise.next().unwrap_or_default();
        let count = (self.seconds * self.fps).round() as u32;
        (0..=count)
            .map(|i| {
                let time = f64::from(i) / self.fps;
                let beat = self.depth * (2.0 * PI * self.bpm / 60.0 * time).sin();
                let light =
                    1.0 + 0.08 * (2.0 * PI * 0.05 * time).sin() + self.sway * (2.0 * PI * 0.4 * time).sin();
                let colour = |patch: u32| {
                    let shade = 1.0 - 0.03 * f64::from(patch);
                    [0, 1, 2].map(|c| SKIN[c] * shade * (light + beat * BEAT[c]))
                };
                let grainy = |patch| colour(patch).map(|c| c + grain());
                (time, (0..self.patches).map(grainy).map(|colour| Patch { colour, pixels: 900 }).collect())
            })
            .collect()
    }
}
