//! Features of a stretch of speech, as `training/voice/reference.py` states them.
//!
//! 43 channels a frame of 25 ms, every 10 ms: 40 logarithmic mel bands relative to the level of the active frames, how
//! voiced the frame is, and its pitch twice (from 200 Hz, and from the stretch's own mean). All arithmetic is in double
//! precision; the numbers agree with the reference's to 1e-3 (`training/voice/features.golden.json`).

mod bands;
mod pitch;
#[cfg(test)]
mod tests;

use bands::Bands;
use pitch::Yin;

/// Samples a second that everything here is about.
pub const RATE: u32 = 16_000;
/// Samples of a frame.
pub(crate) const FRAME: usize = 400;
/// Samples from one frame to the next.
pub(crate) const HOP: usize = 160;
/// Numbers a frame.
pub const CHANNELS: usize = bands::BANDS + 3;

/// Added to energies before their logarithm.
const TINY: f64 = 1e-9;
/// A frame is active within so many dB of the loudest (the 95th percentile).
const ACTIVE: f64 = 35.0;
/// Frames kept around what is active.
const MARGIN: usize = 10;
/// The least level of a band in dB, and how levels become numbers around 0.
const FLOOR: f64 = -60.0;
const CENTRE: f64 = 30.0;
const UNIT: f64 = 15.0;
/// The pitch that counts as 0, in Hz.
const MIDDLE: f64 = 200.0;
/// Aperiodicity from which a frame is not voiced at all, and how far below it is voiced in full.
const APERIODIC: f64 = 0.45;
const PERIODIC_WITHIN: f64 = 0.35;

/// The features of one stretch.
#[derive(Debug, Clone, PartialEq)]
pub struct Features {
    values: Vec<f32>,
}

impl Features {
    /// The number of frames, at least 1.
    #[must_use]
    pub fn frames(&self) -> usize {
        self.values.len() / CHANNELS
    }

    /// All numbers, frame after frame, [`CHANNELS`] each.
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// How voiced each frame is, in [0, 1], and its pitch in octaves from 200 Hz (0 where it is not voiced).
    pub fn pitch(&self) -> impl Iterator<Item = (f32, f32)> + '_ {
        self.values.chunks_exact(CHANNELS).map(|frame| {
            let (voiced, weighted) = (frame[bands::BANDS], frame[bands::BANDS + 1]);
            (voiced, if voiced > 0.0 { weighted / voiced } else { 0.0 })
        })
    }
}

/// Computes features; keeps its tables and buffers from one stretch to the next.
pub struct Extractor {
    bands: Bands,
    yin: Yin,
}

impl Default for Extractor {
    fn default() -> Self {
        Self { bands: Bands::new(), yin: Yin::new() }
    }
}

impl Extractor {
    /// The features of mono samples in [-1, 1] at [`RATE`]; none below one frame of 25 ms.
    pub fn features(&mut self, samples: &[f32]) -> Option<Features> {
        let energies = self.bands.energies(samples);
        let levels: Vec<f64> = energies.iter().map(|e| decibels(e.iter().sum())).collect();
        let kept = Kept::of(&levels)?;
        let frames = kept.first..kept.end;
        let tones: Vec<Tone> = frames.clone().map(|t| self.tone(samples, t)).collect();
        let voiced: f64 = tones.iter().map(|t| t.voiced).sum();
        let height: f64 = tones.iter().map(|t| t.voiced * t.height).sum();
        let centre = if voiced >= 1.0 { height / voiced } else { 0.0 };
        let mut values = Vec::with_capacity(tones.len() * CHANNELS);
        for (energy, tone) in energies[frames].iter().zip(&tones) {
            values.extend(energy.iter().map(|&e| scaled(e, kept.level)));
            let numbers = [tone.voiced, tone.voiced * tone.height, tone.voiced * (tone.height - centre)];
            values.extend(numbers.map(|x| x as f32));
        }
        Some(Features { values })
    }

    fn tone(&mut self, samples: &[f32], frame: usize) -> Tone {
        let (frequency, aperiodicity) = self.yin.pitch(samples, frame);
        let voiced = ((APERIODIC - aperiodicity) / PERIODIC_WITHIN).clamp(0.0, 1.0);
        Tone { voiced, height: (frequency / MIDDLE).log2() }
    }
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// The pitch of one frame: how voiced in [0, 1], and octaves from 200 Hz.
struct Tone {
    voiced: f64,
    height: f64,
}

/// The frames that are kept, and the level in dB of the active ones among them.
struct Kept {
    first: usize,
    end: usize,
    level: f64,
}

impl Kept {
    fn of(levels: &[f64]) -> Option<Self> {
        let least = percentile(levels, 0.95)? - ACTIVE;
        let active = |level: &f64| *level > least;
        let (start, stop) = (levels.iter().position(active)?, levels.iter().rposition(active)?);
        let (first, end) = (start.saturating_sub(MARGIN), (stop + MARGIN + 1).min(levels.len()));
        let powers: Vec<f64> =
            levels[first..end].iter().filter(|l| active(l)).map(|l| 10_f64.powf(l / 10.0)).collect();
        let level = 10.0 * (powers.iter().sum::<f64>() / powers.len() as f64).log10();
        Some(Self { first, end, level })
    }
}

/// The value at this share of the sorted ones, between neighbours by straight lines; none of nothing.
fn percentile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = share * last as f64;
    let low = place as usize;
    let (below, above) = (sorted[low], sorted[(low + 1).min(last)]);
    Some(below + (above - below) * (place - low as f64))
}

fn decibels(energy: f64) -> f64 {
    10.0 * (energy + TINY).log10()
}

fn scaled(energy: f64, level: f64) -> f32 {
    (((decibels(energy) - level).max(FLOOR) + CENTRE) / UNIT) as f32
}
