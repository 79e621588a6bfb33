//! Taking actions back, one after the other.
//!
//! An action is noted with its own effect and nothing else: the feedback it added, what it took off the queue, the pin it
//! set, the preferences it forgot. Taking it back reverses that effect and leaves alone whatever came after.

use super::Engine;
use super::feedback_log::FeedbackKey;
use super::queue::Taken;
use crate::view::{UndoView, UndoableAction};
use attune_core::player::ResumePoint;
use attune_core::taste::StatedPreferences;
use attune_core::{AppError, FeedbackKind, Timestamp, TrackId};

/// So many actions can be taken back.
const DEPTH: usize = 50;

/// What an action did.
pub(super) enum Effect {
    /// It added feedback, and took something off the queue; the number is where in the current track that was.
    Feedback {
        /// The feedback.
        key: FeedbackKey,
        /// What was taken off, and the position in the current track in milliseconds.
        taken: Option<Box<(Taken, u32)>>,
    },
    /// It pinned a track, or let it go.
    Pin {
        /// The track.
        track: TrackId,
        /// What it is now.
        pinned: bool,
    },
    /// It forgot what had been stated.
    Forgot(StatedPreferences),
}

/// An action that can be taken back.
pub(super) struct Undo {
    action: UndoableAction,
    title: String,
    effect: Effect,
}

impl Engine {
    /// Notes an action.
    pub(super) fn note_action(&mut self, action: UndoableAction, title: String, effect: Effect) {
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(Undo { action, title, effect });
    }

    /// Takes the last action back, with what it did to the queue and what was learned from it; again for the one
    /// before. False when there is none, or when it could not be taken back on disk, which is shown.
    pub fn undo_feedback(&mut self, now: Timestamp) -> bool {
        self.estimation_time(now);
        let Some(undo) = self.undo.pop() else { return false };
        let done = self.take_back(&undo.effect);
        if self.or_warn(done).is_none() {
            self.undo.push(undo);
            return false;
        }
        if let Effect::Feedback { taken: Some(taken), .. } = undo.effect {
            self.bring_back(*taken);
        }
        self.queue_changed(now);
        true
    }

    /// Reverses all of an effect but what it took off the queue.
    fn take_back(&mut self, effect: &Effect) -> Result<(), AppError> {
        match effect {
            Effect::Feedback { key, .. } => self.feedback.retract(&mut *self.archive, *key)?,
            Effect::Forgot(before) => self.restore_stated(before)?,
            Effect::Pin { track, pinned } => {
                self.queue.pin(track, !pinned);
                return Ok(());
            }
        }
        self.relearn();
        self.send_taste();
        Ok(())
    }

    fn bring_back(&mut self, (mut taken, position_ms): (Taken, u32)) {
        let pool = &self.pool;
        taken.retain(|id| pool.is_playable(id));
        let resumed = taken.current().map(|e| ResumePoint { track: e.id().clone(), position_ms });
        self.queue.put_back(taken);
        if let Some(point) = resumed.filter(|p| p.position_ms > 0 && self.queue.is_current(&p.track)) {
            self.playback.resume_at(point);
        }
    }

    /// Drops actions whose feedback is in the log no more.
    pub(super) fn drop_impossible_undo(&mut self) {
        let log = &self.feedback;
        self.undo.retain(|u| match &u.effect {
            Effect::Feedback { key, .. } => log.has(*key),
            Effect::Pin { .. } | Effect::Forgot(_) => true,
        });
    }

    pub(super) fn undo_view(&self) -> Option<UndoView> {
        self.undo.last().map(|u| UndoView { kind: u.action, title: u.title.clone() })
    }
}

impl UndoableAction {
    /// What a kind of feedback is as an action; none for what leaves nothing to take back.
    pub(super) fn of(kind: FeedbackKind) -> Option<Self> {
        Some(match kind {
            FeedbackKind::Finished => Self::Finished,
            FeedbackKind::Liked => Self::Liked,
            FeedbackKind::Unliked => Self::Unliked,
            FeedbackKind::Skipped => Self::Skipped,
            FeedbackKind::Removed => Self::Removed,
            FeedbackKind::Never => Self::Never,
            FeedbackKind::Allowed => Self::Allowed,
            FeedbackKind::ArtistNever => Self::ArtistNever,
            FeedbackKind::ArtistAllowed => Self::ArtistAllowed,
            FeedbackKind::WrongMood => Self::WrongMood,
            FeedbackKind::Placed => Self::Placed,
            FeedbackKind::Opened => return None,
        })
    }
}
