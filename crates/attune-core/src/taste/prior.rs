//! What is believed of a listener before the first play: what holds for most.

use super::facts::ERAS;
use super::features::{
    BASE, BRIGHTER, DAYTIME, ERA, FIT, FIT_STEERED, GENRE, LANGUAGE, LIVELIER, NOVEL, PAST, POPULAR,
    REGISTER, SOUND, TEMPO, WEIGHTS,
};

use super::genre::GenreGroup;
use super::linear::Gaussian;

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
    /// A perfect fit but for lying one width of the fit on the bright, or the lively, side.
    pub side: Belief,
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
    /// A register five semitones above the middle, of composed pieces.
    pub register: Belief,
    /// Energy at a part of the day.
    pub daytime: Belief,
    /// An era.
    pub era: Belief,
    /// A family of genres.
    pub genre: Belief,
    /// A language.
    pub language: Belief,
    /// How far what plays elsewhere say holds here: 1 for what was learned of them, 0 for those of somebody else.
    pub past: Belief,
    /// Correlation of two families of genres that listeners like together (`GenreGroup::style`).
    pub kinship: f64,
    /// Liking carries over so many decades (the width of a bell).
    pub era_reach: f64,
    /// Standard deviation of what a genre word adds to its family.
    pub genre_word_sd: f64,
    /// Standard deviation of what an artist adds.
    pub artist_sd: f64,
    /// Standard deviation of what a track adds.
    pub track_sd: f64,
    /// Standard deviation of one play around the expected value.
    pub noise: f64,
    /// What "I like this" says its music is worth over the rest, and "rather not" below it.
    pub stated_value: f64,
    /// Standard deviation of that: people know themselves only roughly. `(noise / stated_sd)²` plays say as much.
    pub stated_sd: f64,
}

/// Taste changes: after so many days half of what was learned is as unsure as before.
pub(crate) const HALF_LIFE_DAYS: f64 = 365.0;

impl Default for Prior {
    fn default() -> Self {
        Self {
            base: (0.30, 0.12),
            fit: (0.36, 0.12),
            fit_steered: (0.0, 0.06),
            side: (0.0, 0.08),
            valence: (0.02, 0.06),
            sound: (0.0, 0.05),
            popular: (0.04, 0.05),
            novel: (-0.02, 0.05),
            tempo: (0.0, 0.03),
            register: (0.0, 0.03),
            daytime: (0.0, 0.06),
            era: (0.0, 0.07),
            genre: (0.0, 0.09),
            language: (0.0, 0.06),
            past: (1.0, 0.6),
            kinship: 0.5,
            era_reach: 1.5,
            genre_word_sd: 0.10,
            artist_sd: 0.12,
            track_sd: 0.12,
            noise: 0.44,
            stated_value: 0.40,
            stated_sd: 0.15,
        }
    }
}

impl Prior {
    /// The belief about each weight.
    pub(crate) fn weights(&self) -> impl Iterator<Item = Belief> + '_ {
        (0..WEIGHTS).map(|feature| match feature {
            BASE => self.base,
            PAST => self.past,
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
            BRIGHTER | LIVELIER => self.side,
            REGISTER => self.register,
            _ => self.language,
        })
    }

    /// The belief about all weights: independent but for families of one style and for eras near each other.
    pub(crate) fn gaussian(&self) -> Gaussian {
        let mut all = Gaussian::new(self.weights());
        for (one, other) in pairs(GenreGroup::ALL.len()) {
            if GenreGroup::ALL[one].style() == GenreGroup::ALL[other].style() {
                all.relate(GENRE + one, GENRE + other, self.kinship * self.genre.1.powi(2));
            }
        }
        for (one, other) in pairs(ERAS.len()) {
            let apart = other.abs_diff(one) as f64 / self.era_reach.max(1e-3);
            all.relate(ERA + one, ERA + other, (-0.5 * apart * apart).exp() * self.era.1.powi(2));
        }
        all
    }

    /// What a track with these features is worth before anything is known of the listener.
    #[must_use]
    pub fn score(&self, features: &[f32]) -> f64 {
        self.weights().zip(features).map(|((weight, _), x)| weight * f64::from(*x)).sum()
    }
}

/// Each pair of different places below `count` once.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(|one| (0..one).map(move |other| (one, other)))
}

#[cfg(test)]
mod tests {
    use super::super::features::FEATURES;
    use super::*;

    /// What is expected of other weights after a track with this one was heard to its end.
    fn after_one(weight: usize) -> Vec<f64> {
        let mut all = Prior::default().gaussian();
        let x = [(weight, 1.0)];
        let total = all.spread(&x.iter().copied()) + 0.2;
        all.observe(&x.iter().copied(), 1.0 / total, total);
        all.mean().to_vec()
    }

    #[test]
    fn who_likes_metal_may_like_punk() {
        let genre = |g: GenreGroup| GENRE + g as usize;
        let mean = after_one(genre(GenreGroup::Metal));
        let of = |g| mean[genre(g)];
        assert!(of(GenreGroup::Metal) > of(GenreGroup::Punk) && of(GenreGroup::Punk) > 0.005);
        assert!(of(GenreGroup::Jazz).abs() < 1e-12);
    }

    #[test]
    fn who_likes_a_decade_may_like_the_next() {
        let mean = after_one(ERA + 3);
        assert!(mean[ERA + 3] > mean[ERA + 4] && mean[ERA + 4] > mean[ERA + 5]);
        assert!(mean[ERA + 2] > 0.003 && mean[ERA + 7] < 0.2 * mean[ERA + 4]);
    }

    #[test]
    fn no_direction_is_without_doubt() {
        let all = Prior::default().gaussian();
        for (one, other) in pairs(FEATURES) {
            let x = [(one, 1.0), (other, -1.0)];
            assert!(all.spread(&x.iter().copied()) > 0.0);
        }
    }
}
