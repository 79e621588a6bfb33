//! How loud a few bands of what is heard are, for a picture of it.

use super::Reference;
use attune_fft::{Complex, RealToComplex};
use std::f32::consts::TAU;
use std::sync::Arc;

/// How many bands there are, from low to high.
pub const BANDS: usize = 16;
/// How loud each band is: 0 is silence, 255 a tone at a quarter of full scale or above; equal steps are equal steps in dB.
pub type Levels = [u8; BANDS];

/// Samples of a look: 43 ms at 48 kHz.
const WINDOW: usize = 2_048;
/// The bands' lower and upper end in Hz; they are equally wide in octaves.
const RANGE: (f32, f32) = (60.0, 12_000.0);
/// Levels of a tone in dB of full scale that are shown as nothing and as much as can be.
const SHOWN: (f32, f32) = (-66.0, -12.0);
/// The most that a level falls from one look to the next.
const FALL: u8 = 14;
/// After so many looks at which nothing more was heard, nothing is.
const STILL: u32 = 4;

/// A look at what is heard, as often as somebody wants one.
pub struct Scope {
    reference: Arc<Reference>,
    fft: Arc<dyn RealToComplex<f32>>,
    window: Vec<f32>,
    samples: Vec<f32>,
    bins: Vec<Complex<f32>>,
    scratch: Vec<Complex<f32>>,
    levels: Levels,
    /// Samples heard at the latest look, and looks since there were more.
    heard: (u64, u32),
}

impl Scope {
    /// Looks at what is written into `reference`.
    #[must_use]
    pub fn new(reference: Arc<Reference>) -> Self {
        let fft = attune_fft::forward(WINDOW);
        let window = (0..WINDOW).map(|i| 0.5 - 0.5 * (TAU * i as f32 / WINDOW as f32).cos()).collect();
        Self {
            samples: fft.make_input_vec(),
            bins: fft.make_output_vec(),
            scratch: fft.make_scratch_vec(),
            reference,
            fft,
            window,
            levels: [0; BANDS],
            heard: (0, 0),
        }
    }

    /// What is heard now: levels rise at once and fall gently, look by look.
    pub fn look(&mut self) -> Levels {
        let now = self.now();
        for (level, now) in self.levels.iter_mut().zip(now) {
            *level = now.max(level.saturating_sub(FALL));
        }
        self.levels
    }

    fn now(&mut self) -> Levels {
        let (end, rate) = self.reference.heard(&mut self.samples);
        let still = if end == self.heard.0 { self.heard.1 + 1 } else { 0 };
        self.heard = (end, still);
        if rate == 0 || still >= STILL {
            return [0; BANDS];
        }
        for (sample, weight) in self.samples.iter_mut().zip(&self.window) {
            *sample *= weight;
        }
        // Rooms of the plan's own making always fit.
        if self.fft.process_with_scratch(&mut self.samples, &mut self.bins, &mut self.scratch).is_err() {
            return [0; BANDS];
        }
        std::array::from_fn(|band| {
            let from = bin(edge(band), rate).max(1);
            let to = bin(edge(band + 1), rate).max(from + 1);
            let bins = self.bins.get(from..to.min(self.bins.len())).unwrap_or_default();
            shown(bins.iter().map(Complex::norm_sqr).sum())
        })
    }
}

impl std::fmt::Debug for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scope").field("levels", &self.levels).finish_non_exhaustive()
    }
}

/// Where a band begins, in Hz.
fn edge(band: usize) -> f32 {
    RANGE.0 * (RANGE.1 / RANGE.0).powf(band as f32 / BANDS as f32)
}

fn bin(hz: f32, rate: u32) -> usize {
    (hz * WINDOW as f32 / rate as f32).round() as usize
}

/// A band's power as a level. A tone of amplitude 1 under the window has the power 3/32 of the window's square.
fn shown(power: f32) -> u8 {
    let whole = 1.5 / 16.0 * (WINDOW * WINDOW) as f32;
    let db = 10.0 * (power / whole).max(1e-12).log10();
    (255.0 * (db - SHOWN.0) / (SHOWN.1 - SHOWN.0)).clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    fn tone(hz: f32, loud: f32, frames: usize) -> Vec<f32> {
        (0..frames).map(|n| loud * (TAU * hz * n as f32 / RATE as f32).sin()).collect()
    }

    /// A scope, and what was heard by now written before it.
    fn scope(samples: &[f32]) -> (Arc<Reference>, Scope) {
        let reference = Arc::new(Reference::default());
        reference.write(samples, 1, RATE);
        (Arc::clone(&reference), Scope::new(reference))
    }

    fn band_of(hz: f32) -> usize {
        (0..BANDS).rfind(|&band| edge(band) <= hz).unwrap()
    }

    #[test]
    fn a_tone_lights_its_band() {
        // Low bands are narrower than such a short look tells apart.
        for (hz, off) in [(110.0, 1), (440.0, 0), (1_760.0, 0), (7_000.0, 0)] {
            let (_, mut scope) = scope(&tone(hz, 0.25, 4_096));
            let levels = scope.look();
            let band = band_of(hz);
            let (loudest, level) = levels.iter().enumerate().max_by_key(|(_, level)| **level).unwrap();
            assert!(loudest.abs_diff(band) <= off && *level >= 240, "{hz}: {levels:?}");
            let others = levels.iter().enumerate().filter(|(n, _)| n.abs_diff(band) > 2);
            assert!(others.clone().all(|(_, level)| *level < 60), "{hz}: {levels:?}");
        }
    }

    #[test]
    fn equal_steps_are_equal_in_decibels() {
        let level = |loud: f32| i32::from(scope(&tone(440.0, loud, 4_096)).1.look()[band_of(440.0)]);
        let (first, second) = (level(0.1) - level(0.05), level(0.05) - level(0.025));
        assert!(first > 20 && first.abs_diff(second) <= 2, "{first} {second}");
    }

    #[test]
    fn silence_is_flat_and_nothing_new_is_silence() {
        let (reference, mut scope) = scope(&[0.0; 4_096]);
        assert_eq!(scope.look(), [0; BANDS]);
        reference.write(&tone(440.0, 0.25, 4_096), 1, RATE);
        let band = band_of(440.0);
        let mut last = scope.look()[band];
        // The output is gone: the levels fall step by step, and then they stay where they are.
        for _ in 0..STILL {
            last = scope.look()[band];
        }
        while last > 0 {
            let levels = scope.look();
            assert!(levels[band] < last, "{levels:?}");
            last = levels[band];
        }
        assert_eq!(scope.look(), [0; BANDS]);
    }

    #[test]
    fn what_is_on_its_way_to_the_ear_is_not_shown_yet() {
        let (reference, mut scope) = scope(&[0.0; 4_096]);
        let sound = tone(440.0, 0.25, 4_096);
        reference.delay(100_000, sound.len(), RATE);
        reference.write(&sound, 1, RATE);
        assert_eq!(scope.look(), [0; BANDS], "it is heard in a tenth of a second");
        reference.delay(0, 4_800, RATE);
        reference.write(&vec![0.0; 4_800], 1, RATE);
        assert!(scope.look() > [0; BANDS]);
    }
}
