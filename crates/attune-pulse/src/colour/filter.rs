//! The band-pass: Butterworth, run forwards and backwards so that nothing is delayed.

use attune_fft::Complex64;
use std::f64::consts::PI;

/// A filter as the coefficients of a fraction of polynomials in z⁻¹, highest power last; the first of the denominator is 1.
#[derive(Debug, Clone, PartialEq)]
pub struct BandPass {
    numerator: Vec<f64>,
    denominator: Vec<f64>,
    /// What the delays hold while a constant 1 goes through: where running begins, so that it does not ring.
    settled: Vec<f64>,
}

impl BandPass {
    /// A Butterworth band-pass of that order (the number of poles at either edge), from `low` to `high` in Hz, for
    /// `rate` samples a second. An upper edge above 0.99 of half the rate is lowered to it.
    ///
    /// None where that is no band: an order of 0 or above 8, or edges that are not 0 < low < high.
    #[must_use]
    pub fn new(order: usize, low: f64, high: f64, rate: f64) -> Option<Self> {
        let high = high.min(0.99 * rate / 2.0);
        let is_band = (1..=8).contains(&order) && low > 0.0 && low < high && high.is_finite();
        is_band.then(|| Self::design(order, low, high, rate))
    }

    /// The bilinear transform with its warping undone beforehand, the sampling period taken as 1.
    fn design(order: usize, low: f64, high: f64, rate: f64) -> Self {
        let warp = |edge: f64| 2.0 * (PI * edge / rate).tan();
        let (low, high) = (warp(low), warp(high));
        let (width, centre) = (high - low, (low * high).sqrt());
        let poles = low_pass_poles(order).flat_map(|pole| split(pole, width, centre)).map(to_digital);
        let poles: Vec<Complex64> = poles.collect();
        // One zero at 1 and one at -1 an order.
        let zeros: Vec<f64> = std::iter::repeat_n([1.0, -1.0], order).flatten().collect();
        let zeros: Vec<Complex64> = zeros.into_iter().map(Complex64::from).collect();
        let (numerator, denominator) = (polynomial(&zeros), polynomial(&poles));
        let at_centre = Complex64::from_polar(1.0, -2.0 * (centre / 2.0).atan());
        let gain = (value(&denominator, at_centre) / value(&numerator, at_centre)).norm();
        let numerator: Vec<f64> = numerator.into_iter().map(|c| c * gain).collect();
        let settled = settled(&numerator, &denominator);
        Self { numerator, denominator, settled }
    }

    /// How many samples are added at either end, and the most that are too few to filter.
    #[must_use]
    pub fn padding(&self) -> usize {
        3 * self.denominator.len()
    }

    /// The signal through the filter forwards and backwards, its ends continued by their own mirror image.
    ///
    /// None if there are no more than [`Self::padding`] samples.
    #[must_use]
    pub fn both_ways(&self, signal: &[f64]) -> Option<Vec<f64>> {
        let padding = self.padding();
        let (&first, &last) = (signal.first()?, signal.last()?);
        if signal.len() <= padding {
            return None;
        }
        let before = signal[1..=padding].iter().rev().map(|x| 2.0 * first - x);
        let after = signal[signal.len() - 1 - padding..signal.len() - 1].iter().rev().map(|x| 2.0 * last - x);
        let mut extended: Vec<f64> = before.chain(signal.iter().copied()).chain(after).collect();
        for _ in 0..2 {
            self.run(&mut extended);
            extended.reverse();
        }
        Some(extended[padding..padding + signal.len()].to_vec())
    }

    /// Forwards, in place (direct form II, transposed), from what a constant of the first sample leaves.
    fn run(&self, signal: &mut [f64]) {
        let first = signal.first().copied().unwrap_or_default();
        let mut delays: Vec<f64> = self.settled.iter().map(|d| d * first).collect();
        for sample in signal {
            let input = *sample;
            *sample = self.numerator[0] * input + delays.first().copied().unwrap_or_default();
            for i in 0..delays.len() {
                let next = delays.get(i + 1).copied().unwrap_or_default();
                delays[i] = next + self.numerator[i + 1] * input - self.denominator[i + 1] * *sample;
            }
        }
    }
}

/// The poles of Butterworth's low-pass with its edge at 1.
fn low_pass_poles(order: usize) -> impl Iterator<Item = Complex64> {
    (0..order).map(move |k| {
        let angle = PI * (2 * k + order + 1) as f64 / (2 * order) as f64;
        Complex64::from_polar(1.0, angle)
    })
}

/// The two poles of the band that one of the low-pass turns into.
fn split(pole: Complex64, width: f64, centre: f64) -> [Complex64; 2] {
    let half = pole * (width / 2.0);
    let root = (half * half - centre * centre).sqrt();
    [half + root, half - root]
}

fn to_digital(pole: Complex64) -> Complex64 {
    (pole + 2.0) / (2.0 - pole)
}

/// The coefficients of the product of (1 - root z⁻¹), whose roots come in conjugate pairs.
fn polynomial(roots: &[Complex64]) -> Vec<f64> {
    let mut coefficients = vec![Complex64::from(1.0)];
    for root in roots {
        coefficients.push(Complex64::default());
        for i in (1..coefficients.len()).rev() {
            let before = coefficients[i - 1];
            coefficients[i] -= root * before;
        }
    }
    coefficients.into_iter().map(|c| c.re).collect()
}

fn value(coefficients: &[f64], z: Complex64) -> Complex64 {
    coefficients.iter().rev().fold(Complex64::default(), |sum, c| sum * z + c)
}

/// The delays of the transposed form at rest under a constant input of 1, by going through them from the last on.
fn settled(numerator: &[f64], denominator: &[f64]) -> Vec<f64> {
    let output = numerator.iter().sum::<f64>() / denominator.iter().sum::<f64>();
    let mut delays: Vec<f64> = Vec::with_capacity(numerator.len());
    for (b, a) in numerator.iter().zip(denominator).skip(1).rev() {
        let after = delays.last().copied().unwrap_or_default();
        delays.push(after + b - a * output);
    }
    delays.reverse();
    delays
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hertz: f64, rate: f64, count: usize) -> Vec<f64> {
        (0..count).map(|i| (2.0 * PI * hertz * i as f64 / rate).sin()).collect()
    }

    /// Root mean square of the middle half.
    fn level(signal: &[f64]) -> f64 {
        let middle = &signal[signal.len() / 4..3 * signal.len() / 4];
        (middle.iter().map(|x| x * x).sum::<f64>() / middle.len() as f64).sqrt()
    }

    #[test]
    fn what_lies_in_the_band_passes_and_the_rest_does_not() {
        let filter = BandPass::new(3, 0.7, 3.5, 30.0).unwrap();
        let through = |hertz| level(&filter.both_ways(&tone(hertz, 30.0, 900)).unwrap()) * 2.0_f64.sqrt();
        for hertz in [1.0, 1.6, 2.5] {
            assert!((through(hertz) - 1.0).abs() < 0.03, "{hertz}: {}", through(hertz));
        }
        // Half the power at the edges each way.
        assert!((through(0.7) - 0.5).abs() < 0.01 && (through(3.5) - 0.5).abs() < 0.01);
        assert!(through(0.1) < 1e-4 && through(10.0) < 1e-3);
    }

    #[test]
    fn a_constant_leaves_nothing() {
        let filter = BandPass::new(3, 0.7, 3.5, 30.0).unwrap();
        assert!(filter.both_ways(&[7.0; 100]).unwrap().iter().all(|x| x.abs() < 1e-9));
    }

    #[test]
    fn too_few_samples_and_no_bands_are_refused() {
        let filter = BandPass::new(3, 0.7, 2.5, 30.0).unwrap();
        assert_eq!(filter.padding(), 21);
        assert_eq!(filter.both_ways(&[1.0; 21]), None);
        assert!(filter.both_ways(&[1.0; 22]).is_some() && filter.both_ways(&[]).is_none());
        for (order, low, high, rate) in [
            (0, 0.7, 2.5, 30.0),
            (3, 0.0, 2.5, 30.0),
            (3, 2.5, 0.7, 30.0),
            (3, 0.7, 2.5, 1.0),
            (3, f64::NAN, 2.5, 30.0),
        ] {
            assert_eq!(BandPass::new(order, low, high, rate), None);
        }
    }
}
