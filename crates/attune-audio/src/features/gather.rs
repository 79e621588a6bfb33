//! Clips of half a minute gathered into the features of a recording.

use super::clip::Analyser;
use super::columns::Columns;
use super::key::key;
use super::rhythm::Rhythm;
use super::{FEATURES_VERSION, Features};
use crate::Loudness;
use crate::mono::RATE;

/// Half a minute.
const CLIP: usize = 30 * RATE;

/// A last clip shorter than this joins nothing and counts only if there is no other.
const SHORT: usize = 5 * RATE;

/// A clip whose root mean square lies below this (-70 dB) is silence: its spectra are only noise of the coding.
const SILENT: f64 = 3.2e-4;

/// Takes samples of one channel at 22,050 per second as they come.
pub struct Gatherer {
    analyser: Analyser,
    rhythm: Rhythm,
    waiting: Vec<f32>,
    sums: [f64; Columns::COUNT],
    weight: f64,
}

impl std::fmt::Debug for Gatherer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gatherer").field("waiting", &self.waiting.len()).finish_non_exhaustive()
    }
}

impl Default for Gatherer {
    fn default() -> Self {
        Self {
            analyser: Analyser::new(),
            rhythm: Rhythm::new(),
            waiting: Vec::new(),
            sums: [0.0; Columns::COUNT],
            weight: 0.0,
        }
    }
}

impl Gatherer {
    /// Where the next samples are to be appended; [`Self::take`] then looks at what has come together.
    pub fn waiting(&mut self) -> &mut Vec<f32> {
        &mut self.waiting
    }

    /// Measures every full clip.
    pub fn take(&mut self) {
        while self.waiting.len() >= CLIP {
            let rest = self.waiting.split_off(CLIP);
            let clip = std::mem::replace(&mut self.waiting, rest);
            self.measure(&clip);
        }
    }

    /// Measures what is left and gives the features; `seconds` and `loudness` come from elsewhere.
    #[must_use]
    pub fn finish(mut self, seconds: f64, loudness: Loudness) -> Features {
        self.take();
        let rest = std::mem::take(&mut self.waiting);
        if !rest.is_empty() && (rest.len() >= SHORT || self.weight == 0.0) {
            self.measure(&rest);
        }
        let columns = (self.weight > 0.0).then(|| Columns::from_array(self.sums.map(|s| s / self.weight)));
        Features {
            version: FEATURES_VERSION,
            seconds,
            loudness,
            onset_rate: self.rhythm.onset_rate(),
            tempo: self.rhythm.tempo(),
            key: columns.as_ref().and_then(|c| key(&c.chroma_cqt)),
            columns,
        }
    }

    fn measure(&mut self, samples: &[f32]) {
        let clip = self.analyser.analyse(samples);
        if clip.columns.rms < SILENT {
            return;
        }
        self.rhythm.push(&clip.onsets);
        let weight = clip.frames as f64;
        self.weight += weight;
        self.sums.iter_mut().zip(clip.columns.to_array()).for_each(|(s, x)| *s += weight * x);
    }
}
