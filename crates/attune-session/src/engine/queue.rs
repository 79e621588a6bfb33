//! Ranking the queue and taking feedback.

use super::Engine;
use super::playlist::{Entry, Playlist};
use crate::recommend::{Wish, recommend};
use crate::view::{QueueEntry, QueueView, UiEvent, UndoView};
use attune_core::{AffectEstimate, AppError, Feedback, FeedbackKind, Mood, Timestamp, Track, TrackId};
use std::sync::Arc;

/// How many tracks wait after the current one.
pub(super) const QUEUE_LENGTH: usize = 20;

/// The last feedback, and the queue before it.
pub(super) struct Undo {
    feedback: u32,
    kind: FeedbackKind,
    title: String,
    playlist: Playlist,
}

impl Engine {
    /// Ranks anew. What is on stays, what is pinned keeps its place.
    pub(super) fn rerank(&mut self, now: Timestamp) {
        let mood = self.tracker.mood(now);
        let pinned: Vec<(usize, Entry)> =
            self.playlist.next.drain(..).enumerate().filter(|(_, e)| e.pinned).collect();
        let wanted = QUEUE_LENGTH + usize::from(self.playlist.current().is_none());
        let mut next = self.choose(&mood, wanted, &pinned, now);
        for (place, entry) in pinned {
            next.insert(place.min(next.len()), entry);
        }
        next.truncate(wanted);
        self.playlist.next = next;
        self.playlist.settle();
        let policy = self.policy_view(now);
        self.out.push(UiEvent::Policy(policy));
        self.push_queue();
    }

    fn choose(&self, mood: &Mood, wanted: usize, pinned: &[(usize, Entry)], now: Timestamp) -> Vec<Entry> {
        let path = self.path(mood.settled, wanted);
        let taken = pinned.iter().map(|(_, e)| &e.choice.track.id);
        let before = self.indices(taken.chain(self.playlist.before()));
        let wish = Wish {
            mood: AffectEstimate { mean: mood.settled, ..mood.estimate },
            expression: mood.expression.map(|s| s.leading().0),
            policy: self.policy().0,
            path: &path,
            before: &before,
            now,
            seed: self.seed,
        };
        recommend(&self.pool, &wish).into_iter().map(|choice| Entry { choice, pinned: false }).collect()
    }

    fn indices<'a>(&self, ids: impl Iterator<Item = &'a TrackId>) -> Vec<u32> {
        ids.filter_map(|id| self.pool.find(id)).collect()
    }

    /// Moves on to the next track. Opened and moved on from, a track counts as listened to; else as skipped.
    pub fn next_track(&mut self, now: Timestamp) {
        let Some(current) = self.playlist.current() else { return };
        let kind = if self.playlist.opened { FeedbackKind::Finished } else { FeedbackKind::Skipped };
        let track = current.choice.track.clone();
        self.take_feedback(&track, kind, now);
        self.playlist.advance();
        self.rerank(now);
    }

    /// Takes what the listener says about a track of the queue or the library (code `track_gone` if it is in
    /// neither).
    pub fn feedback(&mut self, id: &TrackId, kind: FeedbackKind, now: Timestamp) -> Result<(), AppError> {
        let gone = || AppError::new("track_gone", "This track is no longer in any catalogue.");
        let track = self.pool.find(id).map(|i| self.pool.track(i).clone()).ok_or_else(gone)?;
        self.take_feedback(&track, kind, now);
        match kind {
            FeedbackKind::Never | FeedbackKind::WrongMood => {
                let was_current = self.playlist.current().is_some_and(|e| e.choice.track.id == *id);
                if was_current {
                    self.playlist.advance();
                } else {
                    self.playlist.remove(id);
                }
                self.rerank(now);
            }
            FeedbackKind::Opened => {
                self.playlist.opened |= self.playlist.current().is_some_and(|e| e.choice.track.id == *id);
            }
            _ => self.push_queue(),
        }
        Ok(())
    }

    /// Takes the last feedback back, with what it did to the queue. False when there is none.
    pub fn undo_feedback(&mut self, now: Timestamp) -> bool {
        let Some(undo) = self.undo.take() else { return false };
        let removed = self.archive.remove_feedback(undo.feedback);
        self.or_warn(removed);
        self.feedback.retain(|(id, _)| *id != undo.feedback);
        self.playlist = undo.playlist;
        self.rebuild_pool(now);
        true
    }

    /// Keeps a track where it is when the queue is ranked again.
    pub fn pin(&mut self, id: &TrackId, pinned: bool) {
        for entry in &mut self.playlist.next {
            if entry.choice.track.id == *id {
                entry.pinned = pinned;
            }
        }
        self.push_queue();
    }

    fn take_feedback(&mut self, track: &Arc<Track>, kind: FeedbackKind, now: Timestamp) {
        let feedback = Feedback { track: track.id.clone(), kind, at: now };
        self.pool.learn(&feedback);
        let stored = self.archive.add_feedback(&feedback);
        let Some(id) = self.or_warn(stored) else { return };
        self.feedback.push((id, feedback));
        self.undo =
            Some(Undo { feedback: id, kind, title: track.title.clone(), playlist: self.playlist.clone() });
    }

    pub(super) fn queue_view(&self) -> QueueView {
        QueueView {
            current: self.playlist.current().map(|e| self.entry_view(e)),
            next: self.playlist.next.iter().map(|e| self.entry_view(e)).collect(),
            undo: self
                .undo
                .as_ref()
                .filter(|u| u.kind != FeedbackKind::Opened)
                .map(|u| UndoView { kind: u.kind, title: u.title.clone() }),
        }
    }

    pub(super) fn push_queue(&mut self) {
        let view = self.queue_view();
        self.out.push(UiEvent::Queue(view));
    }

    fn entry_view(&self, entry: &Entry) -> QueueEntry {
        let t = &entry.choice.track;
        QueueEntry {
            id: t.id.clone(),
            title: t.title.clone(),
            artist: t.artist.clone(),
            year: t.year,
            genre: t.genre.clone(),
            affect: t.affect.estimate,
            target: entry.choice.target,
            reasons: entry.choice.reasons.clone(),
            liked: self.pool.find(&t.id).is_some_and(|i| self.pool.rows()[i as usize].liked),
            pinned: entry.pinned,
        }
    }

    /// A track of the queue or the pool, to open it elsewhere.
    #[must_use]
    pub fn track(&self, id: &TrackId) -> Option<Arc<Track>> {
        let queued = self.playlist.find(id).map(|e| e.choice.track.clone());
        queued.or_else(|| self.pool.find(id).map(|i| self.pool.track(i).clone()))
    }
}
