//! The part of a track that has one size.

use super::TrackRef;
use crate::{Affect, AffectEstimate};

/// Steps of a kept number of a belief in 1: decimals of up to nine places are kept as they are.
const STEPS: f64 = 1e9;
/// No year, no popularity.
const NO_YEAR: i16 = i16::MIN;
const NO_POPULARITY: u8 = u8::MAX;

/// The number of a name, counted from one, so that none costs nothing.
pub(super) type NameNumber = std::num::NonZeroU32;

/// Numbers of one track, and where its texts are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    belief: Belief,
    duration_ms: Option<std::num::NonZeroU32>,
    /// Not a number where it is unknown.
    tempo: f32,
    pub(super) artist: u32,
    pub(super) album: Option<NameNumber>,
    pub(super) kind: u32,
    year: i16,
    popularity: u8,
}

/// An [`AffectEstimate`] in half its size: valence, arousal and their standard deviations in billionths. Deviations above 2.1
/// would be kept as 2.1.
#[derive(Debug, Clone, Copy)]
struct Belief([i32; 4]);

impl Row {
    pub(super) fn new(track: &TrackRef<'_>, artist: u32, album: Option<NameNumber>, kind: u32) -> Self {
        Self {
            belief: Belief::of(&track.estimate),
            duration_ms: track.duration_ms.and_then(|ms| std::num::NonZeroU32::new(ms.saturating_add(1))),
            tempo: track.tempo.unwrap_or(f32::NAN),
            artist,
            album,
            kind,
            year: track.year.unwrap_or(NO_YEAR),
            popularity: track.popularity.unwrap_or(NO_POPULARITY),
        }
    }

    pub(super) fn estimate(&self) -> AffectEstimate {
        self.belief.estimate()
    }

    pub(super) fn believe(&mut self, estimate: &AffectEstimate) {
        self.belief = Belief::of(estimate);
    }

    pub(super) fn duration_ms(&self) -> Option<u32> {
        self.duration_ms.map(|after| after.get() - 1)
    }

    pub(super) fn tempo(&self) -> Option<f32> {
        (!self.tempo.is_nan()).then_some(self.tempo)
    }

    pub(super) fn year(&self) -> Option<i16> {
        (self.year != NO_YEAR).then_some(self.year)
    }

    pub(super) fn popularity(&self) -> Option<u8> {
        (self.popularity != NO_POPULARITY).then_some(self.popularity)
    }
}

impl Belief {
    fn of(e: &AffectEstimate) -> Self {
        Self([e.mean.valence, e.mean.arousal, e.sd_valence, e.sd_arousal].map(|x| (x * STEPS).round() as i32))
    }

    fn estimate(self) -> AffectEstimate {
        let [valence, arousal, sd_valence, sd_arousal] = self.0.map(|steps| f64::from(steps) / STEPS);
        AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beliefs_are_kept_to_the_billionth_and_decimals_as_they_are() {
        for x in [0.0, 1.0, -1.0, 0.1, -0.7, 0.123_456_789, 1.0 / 3.0, -std::f64::consts::FRAC_1_SQRT_2] {
            let e = AffectEstimate::new(Affect::new(x, -x), 0.3, x.abs().max(0.01));
            let kept = Belief::of(&e).estimate();
            let off = (kept.mean.valence - x).abs().max((kept.sd_arousal - e.sd_arousal).abs());
            assert!(off <= 0.5 / STEPS, "{x}: {off}");
            assert!(kept == e || (x * STEPS).fract() != 0.0, "{x}");
        }
    }

    #[test]
    fn a_row_is_small() {
        assert!(size_of::<Row>() <= 40, "{}", size_of::<Row>());
    }
}
