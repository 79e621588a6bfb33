//! Soft drums: falling tones and filtered noise.

use super::noise::Noise;
use super::{RATE, fall};
use std::f32::consts::TAU;

/// How a drum sounds.
#[derive(Debug, Clone, Copy)]
struct Skin {
    /// Where the tone begins and where it comes to rest, in Hz; seconds until it is nearly there.
    from: f32,
    to: f32,
    glide: f32,
    /// Seconds until the tone and the noise have fallen by 60 dB.
    ring: f32,
    hiss: f32,
    tone_gain: f32,
    noise_gain: f32,
    /// Noise passes between these, in Hz.
    band: (f32, f32),
    attack: f32,
}

/// Kick, brush, rim, shaker, tom and hat, by their number.
const SKINS: [Skin; 6] = [
    Skin {
        from: 110.0,
        to: 52.0,
        glide: 0.03,
        ring: 0.34,
        hiss: 0.03,
        tone_gain: 0.9,
        noise_gain: 0.05,
        band: (80.0, 1_500.0),
        attack: 0.003,
    },
    Skin {
        from: 220.0,
        to: 185.0,
        glide: 0.02,
        ring: 0.12,
        hiss: 0.28,
        tone_gain: 0.12,
        noise_gain: 0.6,
        band: (900.0, 5_500.0),
        attack: 0.006,
    },
    Skin {
        from: 900.0,
        to: 820.0,
        glide: 0.01,
        ring: 0.07,
        hiss: 0.03,
        tone_gain: 0.22,
        noise_gain: 0.12,
        band: (1_200.0, 4_500.0),
        attack: 0.001,
    },
    Skin {
        from: 0.0,
        to: 0.0,
        glide: 0.01,
        ring: 0.01,
        hiss: 0.11,
        tone_gain: 0.0,
        noise_gain: 0.7,
        band: (3_500.0, 9_000.0),
        attack: 0.014,
    },
    Skin {
        from: 150.0,
        to: 92.0,
        glide: 0.05,
        ring: 0.4,
        hiss: 0.05,
        tone_gain: 0.6,
        noise_gain: 0.06,
        band: (150.0, 2_000.0),
        attack: 0.003,
    },
    Skin {
        from: 0.0,
        to: 0.0,
        glide: 0.01,
        ring: 0.01,
        hiss: 0.07,
        tone_gain: 0.0,
        noise_gain: 0.9,
        band: (5_500.0, 15_000.0),
        attack: 0.001,
    },
];

/// A drum that was struck.
#[derive(Debug, Clone)]
pub(super) struct Struck {
    skin: Skin,
    noise: Noise,
    hz: f32,
    phase: f32,
    tone: f32,
    hiss: f32,
    low: f32,
    high: f32,
    rise: f32,
    rise_step: f32,
    factors: [f32; 5],
}

impl Struck {
    /// The drum of that number; `force` and `brightness` lie in [0, 1].
    pub(super) fn new(number: u8, (force, brightness): (f32, f32), seed: u32) -> Self {
        let skin = SKINS[usize::from(number).min(SKINS.len() - 1)];
        let top = skin.band.1 * (0.55 + 0.3 * brightness + 0.25 * force);
        let pole = |hz: f32| 1.0 - (-TAU * hz / RATE).exp();
        Self {
            skin,
            noise: Noise::new(seed),
            hz: skin.from,
            phase: 0.0,
            tone: 1.0,
            hiss: 1.0,
            low: 0.0,
            high: 0.0,
            rise: 0.0,
            rise_step: 1.0 / (skin.attack * RATE),
            factors: [fall(skin.ring), fall(skin.hiss), fall(skin.glide * 4.0), pole(top), pole(skin.band.0)],
        }
    }

    /// The next samples.
    pub(super) fn render(&mut self, out: &mut [f32]) {
        let [ring, hiss, glide, top, bottom] = self.factors;
        for sample in out {
            self.hz = self.skin.to + (self.hz - self.skin.to) * glide;
            self.phase = (self.phase + self.hz / RATE).fract();
            self.tone *= ring;
            self.hiss *= hiss;
            self.low += top * (self.noise.sample() - self.low);
            self.high += bottom * (self.low - self.high);
            self.rise = (self.rise + self.rise_step).min(1.0);
            let tone = self.skin.tone_gain * self.tone * (TAU * self.phase).sin();
            *sample = self.rise * (tone + self.skin.noise_gain * self.hiss * (self.low - self.high));
        }
    }
}
