//! What the desktop shows of Attune, kept up to date by the session's events.

use attune_core::TrackId;
use attune_core::player::{PlayStatus, PlayerKind, Volume};
use attune_session::view::{AppState, DeviceState, PlaybackView, QueueView, UiEvent};

/// The track that plays, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Stable name of the track.
    pub id: TrackId,
    /// As credited.
    pub title: String,
    /// As credited.
    pub artist: String,
    /// Album, where known.
    pub album: Option<String>,
    /// Length in milliseconds.
    pub length_ms: Option<u32>,
}

/// What the player does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Playing {
    /// What was chosen to play.
    pub player: PlayerKind,
    /// Whether it has music from the queue.
    pub active: bool,
    /// Whether music sounds.
    pub status: PlayStatus,
    /// Milliseconds from the start of the track, as last told.
    pub position_ms: u32,
    /// Length of the track as the player knows it.
    pub length_ms: Option<u32>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Another track is on.
    Track(Option<Heard>),
    /// The player did something.
    Playing(Playing),
    /// The camera changed state.
    Camera(DeviceState),
    /// Settings were changed.
    Settings {
        /// How loud.
        volume: Volume,
        /// Whether the next track is announced.
        announce: bool,
    },
}

impl Change {
    /// What an event means for the desktop, if anything.
    #[must_use]
    pub fn of(event: &UiEvent) -> Option<Self> {
        match event {
            UiEvent::Queue(queue) => Some(Self::Track(heard(queue))),
            UiEvent::Playback(playback) => Some(Self::Playing(playing(playback))),
            UiEvent::Camera(camera) => Some(Self::Camera(camera.state)),
            UiEvent::Settings(settings) => {
                Some(Self::Settings { volume: settings.volume, announce: settings.announce_tracks })
            }
            _ => None,
        }
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The track that plays, or would.
    pub track: Option<Heard>,
    /// What the player does.
    pub playing: Playing,
    /// The camera's state.
    pub camera: DeviceState,
    /// How loud.
    pub volume: Volume,
    /// Whether the listener wants the next track announced.
    pub announce: bool,
}

impl Picture {
    /// As things stand.
    #[must_use]
    pub fn of(state: &AppState) -> Self {
        Self {
            track: heard(&state.queue),
            playing: playing(&state.playback),
            camera: state.camera.state,
            volume: state.settings.volume,
            announce: state.settings.announce_tracks,
        }
    }

    /// Takes in what changed.
    pub fn take_in(&mut self, change: Change) {
        match change {
            Change::Track(track) => self.track = track,
            Change::Playing(playing) => self.playing = playing,
            Change::Camera(camera) => self.camera = camera,
            Change::Settings { volume, announce } => (self.volume, self.announce) = (volume, announce),
        }
    }

    /// Whether something can play, and there is something to play.
    #[must_use]
    pub fn can_play(&self) -> bool {
        self.playing.player != PlayerKind::List && self.track.is_some()
    }

    /// Whether music sounds, or does as soon as it can.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.playing.status.is_on()
    }

    /// Whether the camera is on, or to be.
    #[must_use]
    pub fn camera_is_wanted(&self) -> bool {
        matches!(self.camera, DeviceState::Starting | DeviceState::On | DeviceState::Waiting)
    }

    /// Length of the track in milliseconds, by the player's word where it has one.
    #[must_use]
    pub fn length_ms(&self) -> Option<u32> {
        let own = self.playing.length_ms.filter(|_| self.playing.active);
        own.or_else(|| self.track.as_ref()?.length_ms)
    }
}

fn heard(queue: &QueueView) -> Option<Heard> {
    queue.current.as_ref().map(|entry| Heard {
        id: entry.id.clone(),
        title: entry.title.clone(),
        artist: entry.artist.clone(),
        album: entry.album.clone(),
        length_ms: entry.duration_ms,
    })
}

fn playing(playback: &PlaybackView) -> Playing {
    Playing {
        player: playback.player,
        active: playback.active,
        // What somebody else started in the same app elsewhere is not ours to show.
        status: if playback.active { playback.state.status } else { PlayStatus::Stopped },
        position_ms: if playback.active {
            playback.state.position_ms
        } else {
            playback.resume_ms.unwrap_or(0)
        },
        length_ms: playback.state.duration_ms,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use attune_core::player::PlayerState;

    pub(crate) fn picture() -> Picture {
        let track = Heard {
            id: TrackId("local:1".into()),
            title: "Glass Rain".into(),
            artist: "Mira Holm".into(),
            album: Some("Lanterns".into()),
            length_ms: Some(200_000),
        };
        let playing = Playing {
            player: PlayerKind::Local,
            active: true,
            status: PlayStatus::Playing,
            position_ms: 10_000,
            length_ms: None,
        };
        Picture {
            track: Some(track),
            playing,
            camera: DeviceState::Off,
            volume: Volume::percent(40),
            announce: false,
        }
    }

    #[test]
    fn a_list_plays_nothing() {
        let mut list = picture();
        assert!(list.can_play());
        list.playing.player = PlayerKind::List;
        assert!(!list.can_play());
    }

    #[test]
    fn what_the_player_says_of_the_length_counts_while_it_has_the_track() {
        let mut picture = picture();
        assert_eq!(picture.length_ms(), Some(200_000));
        picture.playing.length_ms = Some(201_500);
        assert_eq!(picture.length_ms(), Some(201_500));
        picture.playing.active = false;
        assert_eq!(picture.length_ms(), Some(200_000));
    }

    #[test]
    fn music_that_somebody_else_chose_is_not_shown_as_ours() {
        let state = PlayerState { status: PlayStatus::Playing, position_ms: 5, ..PlayerState::STOPPED };
        let playback = PlaybackView {
            player: PlayerKind::Spotify,
            active: false,
            state,
            problem: None,
            resume_ms: Some(7_000),
            sleep: None,
        };
        let Some(Change::Playing(seen)) = Change::of(&UiEvent::Playback(playback)) else { panic!() };
        assert_eq!((seen.status, seen.position_ms), (PlayStatus::Stopped, 7_000));
        assert_eq!(Change::of(&UiEvent::History), None);
    }
}
