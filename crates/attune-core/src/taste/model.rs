//! The model of one listener.

use super::features::{Features, PAST, WEIGHTS};
use super::lesson::Lesson;
use super::linear::Gaussian;
use super::offsets::{Offset, Offsets};
use super::past::PastTaste;
use super::prior::{HALF_LIFE_DAYS, Prior};
use crate::Timestamp;
use std::sync::Arc;

/// What was learned of one listener.
///
/// The score of a track is the sum of its features' weights and of the effects of its artist, its genre word and
/// the track itself. Weights are one Gaussian, effects one each; their dependence on each other is left out
/// (assumed density filtering), which is what keeps the model small however many artists there are.
#[derive(Debug, Clone)]
pub struct Taste {
    pub(super) prior: Prior,
    pub(super) weights: Gaussian,
    pub(super) artists: Offsets,
    pub(super) genres: Offsets,
    /// How much each feature was in play in all lessons together.
    pub(super) evidence: [f32; WEIGHTS],
    /// How much of each expected weight comes from what the listener said outright.
    pub(super) stated: Vec<f64>,
    pub(super) lessons: u32,
    /// What plays elsewhere say.
    pub(super) past: Arc<PastTaste>,
    last: Option<Timestamp>,
}

/// So many times the variance has what the listener says outright where plays elsewhere are known.
const BESIDE_PAST: f64 = 4.0;

/// What a lesson is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) features: &'a Features,
    /// Folded and as credited.
    pub(crate) artist: Option<(&'a str, &'a str)>,
    /// Folded.
    pub(crate) genre: Option<&'a str>,
}

/// What the listener says outright of music with these features, by this artist, of this genre word: that it is worth
/// so much more than the rest.
#[derive(Debug, Clone)]
pub(crate) struct Hint<'a> {
    /// Places and values of the features, each once.
    pub(crate) features: &'a [(usize, f64)],
    /// Folded and as credited.
    pub(crate) artist: Option<(&'a str, &'a str)>,
    /// Folded and as credited.
    pub(crate) genre: Option<(&'a str, &'a str)>,
    /// On the scale of the chance that a track is heard to its end.
    pub(crate) value: f64,
    /// What plays elsewhere say of the artist and of the genre word.
    pub(crate) past: f64,
}

impl Default for Taste {
    fn default() -> Self {
        Self::new(Prior::default())
    }
}

impl Taste {
    /// A listener of whom this is believed.
    #[must_use]
    pub fn new(prior: Prior) -> Self {
        Self {
            prior,
            weights: prior.gaussian(),
            artists: Offsets::new(prior.artist_sd),
            genres: Offsets::new(prior.genre_word_sd),
            evidence: [0.0; WEIGHTS],
            stated: vec![0.0; WEIGHTS],
            lessons: 0,
            past: Arc::default(),
            last: None,
        }
    }

    /// The same listener with what plays elsewhere say of them, before any lesson.
    pub(crate) fn with_past(prior: &Prior, past: Arc<PastTaste>) -> Self {
        Self { past, ..Self::new(*prior) }
    }

    /// How far what plays elsewhere say holds here, about 0 to 1.
    pub(crate) fn trust(&self) -> f64 {
        self.weights.mean()[PAST]
    }

    /// What was believed before the first lesson.
    #[must_use]
    pub fn prior(&self) -> &Prior {
        &self.prior
    }

    /// How many lessons there were.
    #[must_use]
    pub fn lessons(&self) -> u32 {
        self.lessons
    }

    /// Takes a lesson in; `track` is the effect of the track itself.
    pub(crate) fn learn(&mut self, subject: Subject<'_>, track: &mut Offset, lesson: Lesson, at: Timestamp) {
        self.fade(at);
        let x = subject.features.iter();
        let artist = subject.artist.map_or(Offset::new(0.0), |(key, _)| self.artists.get(key));
        let genre = subject.genre.map_or(Offset::new(0.0), |word| self.genres.get(word));
        let spread = self.weights.spread(&x) + artist.variance + genre.variance + track.variance;
        let total = spread + self.prior.noise.powi(2) / lesson.weight;
        let expected = self.weights.dot(x.clone()) + artist.mean + genre.mean + track.mean;
        let gain = (lesson.value - expected) / total;
        self.weights.observe(&x, gain, total);
        if let Some((key, shown)) = subject.artist {
            self.artists.observe(key, shown, gain, total);
        }
        if let Some(word) = subject.genre {
            self.genres.observe(word, word, gain, total);
        }
        track.observe(gain, total);
        x.for_each(|(i, x)| self.evidence[i] += x.abs() as f32);
        self.lessons += 1;
    }

    /// Takes what the listener says outright in: an observation with a noise of its own ([`Prior::stated_sd`]) that is no
    /// lesson, so that plays outweigh it in time.
    pub(crate) fn apply_stated(&mut self, hint: &Hint<'_>) {
        let x = hint.features.iter().copied();
        let effect = |all: &Offsets, of: Option<(&str, &str)>| of.map(|(key, _)| all.get(key));
        let named = [effect(&self.artists, hint.artist), effect(&self.genres, hint.genre)];
        let named = named.into_iter().flatten().fold((0.0, 0.0), |s, o| (s.0 + o.mean, s.1 + o.variance));
        let total = self.weights.spread(&x) + named.1 + self.stated_noise();
        let usual: Vec<f64> = self.prior.weights().map(|(mean, _)| mean).collect();
        let now = self.mean();
        let expected: f64 =
            x.clone().map(|(i, x)| x * (now[i] - usual[i])).sum::<f64>() + self.trust() * hint.past;
        let gain = (hint.value - expected - named.0) / total;
        let before = self.weights.mean().to_vec();
        self.weights.observe(&x, gain, total);
        self.stated
            .iter_mut()
            .zip(self.weights.mean())
            .zip(before)
            .for_each(|((t, now), was)| *t += now - was);
        if let Some((key, shown)) = hint.artist {
            self.artists.apply_stated(key, shown, gain, total);
        }
        if let Some((key, shown)) = hint.genre {
            self.genres.apply_stated(key, shown, gain, total);
        }
    }

    /// The variance of what the listener says outright. What plays elsewhere show is in part the same knowledge of
    /// themselves, so beside those their word says a quarter as much.
    fn stated_noise(&self) -> f64 {
        let known = if self.past.weights.is_empty() { 1.0 } else { BESIDE_PAST };
        known * self.prior.stated_sd.powi(2)
    }

    /// The effect of an artist, by folded name.
    pub(crate) fn artist(&self, folded: &str) -> Offset {
        self.artists.get(folded)
    }

    /// The effect of a genre word, by folded name.
    pub(crate) fn genre_word(&self, folded: &str) -> Offset {
        self.genres.get(folded)
    }

    /// The variance that the weights leave in a score.
    pub(crate) fn spread(&self, features: &Features) -> f64 {
        self.weights.spread(&features.iter())
    }

    /// The expected weights, with what plays elsewhere say of them as far as it holds here.
    pub(crate) fn mean(&self) -> Vec<f64> {
        let mut all = self.weights.mean().to_vec();
        let trust = self.trust();
        self.past.weights.worth.iter().enumerate().for_each(|(i, worth)| all[i] += trust * worth);
        all
    }

    fn fade(&mut self, at: Timestamp) {
        let days = self.last.map_or(0.0, |last| (at - last).as_seconds().max(0.0) / 86_400.0);
        self.last = self.last.max(Some(at));
        let share = 1.0 - (-days / HALF_LIFE_DAYS).exp2();
        if share > 0.0 {
            let sds: Vec<f64> = self.prior.weights().map(|(_, sd)| sd).collect();
            self.weights.fade(share, |i| sds[i]);
        }
    }
}
