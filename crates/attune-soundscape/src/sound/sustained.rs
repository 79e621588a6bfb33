//! Sustained tones: up to three oscillators through a low-pass filter, with a slow rise and vibrato.

use super::RATE;
use super::noise::Noise;
use super::patch::Sustained;
use super::tables::{at, tables};
use std::f32::consts::{PI, TAU};

/// Vibrato sets in after this many seconds and takes as long to grow.
const VIBRATO_AFTER: f32 = 0.35;

/// A tone that is held.
#[derive(Debug, Clone)]
pub(super) struct Tone {
    patch: Sustained,
    hz: f32,
    phases: [f32; 3],
    offsets: [f32; 3],
    noise: Noise,
    breath: f32,
    envelope: [f32; 2],
    attack: f32,
    release: f32,
    cutoff: f32,
    low: [f32; 2],
    low_side: [f32; 2],
    seconds: f32,
    vibrato_rate: f32,
}

impl Tone {
    /// A tone at `hz`; `force` and `brightness` lie in [0, 1].
    pub(super) fn new(patch: &Sustained, hz: f32, (force, brightness): (f32, f32), seed: u32) -> Self {
        let mut noise = Noise::new(seed);
        let share = (0.3 * force + 0.7 * brightness).clamp(0.0, 1.0);
        let cutoff = patch.cutoff.0 * (patch.cutoff.1 / patch.cutoff.0).powf(share) + 0.7 * hz;
        let attack = patch.attack.0 + (patch.attack.1 - patch.attack.0) * brightness;
        let cents = |c: f32| (c / 1_200.0).exp2();
        Self {
            patch: *patch,
            hz,
            phases: std::array::from_fn(|_| 0.5 + 0.5 * noise.sample()),
            offsets: [1.0, cents(-patch.detune), cents(patch.detune)],
            breath: 0.0,
            envelope: [0.0; 2],
            attack: pole(attack / 3.0),
            release: pole(patch.release / 5.0),
            cutoff: cutoff.min(15_000.0),
            low: [0.0; 2],
            low_side: [0.0; 2],
            seconds: 0.0,
            vibrato_rate: 4.9 + 0.5 * noise.sample(),
            noise,
        }
    }

    /// The next samples: the middle and, for wide tones, the difference of the sides.
    pub(super) fn render(&mut self, held: bool, out: &mut [f32], side: &mut [f32]) {
        self.seconds += out.len() as f32 / RATE;
        let depth = self.patch.vibrato * ((self.seconds - VIBRATO_AFTER) / VIBRATO_AFTER).clamp(0.0, 1.0);
        let bend = (depth / 1_200.0 * (TAU * self.vibrato_rate * self.seconds).sin()).exp2();
        let hz = self.hz * bend;
        let cycle = tables().cycle(self.patch.shape, hz * 1.01);
        let count = self.patch.count.clamp(1, 3);
        let steps = self.offsets.map(|o| hz * o / RATE);
        let gain = 1.0 / (count as f32).sqrt();
        let (goal, k) = if held { (1.0, self.attack) } else { (0.0, self.release) };
        let filter = Filter::new(self.cutoff);
        let breath = pole(1.0 / (TAU * (2.5 * self.hz).min(6_000.0)));
        for (out, side) in out.iter_mut().zip(side) {
            let mut tones = [0.0; 3];
            for i in 0..count {
                self.phases[i] += steps[i];
                self.phases[i] -= f32::from(u8::from(self.phases[i] >= 1.0));
                tones[i] = at(cycle, self.phases[i]);
            }
            self.breath += breath * (self.noise.sample() - self.breath);
            self.envelope[0] += k * (goal - self.envelope[0]);
            self.envelope[1] += k * (self.envelope[0] - self.envelope[1]);
            let middle = gain * (tones[0] + tones[1] + tones[2]) + self.patch.noise * self.breath;
            *out = filter.run(&mut self.low, middle) * self.envelope[1];
            *side = if count > 1 {
                let wide = gain * self.patch.spread * (tones[1] - tones[2]);
                filter.run(&mut self.low_side, wide) * self.envelope[1]
            } else {
                0.0
            };
        }
    }
}

/// The coefficient of a one-pole filter with that time constant.
fn pole(seconds: f32) -> f32 {
    1.0 - (-1.0 / (seconds.max(1e-5) * RATE)).exp()
}

/// A low-pass of two poles without resonance (state-variable, trapezoidal).
struct Filter {
    a1: f32,
    a2: f32,
    a3: f32,
}

impl Filter {
    fn new(cutoff: f32) -> Self {
        let g = (PI * cutoff / RATE).tan();
        let k = std::f32::consts::SQRT_2;
        let a1 = 1.0 / (1.0 + g * (g + k));
        Self { a1, a2: g * a1, a3: g * g * a1 }
    }

    fn run(&self, state: &mut [f32; 2], input: f32) -> f32 {
        let v3 = input - state[1];
        let v1 = self.a1 * state[0] + self.a2 * v3;
        let v2 = state[1] + self.a2 * state[0] + self.a3 * v3;
        state[0] = 2.0 * v1 - state[0];
        state[1] = 2.0 * v2 - state[1];
        v2
    }
}
