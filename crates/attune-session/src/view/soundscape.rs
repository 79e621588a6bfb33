//! What a soundscape does while it plays.

use attune_core::{Affect, TrackId};
use serde::{Deserialize, Serialize};

/// A phrase of the soundscape that plays, as it begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SoundscapeView {
    /// The piece.
    pub track: TrackId,
    /// Beats per minute.
    pub tempo: f64,
    /// The key.
    pub key: SoundscapeKey,
    /// The affect that the phrase was written for.
    pub affect: Affect,
    /// What differs from the phrase before, because the mood or the goal moved; empty where nothing moved.
    pub changes: Vec<SoundscapeChange>,
}

/// A tonic and a mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SoundscapeKey {
    /// Semitones above C, 0 to 11.
    pub tonic: u8,
    /// The mode.
    pub mode: SoundscapeMode,
}

/// The modes that soundscapes use, from the darkest to the brightest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each is called as musicians call it; minor is the natural one")]
pub enum SoundscapeMode {
    Phrygian,
    Minor,
    Dorian,
    Mixolydian,
    Major,
    Lydian,
}

/// What a phrase of a soundscape does otherwise than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SoundscapeChange {
    /// What changed.
    pub cue: SoundscapeCue,
    /// Whether there is more of it now: faster, denser, brighter, higher, more percussion, a brighter mode.
    pub up: bool,
    /// Why.
    pub reason: SoundscapeReason,
}

/// What can change in a soundscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SoundscapeCue {
    Tempo,
    Density,
    Brightness,
    Register,
    Percussion,
    Mode,
}

/// Why a soundscape changes: what the listener asked for where that leads this way, else which way the affect moved that it
/// follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SoundscapeReason {
    /// Arousal rose.
    MoreEnergy,
    /// Arousal fell.
    Calmer,
    /// Valence rose.
    MorePleasant,
    /// Valence fell.
    Darker,
    /// The listener asked to be lifted.
    Lift,
    /// The listener asked to calm down.
    Calm,
    /// The listener asked for energy.
    Energise,
    /// The listener set a mood to go to.
    Hold,
}
