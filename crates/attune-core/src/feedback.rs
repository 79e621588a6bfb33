//! What the listener says about a track by deed or by button.

use crate::{Timestamp, TrackId};
use serde::{Deserialize, Serialize};

/// The kinds of feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FeedbackKind {
    /// Listened to the end (or opened and not skipped).
    Finished,
    /// The heart.
    Liked,
    /// Next, before the end.
    Skipped,
    /// Never play this again.
    Never,
    /// Good song, wrong mood: moves what is believed of the track, not of the listener's taste.
    WrongMood,
    /// Opened in Spotify.
    Opened,
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
