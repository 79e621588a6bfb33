//! Onsets and tempo, from how loudness rises over the mel bands (Ellis 2007; Grosche et al. 2010).

use super::HOP;
use crate::mono::RATE;
use attune_fft::{Complex, ComplexToReal, RealToComplex};
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;
use std::sync::Arc;

/// Spectra per second.
pub(super) const FRAMES_PER_SECOND: f64 = RATE as f64 / HOP as f64;

/// Eight seconds of spectra: how much of the envelope is compared with itself at a time.
const WINDOW: usize = 344;

/// Every this many spectra. librosa takes every one; the mean over a recording differs little.
const STEP: usize = 8;

/// Long enough that a window and its shifted copy do not wrap around.
const TRANSFORM: usize = 720;

/// Tempi people tap are spread around 120 beats a minute by an octave.
const LIKELY: f64 = 120.0;
/// Nothing is faster.
const FASTEST: f64 = 320.0;
/// Lags up to this many spectra make a tempo finer: sixteen beats at 120.
const LONGEST: usize = 1_100;

/// Beats per minute with the share of the rhythm that repeats at that rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tempo {
    /// Beats per minute, in about [30, 320].
    pub bpm: f64,
    /// Correlation of the rises of loudness with themselves one beat later, in [0, 1]; about 0 for noise.
    pub confidence: f64,
}

/// What clips add up to.
pub(super) struct Rhythm {
    forward: Arc<dyn RealToComplex<f32>>,
    back: Arc<dyn ComplexToReal<f32>>,
    window: Vec<f32>,
    /// Sum of normalised autocorrelations over windows, and how many.
    local: Vec<f64>,
    windows: f64,
    /// Sum of plain autocorrelations of the envelope without its mean.
    global: Vec<f64>,
    onsets: usize,
    frames: usize,
}

impl Rhythm {
    pub(super) fn new() -> Self {
        let hann = |i: usize| (0.5 - 0.5 * (TAU * i as f64 / WINDOW as f64).cos()) as f32;
        Self {
            forward: attune_fft::forward(TRANSFORM),
            back: attune_fft::inverse(TRANSFORM),
            window: (0..WINDOW).map(hann).collect(),
            local: vec![0.0; WINDOW],
            windows: 0.0,
            global: vec![0.0; LONGEST],
            onsets: 0,
            frames: 0,
        }
    }

    /// Takes in the envelope of one clip.
    pub(super) fn push(&mut self, envelope: &[f32]) {
        self.frames += envelope.len();
        self.onsets += onsets(envelope);
        self.add_windows(envelope);
        let mean = envelope.iter().sum::<f32>() / envelope.len().max(1) as f32;
        let centred: Vec<f32> = envelope.iter().map(|x| x - mean).collect();
        for (lag, sum) in self.global.iter_mut().enumerate().take(centred.len()) {
            let product: f32 = centred.iter().zip(&centred[lag..]).map(|(a, b)| a * b).sum();
            *sum += f64::from(product);
        }
    }

    /// Onsets per second.
    pub(super) fn onset_rate(&self) -> f64 {
        if self.frames == 0 { 0.0 } else { self.onsets as f64 * FRAMES_PER_SECOND / self.frames as f64 }
    }

    /// None without anything that rises, or in less than two seconds.
    pub(super) fn tempo(&self) -> Option<Tempo> {
        let strength = self.global[0];
        if strength <= 1e-6 || (self.frames as f64) < 2.0 * FRAMES_PER_SECOND {
            return None;
        }
        let lag = self.likeliest_lag()?;
        let (lag, correlation) = self.finer(lag);
        Some(Tempo {
            bpm: 60.0 * FRAMES_PER_SECOND / lag,
            confidence: (correlation / strength).clamp(0.0, 1.0),
        })
    }

    /// Autocorrelations of windows centred on every [`STEP`]th value, each divided by its greatest.
    fn add_windows(&mut self, envelope: &[f32]) {
        let (mut room, mut bins) = (self.forward.make_input_vec(), self.forward.make_output_vec());
        for centre in (0..envelope.len()).step_by(STEP) {
            room.fill(0.0);
            for (i, place) in room[..WINDOW].iter_mut().enumerate() {
                *place = self.window[i] * padded(envelope, (centre + i) as isize - (WINDOW / 2) as isize);
            }
            if self.forward.process(&mut room, &mut bins).is_err() {
                continue;
            }
            for bin in &mut bins {
                *bin = Complex::new(bin.norm_sqr(), 0.0);
            }
            if self.back.process(&mut bins, &mut room).is_err() {
                continue;
            }
            let most = room[..WINDOW].iter().fold(0.0_f32, |m, x| m.max(x.abs()));
            self.windows += 1.0;
            if most > f32::MIN_POSITIVE {
                self.local.iter_mut().zip(&room).for_each(|(s, r)| *s += f64::from(r / most));
            }
        }
    }

    /// The lag with the best mixture of correlation and likelihood.
    fn likeliest_lag(&self) -> Option<usize> {
        let score = |lag: usize| {
            let bpm = 60.0 * FRAMES_PER_SECOND / lag as f64;
            let prior = if bpm < FASTEST { -0.5 * (bpm / LIKELY).log2().powi(2) } else { f64::NEG_INFINITY };
            (1e6 * (self.local[lag] / self.windows).max(0.0)).ln_1p() + prior
        };
        (1..WINDOW).max_by(|&a, &b| score(a).total_cmp(&score(b)))
    }

    /// The lag between whole ones, from peaks at its multiples: twice the beats, half the error.
    fn finer(&self, lag: usize) -> (f64, f64) {
        let Some((first, correlation)) = self.peak_near(lag as f64, 1.5) else {
            return (lag as f64, self.global[lag]);
        };
        let mut period = first;
        for multiple in [2.0, 4.0, 8.0, 16.0] {
            match self.peak_near(multiple * period, 0.3 * period.min(6.0)) {
                Some((place, strength)) if strength > 0.3 * correlation => period = place / multiple,
                _ => break,
            }
        }
        (period, correlation)
    }

    /// The highest local maximum within `reach` of a lag, by a parabola through three values.
    fn peak_near(&self, lag: f64, reach: f64) -> Option<(f64, f64)> {
        let from = (lag - reach).round().max(2.0) as usize;
        let to = ((lag + reach).round() as usize).min(LONGEST - 2);
        let peak = |&i: &usize| self.global[i] >= self.global[i - 1] && self.global[i] > self.global[i + 1];
        let best = (from..=to).filter(peak).max_by(|&a, &b| self.global[a].total_cmp(&self.global[b]))?;
        let [below, here, above] = [self.global[best - 1], self.global[best], self.global[best + 1]];
        let bend = below - 2.0 * here + above;
        let shift = if bend < 0.0 { (0.5 * (below - above) / bend).clamp(-0.5, 0.5) } else { 0.0 };
        Some((best as f64 + shift, here))
    }
}

/// The envelope with straight lines to zero on both sides, half a window long.
fn padded(envelope: &[f32], at: isize) -> f32 {
    let (length, reach) = (envelope.len() as isize, (WINDOW / 2) as f32);
    if at < 0 {
        envelope[0] * (1.0 + at as f32 / reach).max(0.0)
    } else if at < length {
        envelope[at as usize]
    } else {
        envelope[envelope.len() - 1] * (1.0 - (at - length + 1) as f32 / reach).max(0.0)
    }
}

/// How many peaks rise above their surroundings (Böck et al. 2012), in the envelope scaled to [0, 1].
fn onsets(envelope: &[f32]) -> usize {
    let floor = envelope.iter().copied().fold(f32::INFINITY, f32::min);
    let most = envelope.iter().copied().fold(0.0, f32::max);
    if most - floor <= 1e-6 {
        return 0;
    }
    let scaled: Vec<f64> = envelope.iter().map(|x| f64::from((x - floor) / (most - floor))).collect();
    let (mut count, mut last) = (0, None);
    for i in 0..scaled.len() {
        // Greatest of itself and the one before; above the mean of four before and five from here on.
        let highest = i == 0 || scaled[i] >= scaled[i - 1];
        let around = &scaled[i.saturating_sub(4)..(i + 5).min(scaled.len())];
        let mean = around.iter().sum::<f64>() / around.len() as f64;
        let waited = last.is_none_or(|l| i > l + 1);
        if highest && scaled[i] >= mean + 0.07 && waited {
            (count, last) = (count + 1, Some(i));
        }
    }
    count
}
