//! The features of up to half a minute of one channel at 22,050 samples per second.

use super::columns::{Columns, MFCCS};
use super::cqt::ConstantQ;
use super::filters::{BANDS, CLASSES, Chroma, MELS, Mel, contrast_bands};
use super::shape::{Shape, peaks_and_valleys, shape};
use super::spectrum::Spectra;
use super::tuning::tuning;
use super::{BINS, FFT, HOP};

/// The lowest power that counts, and how far below a clip's loudest moment anything still does, in dB.
const FLOOR: f32 = 1e-10;
const DEPTH: f32 = 80.0;

/// Samples this close to 0 have no sign.
const NO_SIGN: f32 = 1e-10;

/// What one clip says.
#[derive(Debug, Clone)]
pub(super) struct Clip {
    /// How many spectra were averaged.
    pub(super) frames: usize,
    /// Means over them.
    pub(super) columns: Columns,
    /// Rise of loudness from spectrum to spectrum, averaged over mel bands, in dB.
    pub(super) onsets: Vec<f32>,
}

/// Filter banks, plans and rooms, made once for all clips of a recording.
pub(super) struct Analyser {
    spectra: Spectra,
    mel: Mel,
    chroma: Chroma,
    constant_q: ConstantQ,
    bands: [(std::ops::Range<usize>, usize); BANDS],
    cosines: Vec<Vec<f32>>,
    power: Vec<f32>,
    decibels: Vec<f32>,
}

impl Analyser {
    pub(super) fn new() -> Self {
        Self {
            spectra: Spectra::new(),
            mel: Mel::new(),
            chroma: Chroma::new(0),
            constant_q: ConstantQ::new(0),
            bands: contrast_bands(),
            cosines: cosines(),
            power: Vec::new(),
            decibels: Vec::new(),
        }
    }

    /// Means over a clip; the clip is not empty.
    pub(super) fn analyse(&mut self, samples: &[f32]) -> Clip {
        self.spectra.power(samples, &mut self.power);
        let frames = self.power.len() / BINS;
        let mut columns = Columns::default();
        self.shapes(&mut columns);
        self.pitch_classes(&mut columns);
        self.mel_decibels();
        self.cepstrum(&mut columns);
        self.tones(samples, &mut columns);
        columns.zero_crossings = zero_crossings(samples, frames);
        columns.rms = rms(samples, frames);
        Clip { frames, columns, onsets: self.onsets() }
    }

    /// Centroid, bandwidth, rolloff, flatness, root mean power and contrast.
    fn shapes(&mut self, columns: &mut Columns) {
        let (mut magnitude, mut room) = (vec![0.0; BINS], Vec::new());
        let (mut sum, mut pairs) = (Shape::default(), Vec::new());
        for power in self.power.chunks_exact(BINS) {
            magnitude.iter_mut().zip(power).for_each(|(m, p)| *m = p.sqrt());
            let one = shape(power, &magnitude);
            sum.centroid += one.centroid;
            sum.bandwidth += one.bandwidth;
            sum.rolloff += one.rolloff;
            sum.flatness += one.flatness;
            sum.root_mean_power += one.root_mean_power;
            pairs.push(peaks_and_valleys(&magnitude, &self.bands, &mut room));
        }
        let count = pairs.len() as f64;
        columns.centroid = sum.centroid / count;
        columns.bandwidth = sum.bandwidth / count;
        columns.rolloff = sum.rolloff / count;
        columns.flatness = sum.flatness / count;
        columns.root_mean_power = sum.root_mean_power / count;
        let (peaks, valleys): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let (peaks, valleys) = (band_means(peaks), band_means(valleys));
        columns.contrast = std::array::from_fn(|k| peaks[k] - valleys[k]);
    }

    fn pitch_classes(&mut self, columns: &mut Columns) {
        let tuning = tuning(self.power.chunks_exact(BINS));
        if tuning != self.chroma.tuning {
            self.chroma = Chroma::new(tuning);
        }
        let (mut sum, mut classes) = ([0.0; CLASSES], [0.0; CLASSES]);
        for power in self.power.chunks_exact(BINS) {
            self.chroma.apply(power, &mut classes);
            sum.iter_mut().zip(classes).for_each(|(s, c)| *s += f64::from(c));
        }
        let frames = (self.power.len() / BINS) as f64;
        columns.chroma_stft = sum.map(|s| s / frames);
    }

    /// Turns the power into magnitudes, which the tuning of tones is defined by; so this comes last of all spectra.
    fn tones(&mut self, samples: &[f32], columns: &mut Columns) {
        self.power.iter_mut().for_each(|p| *p = p.sqrt());
        let tuning = tuning(self.power.chunks_exact(BINS));
        if tuning != self.constant_q.tuning {
            self.constant_q = ConstantQ::new(tuning);
        }
        columns.chroma_cqt = self.constant_q.chroma(samples);
        columns.tuning = f64::from(tuning) / 100.0;
    }

    fn mel_decibels(&mut self) {
        self.decibels.resize(self.power.len() / BINS * MELS, 0.0);
        for (power, bands) in self.power.chunks_exact(BINS).zip(self.decibels.chunks_exact_mut(MELS)) {
            self.mel.apply(power, bands);
        }
        to_decibels(&mut self.decibels);
    }

    fn cepstrum(&self, columns: &mut Columns) {
        // The transform is linear: that of the mean spectrum is the mean of the transforms.
        let mut mean = [0.0_f64; MELS];
        for bands in self.decibels.chunks_exact(MELS) {
            mean.iter_mut().zip(bands).for_each(|(m, &b)| *m += f64::from(b));
        }
        let frames = (self.decibels.len() / MELS) as f64;
        for (coefficient, cosines) in columns.mfcc.iter_mut().zip(&self.cosines) {
            *coefficient = cosines.iter().zip(mean).map(|(&c, m)| f64::from(c) * m / frames).sum();
        }
    }

    /// The envelope starts with zeros for the spectra that reach before the beginning.
    fn onsets(&self) -> Vec<f32> {
        let frames = self.decibels.len() / MELS;
        let mut envelope = vec![0.0; frames];
        let lead = 1 + FFT / (2 * HOP);
        let rises = self.decibels.chunks_exact(MELS).zip(self.decibels.chunks_exact(MELS).skip(1));
        for (place, (before, after)) in envelope.iter_mut().skip(lead).zip(rises) {
            let rise: f32 = before.iter().zip(after).map(|(b, a)| (a - b).max(0.0)).sum();
            *place = rise / MELS as f32;
        }
        envelope
    }
}

/// The first rows of the orthonormal cosine transform of type II.
fn cosines() -> Vec<Vec<f32>> {
    let n = MELS as f64;
    let row = |k: usize| {
        let scale = if k == 0 { (1.0 / n).sqrt() } else { (2.0 / n).sqrt() };
        let angle = |i: usize| std::f64::consts::PI * (i as f64 + 0.5) * k as f64 / n;
        (0..MELS).map(|i| (scale * angle(i).cos()) as f32).collect()
    };
    (0..MFCCS).map(row).collect()
}

/// Power to decibels, none more than [`DEPTH`] below the greatest.
fn to_decibels(values: &mut [f32]) {
    let mut most = f32::NEG_INFINITY;
    for value in values.iter_mut() {
        *value = 10.0 * value.max(FLOOR).log10();
        most = most.max(*value);
    }
    for value in values {
        *value = value.max(most - DEPTH);
    }
}

/// Means over time, in decibels, of the magnitudes of contrast bands.
fn band_means(mut bands: Vec<[f32; BANDS]>) -> [f64; BANDS] {
    to_decibels(bands.as_flattened_mut());
    let count = bands.len() as f64;
    std::array::from_fn(|k| bands.iter().map(|b| f64::from(b[k])).sum::<f64>() / count)
}

/// The mean share of samples whose sign differs from the one before, over frames that repeat the edges.
fn zero_crossings(samples: &[f32], frames: usize) -> f64 {
    let negative = |x: f32| x < -NO_SIGN;
    let mut until = Vec::with_capacity(samples.len() + 1);
    until.push(0u32);
    let mut count = 0;
    for (i, &x) in samples.iter().enumerate() {
        count += u32::from(i > 0 && negative(x) != negative(samples[i - 1]));
        until.push(count);
    }
    let mut sum = 0.0;
    for frame in 0..frames {
        let centre = frame * HOP;
        // The first sample of a frame has none before it.
        let start = (centre + 1).saturating_sub(FFT / 2).min(samples.len());
        let end = (centre + FFT / 2).min(samples.len());
        sum += f64::from(until[end] - until[start.min(end)]) / FFT as f64;
    }
    sum / frames as f64
}

/// The mean over frames of the root mean square, silence around.
fn rms(samples: &[f32], frames: usize) -> f64 {
    let mut until = Vec::with_capacity(samples.len() + 1);
    until.push(0.0_f64);
    let mut sum = 0.0;
    for &x in samples {
        sum += f64::from(x).powi(2);
        until.push(sum);
    }
    let frame = |i: usize| {
        let (start, end) = ((i * HOP).saturating_sub(FFT / 2), (i * HOP + FFT / 2).min(samples.len()));
        ((until[end] - until[start.min(end)]).max(0.0) / FFT as f64).sqrt()
    };
    (0..frames).map(frame).sum::<f64>() / frames as f64
}
