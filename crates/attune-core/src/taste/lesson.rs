//! What feedback is worth: the value it says a track has, and how loudly.

use crate::feedback::{Feedback, FeedbackKind, HEARD_SHARE};

/// A value on the scale on which 1 is "heard to the end" and 0 "skipped at once", and its weight (1 is one
/// ordinary play; none at all for what says nothing about taste).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Lesson {
    pub(crate) value: f64,
    pub(crate) weight: f64,
}

impl Lesson {
    /// The lesson in a piece of feedback; none where it says nothing about taste.
    pub(crate) fn of(feedback: &Feedback) -> Option<Self> {
        let heard = feedback.circumstances.and_then(|c| c.heard).map(|h| h.clamp(0.0, 1.0));
        let (value, weight) = match feedback.kind {
            FeedbackKind::Finished => (1.0, 1.0),
            FeedbackKind::Liked => (1.4, 1.0),
            FeedbackKind::Skipped => match heard {
                Some(share) => (skipped_after(share), 1.0),
                // Nobody knows whether it was listened to at all.
                None => (0.0, 0.5),
            },
            FeedbackKind::Removed => (-0.3, 1.0),
            FeedbackKind::Never | FeedbackKind::ArtistNever => (-0.5, 1.0),
            FeedbackKind::Unliked
            | FeedbackKind::Allowed
            | FeedbackKind::ArtistAllowed
            | FeedbackKind::WrongMood
            | FeedbackKind::Placed
            | FeedbackKind::Opened => return None,
        };
        Some(Self { value, weight })
    }
}

/// An early skip is worth nothing, a late one nearly as much as hearing it all.
fn skipped_after(share: f64) -> f64 {
    (share / HEARD_SHARE).clamp(0.0, 1.0).powi(2)
}
