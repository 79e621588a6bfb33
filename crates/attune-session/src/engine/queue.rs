//! The queue as a value: what is on, what comes next, what was on before.
//!
//! The queue neither ranks nor plays. The engine ranks what comes next and hands it to [`Queue::set_next`]; everything
//! else is a transition with a name. Whatever changes the current track leaves its reason behind ([`Why`]), and what the
//! player is told follows from that reason alone ([`Playback::follow`](super::playback::Playback::follow)).

use crate::recommend::Choice;
use attune_core::rank::ARTIST_WINDOW;
use attune_core::{Track, TrackId};
use std::collections::HashSet;
use std::sync::Arc;

/// Why the current track is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// There was none, and there are tracks.
    Filled,
    /// Nothing sounded, and the mood asks for another one.
    MoodMoved,
    /// The listener stopped in the middle of it the last time.
    Resumed,
    /// The listener chose it.
    Chosen,
    /// The listener went back to it.
    WentBack,
    /// The one before it is over, or the listener went on.
    MovedOn,
    /// The player is at it: it left out what it cannot play, or was quicker.
    PlayerMoved,
    /// The one before it must not be played any more.
    Removed,
    /// An action that had taken it off was taken back.
    Undone,
}

/// How a track came into the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// By its rank.
    Ranked,
    /// The listener put it there, or stopped in it the last time.
    Chosen,
}

/// A track in the queue.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) choice: Choice,
    pub(super) pinned: bool,
    pub(super) origin: Origin,
}

impl Entry {
    pub(super) fn id(&self) -> &TrackId {
        &self.choice.track.id
    }

    pub(super) fn track(&self) -> &Arc<Track> {
        &self.choice.track
    }
}

/// What a transition took off the queue, for undo.
#[derive(Debug, Clone, Default)]
pub(super) struct Taken {
    /// The current track, if it was taken off.
    current: Option<Entry>,
    /// Pinned tracks with their positions. Those that were ranked are ranked again.
    pinned: Vec<(usize, Entry)>,
    /// Whether the current track went among those played.
    played: bool,
    /// Which current track came in its place.
    turn: u64,
}

impl Taken {
    /// Forgets what does not satisfy `keep`.
    pub(super) fn retain(&mut self, keep: impl Fn(&TrackId) -> bool) {
        self.pinned.retain(|(_, e)| keep(e.id()));
        self.current.take_if(|e| !keep(e.id()));
    }

    /// The track that was on.
    pub(super) fn current(&self) -> Option<&Entry> {
        self.current.as_ref()
    }
}

/// What is on and what comes next, and enough of what was played to keep artists apart.
#[derive(Debug, Default)]
pub(super) struct Queue {
    current: Option<Entry>,
    next: Vec<Entry>,
    played: Vec<Entry>,
    /// Whether the listener opened the current track to listen to it elsewhere.
    opened: bool,
    /// Counts the current tracks there were.
    turn: u64,
    /// Why the current track is another one than when this was last asked.
    change: Option<Why>,
}

impl Queue {
    pub(super) fn current(&self) -> Option<&Entry> {
        self.current.as_ref()
    }

    pub(super) fn is_current(&self, id: &TrackId) -> bool {
        self.current.as_ref().is_some_and(|e| e.id() == id)
    }

    pub(super) fn next(&self) -> &[Entry] {
        &self.next
    }

    pub(super) fn opened(&self) -> bool {
        self.opened
    }

    /// The tracks whose artists should rest: the last ones played and the current one, oldest first.
    pub(super) fn before(&self) -> impl Iterator<Item = &TrackId> {
        self.played.iter().chain(&self.current).map(Entry::id)
    }

    /// The track that was on before the current one.
    pub(super) fn previous(&self) -> Option<&Entry> {
        self.played.last()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.current.iter().chain(&self.next)
    }

    pub(super) fn find(&self, id: &TrackId) -> Option<&Entry> {
        self.entries().find(|e| e.id() == id)
    }

    /// Why the current track is another one than at the last call; none if it is not.
    pub(super) fn take_change(&mut self) -> Option<Why> {
        self.change.take()
    }

    /// The listener opened the current track elsewhere, if it is that one.
    pub(super) fn open(&mut self, id: &TrackId) {
        self.opened |= self.is_current(id);
    }

    /// Pins a track that is to come, or lets it go; gives its title if that changed anything.
    pub(super) fn pin(&mut self, id: &TrackId, pinned: bool) -> Option<String> {
        let entry = self.next.iter_mut().find(|e| e.id() == id && e.pinned != pinned)?;
        entry.pinned = pinned;
        Some(entry.track().title.clone())
    }

    /// Moves a track that is to come to a place among them, from 0, and pins it there, so that it is kept when the others are
    /// ranked again; a place past the end is the last. Gives its title and whether it was pinned before.
    pub(super) fn move_to(&mut self, id: &TrackId, place: usize) -> Option<(String, bool)> {
        let from = self.next.iter().position(|e| e.id() == id)?;
        let entry = self.next.remove(from);
        let before = (entry.track().title.clone(), entry.pinned);
        self.next.insert(place.min(self.next.len()), Entry { pinned: true, ..entry });
        Some(before)
    }

    /// Takes the pinned tracks out with their positions, and forgets the others: they are about to be ranked again.
    pub(super) fn take_pinned(&mut self) -> Vec<(usize, Entry)> {
        self.next.drain(..).enumerate().filter(|(_, e)| e.pinned).collect()
    }

    /// Replaces what comes next, and fills the current place from it when that is empty.
    pub(super) fn set_next(&mut self, next: Vec<Entry>) {
        self.next = next;
        if self.current.is_none() && !self.next.is_empty() {
            let first = self.next.remove(0);
            self.put_on(first, Why::Filled);
        }
    }

    /// Goes on to the next track; what was on counts as played.
    pub(super) fn move_on(&mut self) -> Taken {
        let current = self.current.clone();
        self.put_away();
        self.advance(Why::MovedOn);
        Taken { current, played: true, turn: self.turn, ..Taken::default() }
    }

    /// Puts the track that was played before back on, and what is on after it; false when there is none before.
    pub(super) fn go_back(&mut self) -> bool {
        let Some(before) = self.played.pop() else { return false };
        if let Some(left) = self.current.take() {
            self.next.insert(0, Entry { pinned: true, ..left });
        }
        self.next.retain(|e| e.id() != before.id());
        self.put_on(before, Why::WentBack);
        true
    }

    /// Puts the first of these on and the others next. The one that is on already stays on.
    pub(super) fn choose(&mut self, mut entries: Vec<Entry>) {
        if entries.first().is_some_and(|e| self.is_current(e.id())) {
            entries.remove(0);
            return self.put_next(entries);
        }
        self.put_next(entries);
        self.put_away();
        self.advance(Why::Chosen);
    }

    /// Puts these next, before what else is to come; the current track stays where it is.
    pub(super) fn put_next(&mut self, mut entries: Vec<Entry>) {
        entries.retain(|e| !self.is_current(e.id()));
        let taken: HashSet<TrackId> = entries.iter().map(|e| e.id().clone()).collect();
        self.next.retain(|e| !taken.contains(e.id()));
        self.next.splice(0..0, entries);
    }

    /// Puts the track on in which the listener stopped, in place of one that was not played.
    pub(super) fn resume(&mut self, entry: Entry) {
        self.next.retain(|e| e.id() != entry.id());
        self.put_on(entry, Why::Resumed);
    }

    /// Goes to a track that is to come, leaving out those before it; false when it is not to come.
    pub(super) fn jump_to(&mut self, id: &TrackId) -> bool {
        let Some(place) = self.next.iter().position(|e| e.id() == id) else { return false };
        self.next.drain(..place);
        self.put_away();
        self.advance(Why::PlayerMoved);
        true
    }

    /// Puts a track on that is not to come but plays all the same. What was on was not heard and comes next.
    pub(super) fn adopt(&mut self, entry: Entry) {
        self.next.retain(|e| e.id() != entry.id());
        if let Some(unheard) = self.current.take() {
            self.next.insert(0, unheard);
        }
        self.put_on(entry, Why::PlayerMoved);
    }

    /// Takes the current track off without playing it, so that the ranking finds another one.
    pub(super) fn rank_current_again(&mut self) {
        if self.current.take().is_some() {
            self.turn += 1;
            self.note(Why::MoodMoved);
        }
    }

    /// Takes out whatever does not satisfy `keep`; the next track comes on if the current one goes.
    pub(super) fn take_out(&mut self, keep: impl Fn(&TrackId) -> bool) -> Taken {
        let mut taken = Taken::default();
        for (place, entry) in std::mem::take(&mut self.next).into_iter().enumerate() {
            if keep(entry.id()) {
                self.next.push(entry);
            } else if entry.pinned {
                taken.pinned.push((place, entry));
            }
        }
        self.played.retain(|e| keep(e.id()));
        if let Some(current) = self.current.take_if(|e| !keep(e.id())) {
            taken.current = Some(current);
            self.note(Why::Removed);
            self.advance(Why::Removed);
        }
        taken.turn = self.turn;
        taken
    }

    /// Brings back what a transition took off. The current track comes back on only if the one that came in its place is
    /// still on, else it comes next.
    pub(super) fn put_back(&mut self, taken: Taken) {
        let known = |queue: &Self, id: &TrackId| queue.find(id).is_some();
        for (place, entry) in taken.pinned {
            if !known(self, entry.id()) {
                self.next.insert(place.min(self.next.len()), entry);
            }
        }
        let Some(entry) = taken.current.filter(|e| !self.is_current(e.id())) else { return };
        let still_in_its_place = self.turn == taken.turn;
        if taken.played && !still_in_its_place {
            return;
        }
        self.next.retain(|e| e.id() != entry.id());
        if !still_in_its_place {
            return self.next.insert(0, Entry { pinned: true, ..entry });
        }
        if taken.played {
            self.played.pop();
        }
        if let Some(successor) = self.current.take() {
            self.next.insert(0, successor);
        }
        self.put_on(entry, Why::Undone);
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

    fn advance(&mut self, why: Why) {
        if self.next.is_empty() {
            self.turn += 1;
            self.note(why);
        } else {
            let first = self.next.remove(0);
            self.put_on(first, why);
        }
    }

    fn put_on(&mut self, entry: Entry, why: Why) {
        self.current = Some(entry);
        self.opened = false;
        self.note(why);
        // A place that is filled after its track was taken off is the same turn.
        if why != Why::Filled {
            self.turn += 1;
        }
    }

    /// The first reason counts: what fills an empty place afterwards only carries it out.
    fn note(&mut self, why: Why) {
        self.change.get_or_insert(why);
    }
}
