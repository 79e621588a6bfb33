//! The sleep timer as the window sets and shows it.

use serde::{Deserialize, Serialize};

/// When the music is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum SleepTimer {
    /// After so many minutes, 1 to 1,440.
    Minutes(u32),
    /// At the end of the current track.
    EndOfTrack,
}

/// The sleep timer that is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SleepView {
    /// When the music stops; none at the end of the track.
    pub ends_at: Option<f64>,
}
