//! The filter banks that features look at a spectrum through, by the definitions of librosa of 2015.

use super::{BINS, FFT};
use crate::mono::RATE;

/// Bands of the mel spectrum.
pub(super) const MELS: usize = 128;
/// Pitch classes, C first.
pub(super) const CLASSES: usize = 12;
/// Bands of the spectral contrast: below 200 Hz and six octaves above.
pub(super) const BANDS: usize = 7;

/// The frequency of a bin of the spectrum in Hz.
pub(super) fn hz(bin: usize) -> f64 {
    bin as f64 * RATE as f64 / FFT as f64
}

/// Overlapping triangles on Slaney's mel scale, each of unit area.
#[derive(Debug)]
pub(super) struct Mel {
    /// First bin and weights of each triangle.
    triangles: Vec<(usize, Vec<f32>)>,
}

impl Mel {
    pub(super) fn new() -> Self {
        let top = mel_of_hz(RATE as f64 / 2.0);
        let edges: Vec<f64> = (0..MELS + 2).map(|i| hz_of_mel(top * i as f64 / (MELS + 1) as f64)).collect();
        Self { triangles: edges.windows(3).map(triangle).collect() }
    }

    /// The power in each band.
    pub(super) fn apply(&self, power: &[f32], out: &mut [f32]) {
        for ((start, weights), band) in self.triangles.iter().zip(out) {
            *band = dot(&power[*start..], weights);
        }
    }
}

fn triangle(edges: &[f64]) -> (usize, Vec<f32>) {
    let [low, peak, high] = [edges[0], edges[1], edges[2]];
    let weight = |bin: usize| {
        let f = hz(bin);
        let slope = ((f - low) / (peak - low)).min((high - f) / (high - peak)).max(0.0);
        slope * 2.0 / (high - low)
    };
    let start = (0..BINS).find(|&b| weight(b) > 0.0).unwrap_or(0);
    let weights = (start..BINS).map(weight).take_while(|&w| w > 0.0).map(|w| w as f32).collect();
    (start, weights)
}

/// Linear below 1 kHz, logarithmic above (Slaney 1998, Auditory Toolbox).
fn mel_of_hz(hz: f64) -> f64 {
    if hz < 1_000.0 { hz * 3.0 / 200.0 } else { 15.0 + 27.0 * (hz / 1_000.0).ln() / 6.4_f64.ln() }
}

fn hz_of_mel(mel: f64) -> f64 {
    if mel < 15.0 { mel * 200.0 / 3.0 } else { 1_000.0 * ((mel - 15.0) * 6.4_f64.ln() / 27.0).exp() }
}

/// How much each bin belongs to each pitch class (Ellis 2007), for instruments tuned `tuning` semitones off 440 Hz.
#[derive(Debug)]
pub(super) struct Chroma {
    rows: Vec<Vec<f32>>,
    /// Hundredths of a semitone.
    pub(super) tuning: i32,
}

impl Chroma {
    pub(super) fn new(tuning: i32) -> Self {
        let bins: Vec<f64> = (0..FFT).map(|bin| semitones(bin, tuning)).collect();
        let mut rows = vec![vec![0.0; BINS]; CLASSES];
        for (bin, &place) in bins.iter().enumerate().take(BINS) {
            let width = (bins[bin + 1] - place).max(1.0);
            let bumps: [f64; CLASSES] = std::array::from_fn(|class| {
                let away = (place - class as f64 + 126.0).rem_euclid(12.0) - 6.0;
                (-0.5 * (2.0 * away / width).powi(2)).exp()
            });
            let norm = bumps.iter().map(|b| b * b).sum::<f64>().sqrt();
            let octaves = (-0.5 * ((place / 12.0 - 5.0) / 2.0).powi(2)).exp();
            for (class, bump) in bumps.iter().enumerate() {
                // Class 0 of the formula is A; ours is C.
                rows[(class + 9) % CLASSES][bin] = (bump / norm * octaves) as f32;
            }
        }
        Self { rows, tuning }
    }

    /// The power in each class, the strongest 1; all 0 in silence.
    pub(super) fn apply(&self, power: &[f32], out: &mut [f32; CLASSES]) {
        for (row, class) in self.rows.iter().zip(out.iter_mut()) {
            *class = dot(power, row);
        }
        let most = out.iter().copied().fold(0.0, f32::max);
        if most > f32::MIN_POSITIVE {
            for class in out {
                *class /= most;
            }
        }
    }
}

/// Semitones above 27.5 Hz; the bin of 0 Hz counts as one and a half octaves below the next.
fn semitones(bin: usize, tuning: i32) -> f64 {
    if bin == 0 {
        return semitones(1, tuning) - 18.0;
    }
    12.0 * (hz(bin) / 27.5).log2() - f64::from(tuning) / 100.0
}

/// The bins of each contrast band, and how many of them stand for its peak and its valley.
pub(super) fn contrast_bands() -> [(std::ops::Range<usize>, usize); BANDS] {
    let edge = |k: usize| if k == 0 { 0.0 } else { 100.0 * 2f64.powi(k as i32) };
    std::array::from_fn(|k| {
        let inside = |bin: usize| hz(bin) >= edge(k) && hz(bin) <= edge(k + 1);
        let first = (0..BINS).find(|&b| inside(b)).unwrap_or(0);
        let last = (first..BINS).take_while(|&b| inside(b)).last().unwrap_or(first);
        let start = if k > 0 { first - 1 } else { first };
        let end = if k + 1 == BANDS { BINS } else { last + 1 };
        let share = (0.02 * (end - start) as f64).round_ties_even().max(1.0) as usize;
        (start..if k + 1 == BANDS { end } else { end - 1 }, share)
    })
}

/// The sum of products, over as many as the shorter has; in lanes, so that the compiler can use wide registers.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 16];
    let both = a.len().min(b.len());
    let (mut left, mut right) = (a[..both].chunks_exact(16), b[..both].chunks_exact(16));
    for (x, y) in (&mut left).zip(&mut right) {
        for i in 0..16 {
            lanes[i] += x[i] * y[i];
        }
    }
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f32>() + rest
}
