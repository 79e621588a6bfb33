//! Attune in a phone's media controls: what the system is shown of the playback, and what the listener asks for there, both
//! as `gen/android`'s `PlaybackPlugin` writes them.

use super::{Change, Covers, Picture};
use crate::{App, AppCommand};
use attune_core::player::PlayStatus;
use attune_core::{AppError, ErrorCode};
use attune_session::{Engine, Listener};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// What the system shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// The track's title; empty without one.
    pub title: String,
    /// As credited.
    pub artist: String,
    /// Where known.
    pub album: Option<String>,
    /// The cover's file.
    pub cover: Option<PathBuf>,
    /// In milliseconds, where known.
    pub length_ms: Option<u32>,
    /// Milliseconds from the start of the track, as last told.
    pub position_ms: u32,
    /// Whether music sounds; stopped where there is nothing that could.
    pub status: PlayStatus,
}

impl Shown {
    /// What is shown of a picture.
    #[must_use]
    pub fn of(picture: &Picture, cover: Option<PathBuf>) -> Self {
        let track = picture.track.as_ref().filter(|_| picture.can_play());
        let text = |part: Option<&String>| part.cloned().unwrap_or_default();
        Self {
            title: text(track.map(|t| &t.title)),
            artist: text(track.map(|t| &t.artist)),
            album: track.and_then(|t| t.album.clone()),
            cover: cover.filter(|_| track.is_some()),
            length_ms: picture.length_ms(),
            position_ms: picture.playing.position_ms,
            status: track.map_or(PlayStatus::Stopped, |_| picture.playing.status),
        }
    }
}

/// The folder with the phone's music.
#[derive(Debug, Deserialize)]
pub struct MusicFolder {
    /// Where it is.
    pub path: PathBuf,
}

/// The error for music that may not be read.
pub fn no_music(why: impl std::error::Error + Send + Sync + 'static) -> AppError {
    let message = "Attune may not read the music on this phone. Allow it in Android's settings, under Apps, Attune, \
                   Permissions.";
    AppError::new(ErrorCode::LibraryFolderMissing, message).caused_by(why)
}

/// What the listener asks for in the system's controls, on a headset, or by unplugging it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Asked {
    /// Play.
    Play,
    /// Go silent: the headset was unplugged, or another app plays, too.
    Pause,
    /// The next track.
    Next,
    /// The start of the track, or the one before.
    Previous,
    /// Go silent at the start of the track.
    Stop,
    /// Go to a place in the track.
    Seek {
        /// Milliseconds from its start.
        position_ms: u32,
    },
}

impl Asked {
    /// What is to be done.
    #[must_use]
    pub fn command(self) -> AppCommand {
        match self {
            Self::Play => AppCommand::Play,
            Self::Pause => AppCommand::Pause,
            Self::Next => AppCommand::Next,
            Self::Previous => AppCommand::Previous,
            Self::Stop => AppCommand::Stop,
            Self::Seek { position_ms } => AppCommand::SeekTo(position_ms),
        }
    }
}

/// Follows the session and shows what changes, on a thread of its own: neither the session nor the page waits for the system.
pub struct PlaybackWatch {
    changes: Mutex<Sender<Change>>,
    inbox: Mutex<Option<Receiver<Change>>>,
}

impl Default for PlaybackWatch {
    fn default() -> Self {
        let (changes, inbox) = channel();
        Self { changes: Mutex::new(changes), inbox: Mutex::new(Some(inbox)) }
    }
}

impl PlaybackWatch {
    /// A listener that notes what concerns the system before it hands events on.
    pub fn follow(&self, next: Listener) -> Listener {
        let changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::new(move |event| {
            // The receiver ends with the app.
            if let Some(change) = Change::of(event) {
                drop(changes.send(change));
            }
            next(event);
        })
    }

    /// Starts to show, once; `show` may block.
    pub fn start(
        &self,
        app: Arc<App>,
        mut covers: Covers,
        show: impl Fn(Shown) + Send + 'static,
    ) -> std::io::Result<()> {
        let Some(inbox) = self.inbox.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        let run = move || {
            let Ok(state) = app.call(|e: &mut Engine, now| e.state(now)) else { return };
            drop(app);
            watch(Picture::of(&state), &inbox, |picture| {
                let cover = picture.track.as_ref().and_then(|track| covers.file(&track.id));
                show(Shown::of(picture, cover));
            });
        };
        std::thread::Builder::new().name("playback controls".into()).spawn(run).map(drop)
    }
}

/// Gives each new picture to `show`, with changes that came together as one.
fn watch(mut picture: Picture, inbox: &Receiver<Change>, mut show: impl FnMut(&Picture)) {
    show(&picture);
    while let Ok(first) = inbox.recv() {
        let before = picture.clone();
        std::iter::once(first).chain(inbox.try_iter()).for_each(|change| picture.take_in(change));
        if picture != before {
            show(&picture);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::picture::{Heard, Playing};
    use attune_core::TrackId;
    use attune_core::player::{PlayerKind, Volume};
    use attune_session::view::DeviceState;
    use serde_json::json;

    fn picture(player: PlayerKind) -> Picture {
        let track = Heard {
            id: TrackId("t".into()),
            title: "Glass Rain".into(),
            artist: "Mira Holm".into(),
            album: None,
            length_ms: Some(180_000),
        };
        let status = PlayStatus::Playing;
        Picture {
            track: Some(track),
            playing: Playing { player, active: true, status, position_ms: 1_500, length_ms: None },
            camera: DeviceState::Off,
            volume: Volume::percent(50),
            announce: false,
        }
    }

    #[test]
    fn the_system_is_shown_what_plays_and_nothing_where_nothing_could() {
        let shown = Shown::of(&picture(PlayerKind::Local), Some("cover.jpg".into()));
        let written = json!({
            "title": "Glass Rain", "artist": "Mira Holm", "album": null, "cover": "cover.jpg",
            "lengthMs": 180_000, "positionMs": 1_500, "status": "playing",
        });
        assert_eq!(serde_json::to_value(shown).unwrap(), written);
        let list = Shown::of(&picture(PlayerKind::List), Some("cover.jpg".into()));
        assert_eq!((list.status, list.title.as_str(), list.cover), (PlayStatus::Stopped, "", None));
    }

    #[test]
    fn what_is_asked_for_is_read_and_what_is_unknown_refused() {
        let read = |text: &str| serde_json::from_str::<Asked>(text).map(Asked::command).ok();
        assert_eq!(read(r#"{"ask":"pause"}"#), Some(AppCommand::Pause));
        assert_eq!(read(r#"{"ask":"previous"}"#), Some(AppCommand::Previous));
        assert_eq!(read(r#"{"ask":"seek","positionMs":42}"#), Some(AppCommand::SeekTo(42)));
        for text in [r#"{"ask":"seek"}"#, r#"{"ask":"seek","positionMs":-1}"#, r#"{"ask":"louder"}"#, "{}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn each_new_picture_is_shown_once() {
        let (send, inbox) = channel();
        send.send(Change::Settings { volume: Volume::percent(50), announce: false }).unwrap();
        drop(send);
        let mut shown = 0;
        watch(picture(PlayerKind::Local), &inbox, |_| shown += 1);
        assert_eq!(shown, 1, "the same volume is no news");
        let (send, inbox) = channel();
        send.send(Change::Track(None)).unwrap();
        drop(send);
        let mut titles = Vec::new();
        watch(picture(PlayerKind::Local), &inbox, |picture| titles.push(Shown::of(picture, None).title));
        assert_eq!(titles, ["Glass Rain", ""]);
    }
}
