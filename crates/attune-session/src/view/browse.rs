//! Tracks looked at outside the queue: the map, and what the listener said about one.

use attune_core::{Affect, TrackId};
use serde::{Deserialize, Serialize};

/// Where tracks lie on the plane, column by column, since there may be many.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MapView {
    /// The tracks.
    pub ids: Vec<TrackId>,
    /// Of each, in [-1, 1].
    pub valence: Vec<f32>,
    /// Of each, in [-1, 1].
    pub arousal: Vec<f32>,
    /// How unsure each is: the larger standard deviation of the two axes.
    pub spread: Vec<f32>,
    /// Tracks that are on but were left out, evenly, to keep the map quick.
    pub left_out: u32,
}

/// What the listener said about a track, in words and actions.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TrackSaid {
    /// It has a heart.
    pub liked: bool,
    /// It is never to be played.
    pub never: bool,
    /// How often it was heard to its end.
    pub finished: u32,
    /// How often it was left before that.
    pub skipped: u32,
    /// How often "wrong mood" was said.
    pub wrong_moods: u32,
    /// Where the listener placed it last, if they did.
    pub track_affect: Option<Affect>,
}
