//! The means that describe a recording's sound, and the order in which a network takes them.

use super::filters::{BANDS, CLASSES};
use serde::{Deserialize, Serialize};

/// Cepstral coefficients that are kept.
pub(super) const MFCCS: usize = 20;

/// Means over the spectra of a recording, by the definitions of librosa for 22,050 samples per second.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Columns {
    /// Strength of each pitch class, C first, beside the strongest of its moment, by filters of constant quality;
    /// each in [0, 1].
    pub chroma_cqt: [f64; CLASSES],
    /// The same from the power of short-time spectra.
    pub chroma_stft: [f64; CLASSES],
    /// Mel-frequency cepstral coefficients of the power in dB.
    pub mfcc: [f64; MFCCS],
    /// Peak over valley in dB, below 200 Hz and in six octaves above.
    pub contrast: [f64; BANDS],
    /// Centre of the magnitude spectrum in Hz.
    pub centroid: f64,
    /// Spread around it in Hz.
    pub bandwidth: f64,
    /// The frequency in Hz below which 85 % of the magnitude lies.
    pub rolloff: f64,
    /// Geometric over arithmetic mean of the power, in (0, 1].
    pub flatness: f64,
    /// Share of samples at which the sign changes, in [0, 1].
    pub zero_crossings: f64,
    /// Root mean square of the samples, full scale 1.
    pub rms: f64,
    /// Root of the spectrum's mean power, as older versions of librosa gave for "rmse".
    pub root_mean_power: f64,
    /// How far the instruments are tuned from 440 Hz, in semitones within [-0.5, 0.5).
    pub tuning: f64,
}

impl Columns {
    /// How many numbers [`Self::to_array`] gives.
    pub const COUNT: usize = 2 * CLASSES + MFCCS + BANDS + 8;

    /// All numbers, in the order of the fields.
    #[must_use]
    pub fn to_array(&self) -> [f64; Self::COUNT] {
        let rest = [
            self.centroid,
            self.bandwidth,
            self.rolloff,
            self.flatness,
            self.zero_crossings,
            self.rms,
            self.root_mean_power,
            self.tuning,
        ];
        let mut all = self
            .chroma_cqt
            .iter()
            .chain(&self.chroma_stft)
            .chain(&self.mfcc)
            .chain(&self.contrast)
            .chain(&rest);
        std::array::from_fn(|_| *all.next().unwrap_or(&0.0))
    }

    /// The columns from their numbers.
    #[must_use]
    pub fn from_array(numbers: [f64; Self::COUNT]) -> Self {
        let (stft, mfcc) = (CLASSES, 2 * CLASSES);
        let contrast = mfcc + MFCCS;
        let rest = contrast + BANDS;
        Self {
            chroma_cqt: std::array::from_fn(|i| numbers[i]),
            chroma_stft: std::array::from_fn(|i| numbers[stft + i]),
            mfcc: std::array::from_fn(|i| numbers[mfcc + i]),
            contrast: std::array::from_fn(|i| numbers[contrast + i]),
            centroid: numbers[rest],
            bandwidth: numbers[rest + 1],
            rolloff: numbers[rest + 2],
            flatness: numbers[rest + 3],
            zero_crossings: numbers[rest + 4],
            rms: numbers[rest + 5],
            root_mean_power: numbers[rest + 6],
            tuning: numbers[rest + 7],
        }
    }

    /// How many numbers the network takes.
    pub const INPUTS: usize = CLASSES + MFCCS + BANDS + 5;

    /// What the network takes, unscaled: pitch classes, cepstrum, contrast, root mean power, bandwidth, centroid,
    /// rolloff, zero crossings; the order of `training/audio/table.py`.
    #[must_use]
    pub fn inputs(&self) -> [f32; Self::INPUTS] {
        let rest = [self.root_mean_power, self.bandwidth, self.centroid, self.rolloff, self.zero_crossings];
        let mut all = self.chroma_cqt.iter().chain(&self.mfcc).chain(&self.contrast).chain(&rest);
        std::array::from_fn(|_| *all.next().unwrap_or(&0.0) as f32)
    }
}
