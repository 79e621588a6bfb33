//! How far the instruments are tuned off 440 Hz: the commonest distance of spectral peaks from the semitones.

use super::filters::hz;
use super::{BINS, FFT};
use crate::mono::RATE;

/// Peaks in this range of Hz count.
const RANGE: (f64, f64) = (150.0, 4_000.0);

/// Peaks weaker than this share of their spectrum's strongest bin do not count.
const THRESHOLD: f32 = 0.1;

/// Hundredths of a semitone in [-50, 49], from spectra of power or magnitude; 0 where there is no peak.
pub(super) fn tuning<'a>(spectra: impl Iterator<Item = &'a [f32]>) -> i32 {
    let mut peaks = Vec::new();
    spectra.for_each(|spectrum| gather(spectrum, &mut peaks));
    if peaks.is_empty() {
        return 0;
    }
    let median = median(&peaks);
    let mut counts = [0u32; 100];
    for &(frequency, _) in peaks.iter().filter(|(_, strength)| f64::from(*strength) >= median) {
        let place = 12.0 * (f64::from(frequency) / 27.5).log2();
        // [0, 1) above a semitone becomes [-0.5, 0.5) around it.
        let off = (place + 0.5).rem_euclid(1.0);
        counts[((off * 100.0) as usize).min(99)] += 1;
    }
    let (mut best, mut most) = (0, 0);
    for (slot, &count) in counts.iter().enumerate() {
        if count > most {
            (best, most) = (slot, count);
        }
    }
    best as i32 - 50
}

/// Frequency and strength of the peaks of one spectrum, between bins by a parabola.
fn gather(spectrum: &[f32], peaks: &mut Vec<(f32, f32)>) {
    let least = THRESHOLD * spectrum.iter().copied().fold(0.0, f32::max);
    let loud = |x: f32| if x > least { x } else { 0.0 };
    let first = (0..BINS).find(|&b| hz(b) >= RANGE.0).unwrap_or(1).max(1);
    let end = (first..BINS - 1).find(|&b| hz(b) >= RANGE.1).unwrap_or(BINS - 1);
    for bin in first..end {
        let here = spectrum[bin];
        if here <= least || loud(spectrum[bin - 1]) >= here || loud(spectrum[bin + 1]) > here {
            continue;
        }
        let (below, above) = (spectrum[bin - 1], spectrum[bin + 1]);
        let (a, b) = (above + below - 2.0 * here, (above - below) / 2.0);
        let shift = if b.abs() >= a.abs() { 0.0 } else { -b / a };
        let place = (bin as f32 + shift) * RATE as f32 / FFT as f32;
        peaks.push((place, here + 0.5 * b * shift));
    }
}

fn median(peaks: &[(f32, f32)]) -> f64 {
    let mut strengths: Vec<f32> = peaks.iter().map(|&(_, s)| s).collect();
    let middle = strengths.len() / 2;
    let even = strengths.len().is_multiple_of(2);
    let (below, &mut upper, _) = strengths.select_nth_unstable_by(middle, f32::total_cmp);
    let upper = f64::from(upper);
    if even { upper.midpoint(f64::from(below.iter().copied().fold(0.0, f32::max))) } else { upper }
}
