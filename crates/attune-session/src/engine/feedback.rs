//! Taking feedback: writing it down, learning from it, and what it does to the queue.

use super::Engine;
use super::feedback_log::FeedbackKey;
use super::queue::{Entry, Taken};
use super::undo::Effect;
use crate::view::UndoableAction;
use attune_core::{
    Affect, AppError, Circumstances, ErrorCode, Feedback, FeedbackKind, Timestamp, Track, TrackId,
};
use std::sync::Arc;

impl Engine {
    /// The current track is over, heard to this share: notes it and moves on.
    pub(super) fn move_on(&mut self, kind: FeedbackKind, heard: Option<f64>, now: Timestamp) {
        let Some(entry) = self.queue.current().cloned() else { return };
        let position_ms = self.playback.position_in(entry.id());
        let sounded = self.playback.is_active();
        let key = self.was_heard(&entry, kind, heard, now);
        let taken = self.queue.move_on();
        // What the player has played to its end stays played.
        let back = (kind == FeedbackKind::Skipped || !sounded).then_some((taken, position_ms));
        self.note_feedback(kind, entry.track().title.clone(), key, back);
        self.queue_changed(now);
    }

    /// Notes how a track was heard.
    pub(super) fn was_heard(
        &mut self,
        entry: &Entry,
        kind: FeedbackKind,
        heard: Option<f64>,
        now: Timestamp,
    ) -> FeedbackKey {
        let circumstances = Some(Circumstances { heard, ..entry.choice.circumstances });
        self.take_feedback(Feedback { circumstances, ..Feedback::new(entry.id().clone(), kind, now) })
    }

    /// Takes what the listener says about a track of the queue or the library (code `track_gone` if it is in
    /// neither, `artist_unnamed` if nobody is credited whom one could block). Of several artists the main one is meant.
    /// What is removed or blocked leaves the queue.
    pub fn feedback(&mut self, id: &TrackId, kind: FeedbackKind, now: Timestamp) -> Result<(), AppError> {
        self.estimation_time(now);
        let track = self.existing(id)?;
        let artist = matches!(kind, FeedbackKind::ArtistNever | FeedbackKind::ArtistAllowed);
        let lead = self.pool.find(id).map_or("", |i| self.pool.lead(i)).to_owned();
        if artist && lead.is_empty() {
            return Err(AppError::new(
                ErrorCode::ArtistUnnamed,
                "This track has no artist to block. Block the track itself instead.",
            ));
        }
        let title = if artist { &lead } else { &track.title }.clone();
        let artist = artist.then_some(lead);
        let circumstances = self.queue.find(id).map(|e| e.choice.circumstances);
        self.say(Feedback { artist, circumstances, ..Feedback::new(id.clone(), kind, now) }, title);
        Ok(())
    }

    /// The listener says where on the plane a track lies (code `track_gone` if it is in no catalogue).
    pub fn set_track_affect(&mut self, id: &TrackId, affect: Affect, now: Timestamp) -> Result<(), AppError> {
        let title = self.existing(id)?.title.clone();
        let said = Feedback::new(id.clone(), FeedbackKind::Placed, now);
        self.say(Feedback { track_affect: Some(affect), ..said }, title);
        Ok(())
    }

    /// Lets an artist in again, by name as credited. Nothing happens where nobody of that name is kept out.
    pub fn allow_artist(&mut self, artist: &str, now: Timestamp) {
        if !self.blocked_artists().iter().any(|name| name == artist) {
            return;
        }
        let said = Feedback::new(TrackId::from_names("", artist), FeedbackKind::ArtistAllowed, now);
        self.say(Feedback { artist: Some(artist.to_owned()), ..said }, artist.to_owned());
    }

    /// Lets a track in again that was never to be played. Nothing happens with any other.
    pub fn allow_track(&mut self, id: &TrackId, now: Timestamp) {
        if self.standing(FeedbackKind::Never).all(|said| said.track != *id) {
            return;
        }
        let title = self.track(id).map_or_else(|| id.to_string(), |t| t.title.clone());
        self.say(Feedback::new(id.clone(), FeedbackKind::Allowed, now), title);
    }

    /// Takes feedback with all that it does.
    fn say(&mut self, feedback: Feedback, title: String) {
        let (id, kind, now) = (feedback.track.clone(), feedback.kind, feedback.at);
        let key = self.take_feedback(feedback);
        let position_ms = self.playback.position_in(&id);
        let taken = self.take_out_after(&id, kind);
        self.note_feedback(kind, title, key, taken.map(|t| (t, position_ms)));
        match kind {
            FeedbackKind::Liked | FeedbackKind::Unliked | FeedbackKind::Finished | FeedbackKind::Skipped => {
                self.push_queue();
            }
            FeedbackKind::Opened => {
                self.queue.open(&id);
                self.push_queue();
            }
            _ => self.queue_changed(now),
        }
    }

    /// Takes off the queue what must not be in it after such feedback.
    fn take_out_after(&mut self, id: &TrackId, kind: FeedbackKind) -> Option<Taken> {
        match kind {
            FeedbackKind::Never | FeedbackKind::WrongMood | FeedbackKind::Removed => {
                self.playback.drop_handed(|other| other != id);
                Some(self.queue.take_out(|other| other != id))
            }
            FeedbackKind::ArtistNever => {
                let (pool, opened) = (&self.pool, &self.opened);
                let keep = |id: &TrackId| pool.is_playable(id) || (pool.find(id).is_none() && opened.has(id));
                self.playback.drop_handed(keep);
                Some(self.queue.take_out(keep))
            }
            _ => None,
        }
    }

    /// Notes feedback as an action that can be taken back, with what it took off the queue.
    fn note_feedback(
        &mut self,
        kind: FeedbackKind,
        title: String,
        key: FeedbackKey,
        taken: Option<(Taken, u32)>,
    ) {
        if let Some(action) = UndoableAction::of(kind) {
            self.note_action(action, title, Effect::Feedback { key, taken: taken.map(Box::new) });
        }
    }

    /// Writes feedback down and learns from it.
    fn take_feedback(&mut self, feedback: Feedback) -> FeedbackKey {
        let takes_back = feedback.kind.takes_back().is_some();
        let key = if self.is_session_only(&feedback.track) {
            self.pool.note(&feedback);
            self.feedback.add_for_session(feedback)
        } else {
            self.pool.learn(&feedback);
            let (key, written) = self.feedback.add(&mut *self.archive, feedback);
            if let Err(error) = written {
                self.not_saved(error);
            }
            key
        };
        if takes_back {
            self.relearn();
        }
        self.send_taste();
        key
    }

    fn existing(&self, id: &TrackId) -> Result<Arc<Track>, AppError> {
        let gone = || AppError::new(ErrorCode::TrackGone, "This track is no longer in your library.");
        let pooled = self.pool.find(id).map(|i| Arc::new(self.pool.track(i)));
        pooled.or_else(|| self.opened.get(id)).ok_or_else(gone)
    }
}
