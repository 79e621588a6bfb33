//! Finding a track's number by its id, in four bytes a place.

use crate::{Track, TrackId};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

const EMPTY: u32 = u32::MAX;

/// An open table of numbers; the ids themselves stay with the tracks. The number of a track is its position in the list
/// that every call is given.
#[derive(Debug, Clone, Default)]
pub struct TrackIndex {
    places: Vec<u32>,
    filled: usize,
}

/// A number for a name.
pub(super) fn key(name: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

impl TrackIndex {
    /// The number of a track; none if it is not in.
    #[must_use]
    pub fn find(&self, id: &TrackId, tracks: &[Arc<Track>]) -> Option<u32> {
        self.probe(id, tracks).map(|place| self.places[place]).filter(|number| *number != EMPTY)
    }

    /// Adds a track that is not in yet and will be the next one of `tracks`.
    pub fn add(&mut self, id: &TrackId, tracks: &[Arc<Track>]) {
        if (self.filled + 1) * 4 > self.places.len() * 3 {
            self.grow(tracks);
        }
        if let Some(place) = self.probe(id, tracks) {
            self.places[place] = self.filled as u32;
            self.filled += 1;
        }
    }

    /// The place where an id is or would be; none in a table without places.
    fn probe(&self, id: &TrackId, tracks: &[Arc<Track>]) -> Option<usize> {
        let mask = self.places.len().checked_sub(1)?;
        let mut place = key(id) as usize & mask;
        while self.places[place] != EMPTY && tracks[self.places[place] as usize].id != *id {
            place = (place + 1) & mask;
        }
        Some(place)
    }

    fn grow(&mut self, tracks: &[Arc<Track>]) {
        let size = (self.places.len() * 2).max(16);
        let numbers = std::mem::replace(&mut self.places, vec![EMPTY; size]);
        for number in numbers.into_iter().filter(|n| *n != EMPTY) {
            if let Some(place) = self.probe(&tracks[number as usize].id, tracks) {
                self.places[place] = number;
            }
        }
    }

    /// Bytes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.places.capacity() * size_of::<u32>()
    }
}
