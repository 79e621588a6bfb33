//! Register and roughness of rendered sound, from spectral peaks.
//!
//! Roughness is the sum over pairs of peaks of W. A. Sethares, "Local consonance and the relationship between timbre
//! and scale", J. Acoust. Soc. Am. 94 (1993), divided by the peaks' power, so that loudness does not count.

use attune_fft::{Complex, RealToComplex};
use attune_soundscape::FRAME_RATE;
use std::sync::Arc;

/// Frames of a spectrum, and from one to the next: half a second.
const WINDOW: usize = 8_192;
const HOP: usize = 24_000;
/// Peaks that count in one spectrum, the strongest first.
const PEAKS: usize = 24;
/// Peaks in this range count, in Hz.
const RANGE: (f64, f64) = (60.0, 5_000.0);
/// The register is taken from these: neither the bass nor the overtones that make a sound bright, in Hz.
const MIDDLE: (f64, f64) = (150.0, 1_500.0);

/// Plans and room.
pub(super) struct Roughness {
    forward: Arc<dyn RealToComplex<f32>>,
    window: Vec<f32>,
    room: Vec<f32>,
    bins: Vec<Complex<f32>>,
}

impl Default for Roughness {
    fn default() -> Self {
        let forward = attune_fft::forward(WINDOW);
        let turn = std::f32::consts::TAU / WINDOW as f32;
        Self {
            window: (0..WINDOW).map(|i| 0.5 - 0.5 * (turn * i as f32).cos()).collect(),
            room: forward.make_input_vec(),
            bins: forward.make_output_vec(),
            forward,
        }
    }
}

impl Roughness {
    /// The mean pitch of the peaks in semitones (MIDI), and their roughness, over interleaved stereo.
    pub(super) fn measure(&mut self, samples: &[f32]) -> (f64, f64) {
        let (mut pitch, mut rough, mut count) = (0.0, 0.0, 0.0);
        for block in samples.windows(2 * WINDOW).step_by(2 * HOP) {
            let peaks = self.peaks(block);
            let power: f64 = peaks.iter().map(|(_, a)| a * a).sum();
            let middle = || peaks.iter().filter(|(hz, _)| (MIDDLE.0..MIDDLE.1).contains(hz));
            let strength: f64 = middle().map(|(_, a)| a).sum();
            if power > 1e-3 && strength > 0.0 {
                pitch +=
                    middle().map(|(hz, a)| a * (69.0 + 12.0 * (hz / 440.0).log2())).sum::<f64>() / strength;
                rough += pairs(&peaks) / power;
                count += 1.0;
            }
        }
        (pitch / f64::max(count, 1.0), rough / f64::max(count, 1.0))
    }

    /// The strongest peaks as frequency and amplitude.
    fn peaks(&mut self, block: &[f32]) -> Vec<(f64, f64)> {
        for (i, place) in self.room.iter_mut().enumerate() {
            *place = (block[2 * i] + block[2 * i + 1]) * self.window[i];
        }
        if self.forward.process(&mut self.room, &mut self.bins).is_err() {
            return Vec::new();
        }
        let size: Vec<f64> = self.bins.iter().map(|b| f64::from(b.norm())).collect();
        let hz = |bin: f64| bin * f64::from(FRAME_RATE) / WINDOW as f64;
        let mut peaks: Vec<(f64, f64)> = (1..size.len() - 1)
            .filter(|&i| size[i] > size[i - 1] && size[i] >= size[i + 1])
            .map(|i| {
                let bend = size[i - 1] - 2.0 * size[i] + size[i + 1];
                let shift = if bend < 0.0 { 0.5 * (size[i - 1] - size[i + 1]) / bend } else { 0.0 };
                (hz(i as f64 + shift), size[i])
            })
            .filter(|(hz, _)| (RANGE.0..RANGE.1).contains(hz))
            .collect();
        peaks.sort_by(|a, b| b.1.total_cmp(&a.1));
        peaks.truncate(PEAKS);
        peaks
    }
}

/// The roughness of all pairs, with the weaker amplitude of each.
fn pairs(peaks: &[(f64, f64)]) -> f64 {
    let mut sum = 0.0;
    for (i, &(f, a)) in peaks.iter().enumerate() {
        for &(g, b) in &peaks[..i] {
            let scale = 0.24 / (0.021 * f.min(g) + 19.0) * (f - g).abs();
            sum += a.min(b).powi(2) * ((-3.5 * scale).exp() - (-5.75 * scale).exp());
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(hz: &[f32]) -> Vec<f32> {
        let tone = |i: usize| {
            hz.iter().map(|f| (i as f32 * f * std::f32::consts::TAU / 48_000.0).sin()).sum::<f32>()
        };
        (0..48_000).flat_map(|i| [0.2 * tone(i); 2]).collect()
    }

    #[test]
    fn a_second_is_rougher_than_a_fifth_and_pitch_is_found() {
        let (low, second) = Roughness::default().measure(&chord(&[440.0, 466.2]));
        let (high, fifth) = Roughness::default().measure(&chord(&[440.0, 659.3]));
        assert!(second > 3.0 * fifth, "{second} {fifth}");
        assert!((low - 69.5).abs() < 0.3 && (high - 72.5).abs() < 0.3, "{low} {high}");
    }
}
