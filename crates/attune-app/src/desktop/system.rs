//! Media keys and the system's player controls on Windows (SMTC) and macOS (Now Playing).

use super::Picture;
use crate::AppCommand;
use attune_core::player::{PlayStatus, Volume};
use souvlaki::{
    MediaControlEvent, MediaControls, MediaMetadata, MediaPlayback, MediaPosition, PlatformConfig,
    SeekDirection,
};
use std::ffi::c_void;
use std::path::PathBuf;
use std::time::Duration;

/// "Forward" without saying how far.
const STEP_MS: i64 = 10_000;

/// Attune in the system's controls.
pub struct Media {
    controls: MediaControls,
    shown: Option<(Picture, Option<PathBuf>)>,
}

impl Media {
    /// Registers Attune, on Windows for the window of that handle, and hands to `ask` what the listener asks for there; none,
    /// said once, where the system does not let it. Both systems want it done on the main thread.
    pub fn register(window: Option<*mut c_void>, ask: impl Fn(AppCommand) + Send + 'static) -> Option<Self> {
        let config = PlatformConfig { display_name: "Attune", dbus_name: "attune", hwnd: window };
        let attached = MediaControls::new(config).and_then(|mut controls| {
            controls.attach(move |event| command(&event).into_iter().for_each(&ask))?;
            Ok(controls)
        });
        match attached {
            Ok(controls) => Some(Self { controls, shown: None }),
            Err(error) => {
                tracing::warn!(%error, "media keys do not reach Attune");
                None
            }
        }
    }

    /// Shows what changed.
    pub fn show(&mut self, picture: &Picture, cover: Option<PathBuf>) {
        let now = Some((picture.clone(), cover));
        if self.shown == now {
            return;
        }
        self.shown = now;
        if let Err(error) = self.update() {
            tracing::debug!(%error, "the player controls were not updated");
        }
    }

    fn update(&mut self) -> Result<(), souvlaki::Error> {
        let Some((picture, cover)) = &self.shown else { return Ok(()) };
        let track = picture.track.as_ref().filter(|_| picture.can_play());
        let url = cover.as_ref().map(|file| format!("file://{}", file.display()));
        self.controls.set_metadata(MediaMetadata {
            title: track.map(|t| t.title.as_str()),
            artist: track.map(|t| t.artist.as_str()),
            album: track.and_then(|t| t.album.as_deref()),
            cover_url: url.as_deref(),
            duration: picture.length_ms().map(|ms| Duration::from_millis(ms.into())),
        })?;
        let progress = Some(MediaPosition(Duration::from_millis(picture.playing.position_ms.into())));
        self.controls.set_playback(match picture.playing.status {
            PlayStatus::Playing | PlayStatus::Loading => MediaPlayback::Playing { progress },
            PlayStatus::Paused => MediaPlayback::Paused { progress },
            PlayStatus::Stopped => MediaPlayback::Stopped,
        })
    }
}

fn command(event: &MediaControlEvent) -> Option<AppCommand> {
    let towards = |direction: &SeekDirection, ms: i64| match direction {
        SeekDirection::Forward => AppCommand::SeekBy(ms),
        SeekDirection::Backward => AppCommand::SeekBy(-ms),
    };
    Some(match event {
        MediaControlEvent::Play => AppCommand::Play,
        MediaControlEvent::Pause => AppCommand::Pause,
        MediaControlEvent::Toggle => AppCommand::TogglePlay,
        MediaControlEvent::Next => AppCommand::Next,
        MediaControlEvent::Previous => AppCommand::Previous,
        MediaControlEvent::Stop => AppCommand::Stop,
        MediaControlEvent::Seek(direction) => towards(direction, STEP_MS),
        MediaControlEvent::SeekBy(direction, by) => towards(direction, by.as_millis() as i64),
        MediaControlEvent::SetPosition(MediaPosition(at)) => AppCommand::SeekTo(at.as_millis() as u32),
        MediaControlEvent::SetVolume(share) => {
            AppCommand::Volume(Volume::percent((share.clamp(0.0, 1.0) * 100.0).round() as u8))
        }
        MediaControlEvent::Raise => AppCommand::Show,
        MediaControlEvent::Quit => AppCommand::Quit,
        _ => return None,
    })
}
