//! Playing on this computer: files are decoded, soundscapes made, joined without a gap, levelled, and handed to a sound
//! output.
//!
//! [`LocalPlayer`] stands behind the core's port [`Player`](attune_core::ports::Player). One thread decodes ahead into a
//! ring; the sound card's own thread takes from it and never waits; a third deals with outputs, which may hang.

mod blend;
mod card;
mod edges;
mod generated;
mod growing;
mod guard;
mod incoming;
mod line;
mod local;
mod output_manager;
mod playing;
mod priming;
mod program;
mod reader;
mod reference;
mod running;
mod scope;
mod speakers;
mod tap;

pub use card::{Card, outputs};
pub use growing::{Fetch, Growing, Stop};
pub use local::{LocalPlayer, Options};
pub use reference::{Reference, ReferenceReader};
pub use scope::{BANDS, Levels, Scope};
pub use speakers::{Lost, Opened, Output, Plug, Speakers};
pub use tap::Tap;

use attune_core::Track;
use attune_core::player::{AlbumPlace, Crossfade, Volume};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// Where a track's sound comes from, and how it is levelled.
#[derive(Debug)]
pub struct Source {
    /// Where the sound comes from.
    pub sound: Sound,
    /// What to add to its level, in dB; 0 leaves it as it is. See [`level_gain`].
    pub gain_db: f32,
    /// Where it stands on its album, so that an album played in order is not crossfaded.
    pub album: Option<AlbumPlace>,
}

impl Source {
    /// A file that stands on no album.
    #[must_use]
    pub fn file(path: impl Into<PathBuf>, gain_db: f32) -> Self {
        Self { sound: Sound::File(path.into()), gain_db, album: None }
    }
}

/// Where sound comes from.
pub enum Sound {
    /// A file that is decoded.
    File(PathBuf),
    /// Something that makes it while it is played.
    Generated(Box<dyn Generator>),
    /// A file that is on its way, played while it comes: the player is silent while it waits for it, and goes on with the
    /// next track where it does not come. Nothing is asked for before it is to be played.
    Loading(Fetch),
}

impl fmt::Debug for Sound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Generated(_) => f.write_str("Generated"),
            Self::Loading(_) => f.write_str("Loading"),
        }
    }
}

/// Frames a second of what a [`Generator`] makes.
pub const GENERATED_RATE: u32 = 48_000;

/// Makes sound while it is played: [`GENERATED_RATE`] frames a second, two channels. It is asked ahead of what is heard, by
/// as much as the ring to the sound card holds, on the player's thread, which nothing may hold up.
pub trait Generator: Send {
    /// Fills `out` with interleaved stereo and gives the number of frames written; less than there is room for only at
    /// the end, then 0.
    fn read(&mut self, out: &mut [f32]) -> usize;

    /// Length in frames, as far as it is known by now.
    fn frames(&self) -> u64;

    /// Goes to a frame, at most the end.
    fn seek(&mut self, frame: u64);
}

/// Finds the sound of a track; none if this computer cannot play it.
pub type Resolve = Arc<dyn Fn(&Track) -> Option<Source> + Send + Sync>;

/// For how long tracks are crossfaded, as it is set now. Clones share it; a change counts from the next join on that is not
/// prepared yet.
#[derive(Debug, Clone, Default)]
pub struct CrossfadeSetting(Arc<AtomicU8>);

impl CrossfadeSetting {
    /// As it is at first.
    #[must_use]
    pub fn new(crossfade: Crossfade) -> Self {
        Self(Arc::new(AtomicU8::new(crossfade.as_seconds())))
    }

    /// Sets it.
    pub fn set(&self, crossfade: Crossfade) {
        self.0.store(crossfade.as_seconds(), Ordering::Relaxed);
    }

    /// As it is set.
    #[must_use]
    pub fn now(&self) -> Crossfade {
        Crossfade::seconds(self.0.load(Ordering::Relaxed))
    }
}

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
