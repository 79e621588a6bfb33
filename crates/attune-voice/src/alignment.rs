//! Finds how late what a loudspeaker was given is heard, and lines both up.
//!
//! Between the two lie the sound system's buffers, whose length nobody tells for certain. It is found by the generalised
//! cross-correlation with phase transform (C. H. Knapp and G. C. Carter, "The generalized correlation method for estimation
//! of time delay", IEEE Trans. ASSP 24, 1976), on both sounds at a quarter of their rate.

use crate::RATE;
use crate::intake::WINDOW;
use realfft::num_complex::Complex;
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use std::collections::VecDeque;
use std::sync::Arc;

/// Samples that make one of those that are compared.
const COARSE: usize = 4;
/// How much of what is heard is compared: three seconds.
const HEARD: usize = 3 * RATE as usize / COARSE;
/// How late it may be heard: two seconds.
const RANGE: usize = 2 * RATE as usize / COARSE;
/// Points of the transforms: room for both.
const POINTS: usize = 32_768;
/// Samples kept of what was played, to be lined up: the range, and what comes in one go.
const KEPT: usize = (RANGE * COARSE) + RATE as usize / 2;
/// By so many samples it is lined up before it is heard first, so that the filter finds all of it: 30 ms.
const EARLY: i64 = 480;
/// It stays lined up while it is heard first so many samples later.
const FITS: std::ops::Range<i64> = 64..2_400;
/// Two looks that differ by no more samples agree.
const SAME: i64 = 48;
/// How far a peak stands out of the correlation's root mean square to be believed.
const CLEAR: f32 = 10.0;
/// Mean squares below which there is nothing to compare.
const SILENT: f32 = 1e-9;
/// Frequencies with less than this share of the mean power of what is played say nothing.
const WEAK: f32 = 1e-3;
/// Windows from look to look: half a second before it is lined up, two seconds afterwards.
const LOOK: (u64, u64) = (31, 125);

/// A part of what was played, lined up with a window that is heard.
pub(crate) struct Aligned {
    pub(crate) played: [f32; WINDOW],
    /// It was lined up otherwise before, or not at all.
    pub(crate) is_new: bool,
}

/// Follows one microphone and one loudspeaker, in windows at [`RATE`].
pub(crate) struct Alignment {
    forward: Arc<dyn RealToComplex<f32>>,
    inverse: Arc<dyn ComplexToReal<f32>>,
    /// The last of both, at a quarter of the rate.
    heard: VecDeque<f32>,
    played: VecDeque<f32>,
    /// The last of what was played at its full rate.
    samples: VecDeque<f32>,
    /// Samples so far.
    heard_end: i64,
    played_end: i64,
    windows: u64,
    looked: u64,
    /// The sample that was played when the first one was heard, by the last look.
    candidate: Option<i64>,
    /// The sample of what was played that goes with the first one that was heard.
    offset: Option<i64>,
}

impl Default for Alignment {
    fn default() -> Self {
        let mut planner = RealFftPlanner::new();
        Self {
            forward: planner.plan_fft_forward(POINTS),
            inverse: planner.plan_fft_inverse(POINTS),
            heard: vec![0.0; HEARD].into(),
            played: vec![0.0; HEARD + RANGE].into(),
            samples: VecDeque::with_capacity(KEPT + WINDOW),
            heard_end: 0,
            played_end: 0,
            windows: 0,
            looked: 0,
            candidate: None,
            offset: None,
        }
    }
}

impl Alignment {
    /// Takes a window that the loudspeaker was given.
    pub(crate) fn play(&mut self, window: &[f32; WINDOW]) {
        coarsen(&mut self.played, window);
        self.samples.extend(window);
        self.samples.drain(..self.samples.len().saturating_sub(KEPT));
        self.played_end += WINDOW as i64;
    }

    /// Takes a window that is heard, and gives what was played that goes with it; none while that is not known.
    pub(crate) fn hear(&mut self, window: &[f32; WINDOW]) -> Option<Aligned> {
        coarsen(&mut self.heard, window);
        let at = self.heard_end;
        self.heard_end += WINDOW as i64;
        self.windows += 1;
        let pause = if self.offset.is_none() { LOOK.0 } else { LOOK.1 };
        let mut is_new = false;
        if self.windows - self.looked >= pause {
            self.looked = self.windows;
            is_new = self.look();
        }
        let offset = self.offset?;
        let start = self.played_end - self.samples.len() as i64;
        let sample = |n: usize| {
            let place = usize::try_from(at + n as i64 + offset - start).ok();
            place.and_then(|place| self.samples.get(place)).copied().unwrap_or(0.0)
        };
        Some(Aligned { played: std::array::from_fn(sample), is_new })
    }

    /// Lines both up anew where two looks agree that it is needed; whether it was.
    fn look(&mut self) -> bool {
        let last = self.candidate.take();
        self.candidate = self.find();
        let Some(found) = self.candidate.filter(|found| last.is_some_and(|l| (l - found).abs() <= SAME))
        else {
            return false;
        };
        if self.offset.is_some_and(|offset| FITS.contains(&(offset - found))) {
            return false;
        }
        self.offset = Some(found + EARLY);
        true
    }

    /// The sample that was played when the first one was heard, if that is clear.
    fn find(&self) -> Option<i64> {
        if power(&self.heard) < SILENT || power(&self.played) < SILENT {
            return None;
        }
        let (heard, played) = (self.spectrum(&self.heard), self.spectrum(&self.played));
        let mean = played.iter().map(Complex::norm_sqr).sum::<f32>() / played.len() as f32;
        let whitened = heard.iter().zip(&played).map(|(x, y)| {
            let product = x.conj() * y;
            let size = product.norm();
            let counts = y.norm_sqr() > WEAK * mean && size > 0.0;
            if counts { product / size } else { Complex::default() }
        });
        let correlation = self.samples(whitened.collect());
        let square = correlation.iter().map(|c| c * c).sum::<f32>() / correlation.len() as f32;
        let (late, peak) =
            correlation.iter().map(|c| c.abs()).enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let (heard_start, played_start) =
            (self.heard_end - (HEARD * COARSE) as i64, self.played_end - ((HEARD + RANGE) * COARSE) as i64);
        let found = played_start + (late * COARSE) as i64 - heard_start;
        (peak > CLEAR * square.sqrt()).then_some(found)
    }

    fn spectrum(&self, sound: &VecDeque<f32>) -> Vec<Complex<f32>> {
        let mut samples = self.forward.make_input_vec();
        samples.iter_mut().zip(sound).for_each(|(to, x)| *to = *x);
        let mut out = self.forward.make_output_vec();
        let done = self.forward.process(&mut samples, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out
    }

    /// The correlation over the range.
    fn samples(&self, mut spectrum: Vec<Complex<f32>>) -> Vec<f32> {
        for edge in [0, POINTS / 2] {
            // Real by their nature; rounding must not say otherwise.
            spectrum[edge].im = 0.0;
        }
        let mut out = self.inverse.make_output_vec();
        let done = self.inverse.process(&mut spectrum, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out.truncate(RANGE);
        out
    }
}

/// Adds a window at a quarter of its rate and lets as much of the oldest go.
fn coarsen(sound: &mut VecDeque<f32>, window: &[f32; WINDOW]) {
    sound.drain(..WINDOW / COARSE);
    sound.extend(window.chunks_exact(COARSE).map(|part| part.iter().sum::<f32>() / COARSE as f32));
}

fn power(sound: &VecDeque<f32>) -> f32 {
    sound.iter().map(|x| x * x).sum::<f32>() / sound.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::noise;

    /// Plays sound in bursts of a tenth of a second, heard `late` samples later; windows until it was lined up, and by
    /// how many samples it is then heard after the part that is given for it.
    fn lined_up(late: usize, extra: impl Fn(usize) -> f32) -> Option<(usize, usize)> {
        let sound: Vec<f32> = noise(8 * 16_000).iter().map(|x| 0.1 * *x as f32).collect();
        let heard = |n: usize| n.checked_sub(late).map_or(0.0, |n| 0.5 * sound[n]) + extra(n);
        let (mut alignment, mut given) = (Alignment::default(), 0);
        for (n, window) in (0..sound.len() / WINDOW).map(|n| (n, n * WINDOW)) {
            while given <= window && given + 6 * WINDOW <= sound.len() {
                sound[given..given + 6 * WINDOW]
                    .as_chunks::<WINDOW>()
                    .0
                    .iter()
                    .for_each(|w| alignment.play(w));
                given += 6 * WINDOW;
            }
            let aligned = alignment.hear(&std::array::from_fn(|i| heard(window + i)));
            if let Some(Aligned { played, is_new: true }) = aligned {
                let after = (0..2_000).find(|after| {
                    (0..WINDOW).all(|i| {
                        (window + i)
                            .checked_sub(late)
                            .is_none_or(|n| sound.get(n + after) == Some(&played[i]))
                    })
                });
                return Some((n, after?));
            }
        }
        None
    }

    #[test]
    fn a_delay_within_two_seconds_is_found_soon() {
        for late in [0, 700, 4_000, 12_345, 28_000] {
            let (windows, after) = lined_up(late, |_| 0.0).unwrap_or_else(|| panic!("{late} is not found"));
            assert!(windows < 250, "{late}: {windows} windows");
            assert!((450..510).contains(&after), "{late}: {after}");
        }
    }

    #[test]
    fn sound_that_nobody_played_is_not_lined_up() {
        let other: Vec<f32> = noise(16 * 16_000).iter().skip(8 * 16_000).map(|x| 0.1 * *x as f32).collect();
        assert_eq!(lined_up(1 << 20, |n| other[n]), None);
        assert_eq!(lined_up(1 << 20, |_| 0.0), None, "silence");
    }

    #[test]
    fn other_sound_that_is_as_loud_does_not_hide_it() {
        let other: Vec<f32> = noise(16 * 16_000).iter().skip(8 * 16_000).map(|x| 0.05 * *x as f32).collect();
        let (windows, _) = lined_up(5_000, |n| other[n]).unwrap();
        assert!(windows < 250, "{windows} windows");
    }
}
