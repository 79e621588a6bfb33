//! Taking actions back, one after the other.

use super::Engine;
use super::playlist::Playlist;
use crate::view::{UndoView, UndoableAction};
use attune_core::taste::StatedPreferences;
use attune_core::{FeedbackKind, Timestamp};

/// So many actions can be taken back.
const DEPTH: usize = 50;

/// Which feedback a action was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The archive's, by its number.
    Kept(u32),
    /// This session's, about a track that is lent.
    Session(u32),
}

/// A action, and the queue before it.
pub(super) struct Undo {
    action: UndoableAction,
    title: String,
    feedback: Option<Said>,
    playlist: Playlist,
    /// What had been said outright, where that was forgotten.
    pub(super) stated: Option<StatedPreferences>,
}

impl Engine {
    /// Notes a action that changes the queue as it is now.
    pub(super) fn note_action(&mut self, action: UndoableAction, title: String, feedback: Option<Said>) {
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(Undo { action, title, feedback, playlist: self.playlist.clone(), stated: None });
    }

    /// Takes the last action back, with what it did to the queue and what was learned from it; again for the one
    /// before. False when there is none.
    pub fn undo_feedback(&mut self, now: Timestamp) -> bool {
        let Some(undo) = self.undo.pop() else { return false };
        self.playlist = undo.playlist;
        if let Some(stated) = &undo.stated {
            self.restore_stated(stated);
        }
        if let Some(said) = undo.feedback {
            self.unsay(said);
        }
        if undo.feedback.is_some() || undo.stated.is_some() {
            self.relearn();
            self.tell_taste();
        }
        self.rerank(now);
        true
    }

    fn unsay(&mut self, said: Said) {
        match said {
            Said::Kept(id) => {
                let removed = self.archive.remove_feedback(id);
                self.or_warn(removed);
                self.feedback.retain(|(known, _)| *known != id);
            }
            Said::Session(id) => self.session_feedback.retain(|(known, _)| *known != id),
        }
    }

    pub(super) fn undo_view(&self) -> Option<UndoView> {
        self.undo.last().map(|u| UndoView { kind: u.action, title: u.title.clone() })
    }
}

impl UndoableAction {
    /// What a kind of feedback is as a action; none for what leaves nothing to take back.
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
