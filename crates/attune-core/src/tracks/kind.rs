//! What many tracks have alike.

use super::TrackRef;
use crate::key::key;
use crate::track::{AffectSource, Score};

/// Genre, language, mood word, score, and what a belief rests on.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    pub(super) genre: Option<Box<str>>,
    pub(super) language: Option<Box<str>>,
    pub(super) mood_word: Option<Box<str>>,
    pub(super) score: Option<Score>,
    pub(super) sources: Box<[AffectSource]>,
}

impl Kind {
    pub(super) fn of(track: &TrackRef<'_>) -> Self {
        Self {
            genre: track.genre.map(Box::from),
            language: track.language.map(Box::from),
            mood_word: track.mood_word.map(Box::from),
            score: track.score,
            sources: track.sources.into(),
        }
    }

    /// Whether a track is of this kind.
    pub(super) fn is_of(&self, track: &TrackRef<'_>) -> bool {
        self.genre.as_deref() == track.genre
            && self.language.as_deref() == track.language
            && self.mood_word.as_deref() == track.mood_word
            && self.score.map(bits) == track.score.map(bits)
            && *self.sources == *track.sources
    }

    pub(super) fn key(&self) -> u64 {
        let texts = [&self.genre, &self.language, &self.mood_word].map(Option::as_deref);
        key(&(texts, self.score.map(bits), &*self.sources))
    }

    /// What [`Self::key`] would be for the kind of a track.
    pub(super) fn key_of(track: &TrackRef<'_>) -> u64 {
        key(&([track.genre, track.language, track.mood_word], track.score.map(bits), track.sources))
    }

    pub(super) fn bytes(&self) -> usize {
        let texts = [&self.genre, &self.language, &self.mood_word];
        let texts: usize = texts.into_iter().flatten().map(|text| text.len()).sum();
        size_of::<Self>() + texts + size_of_val(&*self.sources)
    }
}

/// Floating-point numbers have no hash.
fn bits(score: Score) -> (bool, u32) {
    (score.minor, score.register.to_bits())
}
