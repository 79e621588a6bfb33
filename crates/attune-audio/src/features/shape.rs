//! What one spectrum looks like: where its weight lies, how wide, how peaked.

use super::filters::{BANDS, hz};
use super::{BINS, FFT};
use crate::mono::RATE;

/// The shape of one magnitude spectrum; frequencies in Hz, all 0 in silence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    pub(super) centroid: f64,
    pub(super) bandwidth: f64,
    pub(super) rolloff: f64,
    pub(super) flatness: f64,
    pub(super) root_mean_power: f64,
}

/// Measures a power spectrum and its square root.
pub(super) fn shape(power: &[f32], magnitude: &[f32]) -> Shape {
    let mut shape = Shape { flatness: flatness(power), ..Shape::default() };
    let total_power: f64 = power.iter().map(|&p| f64::from(p)).sum();
    shape.root_mean_power = (total_power / BINS as f64).sqrt();
    // Sums over bins; one bin is `step` Hz.
    let (mut sum, mut first, mut second) = (0.0_f64, 0.0, 0.0);
    for (bin, &m) in magnitude.iter().enumerate() {
        let (k, m) = (bin as f64, f64::from(m));
        sum += m;
        first += k * m;
        second += k * k * m;
    }
    if sum < f64::from(f32::MIN_POSITIVE) {
        return shape;
    }
    let step = RATE as f64 / FFT as f64;
    let mean = first / sum;
    shape.centroid = mean * step;
    shape.bandwidth = (second / sum - mean * mean).max(0.0).sqrt() * step;
    shape.rolloff = hz(bin_of_share(magnitude, 0.85 * sum));
    shape
}

/// The bin at which the running sum reaches `share`.
fn bin_of_share(magnitude: &[f32], share: f64) -> usize {
    let mut sum = 0.0_f64;
    magnitude
        .iter()
        .position(|&m| {
            sum += f64::from(m);
            sum >= share
        })
        .unwrap_or(BINS - 1)
}

/// Geometric over arithmetic mean of the power, in (0, 1]: 1 for white noise that never ends.
fn flatness(power: &[f32]) -> f64 {
    let (mut logs, mut sum) = (0.0, 0.0);
    // Eight numbers between 1e-10 and 1e15 multiply within a double's range and cost one logarithm.
    for eight in power.chunks(8) {
        let mut product = 1.0;
        for &p in eight {
            let p = f64::from(p.clamp(1e-10, 1e15));
            product *= p;
            sum += p;
        }
        logs += product.ln();
    }
    (logs / BINS as f64).exp() / (sum / BINS as f64)
}

/// The mean magnitude of the strongest and of the weakest bins of each band.
pub(super) fn peaks_and_valleys(
    magnitude: &[f32],
    bands: &[(std::ops::Range<usize>, usize); BANDS],
    room: &mut Vec<f32>,
) -> ([f32; BANDS], [f32; BANDS]) {
    let (mut peaks, mut valleys) = ([0.0; BANDS], [0.0; BANDS]);
    for (k, (bins, share)) in bands.iter().enumerate() {
        room.clear();
        room.extend_from_slice(&magnitude[bins.clone()]);
        let count = room.len();
        let mean = |part: &[f32]| part.iter().sum::<f32>() / *share as f32;
        room.select_nth_unstable_by(share - 1, f32::total_cmp);
        valleys[k] = mean(&room[..*share]);
        room.select_nth_unstable_by(count - share, f32::total_cmp);
        peaks[k] = mean(&room[count - share..]);
    }
    (peaks, valleys)
}
