//! What plays elsewhere say of the tracks at hand, before anything happened here.

use super::Row;
use super::habits::Habits;
use crate::taste::Rating;
use crate::taste::features::Features;
use crate::taste::past::PastTaste;
use std::collections::HashMap;
use std::sync::Arc;

/// What plays elsewhere say of the tracks of a pool. Empty where there were none.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    pub(super) taste: Arc<PastTaste>,
    /// What was done with music of a kind.
    pub(super) habits: Habits,
    pub(super) artists: Arc<Vec<f32>>,
    pub(super) genres: Arc<Vec<f32>>,
    /// Of each track by index; no number where it was not heard.
    pub(super) tracks: Arc<Vec<f32>>,
    /// What the listener gave tracks, by index, and whether that is a star.
    pub(super) ratings: Arc<HashMap<u32, (Rating, bool)>>,
}

impl Past {
    /// What is said of an artist over what the features say.
    #[inline]
    pub(super) fn artist(&self, row: &Row) -> f32 {
        self.artists.get(row.artist as usize).copied().unwrap_or_default()
    }

    /// The same of a genre word.
    #[inline]
    pub(super) fn genre(&self, row: &Row) -> f32 {
        self.genres.get(usize::from(row.genre)).copied().unwrap_or_default()
    }

    /// The same of a track by itself.
    #[inline]
    pub(super) fn track(&self, index: u32) -> f32 {
        self.tracks.get(index as usize).copied().filter(|said| !said.is_nan()).unwrap_or_default()
    }

    /// Whether a track was heard elsewhere.
    pub(super) fn was_heard(&self, index: u32) -> bool {
        self.tracks.get(index as usize).is_some_and(|said| !said.is_nan())
    }

    /// What is said of an artist and of a genre word, by their numbers.
    pub(super) fn of_names(&self, artist: Option<usize>, genre: Option<usize>) -> f64 {
        let of =
            |all: &[f32], number: Option<usize>| number.and_then(|n| all.get(n)).copied().unwrap_or_default();
        f64::from(of(&self.artists, artist)) + f64::from(of(&self.genres, genre))
    }

    /// All that is said of a track with these features; without an index, of one that is not at hand.
    pub(super) fn opinion(&self, index: Option<u32>, row: &Row, features: &Features) -> f32 {
        let names = self.artist(row) + self.genre(row) + index.map_or(0.0, |i| self.track(i));
        self.taste.weights.of(features.iter()) as f32 + names
    }
}
