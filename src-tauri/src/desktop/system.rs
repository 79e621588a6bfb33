//! Media keys and the system's player controls on Windows (SMTC) and macOS (Now Playing).

use attune_app::AppCommand;
use attune_app::desktop::Picture;
use attune_core::player::{PlayStatus, Volume};
use souvlaki::{
    MediaControlEvent, MediaControls, MediaMetadata, MediaPlayback, MediaPosition, PlatformConfig,
    SeekDirection,
};
use std::ffi::c_void;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;
use tauri::AppHandle;

/// "Forward" without saying how far.
const STEP_MS: i64 = 10_000;

/// Attune in the system's controls.
pub(crate) struct Media {
    controls: MediaControls,
    shown: Option<(Picture, Option<PathBuf>)>,
}

impl Media {
    /// Registers Attune; none, said once, where the system does not let it. Both systems want it done on the main thread.
    pub(crate) fn open(app: &AppHandle) -> Option<Self> {
        let (send, made) = channel();
        let own = app.clone();
        app.run_on_main_thread(move || drop(send.send(register(&own)))).ok()?;
        match made.recv().ok()? {
            Ok(controls) => Some(Self { controls, shown: None }),
            Err(error) => {
                tracing::warn!(%error, "media keys do not reach Attune");
                None
            }
        }
    }

    /// Shows what changed.
    pub(crate) fn show(&mut self, picture: &Picture, cover: Option<PathBuf>) {
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
            PlayStatus::Playing => MediaPlayback::Playing { progress },
            PlayStatus::Paused => MediaPlayback::Paused { progress },
            PlayStatus::Stopped => MediaPlayback::Stopped,
        })
    }
}

fn register(app: &AppHandle) -> Result<MediaControls, souvlaki::Error> {
    let config = PlatformConfig { display_name: "Attune", dbus_name: "attune", hwnd: window(app) };
    let mut controls = MediaControls::new(config)?;
    let own = app.clone();
    controls.attach(move |event| {
        if let Some(command) = command(&event) {
            crate::app_commands::carry_out(&own, vec![command]);
        }
    })?;
    Ok(controls)
}

#[cfg(windows)]
fn window(app: &AppHandle) -> Option<*mut c_void> {
    use tauri::Manager as _;
    Some(app.get_webview_window("main")?.hwnd().ok()?.0)
}

#[cfg(not(windows))]
fn window(_: &AppHandle) -> Option<*mut c_void> {
    None
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
