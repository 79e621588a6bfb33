//! Energies in mel bands.

use super::{FRAME, HOP, RATE};
use attune_fft::{Complex, RealToComplex};
use std::f64::consts::TAU;
use std::sync::Arc;

/// Bands a frame.
pub(super) const BANDS: usize = 40;
/// The lowest and highest frequency of a band, in Hz.
const LOWEST: f64 = 60.0;
const HIGHEST: f64 = 7_600.0;
/// Points of the transform.
const POINTS: usize = 512;

/// One band: its weights, and the first bin that has one.
struct Triangle {
    first: usize,
    weights: Vec<f64>,
}

/// Tables and buffers.
pub(super) struct Bands {
    transform: Arc<dyn RealToComplex<f64>>,
    window: Vec<f64>,
    triangles: Vec<Triangle>,
    input: Vec<f64>,
    spectrum: Vec<Complex<f64>>,
    scratch: Vec<Complex<f64>>,
    powers: Vec<f64>,
}

impl Bands {
    pub(super) fn new() -> Self {
        let transform = attune_fft::forward_double(POINTS);
        let hann = |n: usize| 0.5 - 0.5 * (TAU * n as f64 / FRAME as f64).cos();
        Self {
            window: (0..FRAME).map(hann).collect(),
            triangles: triangles(),
            input: vec![0.0; POINTS],
            spectrum: transform.make_output_vec(),
            scratch: transform.make_scratch_vec(),
            powers: vec![0.0; POINTS / 2 + 1],
            transform,
        }
    }

    /// The energy in each band of each frame.
    pub(super) fn energies(&mut self, samples: &[f32]) -> Vec<[f64; BANDS]> {
        samples.windows(FRAME).step_by(HOP).map(|frame| self.energy(frame)).collect()
    }

    fn energy(&mut self, frame: &[f32]) -> [f64; BANDS] {
        self.input.fill(0.0);
        for ((to, x), w) in self.input.iter_mut().zip(frame).zip(&self.window) {
            *to = f64::from(*x) * w;
        }
        let done =
            self.transform.process_with_scratch(&mut self.input, &mut self.spectrum, &mut self.scratch);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        for (power, bin) in self.powers.iter_mut().zip(&self.spectrum) {
            *power = bin.norm_sqr();
        }
        std::array::from_fn(|band| {
            let triangle = &self.triangles[band];
            self.powers[triangle.first..].iter().zip(&triangle.weights).map(|(p, w)| p * w).sum()
        })
    }
}

/// The mel scale in the form of O'Shaughnessy (1987).
fn mel(hertz: f64) -> f64 {
    2_595.0 * (1.0 + hertz / 700.0).log10()
}

fn triangles() -> Vec<Triangle> {
    let (low, high) = (mel(LOWEST), mel(HIGHEST));
    let corner = |i: usize| {
        let m = low + (high - low) * i as f64 / (BANDS + 1) as f64;
        700.0 * (10_f64.powf(m / 2_595.0) - 1.0)
    };
    let place = |k: usize| k as f64 * f64::from(RATE) / POINTS as f64;
    let band = |b: usize| {
        let (left, middle, right) = (corner(b), corner(b + 1), corner(b + 2));
        let weight =
            |k: usize| ((place(k) - left) / (middle - left)).min((right - place(k)) / (right - middle));
        let inside = (0..=POINTS / 2).filter(|&k| weight(k) > 0.0);
        let first = inside.clone().next().unwrap_or(0);
        Triangle { first, weights: inside.map(weight).collect() }
    };
    (0..BANDS).map(band).collect()
}
