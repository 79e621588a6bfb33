//! Made-up sounds with known properties: for tests, benchmarks and golden answers. Samples are mono at
//! [`RATE`].

use crate::RATE;
use std::f64::consts::TAU;

/// The sounds that `training/voice/golden.py` wrote numbers for.
pub const GOLDEN: [&str; 5] = ["glide", "syllables", "between silences", "noise", "short"];

/// Samples of those sounds but the short one.
const LENGTH: usize = 32_000;

/// The golden sound of that name, by the formulas of `training/voice/golden.py`.
#[must_use]
pub fn golden(name: &str) -> Option<Vec<f32>> {
    let time = |n: usize| n as f64 / f64::from(RATE);
    let sound = |at: &dyn Fn(usize) -> f64, count: usize| (0..count).map(|n| at(n) as f32).collect();
    let hiss = noise(LENGTH);
    Some(match name {
        "glide" => sound(&|n| 0.2 * buzz(time(n)), LENGTH),
        "syllables" => {
            let loud = |n| (TAU * 3.0 * time(n)).sin().max(0.0);
            sound(&|n| 0.2 * buzz(time(n)) * loud(n) + 0.001 * hiss[n], LENGTH)
        }
        "between silences" => {
            let inside = |n| (0.5..1.5).contains(&time(n));
            sound(&|n| if inside(n) { 0.2 * buzz(time(n)) } else { 0.0 }, LENGTH)
        }
        "noise" => sound(&|n| 0.1 * hiss[n], LENGTH),
        "short" => sound(&|n| 0.5 * (TAU * 200.0 * time(n)).sin(), 4_000),
        _ => return None,
    })
}

/// Ten harmonics that glide from 110 to 330 Hz in two seconds.
fn buzz(t: f64) -> f64 {
    let glide = TAU * (110.0 * t + 55.0 * t * t);
    (1..=10).map(|k| (f64::from(k) * glide).sin() / f64::from(k)).sum()
}

/// White noise in [-1, 1] of a linear congruential generator (Numerical Recipes' constants).
#[must_use]
pub fn noise(count: usize) -> Vec<f64> {
    let step = |state: &mut u32, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(f64::from(*state) / 2_147_483_648.0 - 1.0)
    };
    (0..count).scan(1_u32, step).collect()
}

/// Resonances in Hz of five vowels (a, e, i, o, u; means of men in Peterson and Barney 1952, rounded).
const VOWELS: [[f64; 3]; 5] = [
    [730.0, 1_090.0, 2_440.0],
    [530.0, 1_840.0, 2_480.0],
    [270.0, 2_290.0, 3_010.0],
    [570.0, 840.0, 2_410.0],
    [300.0, 870.0, 2_240.0],
];

/// A voice that says nothing: syllables of vowels and hisses around a pitch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voice {
    /// The mean pitch in Hz.
    pub pitch: f64,
    /// How far the pitch goes up and down, in octaves.
    pub range: f64,
    /// Syllables a second.
    pub rate: f64,
}

impl Default for Voice {
    fn default() -> Self {
        Self { pitch: 130.0, range: 0.25, rate: 4.0 }
    }
}

impl Voice {
    /// So many seconds of it, with a peak of about 0.3.
    #[must_use]
    pub fn speak(&self, seconds: f64) -> Vec<f32> {
        let count = (seconds * f64::from(RATE)) as usize;
        let hiss = noise(count);
        let (mut phase, mut mouth) = (0.0_f64, Mouth::default());
        let mut sound: Vec<f64> = Vec::with_capacity(count);
        for (n, hiss) in hiss.iter().enumerate() {
            let t = n as f64 / f64::from(RATE);
            let (syllable, within) = ((t * self.rate) as usize, (t * self.rate).fract());
            let melody = (TAU * 0.7 * t).sin() + 0.5 * (TAU * 1.9 * t).sin();
            phase += self.pitch * 2_f64.powf(self.range * melody) / f64::from(RATE);
            let pulse = if phase >= 1.0 { 1.0 } else { 0.0 };
            phase = phase.fract();
            let loud = if within > 0.2 { (TAU / 2.0 * (within - 0.2) / 0.8).sin() } else { 0.0 };
            let breath = if within <= 0.2 { 0.04 * hiss } else { 0.002 * hiss };
            sound.push(mouth.shape(pulse * loud, VOWELS[(syllable * 7 + syllable / 3) % 5]) + breath);
        }
        let peak = sound.iter().fold(1e-9, |most: f64, x| most.max(x.abs()));
        sound.iter().map(|x| (0.3 * x / peak) as f32).collect()
    }
}

/// Three resonators in parallel, and a low pass for the pulses of the throat.
#[derive(Default)]
struct Mouth {
    throat: f64,
    past: [[f64; 2]; 3],
}

impl Mouth {
    fn shape(&mut self, pulse: f64, vowel: [f64; 3]) -> f64 {
        self.throat = 0.9 * self.throat + pulse;
        let resonances = self.past.iter_mut().zip(vowel).zip([1.0, 0.6, 0.3]);
        resonances
            .map(|((past, hertz), gain)| {
                let (radius, angle) =
                    ((-TAU / 2.0 * 90.0 / f64::from(RATE)).exp(), TAU * hertz / f64::from(RATE));
                let now = self.throat + 2.0 * radius * angle.cos() * past[0] - radius * radius * past[1];
                *past = [now, past[0]];
                gain * (1.0 - radius) * now
            })
            .sum()
    }
}
