//! Tracks of files that the listener opened from elsewhere and that are in none of their folders.
//!
//! They are played because they were asked for and are never chosen by the ranking. Like the tracks of a session shelf they are
//! here for this session only: neither they nor what is said of them is kept or learned from, until their folder is added and
//! they are tracks of the library.

use super::Engine;
use attune_core::feedback::standing;
use attune_core::player::PlayerKind;
use attune_core::{AppError, FeedbackKind, Timestamp, Track, TrackId};
use std::collections::HashMap;
use std::sync::Arc;

/// The tracks by their ids.
#[derive(Debug, Default)]
pub(super) struct OpenedTracks(HashMap<TrackId, Arc<Track>>);

impl OpenedTracks {
    pub(super) fn has(&self, id: &TrackId) -> bool {
        self.0.contains_key(id)
    }

    pub(super) fn get(&self, id: &TrackId) -> Option<Arc<Track>> {
        self.0.get(id).cloned()
    }
}

impl Engine {
    /// Plays a track of a file that the listener opened, on this computer, whatever played before. One that is in the library
    /// is the library's.
    pub fn play_opened(&mut self, track: Track, now: Timestamp) -> Result<(), AppError> {
        self.set_player(PlayerKind::Local, now);
        let id = track.id.clone();
        self.take_opened([track]);
        self.play_tracks(&[id], now)
    }

    /// Puts further tracks of opened files next in the queue, kept in their order, at most 200.
    pub fn queue_opened(&mut self, tracks: Vec<Track>, now: Timestamp) -> Result<(), AppError> {
        let ids: Vec<TrackId> = tracks.iter().map(|track| track.id.clone()).collect();
        self.take_opened(tracks);
        self.play_next(&ids, now)
    }

    fn take_opened(&mut self, tracks: impl IntoIterator<Item = Track>) {
        self.opened.0.extend(tracks.into_iter().map(|track| (track.id.clone(), Arc::new(track))));
    }

    /// Whether the listener likes such a track.
    pub(super) fn is_liked_opened(&self, id: &TrackId) -> bool {
        let about = self.feedback.of_session().filter(|said| said.track == *id);
        standing(about).into_iter().any(|said| said.kind == FeedbackKind::Liked)
    }
}

#[cfg(test)]
mod tests;
