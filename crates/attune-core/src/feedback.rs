//! What the listener says about a track by deed or by button.

use crate::{Timestamp, TrackId};
use serde::{Deserialize, Serialize};

/// The kinds of feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FeedbackKind {
    /// Listened to the end.
    Finished,
    /// The heart.
    Liked,
    /// The heart taken back.
    Unliked,
    /// Next, before the end.
    Skipped,
    /// Never play this again.
    Never,
    /// Good song, wrong mood: loosens what is believed of the track, says nothing of the listener's taste.
    WrongMood,
    /// Opened in Spotify.
    Opened,
}

impl FeedbackKind {
    /// Whether the track was on when this was said, so that it should rest for a while.
    #[must_use]
    pub fn was_played(self) -> bool {
        !matches!(self, Self::Unliked | Self::Never)
    }
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    /// The track it is about.
    pub track: TrackId,
    /// What was said.
    pub kind: FeedbackKind,
    /// When.
    pub at: Timestamp,
}
