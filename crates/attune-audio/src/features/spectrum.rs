//! Short-time spectra: 2,048 samples under a Hann window every 512, as librosa takes them.

use super::{BINS, FFT, HOP};
use attune_fft::{Complex, RealToComplex};
use std::f64::consts::TAU;
use std::sync::Arc;

/// Plans and rooms for spectra.
pub(super) struct Spectra {
    fft: Arc<dyn RealToComplex<f32>>,
    window: Vec<f32>,
    frame: Vec<f32>,
    bins: Vec<Complex<f32>>,
    scratch: Vec<Complex<f32>>,
}

impl Spectra {
    pub(super) fn new() -> Self {
        let fft = attune_fft::forward(FFT);
        let window = (0..FFT).map(|i| (0.5 - 0.5 * (TAU * i as f64 / FFT as f64).cos()) as f32).collect();
        Self {
            frame: fft.make_input_vec(),
            bins: fft.make_output_vec(),
            scratch: fft.make_scratch_vec(),
            window,
            fft,
        }
    }

    /// The power spectra of `samples`, [`BINS`] numbers each, centred on every [`HOP`]th sample, silence around.
    pub(super) fn power(&mut self, samples: &[f32], out: &mut Vec<f32>) {
        out.clear();
        for centre in (0..=samples.len()).step_by(HOP) {
            self.fill(samples, centre);
            // Rooms of the plan's own making always fit.
            if self.fft.process_with_scratch(&mut self.frame, &mut self.bins, &mut self.scratch).is_err() {
                self.bins.fill(Complex::new(0.0, 0.0));
            }
            out.extend(self.bins.iter().map(Complex::norm_sqr));
        }
        debug_assert_eq!(out.len() % BINS, 0);
    }

    fn fill(&mut self, samples: &[f32], centre: usize) {
        let (before, after) = (FFT / 2 - (FFT / 2).min(centre), (centre + FFT / 2).min(samples.len()));
        let source = &samples[centre.saturating_sub(FFT / 2)..after];
        self.frame.fill(0.0);
        let room = &mut self.frame[before..before + source.len()];
        for ((place, &sample), &weight) in room.iter_mut().zip(source).zip(&self.window[before..]) {
            *place = sample * weight;
        }
    }
}
