//! Pitch classes from filters of constant quality: 84 semitones from C1 up, folded into one octave (Brown 1991;
//! Schörkhuber and Klapuri 2010).
//!
//! The five low octaves are filtered at a sixth of the rate, where their long filters are short.

use super::filters::CLASSES;
use crate::mono::RATE;
use crate::rate::RateChange;
use rubato::WindowFunction;
use std::f64::consts::TAU;

/// Octaves that are filtered at the low rate, and all.
const LOW_OCTAVES: usize = 5;
const OCTAVES: usize = 7;

/// The low rate is this part of the rate: 3,675 samples per second, for tones up to 1 kHz.
const PART: usize = 6;

/// The frequency of C1 in Hz.
const LOWEST: f64 = 32.703_195_662_574_83;

/// A clip is looked at about so many times, never closer than one spectrum is to the next.
const LOOKS: usize = 320;

/// One filter: cosine and sine under a Hann window.
#[derive(Debug)]
struct Filter {
    cosine: Vec<f32>,
    sine: Vec<f32>,
}

/// Filters for one tuning.
pub(super) struct ConstantQ {
    low: Vec<Filter>,
    high: Vec<Filter>,
    /// Hundredths of a semitone.
    pub(super) tuning: i32,
}

impl ConstantQ {
    pub(super) fn new(tuning: i32) -> Self {
        let hz = |bin: usize| LOWEST * 2f64.powf((bin as f64 + f64::from(tuning) / 100.0) / 12.0);
        let split = LOW_OCTAVES * CLASSES;
        Self {
            low: (0..split).map(|bin| Filter::new(hz(bin), RATE as f64 / PART as f64)).collect(),
            high: (split..OCTAVES * CLASSES).map(|bin| Filter::new(hz(bin), RATE as f64)).collect(),
            tuning,
        }
    }

    /// The mean over a clip of the strength of each class, the strongest of each moment 1.
    pub(super) fn chroma(&self, samples: &[f32]) -> [f64; CLASSES] {
        let low = lower(samples);
        // A whole number of low samples, so that both rates look at the same moment.
        let step = (samples.len() / LOOKS / (PART * 64)).max(1) * PART * 64;
        let (mut sum, mut looks) = ([0.0; CLASSES], 0.0);
        for centre in (0..=samples.len()).step_by(step) {
            let mut classes = [0.0_f64; CLASSES];
            for (bin, filter) in self.low.iter().enumerate() {
                // A filter of the low rate sums over a sixth of the samples.
                classes[bin % CLASSES] += filter.strength(&low, centre / PART) * (PART as f64).sqrt();
            }
            for (bin, filter) in self.high.iter().enumerate() {
                classes[bin % CLASSES] += filter.strength(samples, centre);
            }
            let most = classes.iter().copied().fold(0.0, f64::max);
            if most > f64::from(f32::MIN_POSITIVE) {
                sum.iter_mut().zip(classes).for_each(|(s, c)| *s += c / most);
            }
            looks += 1.0;
        }
        sum.map(|s| s / looks)
    }
}

impl Filter {
    /// Relative bandwidth as librosa 0.11 has it for twelve filters an octave.
    fn new(hz: f64, rate: f64) -> Self {
        let whole = 2f64.powf(2.0 / 12.0);
        let length = (whole + 1.0) / (whole - 1.0) * rate / hz;
        let half = (length / 2.0).floor() as i64;
        let count = length.floor();
        let places = (-half..-half + count as i64).map(|i| i as f64);
        let window = |i: f64| 0.5 - 0.5 * (TAU * (i + half as f64) / count).cos();
        let sum: f64 = places.clone().map(window).sum();
        // Unit area, then by the root of the length: long filters hear as much noise as short ones.
        let scale = length.sqrt() / sum;
        let part = |f: fn(f64) -> f64| {
            places.clone().map(|i| (scale * window(i) * f(TAU * hz * i / rate)) as f32).collect()
        };
        Self { cosine: part(f64::cos), sine: part(f64::sin) }
    }

    /// The magnitude at `centre`, silence around the samples.
    fn strength(&self, samples: &[f32], centre: usize) -> f64 {
        let half = self.cosine.len() / 2;
        let from = centre.saturating_sub(half).min(samples.len());
        let skipped = half.saturating_sub(centre);
        let to = (centre + self.cosine.len() - half).min(samples.len());
        let part = &samples[from..to.max(from)];
        let real = super::filters::dot(part, &self.cosine[skipped.min(self.cosine.len())..]);
        let imaginary = super::filters::dot(part, &self.sine[skipped.min(self.sine.len())..]);
        f64::from(real.hypot(imaginary))
    }
}

/// The samples at the low rate; nothing if that cannot be, which the rates at hand rule out.
fn lower(samples: &[f32]) -> Vec<f32> {
    let mut out = Vec::with_capacity(samples.len() / PART + 1);
    let changed = RateChange::new(RATE as u32, (RATE / PART) as u32, 256, WindowFunction::BlackmanHarris2)
        .and_then(|mut change| {
            change.waiting().extend_from_slice(samples);
            change.finish(&mut out)
        });
    debug_assert!(changed.is_ok());
    out
}
