//! From colours to a pulse signal: two methods from the literature, both over windows of 1.6 s that are added up.

use super::Colour;
use super::filter::BandPass;

/// Seconds of a window that a method looks at: one beat of 38 a minute.
const WINDOW_SECONDS: f64 = 1.6;

/// Keeps a division by the deviation of a constant from failing.
const TINY: f64 = 1e-12;

/// A method that makes a pulse signal of colours at even distances, given how many there are a second.
pub type Method = fn(&[Colour], f64) -> Vec<f64>;

/// POS, the plane orthogonal to the skin (Wang, den Brinker, Stuijk and de Haan 2017, algorithm 1): as many samples
/// as colours. All zero if there are fewer than a window of 1.6 s.
#[must_use]
pub fn pos(colours: &[Colour], rate: f64) -> Vec<f64> {
    let mut pulse = vec![0.0; colours.len()];
    let Some(length) = window_length(rate) else { return pulse };
    let (mut first, mut second) = (Vec::with_capacity(length), Vec::with_capacity(length));
    for (start, window) in colours.windows(length).enumerate() {
        let to_even = even_scale(window);
        first.clear();
        second.clear();
        for colour in window {
            let [r, g, b] = [0, 1, 2].map(|c| colour[c] * to_even[c]);
            first.push(g - b);
            second.push(g + b - 2.0 * r);
        }
        let ratio = deviation(&first) / (deviation(&second) + TINY);
        let middle = mean(&first) + ratio * mean(&second);
        for (out, (a, b)) in pulse[start..].iter_mut().zip(first.iter().zip(&second)) {
            *out += a + ratio * b - middle;
        }
    }
    pulse
}

/// CHROM, from differences of chrominance (de Haan and Jeanne 2013): as many samples as colours, windows that overlap
/// by half under a Hann taper. Where a window has too few samples for its band-pass, it goes without.
#[must_use]
pub fn chrom(colours: &[Colour], rate: f64) -> Vec<f64> {
    let mut pulse = vec![0.0; colours.len()];
    let Some(length) = window_length(rate).map(|l| l + l % 2) else { return pulse };
    let filter = BandPass::new(3, 0.7, 2.5, rate);
    let band_pass = |x: Vec<f64>| filter.as_ref().and_then(|f| f.both_ways(&x)).unwrap_or(x);
    let taper = hann(length);
    for (start, window) in colours.windows(length).enumerate().step_by(length / 2) {
        let even = normalised(window);
        let first = band_pass(centred(even.iter().map(|[r, g, _]| 3.0 * r - 2.0 * g).collect()));
        let second = band_pass(centred(even.iter().map(|[r, g, b]| 1.5 * r + g - 1.5 * b).collect()));
        let ratio = deviation(&first) / (deviation(&second) + TINY);
        let difference = centred(first.iter().zip(&second).map(|(a, b)| a - ratio * b).collect());
        for ((out, x), weight) in pulse[start..].iter_mut().zip(&difference).zip(&taper) {
            *out += x * weight;
        }
    }
    pulse
}

/// Samples in a window; none where that is no number of samples.
fn window_length(rate: f64) -> Option<usize> {
    let length = (WINDOW_SECONDS * rate).ceil();
    (2.0..1e6).contains(&length).then_some(length as usize)
}

/// What each channel is multiplied by to have a mean of 1, so that light and camera drop out.
fn even_scale(window: &[Colour]) -> Colour {
    let sums = window.iter().fold([0.0; 3], |sum, colour| [0, 1, 2].map(|c| sum[c] + colour[c]));
    sums.map(|sum| window.len() as f64 / sum)
}

/// The colours with a mean of 1 in each channel.
fn normalised(window: &[Colour]) -> Vec<Colour> {
    let to_even = even_scale(window);
    window.iter().map(|colour| [0, 1, 2].map(|c| colour[c] * to_even[c])).collect()
}

/// Hann's taper, zero at both ends.
pub(super) fn hann(length: usize) -> Vec<f64> {
    let last = length.saturating_sub(1).max(1) as f64;
    (0..length).map(|i| 0.5 - 0.5 * (2.0 * std::f64::consts::PI * i as f64 / last).cos()).collect()
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

pub(super) fn centred(values: Vec<f64>) -> Vec<f64> {
    let mean = mean(&values);
    values.into_iter().map(|x| x - mean).collect()
}

/// The standard deviation, of all there is.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_light_alone_leaves_nothing() {
        let lit: Vec<Colour> = (0..300)
            .map(|i| 1.0 + 0.1 * (f64::from(i) / 5.0).sin())
            .map(|l| [150.0 * l, 110.0 * l, 90.0 * l])
            .collect();
        assert!(pos(&lit, 30.0).iter().all(|x| x.abs() < 1e-9));
    }

    #[test]
    fn too_little_to_look_at_gives_silence() {
        for method in [pos, chrom] {
            assert_eq!(method(&[[1.0; 3]; 47], 30.0), [0.0; 47]);
            assert_eq!(method(&[], 30.0), [0.0; 0]);
            assert_eq!(method(&[[1.0; 3]; 3], f64::NAN), [0.0; 3]);
            assert_eq!(method(&[[1.0; 3]; 3], 0.0), [0.0; 3]);
        }
    }
}
