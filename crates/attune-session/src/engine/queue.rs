//! Ranking the queue and taking feedback.

use super::Engine;
use super::playlist::Entry;
use super::undo::Said;
use crate::recommend::{Choice, Wish, circumstances, recommend};
use crate::view::{QueueEntry, QueueView, ReasonView, UiEvent, UndoableAction};
use attune_core::{
    Affect, AffectEstimate, AppError, Circumstances, ErrorCode, Feedback, FeedbackKind, Mood, Timestamp,
    Track, TrackId,
};
use std::sync::Arc;

/// How many tracks wait after the current one.
pub(super) const QUEUE_LENGTH: usize = 20;
/// Who heard this share of a track heard it.
pub(super) const HEARD: f64 = 0.9;
const HOUR_MS: i64 = 3_600_000;

impl Engine {
    /// Ranks anew. What is on stays, what is pinned keeps its place.
    pub(super) fn rerank(&mut self, now: Timestamp) {
        self.restore_resume_point(now);
        let mood = self.tracker.mood(now);
        let pinned: Vec<(usize, Entry)> =
            self.playlist.next.drain(..).enumerate().filter(|(_, e)| e.pinned).collect();
        let wanted = QUEUE_LENGTH + usize::from(self.playlist.current().is_none());
        let mut next = self.choose(&mood, wanted, &pinned, now);
        // What the listener put there stays, also where it is more than the queue would hold by itself.
        let wanted = wanted.max(pinned.len());
        for (place, entry) in pinned {
            next.insert(place.min(next.len()), entry);
        }
        next.truncate(wanted);
        // A pinned track is wherever the path is when its turn comes, so that the path goes on from there.
        let path = self.path(mood.settled, wanted);
        for (entry, target) in next.iter_mut().zip(path).filter(|(e, _)| e.pinned) {
            entry.choice.target = target;
        }
        self.playlist.next = next;
        self.playlist.settle();
        let policy = self.policy_view(now);
        self.out.push(UiEvent::Policy(policy));
        self.tell_player();
        self.push_queue();
    }

    fn choose(&self, mood: &Mood, wanted: usize, pinned: &[(usize, Entry)], now: Timestamp) -> Vec<Entry> {
        let path = self.path(mood.settled, wanted);
        let taken = pinned.iter().map(|(_, e)| &e.choice.track.id);
        let before = self.indices(taken.chain(self.playlist.before()));
        let wish = self.wish(mood, &path, &before, now);
        recommend(&self.pool, &wish).into_iter().map(|choice| Entry { choice, pinned: false }).collect()
    }

    fn wish<'a>(&self, mood: &Mood, path: &'a [Affect], before: &'a [u32], now: Timestamp) -> Wish<'a> {
        Wish {
            mood: AffectEstimate { mean: mood.settled, ..mood.estimate },
            expression: mood.expression.map(|s| s.leading().0),
            policy: self.policy().0,
            path,
            before,
            now,
            hour: self.hour(now),
            surprise: self.settings.surprise,
            seed: self.seed,
            slot: self.plays() + u64::from(self.playlist.current().is_some()),
        }
    }

    /// A place in the queue for a track that was not ranked, kept when the queue is ranked again.
    pub(super) fn chosen(&mut self, track: Arc<Track>, code: &str, text: &str, now: Timestamp) -> Entry {
        let mood = self.tracker.mood(now);
        let path = self.path(mood.settled, 1);
        let target = path.first().copied().unwrap_or(mood.settled);
        let circumstances = circumstances(&self.wish(&mood, &path, &[], now), target, None);
        let reason = ReasonView { code: code.into(), detail: String::new(), weight: 0.0, text: text.into() };
        let choice = Choice { track, target, reasons: vec![reason], terms: Vec::new(), circumstances };
        Entry { choice, pinned: true }
    }

    fn indices<'a>(&self, ids: impl Iterator<Item = &'a TrackId>) -> Vec<u32> {
        ids.filter_map(|id| self.pool.find(id)).collect()
    }

    /// How many tracks the listener was through with.
    fn plays(&self) -> u64 {
        let all = self.feedback.iter().chain(&self.session_feedback);
        all.filter(|(_, f)| f.kind.ends_a_play()).count() as u64
    }

    /// The listener's local hour.
    fn hour(&self, now: Timestamp) -> u8 {
        let local = now.0.saturating_add(i64::from(self.utc_offset) * 60_000);
        local.div_euclid(HOUR_MS).rem_euclid(24) as u8
    }

    /// Says how many minutes the listener's clock is ahead of universal time.
    pub fn set_utc_offset(&mut self, minutes: i32) {
        self.utc_offset = minutes.clamp(-24 * 60, 24 * 60);
    }

    /// Moves on to the next track. Opened and moved on from, a track counts as listened to; else as skipped.
    pub fn next_track(&mut self, now: Timestamp) {
        if self.skip_in_player() {
            // What becomes of the track arrives when the player has left it.
            return;
        }
        let opened = self.playlist.opened;
        self.move_on(if opened { FeedbackKind::Finished } else { FeedbackKind::Skipped }, None, now);
    }

    pub(super) fn move_on(&mut self, kind: FeedbackKind, heard: Option<f64>, now: Timestamp) {
        let Some(current) = self.playlist.current() else { return };
        let track = current.choice.track.clone();
        let circumstances = Some(Circumstances { heard, ..current.choice.circumstances });
        let said = Feedback { circumstances, ..Feedback::new(track.id.clone(), kind, now) };
        self.take_feedback(said, track.title.clone());
        self.playlist.advance();
        self.player_moved_on();
        self.rerank(now);
    }

    /// Takes what the listener says about a track of the queue or the library (code `track_gone` if it is in
    /// neither, `artist_unnamed` if nobody is credited whom one could block). What is removed or blocked leaves the queue.
    pub fn feedback(&mut self, id: &TrackId, kind: FeedbackKind, now: Timestamp) -> Result<(), AppError> {
        let track = self.existing(id)?;
        let artist = matches!(kind, FeedbackKind::ArtistNever | FeedbackKind::ArtistAllowed);
        if artist && track.artist.trim().is_empty() {
            return Err(AppError::new(ErrorCode::ArtistUnnamed, "Nobody is credited for this track."));
        }
        let title = if artist { &track.artist } else { &track.title }.clone();
        let artist = artist.then(|| track.artist.clone());
        let circumstances = self.playlist.find(id).map(|e| e.choice.circumstances);
        self.take_feedback(Feedback { artist, circumstances, ..Feedback::new(id.clone(), kind, now) }, title);
        self.after_feedback(id, kind, now);
        Ok(())
    }

    fn after_feedback(&mut self, id: &TrackId, kind: FeedbackKind, now: Timestamp) {
        match kind {
            FeedbackKind::Never | FeedbackKind::WrongMood | FeedbackKind::Removed => {
                if self.playlist.current().is_some_and(|e| e.choice.track.id == *id) {
                    self.playlist.advance();
                } else {
                    self.playlist.remove(id);
                }
                self.rerank(now);
            }
            FeedbackKind::ArtistNever => {
                self.drop_blocked();
                self.rerank(now);
            }
            FeedbackKind::Allowed | FeedbackKind::ArtistAllowed | FeedbackKind::Placed => self.rerank(now),
            FeedbackKind::Opened => {
                self.playlist.opened |= self.playlist.current().is_some_and(|e| e.choice.track.id == *id);
            }
            _ => self.push_queue(),
        }
    }

    /// The listener says where on the plane a track lies (code `track_gone` if it is in no catalogue).
    pub fn set_track_affect(&mut self, id: &TrackId, affect: Affect, now: Timestamp) -> Result<(), AppError> {
        let track = self.existing(id)?;
        let said =
            Feedback { track_affect: Some(affect), ..Feedback::new(id.clone(), FeedbackKind::Placed, now) };
        self.take_feedback(said, track.title.clone());
        self.after_feedback(id, FeedbackKind::Placed, now);
        Ok(())
    }

    /// Lets an artist in again, by name as credited.
    pub fn allow_artist(&mut self, artist: &str, now: Timestamp) {
        let track = TrackId::from_names("", artist);
        let (kind, artist) = (FeedbackKind::ArtistAllowed, Some(artist.to_owned()));
        let title = artist.clone().unwrap_or_default();
        self.take_feedback(Feedback { artist, ..Feedback::new(track.clone(), kind, now) }, title);
        self.after_feedback(&track, kind, now);
    }

    /// Lets a track in again that was never to be played.
    pub fn allow_track(&mut self, id: &TrackId, now: Timestamp) {
        let title = self.track(id).map_or_else(|| id.to_string(), |t| t.title.clone());
        self.take_feedback(Feedback::new(id.clone(), FeedbackKind::Allowed, now), title);
        self.after_feedback(id, FeedbackKind::Allowed, now);
    }

    fn existing(&self, id: &TrackId) -> Result<Arc<Track>, AppError> {
        let gone = || AppError::new(ErrorCode::TrackGone, "This track is no longer in any catalogue.");
        self.pool.find(id).map(|i| self.pool.track(i).clone()).ok_or_else(gone)
    }

    /// Keeps a track where it is when the queue is ranked again.
    pub fn pin(&mut self, id: &TrackId, pinned: bool) {
        let Some(title) = self
            .playlist
            .next
            .iter()
            .find(|e| e.choice.track.id == *id && e.pinned != pinned)
            .map(|e| e.choice.track.title.clone())
        else {
            return;
        };
        self.note_action(if pinned { UndoableAction::Pinned } else { UndoableAction::Unpinned }, title, None);
        for entry in self.playlist.next.iter_mut().filter(|e| e.choice.track.id == *id) {
            entry.pinned = pinned;
        }
        self.push_queue();
    }

    /// Writes feedback down, learns from it, and notes the action with the queue as it is before anything is done.
    fn take_feedback(&mut self, feedback: Feedback, title: String) {
        let kind = feedback.kind;
        if self.is_session_only(&feedback.track) {
            return self.take_session_feedback(feedback, title);
        }
        self.pool.learn(&feedback);
        let stored = self.archive.add_feedback(&feedback);
        if let Some(id) = self.or_warn(stored) {
            self.feedback.push((id, feedback));
            if let Some(action) = UndoableAction::of(kind) {
                self.note_action(action, title, Some(Said::Kept(id)));
            }
        }
        if kind.takes_back().is_some() {
            self.relearn();
        }
        self.tell_taste();
    }

    pub(super) fn queue_view(&self) -> QueueView {
        QueueView {
            current: self.playlist.current().map(|e| self.entry_view(e)),
            next: self.playlist.next.iter().map(|e| self.entry_view(e)).collect(),
            undo: self.undo_view(),
            undo_depth: self.undo.len() as u32,
        }
    }

    pub(super) fn push_queue(&mut self) {
        let view = self.queue_view();
        self.out.push(UiEvent::Queue(view));
    }

    fn entry_view(&self, entry: &Entry) -> QueueEntry {
        let t = &entry.choice.track;
        let row = self.pool.find(&t.id).map(|i| self.pool.rows()[i as usize]);
        QueueEntry {
            id: t.id.clone(),
            title: t.title.clone(),
            artist: t.artist.clone(),
            album: t.album.clone(),
            year: t.year,
            genre: t.genre.clone(),
            duration_ms: t.duration_ms,
            affect: row.map_or(t.affect.estimate, |r| r.affect()),
            target: entry.choice.target,
            reasons: entry.choice.reasons.clone(),
            terms: entry.choice.terms.clone(),
            liked: row.is_some_and(|r| r.liked),
            pinned: entry.pinned,
        }
    }

    /// What is on and what comes next, in order.
    #[must_use]
    pub fn queued(&self) -> Vec<Arc<Track>> {
        self.playlist.entries().map(|e| e.choice.track.clone()).collect()
    }

    /// A track of the queue or the pool, to open it elsewhere.
    #[must_use]
    pub fn track(&self, id: &TrackId) -> Option<Arc<Track>> {
        let queued = self.playlist.find(id).map(|e| e.choice.track.clone());
        queued.or_else(|| self.pool.find(id).map(|i| self.pool.track(i).clone()))
    }
}
