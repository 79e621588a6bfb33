//! Ranking the queue and taking feedback.

use super::Engine;
use super::playlist::{Entry, Playlist};
use crate::view::{QueueEntry, QueueView, ReasonView, UiEvent, UndoView};
use attune_core::rank::{self, ClassicMood, Pool, Ranked, Reason, Request};
use attune_core::{Affect, AppError, Feedback, FeedbackKind, Mood, Policy, Timestamp, Track, TrackId};
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
        let mut next = if self.settings.policy == Policy::Classic {
            self.classic_entries(&mood, wanted, &pinned)
        } else {
            self.ranked_entries(&mood, wanted, &pinned, now)
        };
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

    fn ranked_entries(
        &self,
        mood: &Mood,
        wanted: usize,
        pinned: &[(usize, Entry)],
        now: Timestamp,
    ) -> Vec<Entry> {
        let path = self.path(mood.settled, wanted);
        let before = self.indices(self.playlist.before().chain(pinned.iter().map(|(_, e)| &e.track.id)));
        let request = Request {
            path: &path,
            mood_sd: (mood.estimate.sd_valence, mood.estimate.sd_arousal),
            now,
            seed: self.seed,
            before: &before,
        };
        rank::rank(&self.pool, &request).iter().map(|r| entry(&self.pool, r, self.settings.policy)).collect()
    }

    fn classic_entries(&self, mood: &Mood, wanted: usize, pinned: &[(usize, Entry)]) -> Vec<Entry> {
        let list = mood.expression.map_or_else(
            || ClassicMood::for_affect(mood.settled),
            |s| ClassicMood::for_expression(s.leading().0),
        );
        let before = self.indices(self.playlist.before().chain(pinned.iter().map(|(_, e)| &e.track.id)));
        rank::classic_order(&self.pool, list)
            .into_iter()
            .filter(|i| !before.contains(i))
            .take(wanted)
            .map(|i| classic_entry(&self.pool, i, list, mood.settled))
            .collect()
    }

    fn indices<'a>(&self, ids: impl Iterator<Item = &'a TrackId>) -> Vec<u32> {
        ids.filter_map(|id| self.pool.find(id)).collect()
    }

    /// Moves on to the next track. Opened and moved on from, a track counts as listened to; else as skipped.
    pub fn next_track(&mut self, now: Timestamp) {
        let Some(current) = self.playlist.current() else { return };
        let kind = if self.playlist.opened { FeedbackKind::Finished } else { FeedbackKind::Skipped };
        let track = current.track.clone();
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
                let was_current = self.playlist.current().is_some_and(|e| e.track.id == *id);
                if was_current {
                    self.playlist.advance();
                } else {
                    self.playlist.remove(id);
                }
                self.rerank(now);
            }
            FeedbackKind::Opened => {
                self.playlist.opened |= self.playlist.current().is_some_and(|e| e.track.id == *id);
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
            if entry.track.id == *id {
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
        let t = &entry.track;
        QueueEntry {
            id: t.id.clone(),
            title: t.title.clone(),
            artist: t.artist.clone(),
            year: t.year,
            genre: t.genre.clone(),
            affect: t.affect.estimate,
            target: entry.target,
            reasons: entry.reasons.clone(),
            liked: self.pool.find(&t.id).is_some_and(|i| self.pool.rows()[i as usize].liked),
            pinned: entry.pinned,
        }
    }

    /// A track of the queue or the pool, to open it elsewhere.
    #[must_use]
    pub fn track(&self, id: &TrackId) -> Option<Arc<Track>> {
        let queued = self.playlist.find(id).map(|e| e.track.clone());
        queued.or_else(|| self.pool.find(id).map(|i| self.pool.track(i).clone()))
    }
}

fn entry(pool: &Pool, ranked: &Ranked, policy: Policy) -> Entry {
    let track = pool.track(ranked.index).clone();
    let row = &pool.rows()[ranked.index as usize];
    let reasons = rank::reasons(&ranked.terms, &track.affect.estimate, policy, row.finished);
    Entry {
        track,
        target: ranked.target,
        reasons: reasons.into_iter().map(reason_view).collect(),
        pinned: false,
    }
}

fn classic_entry(pool: &Pool, index: u32, list: ClassicMood, target: Affect) -> Entry {
    let track = pool.track(index).clone();
    let reason = rank::classic_reason(list, pool.rows()[index as usize].popularity);
    Entry { track, target, reasons: vec![reason_view(reason)], pinned: false }
}

fn reason_view(reason: Reason) -> ReasonView {
    ReasonView { code: reason.code.code().into(), weight: f64::from(reason.weight), text: reason.text }
}
