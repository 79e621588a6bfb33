//! One track in the compact form that scoring runs over.

use crate::taste::offsets::Offset;
use crate::taste::{Facts, NONE};
use crate::{Affect, AffectEstimate, Timestamp, TrackId, TrackRef};

/// Nobody is credited: nothing connects such tracks with each other.
pub(super) const NO_ARTIST: u32 = u32::MAX;
/// Nobody is credited beside the main artist.
pub(super) const NO_GUESTS: u32 = u32::MAX;

/// Who is credited for a track, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Billed {
    pub(super) artist: u32,
    pub(super) guests: u32,
}

impl Billed {
    pub(super) const NOBODY: Self = Self { artist: NO_ARTIST, guests: NO_GUESTS };
}

/// What scoring needs of one track, in 56 bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and a row is kept small")]
pub struct Row {
    /// Expected valence, in [-1, 1].
    pub valence: f32,
    /// Expected arousal, in [-1, 1].
    pub arousal: f32,
    /// Variance of the valence.
    pub var_valence: f32,
    /// Variance of the arousal.
    pub var_arousal: f32,
    /// The main artist; see [`Pool::share_an_artist`](super::Pool::share_an_artist).
    pub artist: u32,
    /// Who else is credited.
    pub(super) guests: u32,
    /// Which genre word.
    pub(super) genre: u16,
    /// Everything else that taste can see.
    pub facts: Facts,
    /// When it was last played; the smallest timestamp if never.
    pub last_played: Timestamp,
    /// Expected effect of the track itself, and its variance.
    pub(super) effect: (f32, f32),
    /// How often it was finished (saturating).
    pub finished: u8,
    /// How often it was skipped (saturating).
    pub skipped: u8,
    /// The listener's heart.
    pub liked: bool,
    /// Never to be played again.
    pub never: bool,
    /// Its artist is never to be played again.
    pub artist_never: bool,
    /// Its sound cannot be reached now.
    pub away: bool,
    /// Whether it is a soundscape; its artist is the palette then.
    pub soundscape: bool,
}

impl Row {
    pub(super) fn new(track: &TrackRef<'_>, billed: Billed, genre: u16, track_sd: f64) -> Self {
        let e = track.estimate;
        Self {
            valence: e.mean.valence as f32,
            arousal: e.mean.arousal as f32,
            var_valence: e.sd_valence.powi(2) as f32,
            var_arousal: e.sd_arousal.powi(2) as f32,
            artist: billed.artist,
            guests: billed.guests,
            genre,
            facts: Facts::of(track),
            last_played: Timestamp(i64::MIN),
            effect: (0.0, (track_sd * track_sd) as f32),
            finished: 0,
            skipped: 0,
            liked: false,
            never: false,
            artist_never: false,
            away: false,
            soundscape: track.id.starts_with(TrackId::SOUNDSCAPE),
        }
    }

    /// 0 to 100, 0 when unknown.
    #[must_use]
    pub fn popularity(&self) -> u8 {
        if self.facts.popularity == NONE { 0 } else { self.facts.popularity }
    }

    pub(super) fn billed(&self) -> Billed {
        Billed { artist: self.artist, guests: self.guests }
    }

    /// Whether it must not be played, or cannot be now.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.never || self.artist_never || self.away
    }

    /// Whether it was never heard here.
    #[must_use]
    pub fn is_novel(&self) -> bool {
        self.finished == 0 && self.skipped == 0
    }

    /// What is believed of its affect.
    #[must_use]
    pub fn affect(&self) -> AffectEstimate {
        let sd = |variance: f32| f64::from(variance).sqrt();
        AffectEstimate::new(self.mean(), sd(self.var_valence), sd(self.var_arousal))
    }

    pub(super) fn mean(&self) -> Affect {
        Affect::new(f64::from(self.valence), f64::from(self.arousal))
    }

    pub(super) fn effect(&self) -> Offset {
        Offset { mean: f64::from(self.effect.0), variance: f64::from(self.effect.1), lessons: 0 }
    }

    pub(super) fn set_effect(&mut self, effect: Offset) {
        self.effect = (effect.mean as f32, effect.variance as f32);
    }

    pub(super) fn set_affect(&mut self, e: &AffectEstimate) {
        (self.valence, self.arousal) = (e.mean.valence as f32, e.mean.arousal as f32);
        (self.var_valence, self.var_arousal) = (e.sd_valence.powi(2) as f32, e.sd_arousal.powi(2) as f32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_small() {
        assert!(size_of::<Row>() <= 56, "{}", size_of::<Row>());
    }
}
