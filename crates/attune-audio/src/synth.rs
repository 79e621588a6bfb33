//! Music made by rule: pieces whose tempo, key and loudness are known because they were built so.
//!
//! For tests, demonstrations and measuring. Plain synthesis (sines with overtones, decaying noise), no recording of
//! anybody. [`wav`] and [`aiff`] write files without any library, so that decoders are tested against what the
//! formats say rather than against an encoder of the same hand.

mod files;
mod random;

pub use files::{aiff, wav};
pub use random::Noise;

use std::f64::consts::TAU;

/// The sort of piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Sustained chords, no beat to speak of.
    Pads,
    /// Plucked chords in eighth notes.
    Strummed,
    /// Bass drum on each beat, noise between, a bass line and chords.
    Dance,
    /// Full band with distorted fifths and a busy drum.
    Rock,
}

/// A piece's plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// The sort of music.
    pub style: Style,
    /// Beats per minute.
    pub bpm: f64,
    /// Semitones above C.
    pub tonic: u8,
    /// Minor instead of major.
    pub minor: bool,
    /// Length in seconds.
    pub seconds: f64,
    /// The greatest sample in dB relative to full scale.
    pub peak_db: f64,
    /// Seed of all that is random.
    pub seed: u64,
}

/// The chords of four bars as scale degrees (0 is the tonic): they begin and end at home.
const BARS: [usize; 4] = [0, 3, 4, 0];

impl Piece {
    /// Two channels of samples in [-1, 1], the second a little later than the first.
    #[must_use]
    pub fn render(&self, rate: u32) -> [Vec<f32>; 2] {
        let mut mix = Mix::new(rate, self.seconds, self.seed);
        let beat = 60.0 / self.bpm;
        for index in 0..(self.seconds / beat) as usize {
            self.beat(&mut mix, index, index as f64 * beat, beat);
        }
        let left = mix.at_peak(self.peak_db);
        let delay = rate as usize / 2_000;
        let right = std::iter::repeat_n(0.0, delay).chain(left.iter().copied()).take(left.len()).collect();
        [left, right]
    }

    fn beat(&self, mix: &mut Mix, index: usize, start: f64, beat: f64) {
        let chord = self.chord(BARS[index / 4 % BARS.len()]);
        match self.style {
            Style::Pads => {
                if index.is_multiple_of(4) {
                    for hz in chord {
                        mix.tone(start, 4.2 * beat, hz, 0.3, Envelope::Swell);
                    }
                }
            }
            Style::Strummed => {
                for half in 0..2 {
                    let loud = if half == 0 { 0.35 } else { 0.15 };
                    for hz in chord {
                        mix.tone(start + f64::from(half) * beat / 2.0, beat, hz, loud, Envelope::Pluck);
                    }
                }
            }
            Style::Dance => {
                mix.drum(start, 55.0, 0.9);
                mix.hiss(start + beat / 2.0, 0.05, 0.15);
                mix.tone(start, beat, chord[0] / 4.0, 0.4, Envelope::Pluck);
                for hz in chord {
                    mix.tone(start + beat / 2.0, beat / 2.0, hz, 0.15, Envelope::Pluck);
                }
            }
            Style::Rock => {
                mix.drum(start, 65.0, 0.9);
                mix.hiss(start, 0.12, if index % 2 == 1 { 0.5 } else { 0.2 });
                mix.hiss(start + beat / 2.0, 0.06, 0.2);
                for hz in [chord[0] / 2.0, chord[1], chord[2] / 2.0] {
                    for overtone in 1..8 {
                        mix.tone(
                            start,
                            beat,
                            hz * f64::from(overtone),
                            0.25 / f64::from(overtone),
                            Envelope::Pluck,
                        );
                    }
                }
            }
        }
    }

    /// Root, third and fifth on a degree of the scale, around middle C, in Hz.
    fn chord(&self, degree: usize) -> [f64; 3] {
        const MAJOR: [i32; 7] = [0, 2, 4, 5, 7, 9, 11];
        const MINOR: [i32; 7] = [0, 2, 3, 5, 7, 8, 10];
        let scale = if self.minor { MINOR } else { MAJOR };
        let step = |d: usize| scale[d % 7] + 12 * (d / 7) as i32;
        [degree, degree + 2, degree + 4].map(|d| {
            let semitones = f64::from(step(d) + i32::from(self.tonic)) - 9.0;
            440.0 * 2f64.powf(semitones / 12.0)
        })
    }
}

/// How a tone begins and ends.
#[derive(Debug, Clone, Copy)]
enum Envelope {
    /// At once, then dying away.
    Pluck,
    /// Slowly up and slowly down.
    Swell,
}

/// One channel under construction.
struct Mix {
    rate: f64,
    samples: Vec<f64>,
    noise: Noise,
}

impl Mix {
    fn new(rate: u32, seconds: f64, seed: u64) -> Self {
        let rate = f64::from(rate);
        Self { rate, samples: vec![0.0; (seconds * rate) as usize], noise: Noise::new(seed) }
    }

    /// Adds `make(seconds since start, share of the length)` for as long as it lasts.
    fn add(&mut self, start: f64, length: f64, mut make: impl FnMut(f64, f64, &mut Noise) -> f64) {
        let from = (start * self.rate) as usize;
        let to = ((start + length) * self.rate) as usize;
        let end = to.min(self.samples.len());
        for (i, sample) in self.samples.iter_mut().enumerate().take(end).skip(from) {
            let t = i as f64 / self.rate - start;
            *sample += make(t, t / length, &mut self.noise);
        }
    }

    /// A tone with two overtones.
    fn tone(&mut self, start: f64, length: f64, hz: f64, loud: f64, envelope: Envelope) {
        self.add(start, length, |t, share, _| {
            let shape = match envelope {
                Envelope::Pluck => (t / 0.005).min(1.0) * (-4.0 * share).exp() * (1.0 - share),
                Envelope::Swell => (std::f64::consts::PI * share).sin(),
            };
            let phase = TAU * hz * t;
            loud * shape * (phase.sin() + 0.4 * (2.0 * phase).sin() + 0.2 * (3.0 * phase).sin())
        });
    }

    /// A bass drum: a tone that falls while it dies away.
    fn drum(&mut self, start: f64, hz: f64, loud: f64) {
        self.add(start, 0.25, |t, share, _| {
            let phase = TAU * hz * (t + 0.03 * (1.0 - (-t / 0.02).exp()));
            loud * (-6.0 * share).exp() * phase.sin()
        });
    }

    /// A burst of noise.
    fn hiss(&mut self, start: f64, length: f64, loud: f64) {
        self.add(start, length, |_, share, noise| loud * (-5.0 * share).exp() * noise.sample());
    }

    fn at_peak(self, peak_db: f64) -> Vec<f32> {
        let most = self.samples.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        let gain = if most > 0.0 { 10f64.powf(peak_db / 20.0) / most } else { 0.0 };
        self.samples.iter().map(|x| (x * gain) as f32).collect()
    }
}
