//! Taking deeds back, one after the other.

use super::Engine;
use super::playlist::Playlist;
use crate::view::{Deed, UndoView};
use attune_core::taste::Told;
use attune_core::{FeedbackKind, Timestamp};

/// So many deeds can be taken back.
const DEPTH: usize = 50;

/// Which feedback a deed was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The archive's, by its number.
    Kept(u32),
    /// This session's, about a track that is lent.
    Passing(u32),
}

/// A deed, and the queue before it.
pub(super) struct Undo {
    deed: Deed,
    title: String,
    feedback: Option<Said>,
    playlist: Playlist,
    /// What had been said outright, where that was forgotten.
    pub(super) told: Option<Told>,
}

impl Engine {
    /// Notes a deed that changes the queue as it is now.
    pub(super) fn note_deed(&mut self, deed: Deed, title: String, feedback: Option<Said>) {
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(Undo { deed, title, feedback, playlist: self.playlist.clone(), told: None });
    }

    /// Takes the last deed back, with what it did to the queue and what was learned from it; again for the one
    /// before. False when there is none.
    pub fn undo_feedback(&mut self, now: Timestamp) -> bool {
        let Some(undo) = self.undo.pop() else { return false };
        self.playlist = undo.playlist;
        if let Some(told) = &undo.told {
            self.restore_told(told);
        }
        if let Some(said) = undo.feedback {
            self.unsay(said);
        }
        if undo.feedback.is_some() || undo.told.is_some() {
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
            Said::Passing(id) => self.passing.retain(|(known, _)| *known != id),
        }
    }

    pub(super) fn undo_view(&self) -> Option<UndoView> {
        self.undo.last().map(|u| UndoView { kind: u.deed, title: u.title.clone() })
    }
}

impl Deed {
    /// What a kind of feedback is as a deed; none for what leaves nothing to take back.
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
