//! The pitch of a frame by YIN (A. de Cheveigné and H. Kawahara, "YIN, a fundamental frequency estimator for speech and
//! music", J. Acoust. Soc. Am. 111, 2002).

use super::{FRAME, HOP, RATE};
use attune_fft::{Complex, ComplexToReal, RealToComplex};
use std::sync::Arc;

/// Samples that are compared with those a period later.
const SPAN: usize = 512;
/// Periods in samples: 667 Hz to 60 Hz.
const SHORTEST: usize = 24;
const LONGEST: usize = 266;
/// A difference below this is a period.
const DIP: f64 = 0.15;
/// Below this a sum is nothing.
const TINY: f64 = 1e-9;
const REACH: usize = SPAN + LONGEST;
/// Points of the transforms: nothing wraps around.
const POINTS: usize = 2_048;

/// Transforms and buffers.
pub(super) struct Yin {
    forward: Arc<dyn RealToComplex<f64>>,
    inverse: Arc<dyn ComplexToReal<f64>>,
    input: Vec<f64>,
    whole: Vec<Complex<f64>>,
    start: Vec<Complex<f64>>,
    correlation: Vec<f64>,
    scratch: Vec<Complex<f64>>,
    segment: Vec<f64>,
    /// Normalised differences by lag.
    normal: Vec<f64>,
}

impl Yin {
    pub(super) fn new() -> Self {
        let (forward, inverse) = (attune_fft::forward_double(POINTS), attune_fft::inverse_double(POINTS));
        let scratch = forward.get_scratch_len().max(inverse.get_scratch_len());
        Self {
            input: forward.make_input_vec(),
            whole: forward.make_output_vec(),
            start: forward.make_output_vec(),
            correlation: inverse.make_output_vec(),
            scratch: vec![Complex::default(); scratch],
            segment: vec![0.0; REACH],
            normal: vec![1.0; LONGEST + 1],
            forward,
            inverse,
        }
    }

    /// The frequency in Hz and the aperiodicity in [0, 1] of a frame; samples outside count as 0.
    pub(super) fn pitch(&mut self, samples: &[f32], frame: usize) -> (f64, f64) {
        let centre = frame * HOP + FRAME / 2;
        for (i, to) in self.segment.iter_mut().enumerate() {
            let place = (centre + i).checked_sub(REACH / 2);
            *to = place.and_then(|p| samples.get(p)).map_or(0.0, |&x| f64::from(x));
        }
        self.differences();
        let j = period(&self.normal);
        let here = self.normal[j];
        let (before, after) = (self.normal[j - 1], self.normal[(j + 1).min(LONGEST)]);
        let bend = before - 2.0 * here + after;
        let inside = j > SHORTEST && j < LONGEST && bend > 1e-12;
        let shift = if inside { (0.5 * (before - after) / bend).clamp(-0.5, 0.5) } else { 0.0 };
        (f64::from(RATE) / (j as f64 + shift), here.min(1.0))
    }

    /// Fills `normal`. The sum of squared differences is two energies less twice a correlation.
    fn differences(&mut self) {
        self.correlate();
        let mut sums = [0.0; REACH + 1];
        for (i, x) in self.segment.iter().enumerate() {
            sums[i + 1] = sums[i] + x * x;
        }
        let mut total = 0.0;
        for lag in 1..=LONGEST {
            let energies = sums[SPAN] + sums[lag + SPAN] - sums[lag];
            let plain = (energies - 2.0 * self.correlation[lag] / POINTS as f64).max(0.0);
            total += plain;
            self.normal[lag] = if total < TINY { 1.0 } else { lag as f64 * plain / total.max(TINY) };
        }
    }

    /// Fills `correlation`, [`POINTS`] times too large.
    fn correlate(&mut self) {
        let (input, scratch) = (&mut self.input, &mut self.scratch);
        for (length, out) in [(SPAN, &mut self.start), (REACH, &mut self.whole)] {
            input.fill(0.0);
            input[..length].copy_from_slice(&self.segment[..length]);
            let length = self.forward.get_scratch_len();
            let done = self.forward.process_with_scratch(input, out, &mut scratch[..length]);
            debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        }
        for (whole, start) in self.whole.iter_mut().zip(&self.start) {
            *whole *= start.conj();
        }
        for edge in [0, POINTS / 2] {
            // Real by their nature; rounding must not say otherwise.
            self.whole[edge].im = 0.0;
        }
        let length = self.inverse.get_scratch_len();
        let done =
            self.inverse.process_with_scratch(&mut self.whole, &mut self.correlation, &mut scratch[..length]);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
    }
}

/// The period in samples that a frame's normalised differences point at.
fn period(normal: &[f64]) -> usize {
    let mut place = SHORTEST;
    while place <= LONGEST && normal[place] >= DIP {
        place += 1;
    }
    if place > LONGEST {
        let least = |best: usize, j: usize| if normal[j] < normal[best] { j } else { best };
        return (SHORTEST..=LONGEST).fold(SHORTEST, least);
    }
    while place < LONGEST && normal[place + 1] < normal[place] {
        place += 1;
    }
    place
}
