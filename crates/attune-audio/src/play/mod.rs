//! Playing the listener's own files: decoded here, joined without a gap, levelled, and handed to a sound output.
//!
//! [`LocalPlayer`] stands behind the core's port [`Player`](attune_core::ports::Player). One thread decodes ahead into a
//! ring; the sound card's own thread takes from it and never waits; a third deals with outputs, which may hang.

mod card;
mod edges;
mod guard;
mod line;
mod local;
mod output_manager;
mod priming;
mod program;
mod reader;
mod running;
mod speakers;
mod tap;

pub use card::{Card, outputs};
pub use local::{LocalPlayer, Options};
pub use speakers::{Lost, Opened, Output, Plug, Speakers};
pub use tap::Tap;

use attune_core::Track;
use attune_core::player::Volume;
use std::path::PathBuf;
use std::sync::Arc;

/// Where a track is, and how it is levelled.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// What to add to its level, in dB; 0 leaves it as it is. See [`level_gain`].
    pub gain_db: f32,
}

/// Finds the file of a track; none if it is not among the listener's.
pub type Resolve = Arc<dyn Fn(&Track) -> Option<Source> + Send + Sync>;

/// The loudness that levelled tracks come to, in LUFS: ReplayGain 2's.
pub const TARGET_LUFS: f64 = -18.0;

/// The gain in dB that brings a track, or its album, of that integrated loudness to [`TARGET_LUFS`]. What is made louder
/// may reach full scale; the player keeps it from clipping.
#[must_use]
pub fn level_gain(integrated_lufs: f64) -> f32 {
    let gain = TARGET_LUFS - integrated_lufs;
    // Near silence there is nothing to level.
    if gain.is_finite() { gain.clamp(-30.0, 20.0) as f32 } else { 0.0 }
}

/// The amplitude of a volume: its cube, so that equal steps sound about equal. 50 % is -18 dB.
#[must_use]
pub fn amplitude(volume: Volume) -> f32 {
    (f32::from(volume.as_percent()) / 100.0).powi(3)
}
