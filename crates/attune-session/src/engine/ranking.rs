//! Ranking what comes next, and publishing a queue that has changed.
//!
//! [`Engine::queue_changed`] is the end of every call that touches the queue or what it rests on: it ranks what comes
//! next, lets [`Playback::follow`](super::playback::Playback::follow) decide what the player is told, and sends the events.

use super::Engine;
use super::queue::{Entry, Origin};
use super::undo::Effect;
use crate::recommend::{Choice, Wish, circumstances, recommend};
use crate::view::{QueueEntry, QueueView, ReasonView, UiEvent, UndoableAction};
use attune_core::{Affect, AffectEstimate, Mood, Timestamp, Track, TrackId};
use std::sync::Arc;

/// How many tracks wait after the current one.
pub(super) const QUEUE_LENGTH: usize = 20;
const HOUR_MS: i64 = 3_600_000;

impl Engine {
    /// The queue, or what it rests on, has changed: ranks what comes next, tells the player and the window.
    pub(super) fn queue_changed(&mut self, now: Timestamp) {
        self.rank_next(now);
        let change = self.queue.take_change();
        self.playback.follow(&self.queue, change);
        self.drop_stale_resume_point();
        let policy = self.policy_view(now);
        self.out.push(UiEvent::Policy(policy));
        self.push_playback();
        self.push_queue();
    }

    /// Ranks what comes next. What is on stays, what is pinned keeps its place.
    fn rank_next(&mut self, now: Timestamp) {
        let mood = self.mood(now);
        let pinned = self.queue.take_pinned();
        let wanted = QUEUE_LENGTH + usize::from(self.queue.current().is_none());
        let mut next = self.ranked(&mood, wanted, &pinned, now);
        // What the listener put there stays, also where it is more than the queue would hold by itself. A track that was
        // ranked comes on, so that the others keep their places behind it.
        let filled = usize::from(self.queue.current().is_none());
        let wanted = wanted.max(pinned.len() + filled);
        for (place, entry) in pinned {
            next.insert((place + filled).min(next.len()), entry);
        }
        next.truncate(wanted);
        // A pinned track is wherever the path is when its turn comes, so that the path goes on from there.
        let path = self.path(mood.settled, wanted);
        for (entry, target) in next.iter_mut().zip(path).filter(|(e, _)| e.pinned) {
            entry.choice.aimed_at.target = target;
        }
        self.queue.set_next(next);
    }

    fn ranked(&self, mood: &Mood, wanted: usize, pinned: &[(usize, Entry)], now: Timestamp) -> Vec<Entry> {
        let path = self.path(mood.settled, wanted);
        let taken = pinned.iter().map(|(_, e)| e.id());
        let before = self.indices(taken.chain(self.queue.before()));
        let wish = self.wish(mood, &path, &before, now);
        let entry = |choice| Entry { choice, pinned: false, origin: Origin::Ranked };
        recommend(&self.pool, &wish).into_iter().map(entry).collect()
    }

    fn wish<'a>(&self, mood: &Mood, path: &'a [Affect], before: &'a [u32], now: Timestamp) -> Wish<'a> {
        Wish {
            mood: AffectEstimate { mean: mood.settled, ..mood.estimate },
            expression: mood.expression.map(|s| s.leading().0),
            policy: self.policy().0,
            hold: self.settings.hold,
            path,
            before,
            now,
            hour: self.hour(now),
            surprise: self.settings.surprise,
            soundscapes: self.settings.soundscape_share,
            seed: self.seed,
            slot: self.plays() + u64::from(self.queue.current().is_some()),
        }
    }

    /// A place in the queue for a track that was not ranked, kept when the queue is ranked again.
    pub(super) fn chosen(&mut self, track: Arc<Track>, code: &str, text: &str, now: Timestamp) -> Entry {
        let mood = self.mood(now);
        let path = self.path(mood.settled, 1);
        let target = path.first().copied().unwrap_or(mood.settled);
        let wish = self.wish(&mood, &path, &[], now);
        let (aimed_at, circumstances) = (wish.aimed_at(target, None), circumstances(&wish, target, None));
        let (code, text) = (code.into(), text.into());
        let reason = ReasonView { code, detail: String::new(), stated: false, weight: 0.0, text };
        let choice = Choice { track, aimed_at, reasons: vec![reason], terms: Vec::new(), circumstances };
        Entry { choice, pinned: true, origin: Origin::Chosen }
    }

    fn indices<'a>(&self, ids: impl Iterator<Item = &'a TrackId>) -> Vec<u32> {
        ids.filter_map(|id| self.pool.find(id)).collect()
    }

    /// How many tracks the listener was through with.
    fn plays(&self) -> u64 {
        self.feedback.all().filter(|f| f.kind.ends_a_play()).count() as u64
    }

    /// The listener's local hour.
    fn hour(&self, now: Timestamp) -> u8 {
        let local = now.0.saturating_add(i64::from(self.utc_offset) * 60_000);
        local.div_euclid(HOUR_MS).rem_euclid(24) as u8
    }

    /// Says how many minutes the listener's clock is ahead of universal time. The queue is ranked again if that makes it
    /// another hour.
    pub fn set_utc_offset(&mut self, minutes: i32) {
        let now = self.clock.now();
        let before = self.hour(now);
        self.utc_offset = minutes.clamp(-24 * 60, 24 * 60);
        if self.hour(now) != before {
            self.rank_silent_current_again();
            self.queue_changed(now);
        }
    }

    /// Keeps a track where it is when the queue is ranked again, or lets it go.
    pub fn pin(&mut self, id: &TrackId, pinned: bool) {
        let Some(title) = self.queue.pin(id, pinned) else { return };
        let action = if pinned { UndoableAction::Pinned } else { UndoableAction::Unpinned };
        self.note_action(action, title, Effect::Pin { track: id.clone(), pinned });
        self.push_queue();
    }

    /// Moves a track that is to come to a place among them, from 0, where it stays; moving none is no error.
    pub fn move_in_queue(&mut self, id: &TrackId, place: usize, now: Timestamp) {
        let Some((title, was_pinned)) = self.queue.move_to(id, place) else { return };
        if !was_pinned {
            self.note_action(UndoableAction::Pinned, title, Effect::Pin { track: id.clone(), pinned: true });
        }
        self.queue_changed(now);
    }

    /// Lets the ranking find another current track, where nothing sounds and the listener did not choose it.
    pub(super) fn rank_silent_current_again(&mut self) {
        let ranked = self.queue.current().is_some_and(|e| e.origin == Origin::Ranked);
        if ranked && !self.queue.opened() && !self.playback.is_active() {
            self.queue.rank_current_again();
        }
    }

    /// Drops what is in no catalogue that is on, or blocked, from the queue.
    pub(super) fn drop_unplayable(&mut self) {
        let (pool, opened) = (&self.pool, &self.opened);
        let heard = self.queue.current().map(|e| e.id().clone()).filter(|id| self.is_heard_to_the_end(id));
        let keep = |id: &TrackId| {
            pool.is_playable(id) || (pool.find(id).is_none() && opened.has(id)) || heard.as_ref() == Some(id)
        };
        self.queue.take_out(keep);
        self.playback.drop_handed(keep);
    }

    pub(super) fn queue_view(&self) -> QueueView {
        let mut before = self.queue.previous();
        let mut view = |entry| self.entry_view(entry, before.replace(entry));
        QueueView {
            current: self.queue.current().map(&mut view),
            next: self.queue.next().iter().map(view).collect(),
            undo: self.undo_view(),
            undo_depth: self.undo.len() as u32,
        }
    }

    pub(super) fn push_queue(&mut self) {
        let view = self.queue_view();
        self.out.push(UiEvent::Queue(view));
    }

    /// A track of the queue as it is shown, after the one before it.
    fn entry_view(&self, entry: &Entry, before: Option<&Entry>) -> QueueEntry {
        let t = entry.track();
        let row = self.pool.find(&t.id).map(|i| self.pool.rows()[i as usize]);
        let affect = row.map_or(t.affect.estimate, |r| r.affect());
        QueueEntry {
            id: t.id.clone(),
            title: t.title.clone(),
            artist: t.artist.clone(),
            album: t.album.clone(),
            year: t.year,
            genre: t.genre.clone(),
            duration_ms: t.duration_ms,
            affect,
            target: entry.choice.aimed_at.target,
            reasons: entry.choice.reasons_at(&affect, before.map(|e| &**e.track())),
            terms: entry.choice.terms.clone(),
            liked: row.map_or_else(|| self.is_liked_opened(&t.id), |r| r.liked),
            pinned: entry.pinned,
        }
    }

    /// What is on and what comes next, in order.
    #[must_use]
    pub fn queued(&self) -> Vec<Arc<Track>> {
        self.queue.entries().map(|e| e.track().clone()).collect()
    }

    /// A track of the queue, the pool, or a file that was opened.
    #[must_use]
    pub fn track(&self, id: &TrackId) -> Option<Arc<Track>> {
        let queued = self.queue.find(id).map(|e| e.track().clone());
        let pooled = || self.pool.find(id).map(|i| Arc::new(self.pool.track(i)));
        queued.or_else(pooled).or_else(|| self.opened.get(id))
    }
}
