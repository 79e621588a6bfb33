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

/// For how long one track fades into the next: not at all, or 2 to 12 seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(from = "u8", into = "u8")]
pub struct Crossfade(u8);

impl From<u8> for Crossfade {
    fn from(seconds: u8) -> Self {
        Self::seconds(seconds)
    }
}

impl From<Crossfade> for u8 {
    fn from(crossfade: Crossfade) -> Self {
        crossfade.0
    }
}

impl Crossfade {
    /// Tracks follow one another without a gap and without an overlap.
    pub const OFF: Self = Self(0);

    /// The nearest length there is; less than 2 s is none.
    #[must_use]
    pub fn seconds(seconds: u8) -> Self {
        Self(if seconds < 2 { 0 } else { seconds.min(12) })
    }

    /// 0, or 2 to 12.
    #[must_use]
    pub fn as_seconds(self) -> u8 {
        self.0
    }
}

/// Where a track stands on its album.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlbumPlace {
    /// Whose album it is.
    pub artist: String,
    /// The album's name.
    pub album: String,
    /// Which disc, from 1.
    pub disc: u32,
    /// The place on the disc, from 1.
    pub number: u32,
}

impl AlbumPlace {
    /// The place that tags state; none where they do not say.
    #[must_use]
    pub fn of_tags(
        artist: Option<String>,
        album: Option<String>,
        disc: Option<u32>,
        number: Option<u32>,
    ) -> Option<Self> {
        Some(Self {
            artist: artist.unwrap_or_default(),
            album: album.filter(|name| !name.is_empty())?,
            disc: disc.unwrap_or(1),
            number: number?,
        })
    }

    /// Whether the album goes on here after `before`: with the next number, or with the next disc's first.
    #[must_use]
    pub fn follows(&self, before: &Self) -> bool {
        let same_album = self.album == before.album && self.artist == before.artist;
        let next = self.disc == before.disc && before.number.checked_add(1) == Some(self.number);
        let next_disc = before.disc.checked_add(1) == Some(self.disc) && self.number == 1;
        same_album && (next || next_disc)
    }
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
    /// It is silent until more of the track has come from where it is, and goes on by itself.
    Loading,
    /// It waits in the middle of a track.
    Paused,
    /// Nothing is loaded, or the list is at its end.
    Stopped,
}

impl PlayStatus {
    /// Whether it sounds, or does as soon as it can: what a pause would end.
    #[must_use]
    pub fn is_on(self) -> bool {
        matches!(self, Self::Playing | Self::Loading)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crossfade_is_off_or_from_two_to_twelve_seconds() {
        let read = |json: &str| serde_json::from_str::<Crossfade>(json).unwrap().as_seconds();
        assert_eq!(["0", "1", "2", "7", "12", "200"].map(read), [0, 0, 2, 7, 12, 12]);
        assert_eq!(Crossfade::default(), Crossfade::OFF);
    }

    #[test]
    fn an_album_goes_on_with_the_next_number_or_disc() {
        let place = |album: &str, disc, number| {
            AlbumPlace::of_tags(Some("A".into()), Some(album.into()), Some(disc), Some(number)).unwrap()
        };
        assert!(place("x", 1, 4).follows(&place("x", 1, 3)));
        assert!(place("x", 2, 1).follows(&place("x", 1, 9)));
        for (album, disc, number) in [("x", 1, 3), ("x", 1, 5), ("x", 2, 4), ("x", 3, 1), ("y", 1, 4)] {
            assert!(!place(album, disc, number).follows(&place("x", 1, 3)), "{album} {disc} {number}");
        }
        assert_eq!(AlbumPlace::of_tags(None, Some(String::new()), None, Some(1)), None);
        assert_eq!(AlbumPlace::of_tags(None, Some("x".into()), None, None), None);
    }
}
