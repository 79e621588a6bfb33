//! What is on and what comes next.

use crate::recommend::Choice;
use attune_core::TrackId;
use attune_core::rank::ARTIST_WINDOW;

/// A track in the queue.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) choice: Choice,
    pub(super) pinned: bool,
}

/// The queue, and enough of what was played to keep artists apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Playlist {
    current: Option<Entry>,
    pub(super) next: Vec<Entry>,
    played: Vec<TrackId>,
    /// Whether the listener opened the current track to listen to it.
    pub(super) opened: bool,
}

impl Playlist {
    pub(super) fn current(&self) -> Option<&Entry> {
        self.current.as_ref()
    }

    /// The tracks whose artists should rest: the last ones played and the current one, oldest first.
    pub(super) fn before(&self) -> impl Iterator<Item = &TrackId> {
        self.played.iter().chain(self.current.iter().map(|e| &e.choice.track.id))
    }

    /// Moves on by one; what was on counts as played.
    pub(super) fn advance(&mut self) {
        if let Some(old) = self.current.take() {
            self.played.push(old.choice.track.id.clone());
            let drop = self.played.len().saturating_sub(ARTIST_WINDOW - 1);
            self.played.drain(..drop);
        }
        self.opened = false;
        if !self.next.is_empty() {
            self.current = Some(self.next.remove(0));
        }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.current.iter().chain(&self.next)
    }

    pub(super) fn find(&self, id: &TrackId) -> Option<&Entry> {
        self.entries().find(|e| e.choice.track.id == *id)
    }

    /// Takes a track out, wherever it stands.
    pub(super) fn remove(&mut self, id: &TrackId) {
        self.next.retain(|e| e.choice.track.id != *id);
        if self.current.as_ref().is_some_and(|e| e.choice.track.id == *id) {
            self.current = None;
            self.opened = false;
        }
    }

    /// Drops what does not satisfy `keep`.
    pub(super) fn retain(&mut self, keep: impl Fn(&TrackId) -> bool) {
        self.next.retain(|e| keep(&e.choice.track.id));
        if self.current.as_ref().is_some_and(|e| !keep(&e.choice.track.id)) {
            self.current = None;
        }
        self.played.retain(keep);
    }

    /// Fills the current place from the queue when it is empty.
    pub(super) fn settle(&mut self) {
        if self.current.is_none() && !self.next.is_empty() {
            self.advance();
        }
    }
}
