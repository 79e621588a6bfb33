//! Tracks that another service lends for the session: they are queued like others, and neither they nor what is said
//! of them is kept or learned from.

use super::undo::Said;
use super::{Engine, Shelf};
use crate::view::UndoableAction;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{Feedback, Timestamp, Track, TrackId};
use std::collections::HashSet;
use std::sync::Arc;

impl Engine {
    /// Puts tracks on a shelf of this session, in place of an earlier one of that id.
    pub fn set_session_shelf(&mut self, id: &str, name: &str, tracks: Vec<Track>, now: Timestamp) {
        let info = CatalogueInfo {
            id: id.into(),
            name: name.into(),
            tracks: tracks.len() as u32,
            enabled: true,
            added_at: None,
        };
        let tracks = tracks.into_iter().map(Arc::new).collect();
        self.shelves.retain(|s| s.info.id != id);
        self.shelves.push(Shelf { info, tracks, session_only: true });
        self.after_catalogues(now);
    }

    /// Removes a session shelf with all that was said of its tracks; taking none away is no error.
    pub fn remove_session_shelf(&mut self, id: &str, now: Timestamp) {
        if !self.shelves.iter().any(|s| s.session_only && s.info.id == id) {
            return;
        }
        self.shelves.retain(|s| s.info.id != id);
        let shelves = &self.shelves;
        let session_only =
            |id: &TrackId| shelves.iter().any(|s| s.session_only && s.tracks.iter().any(|t| t.id == *id));
        self.session_feedback.retain(|(_, f)| session_only(&f.track));
        // Among what could be taken back may be a word on a track that is gone.
        self.undo.clear();
        self.after_catalogues(now);
    }

    /// All tracks that are the listener's to keep, of catalogues that are off too.
    #[must_use]
    pub fn own_tracks(&self) -> Vec<Arc<Track>> {
        self.shelves.iter().filter(|s| !s.session_only).flat_map(|s| s.tracks.iter().cloned()).collect()
    }

    /// Whether a track is in no catalogue of the listener's, only on a session shelf.
    #[must_use]
    pub fn is_session_only(&self, id: &TrackId) -> bool {
        let on = |session_only| {
            self.shelves
                .iter()
                .any(|s| s.session_only == session_only && s.tracks.iter().any(|t| t.id == *id))
        };
        on(true) && !on(false)
    }

    /// The tracks of session shelves that are not among `own` by their names.
    pub(super) fn session_tracks_beside(&self, own: &[Arc<Track>]) -> Vec<Arc<Track>> {
        let mut session_only = self.shelves.iter().filter(|s| s.session_only && s.info.enabled).peekable();
        if session_only.peek().is_none() {
            return Vec::new();
        }
        let name = |t: &Track| TrackId::from_names(&t.title, &t.artist);
        let known: HashSet<TrackId> = own.iter().map(|t| name(t)).collect();
        session_only.flat_map(|s| &s.tracks).filter(|t| !known.contains(&name(t))).cloned().collect()
    }

    /// Feedback on a lent track: it counts for this session, and can be taken back.
    pub(super) fn take_session_feedback(&mut self, feedback: Feedback, title: String) {
        self.pool.note(&feedback);
        let id = self.session_feedback.last().map_or(1, |(id, _)| id + 1);
        let action = UndoableAction::of(feedback.kind);
        let takes_back = feedback.kind.takes_back().is_some();
        self.session_feedback.push((id, feedback));
        if let Some(action) = action {
            self.note_action(action, title, Some(Said::Session(id)));
        }
        if takes_back {
            self.relearn();
        }
    }
}

#[cfg(test)]
mod tests;
