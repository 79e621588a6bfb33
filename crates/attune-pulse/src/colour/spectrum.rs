//! The rate of a stretch of a pulse signal, and how far it stands out of the noise.

use super::filter::BandPass;
use super::signal::{centred, hann};
use attune_fft::RealToComplex;
use std::ops::Range;
use std::sync::Arc;

/// Where a heart rate may lie, in Hz: 42 to 180 beats a minute.
const RATES: Range<f64> = 0.7..3.0;

/// Up to where noise is counted, in Hz.
const TOP: f64 = 3.5;

/// How far around a peak and around its double power counts as the pulse's own, in Hz.
const NEAR: f64 = 0.1;

/// Keeps logarithms finite.
const TINY: f64 = 1e-30;

/// A rate that was found, with how clearly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peak {
    /// Beats a minute.
    pub rate: f64,
    /// Power within 0.1 Hz of the rate and of its double against the rest of 0.7 to 3.5 Hz, in dB (de Haan and
    /// Jeanne 2013, around the rate that was found, since the true one is not known).
    pub signal_to_noise: f64,
}

/// Finds the peak of stretches of one length.
pub struct Spectrum {
    length: usize,
    rate: f64,
    filter: BandPass,
    taper: Vec<f64>,
    transform: Arc<dyn RealToComplex<f64>>,
}

impl Spectrum {
    /// For stretches of `length` samples, `rate` a second. None if that is too short to filter (21 samples or fewer),
    /// too long (2²⁰) or too slow to hold the band.
    #[must_use]
    pub fn new(length: usize, rate: f64) -> Option<Self> {
        let filter = BandPass::new(3, RATES.start, TOP, rate)?;
        if length <= filter.padding() || length > 1 << 20 {
            return None;
        }
        let size = (4 * length).next_power_of_two().max(8192);
        let transform = attune_fft::forward_double(size);
        Some(Self { length, rate, filter, taper: hann(length), transform })
    }

    /// The highest peak between 0.7 and 3 Hz, placed between the lines of the spectrum by a parabola through the
    /// logarithms. None if the stretch has another length, holds what is no number, or is constant.
    #[must_use]
    pub fn peak(&self, stretch: &[f64]) -> Option<Peak> {
        if stretch.len() != self.length || stretch.iter().any(|x| !x.is_finite()) {
            return None;
        }
        let (power, width) = (self.power(stretch)?, self.line_width());
        let first = (RATES.start / width).ceil() as usize;
        let last = ((TOP / width).floor() as usize).min(power.len() - 1);
        let band = power.get(first..=last)?;
        let rates = band.iter().enumerate().take_while(|(i, _)| (first + i) as f64 * width <= RATES.end);
        let (at, highest) = rates.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
        if *highest <= 0.0 {
            return None;
        }
        let hertz = (first + at) as f64 * width + between_lines(band, at) * width;
        Some(Peak { rate: 60.0 * hertz, signal_to_noise: clarity(band, first, width, hertz) })
    }

    fn line_width(&self) -> f64 {
        self.rate / self.transform.len() as f64
    }

    fn power(&self, stretch: &[f64]) -> Option<Vec<f64>> {
        let filtered = centred(self.filter.both_ways(&centred(stretch.to_vec()))?);
        let mut padded: Vec<f64> = filtered.iter().zip(&self.taper).map(|(x, w)| x * w).collect();
        padded.resize(self.transform.len(), 0.0);
        let mut lines = self.transform.make_output_vec();
        self.transform.process(&mut padded, &mut lines).ok()?;
        Some(lines.iter().map(attune_fft::Complex64::norm_sqr).collect())
    }
}

/// How far the top of a parabola through a line and its neighbours lies from it, in lines.
fn between_lines(band: &[f64], at: usize) -> f64 {
    let Some([before, line, after]) =
        at.checked_sub(1).and_then(|from| band.get(from..at + 2)?.as_array::<3>())
    else {
        return 0.0;
    };
    let [before, line, after] = [before, line, after].map(|x| (x + TINY).ln());
    let curvature = before - 2.0 * line + after;
    if curvature == 0.0 { 0.0 } else { 0.5 * (before - after) / curvature }
}

fn clarity(band: &[f64], first: usize, width: f64, hertz: f64) -> f64 {
    let (mut own, mut rest) = (0.0, 0.0);
    for (i, power) in band.iter().enumerate() {
        let here = (first + i) as f64 * width;
        let is_own = (here - hertz).abs() <= NEAR || (here - 2.0 * hertz).abs() <= NEAR;
        *(if is_own { &mut own } else { &mut rest }) += power;
    }
    10.0 * (own / (rest + TINY)).log10()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn tone(beats: f64, count: usize) -> Vec<f64> {
        (0..count).map(|i| (2.0 * PI * beats / 60.0 * i as f64 / 30.0).sin()).collect()
    }

    #[test]
    fn tones_are_found_between_the_lines() {
        let spectrum = Spectrum::new(300, 30.0).unwrap();
        for beats in [45.0, 61.3, 72.0, 99.9, 140.0, 176.0] {
            let peak = spectrum.peak(&tone(beats, 300)).unwrap();
            assert!((peak.rate - beats).abs() < 0.5 && peak.signal_to_noise > 5.0, "{beats}: {peak:?}");
        }
    }

    #[test]
    fn what_has_no_peak_gives_none() {
        let spectrum = Spectrum::new(300, 30.0).unwrap();
        assert_eq!(spectrum.peak(&[0.0; 300]), None);
        assert_eq!(spectrum.peak(&tone(60.0, 299)), None);
        let mut broken = tone(60.0, 300);
        broken[7] = f64::NAN;
        assert_eq!(spectrum.peak(&broken), None);
        assert!(Spectrum::new(21, 30.0).is_none() && Spectrum::new(300, 1.0).is_none());
    }
}
