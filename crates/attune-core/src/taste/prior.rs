//! What is believed of a listener before the first play: what holds for most.

use super::features::{
    BASE, DAYTIME, ERA, FEATURES, FIT, FIT_STEERED, GENRE, LANGUAGE, NOVEL, POPULAR, SOUND, TEMPO,
};

/// Mean and standard deviation of a weight.
pub type Belief = (f64, f64);

/// What is believed of each group of weights. Values are on the scale of the chance that a track is heard to its
/// end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    /// An average track.
    pub base: Belief,
    /// A perfect fit to the target.
    pub fit: Belief,
    /// A perfect fit where the policy leads away from the mood, over [`Prior::fit`].
    pub fit_steered: Belief,
    /// Bright against dark.
    pub valence: Belief,
    /// The other features of a place on the plane.
    pub sound: Belief,
    /// The most popular against the middle.
    pub popular: Belief,
    /// Never heard here.
    pub novel: Belief,
    /// Tempo.
    pub tempo: Belief,
    /// Energy at a part of the day.
    pub daytime: Belief,
    /// An era.
    pub era: Belief,
    /// A family of genres.
    pub genre: Belief,
    /// A language.
    pub language: Belief,
    /// Standard deviation of what a genre word adds to its family.
    pub genre_word_sd: f64,
    /// Standard deviation of what an artist adds.
    pub artist_sd: f64,
    /// Standard deviation of what a track adds.
    pub track_sd: f64,
    /// Standard deviation of one play around the expected value.
    pub noise: f64,
}

/// Taste changes: after so many days half of what was learned is as unsure as before.
pub(crate) const HALF_LIFE_DAYS: f64 = 365.0;

impl Default for Prior {
    fn default() -> Self {
        Self {
            base: (0.30, 0.12),
            fit: (0.25, 0.12),
            fit_steered: (0.0, 0.06),
            valence: (0.02, 0.06),
            sound: (0.0, 0.05),
            popular: (0.04, 0.05),
            novel: (-0.02, 0.05),
            tempo: (0.0, 0.03),
            daytime: (0.0, 0.06),
            era: (0.0, 0.07),
            genre: (0.0, 0.09),
            language: (0.0, 0.06),
            genre_word_sd: 0.10,
            artist_sd: 0.12,
            track_sd: 0.12,
            noise: 0.44,
        }
    }
}

impl Prior {
    /// The belief about each weight.
    pub(crate) fn weights(&self) -> impl Iterator<Item = Belief> + '_ {
        (0..FEATURES).map(|feature| match feature {
            BASE => self.base,
            FIT => self.fit,
            FIT_STEERED => self.fit_steered,
            POPULAR => self.popular,
            NOVEL => self.novel,
            SOUND => self.valence,
            i if (SOUND..POPULAR).contains(&i) => self.sound,
            i if (TEMPO..DAYTIME).contains(&i) => self.tempo,
            i if (DAYTIME..ERA).contains(&i) => self.daytime,
            i if (ERA..GENRE).contains(&i) => self.era,
            i if (GENRE..LANGUAGE).contains(&i) => self.genre,
            _ => self.language,
        })
    }

    /// What a track with these features is worth before anything is known of the listener.
    #[must_use]
    pub fn score(&self, features: &[f32]) -> f64 {
        self.weights().zip(features).map(|((weight, _), x)| weight * f64::from(*x)).sum()
    }
}
