//! What is on and what comes next.

use crate::recommend::Choice;
use attune_core::TrackId;
use attune_core::rank::ARTIST_WINDOW;
use std::collections::HashSet;

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
    played: Vec<Entry>,
    /// Whether the listener opened the current track to listen to it.
    pub(super) opened: bool,
}

impl Playlist {
    pub(super) fn current(&self) -> Option<&Entry> {
        self.current.as_ref()
    }

    /// The tracks whose artists should rest: the last ones played and the current one, oldest first.
    pub(super) fn before(&self) -> impl Iterator<Item = &TrackId> {
        self.played.iter().chain(&self.current).map(|e| &e.choice.track.id)
    }

    /// Moves on by one; what was on counts as played.
    pub(super) fn advance(&mut self) {
        self.put_away();
        if !self.next.is_empty() {
            self.current = Some(self.next.remove(0));
        }
    }

    /// What is on counts as played.
    fn put_away(&mut self) {
        if let Some(old) = self.current.take() {
            self.played.push(old);
            let drop = self.played.len().saturating_sub(ARTIST_WINDOW - 1);
            self.played.drain(..drop);
        }
        self.opened = false;
    }

    /// Puts the track that was played before back on, and what is on after it; false when there is none before.
    pub(super) fn go_back(&mut self) -> bool {
        let Some(before) = self.played.pop() else { return false };
        if let Some(left) = self.current.replace(before) {
            self.next.insert(0, Entry { pinned: true, ..left });
        }
        self.opened = false;
        true
    }

    /// Puts the first of these on and the others next.
    pub(super) fn put_on(&mut self, entries: Vec<Entry>) {
        self.put_next(entries);
        self.advance();
    }

    /// Puts these next, before what else is to come.
    pub(super) fn put_next(&mut self, entries: Vec<Entry>) {
        let taken: HashSet<TrackId> = entries.iter().map(|e| e.choice.track.id.clone()).collect();
        self.next.retain(|e| !taken.contains(&e.choice.track.id));
        self.next.splice(0..0, entries);
    }

    /// Puts this on in place of what is on, which was not played.
    pub(super) fn put_back(&mut self, entry: Entry) {
        self.next.retain(|e| e.choice.track.id != entry.choice.track.id);
        self.current = Some(entry);
    }

    /// Goes to a track that is to come, leaving out those before it; false when it is not to come.
    pub(super) fn jump_to(&mut self, id: &TrackId) -> bool {
        let Some(place) = self.next.iter().position(|e| e.choice.track.id == *id) else { return false };
        self.next.drain(..place);
        self.advance();
        true
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
        self.played.retain(|e| keep(&e.choice.track.id));
    }

    /// Fills the current place from the queue when it is empty.
    pub(super) fn settle(&mut self) {
        if self.current.is_none() && !self.next.is_empty() {
            self.advance();
        }
    }
}
