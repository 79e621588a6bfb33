//! What players are asked and what they tell, whether the music sounds here or in a Spotify app elsewhere.
//!
//! A command is taken at once and carried out later: a player never makes its caller wait for a network or a sound
//! card. What came of it, and everything else that happens, arrives as a [`PlayerEvent`].

use crate::{AppError, Timestamp, Track, TrackId};
use serde::{Deserialize, Serialize};

/// What a player can be asked for. The latest of each kind counts: a player may drop a volume or a place that was
/// overtaken before it was carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum PlayerCommand {
    /// Plays the first track now and the others after it, in place of what is there.
    Play(Vec<Track>),
    /// Changes what comes after the track that sounds now, without touching that one.
    Follow(Vec<Track>),
    /// Goes silent and keeps the place.
    Pause,
    /// Goes on from there.
    Resume,
    /// Goes to the next track; at the end of the list, stops.
    Next,
    /// Goes to a place in the track, in milliseconds from its start; past its end, to the next track.
    Seek(u32),
    /// Sets the volume.
    Volume(Volume),
    /// Plays on another device, by its id; an empty id follows the system's choice, where there is one.
    Transfer(String),
}

/// Loudness in percent, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(from = "u8", into = "u8")]
pub struct Volume(u8);

impl From<u8> for Volume {
    fn from(percent: u8) -> Self {
        Self::percent(percent)
    }
}

impl From<Volume> for u8 {
    fn from(volume: Volume) -> Self {
        volume.0
    }
}

impl Volume {
    /// The nearest volume there is.
    #[must_use]
    pub fn percent(percent: u8) -> Self {
        Self(percent.min(100))
    }

    /// 0 to 100.
    #[must_use]
    pub fn as_percent(self) -> u8 {
        self.0
    }
}

/// What plays the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PlayerKind {
    /// Nothing: the queue is a list, whose tracks are opened elsewhere.
    #[default]
    List,
    /// This computer plays the listener's own files. The queue then draws from those alone.
    Local,
    /// The listener's Spotify app, by Spotify Connect.
    Spotify,
}

/// Whether the tracks are brought to one loudness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Levelling {
    /// As they were recorded.
    Off,
    /// Every track alike.
    #[default]
    Track,
    /// Every album alike, so that its quiet tracks stay quiet.
    Album,
}

/// A place in a track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumePoint {
    /// The track.
    pub track: TrackId,
    /// Milliseconds from its start.
    pub position_ms: u32,
}

/// Whether music sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PlayStatus {
    /// It sounds.
    Playing,
    /// It waits in the middle of a track.
    Paused,
    /// Nothing is loaded, or the list is at its end.
    Stopped,
}

/// What a player does, as last known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlayerState {
    /// Whether music sounds.
    pub status: PlayStatus,
    /// The track as it was asked for; none when nothing is loaded or somebody else chose the music.
    pub track: Option<TrackId>,
    /// What is shown for it: "Title – Artist", also for music that somebody else chose.
    pub label: Option<String>,
    /// Milliseconds from the start of the track.
    pub position_ms: u32,
    /// Length of the track in milliseconds.
    pub duration_ms: Option<u32>,
    /// Volume, where the device tells.
    pub volume: Option<Volume>,
    /// The device's name, where there can be several.
    pub device: Option<String>,
}

impl PlayerState {
    /// Nothing is loaded.
    pub const STOPPED: Self = Self {
        status: PlayStatus::Stopped,
        track: None,
        label: None,
        position_ms: 0,
        duration_ms: None,
        volume: None,
        device: None,
    };
}

/// Why a track is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum TrackEnd {
    /// It was heard to its end, or nearly.
    Finished,
    /// The listener went on before its end.
    Skipped,
    /// Something else was put in its place, or the device went away: says nothing about the track.
    Replaced,
}

/// What a player tells.
#[derive(Debug, Clone, PartialEq)]
pub enum PlayerEvent {
    /// What it does has changed, or a while has passed.
    State(PlayerState),
    /// A track that was asked for is over. This is what feedback rests on.
    Ended {
        /// As it was asked for.
        track: TrackId,
        /// How far it was heard, in milliseconds from its start.
        heard_ms: u32,
        /// Why.
        end: TrackEnd,
    },
    /// A command could not be carried out; the player goes on.
    Failed(AppError),
}

/// Where a player sends what it tells, with the time at which it happened.
pub type PlayerListener = Box<dyn FnMut(PlayerEvent, Timestamp) + Send>;
