//! Sums over an artist's tracks, from which one track can be taken out again.

use super::ARTIST_SHARE;
use attune_core::{Affect, AffectEstimate, TrackAffect};

/// Precision-weighted sums on the two axes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sums {
    tracks: u32,
    valence: Axis,
    arousal: Axis,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Axis {
    weight: f64,
    sum: f64,
}

impl Sums {
    pub(super) fn add(&mut self, track: Option<&AffectEstimate>) {
        let Some(e) = track else { return };
        self.tracks += 1;
        self.valence.add(e.mean.valence, e.sd_valence, 1.0);
        self.arousal.add(e.mean.arousal, e.sd_arousal, 1.0);
    }

    /// Takes a track out that was added. Where there is none to take out, nothing happens.
    pub(super) fn remove(&mut self, track: Option<&AffectEstimate>) {
        let Some(e) = track else { return };
        if self.tracks <= 1 {
            *self = Self::default();
            return;
        }
        self.tracks -= 1;
        self.valence.add(e.mean.valence, e.sd_valence, -1.0);
        self.arousal.add(e.mean.arousal, e.sd_arousal, -1.0);
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            tracks: self.tracks + other.tracks,
            valence: self.valence.and(other.valence),
            arousal: self.arousal.and(other.arousal),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tracks == 0
    }
}

impl Axis {
    /// Adds (or with -1 takes out) a track's belief. As a belief of its own it contains music at large once; what
    /// is beyond that is what it says about the artist, blurred by how one artist's tracks differ.
    fn add(&mut self, mean: f64, sd: f64, sign: f64) {
        let at_large = TrackAffect::UNKNOWN_SD.powi(-2);
        let precision = sd.powi(-2);
        let said = precision - at_large;
        if said <= at_large * 1e-6 {
            return;
        }
        let variance = (1.0 - ARTIST_SHARE) / at_large + 1.0 / said;
        self.weight += sign / variance;
        self.sum += sign * mean * precision / said / variance;
    }

    fn and(self, other: Self) -> Self {
        Self { weight: self.weight + other.weight, sum: self.sum + other.sum }
    }
}

/// What to believe of a further track of an artist with these tracks, of whom `expected` would be believed without
/// them. Without tracks that is `expected`.
pub(super) fn within(expected: &AffectEstimate, tracks: &Sums) -> AffectEstimate {
    let (valence, sd_valence) = axis(expected.mean.valence, expected.sd_valence, tracks.valence);
    let (arousal, sd_arousal) = axis(expected.mean.arousal, expected.sd_arousal, tracks.arousal);
    AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)
}

fn axis(mean: f64, sd: f64, tracks: Axis) -> (f64, f64) {
    let between = (ARTIST_SHARE * sd * sd).recip();
    // Taking out may leave a rounding error under nothing.
    let weight = tracks.weight.max(0.0);
    let artist = (mean * between + tracks.sum) / (between + weight);
    let variance = (1.0 - ARTIST_SHARE) * sd * sd + (between + weight).recip();
    (artist, variance.sqrt())
}
