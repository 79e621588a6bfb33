//! Takes what a loudspeaker plays out of what a microphone hears.
//!
//! A partitioned block filter in the frequency domain learns the way from loudspeaker to microphone by normalised least
//! mean squares (J. S. Soo and K. K. Pang, "Multidelay block frequency domain adaptive filter", IEEE Trans. ASSP 38, 1990).
//! While somebody speaks it must not learn from that: each frequency's step is as large as what is heard and what is
//! predicted agree there (their squared coherence). A filter that makes it louder knows another room and begins anew.

use crate::intake::WINDOW;
use attune_fft::{Complex, ComplexToReal, RealToComplex};
use std::collections::VecDeque;
use std::sync::Arc;

/// Points of the transforms.
const POINTS: usize = 2 * WINDOW;
/// Bins of a spectrum.
const BINS: usize = WINDOW + 1;
/// Blocks that the way may take: 0.38 s.
const PARTITIONS: usize = 24;
/// The largest step, and the least share of it.
const STEP: f32 = 0.5;
const LEAST: f32 = 0.05;
/// Blocks at the start in which nothing is known yet and everything is learned: two seconds.
const START: u64 = 125;
/// How much of a mean stays from one block to the next.
const KEPT: f32 = 0.9;
/// The same for the means that show whether it helps: about a second. By so much it may be louder for want of anything to
/// take out.
const KEPT_LONG: f32 = 0.98;
const LOUDER: f32 = 1.2;

type Spectrum = Vec<Complex<f32>>;

/// The filter. Works on blocks of 16 ms at [`RATE`](crate::RATE).
pub(crate) struct EchoCanceller {
    forward: Arc<dyn RealToComplex<f32>>,
    inverse: Arc<dyn ComplexToReal<f32>>,
    /// Weights of each partition, and the spectra of the reference, newest first.
    weights: Vec<Spectrum>,
    played: VecDeque<Spectrum>,
    last: [f32; WINDOW],
    /// Means over time: of both spectra's product, of the prediction's and of the microphone's power.
    cross: Spectrum,
    predicted: Vec<f32>,
    heard: Vec<f32>,
    /// Over a second, the power before and after.
    before: f32,
    after: f32,
    blocks: u64,
}

impl Default for EchoCanceller {
    fn default() -> Self {
        let nothing = vec![Complex::default(); BINS];
        Self {
            forward: attune_fft::forward(POINTS),
            inverse: attune_fft::inverse(POINTS),
            weights: vec![nothing.clone(); PARTITIONS],
            played: vec![nothing.clone(); PARTITIONS].into(),
            last: [0.0; WINDOW],
            cross: nothing,
            predicted: vec![1e-9; BINS],
            heard: vec![1e-9; BINS],
            before: 0.0,
            after: 0.0,
            blocks: 0,
        }
    }
}

impl EchoCanceller {
    /// What is left of a block when what was played is taken out. `played` is the block that the loudspeaker was given
    /// at the time, at most a third of a second before it is heard.
    pub(crate) fn process(&mut self, heard: &[f32; WINDOW], played: &[f32; WINDOW]) -> [f32; WINDOW] {
        self.blocks += 1;
        self.remember(played);
        let echo = self.predict();
        let left: [f32; WINDOW] = std::array::from_fn(|n| heard[n] - echo[n]);
        self.agree(heard, &echo);
        self.learn(&left);
        self.doubt(heard, &left);
        left
    }

    /// Forgets what it learned if that does harm for half a second.
    fn doubt(&mut self, heard: &[f32; WINDOW], left: &[f32; WINDOW]) {
        let power = |block: &[f32; WINDOW]| block.iter().map(|x| x * x).sum::<f32>();
        self.before = self.before * KEPT_LONG + power(heard) * (1.0 - KEPT_LONG);
        self.after = self.after * KEPT_LONG + power(left) * (1.0 - KEPT_LONG);
        if self.blocks > START && self.after > LOUDER * self.before {
            self.weights.iter_mut().for_each(|weights| weights.fill(Complex::default()));
            (self.before, self.after, self.blocks) = (0.0, 0.0, 0);
        }
    }

    fn remember(&mut self, played: &[f32; WINDOW]) {
        let mut both = [0.0; POINTS];
        both[..WINDOW].copy_from_slice(&self.last);
        both[WINDOW..].copy_from_slice(played);
        self.last = *played;
        self.played.pop_back();
        let spectrum = self.spectrum(&mut both);
        self.played.push_front(spectrum);
    }

    /// The second half of the filtered reference; the first half has wrapped around.
    fn predict(&self) -> [f32; WINDOW] {
        let mut sum = vec![Complex::default(); BINS];
        for (weights, played) in self.weights.iter().zip(&self.played) {
            for ((sum, w), x) in sum.iter_mut().zip(weights).zip(played) {
                *sum += w * x;
            }
        }
        let samples = self.samples(sum);
        std::array::from_fn(|n| samples[WINDOW + n])
    }

    /// Follows how well what is heard and what is predicted agree.
    fn agree(&mut self, heard: &[f32; WINDOW], echo: &[f32; WINDOW]) {
        let (heard, echo) = (self.late(heard), self.late(echo));
        for (k, (d, y)) in heard.iter().zip(&echo).enumerate() {
            self.cross[k] = self.cross[k] * KEPT + d * y.conj() * (1.0 - KEPT);
            self.heard[k] = self.heard[k] * KEPT + d.norm_sqr() * (1.0 - KEPT);
            self.predicted[k] = self.predicted[k] * KEPT + y.norm_sqr() * (1.0 - KEPT);
        }
    }

    fn learn(&mut self, left: &[f32; WINDOW]) {
        let error = self.late(left);
        let power: Vec<f32> =
            (0..BINS).map(|k| 1e-3 + self.played.iter().map(|x| x[k].norm_sqr()).sum::<f32>()).collect();
        let steps: Vec<f32> = (0..BINS).map(|k| STEP * self.agreement(k) / power[k]).collect();
        for p in 0..PARTITIONS {
            let played = &self.played[p];
            let change = (0..BINS).map(|k| played[k].conj() * error[k] * steps[k]).collect();
            // Without this the filter would learn what wraps around.
            let mut change = self.samples(change);
            change[WINDOW..].fill(0.0);
            let change = self.spectrum(&mut change);
            self.weights[p].iter_mut().zip(change).for_each(|(w, c)| *w += c);
        }
    }

    /// How far to trust a frequency's error, in [`LEAST`, 1].
    fn agreement(&self, k: usize) -> f32 {
        if self.blocks < START {
            return 1.0;
        }
        (self.cross[k].norm_sqr() / (self.heard[k] * self.predicted[k] + 1e-18)).clamp(LEAST, 1.0)
    }

    /// The spectrum of a block after a block of nothing.
    fn late(&self, block: &[f32; WINDOW]) -> Spectrum {
        let mut both = [0.0; POINTS];
        both[WINDOW..].copy_from_slice(block);
        self.spectrum(&mut both)
    }

    fn spectrum(&self, samples: &mut [f32; POINTS]) -> Spectrum {
        let mut out = self.forward.make_output_vec();
        let done = self.forward.process(samples, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out
    }

    fn samples(&self, mut spectrum: Spectrum) -> [f32; POINTS] {
        for edge in [0, WINDOW] {
            // Real by their nature; rounding must not say otherwise.
            spectrum[edge].im = 0.0;
        }
        let mut out = [0.0; POINTS];
        let done = self.inverse.process(&mut spectrum, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out.map(|x| x / POINTS as f32)
    }
}

impl std::fmt::Debug for EchoCanceller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EchoCanceller").field("blocks", &self.blocks).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::{Voice, noise};

    fn power(sound: &[f32]) -> f32 {
        sound.iter().map(|x| x * x).sum::<f32>() / sound.len() as f32
    }

    fn through(heard: &[f32], played: &[f32]) -> Vec<f32> {
        let mut canceller = EchoCanceller::default();
        let blocks = heard.as_chunks::<WINDOW>().0.iter().zip(played.as_chunks::<WINDOW>().0);
        blocks.flat_map(|(heard, played)| canceller.process(heard, played)).collect()
    }

    /// Six seconds of coloured noise, and how it is heard: 30 ms late, with a reflection.
    fn echo() -> (Vec<f32>, Vec<f32>) {
        let mut last = 0.0;
        let played: Vec<f32> = noise(96_000)
            .iter()
            .map(|x| {
                last = 0.8 * last + 0.1 * *x as f32;
                last
            })
            .collect();
        let late = |n: usize, by: usize| if n >= by { played[n - by] } else { 0.0 };
        let heard = (0..played.len()).map(|n| 0.5 * late(n, 480) + 0.3 * late(n, 2_000)).collect();
        (played, heard)
    }

    #[test]
    fn what_is_played_is_taken_out() {
        let (played, heard) = echo();
        let left = through(&heard, &played);
        let gain = 10.0 * (power(&heard[64_000..]) / power(&left[64_000..])).log10();
        assert!(gain > 20.0, "{gain} dB");
    }

    #[test]
    fn speech_stays_and_does_not_mislead_the_filter() {
        let (played, echo) = echo();
        let speech = [vec![0.0; 48_000], Voice::default().speak(3.0)].concat();
        let heard: Vec<f32> = echo.iter().zip(&speech).map(|(e, s)| e + s).collect();
        let left = through(&heard, &played);
        let off: Vec<f32> = left.iter().zip(&speech).map(|(l, s)| l - s).collect();
        let ratio = 10.0 * (power(&speech[64_000..]) / power(&off[64_000..])).log10();
        let before = 10.0 * (power(&speech[64_000..]) / power(&echo[64_000..])).log10();
        assert!(ratio > before + 8.0, "{ratio} dB instead of {before} dB");
    }

    #[test]
    fn a_room_that_changes_is_learned_again() {
        let (played, heard) = echo();
        let (before, after) = heard.split_at(48_000);
        let other: Vec<f32> =
            (48_000..96_000).map(|n| -0.4 * played[n - 700] + 0.2 * played[n - 1_200]).collect();
        let heard = [before, &other].concat();
        let left = through(&heard, &played);
        let gain = 10.0 * (power(&after[32_000..]) / power(&left[80_000..])).log10();
        assert!(gain > 6.0, "{gain} dB");
    }

    #[test]
    fn where_nothing_is_played_nothing_changes() {
        let speech = Voice::default().speak(2.0);
        let left = through(&speech, &vec![0.0; speech.len()]);
        assert_eq!(left[..], speech[..left.len()]);
    }
}
