//! Shelves for this session only: another service's tracks, which are queued like others. Neither they nor what is said of
//! them is kept or learned from.

use super::Engine;
use super::library::info;
use super::shelf::Shelf;
use attune_core::{Timestamp, TrackId, Tracks};

impl Engine {
    /// Puts tracks on a session shelf, in place of an earlier one of that id.
    pub fn set_session_shelf(&mut self, id: &str, name: &str, tracks: impl Into<Tracks>, now: Timestamp) {
        let tracks = tracks.into();
        self.shelves.retain(|s| s.info.id != id);
        self.shelves.push(Shelf { info: info(id, name, &tracks, true), tracks, session_only: true });
        self.after_catalogues(now);
    }

    /// Removes a session shelf with all that was said of its tracks; removing none is no error.
    pub fn remove_session_shelf(&mut self, id: &str, now: Timestamp) {
        if !self.shelves.iter().any(|s| s.session_only && s.info.id == id) {
            return;
        }
        self.shelves.retain(|s| s.info.id != id);
        let shelves = &self.shelves;
        self.feedback.retain_session(|f| shelves.iter().any(|s| s.session_only && s.has(&f.track)));
        self.drop_impossible_undo();
        self.after_catalogues(now);
    }

    /// All tracks that are the listener's to keep, of catalogues that are off too, by catalogue.
    #[must_use]
    pub fn own_tracks(&self) -> Vec<Tracks> {
        self.shelves.iter().filter(|s| !s.session_only).map(|s| s.tracks.clone()).collect()
    }

    /// Whether a track is in no catalogue of the listener's, only on a session shelf or in a file that was opened.
    #[must_use]
    pub fn is_session_only(&self, id: &TrackId) -> bool {
        let on = |session_only| self.shelves.iter().any(|s| s.session_only == session_only && s.has(id));
        (on(true) || self.opened.has(id)) && !on(false)
    }
}

#[cfg(test)]
mod tests;
