//! What can be asked for from outside the window.

use crate::App;
use attune_core::AppError;
use attune_core::player::Volume;
use attune_session::view::DeviceState;
use attune_session::{Engine, Session};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// The way to whoever carries commands out, in the order they were asked for.
pub struct AppCommands(Mutex<Sender<Vec<AppCommand>>>);

impl AppCommands {
    /// The queue and its other end.
    #[must_use]
    pub fn new() -> (Self, Receiver<Vec<AppCommand>>) {
        let (asked, inbox) = channel();
        (Self(Mutex::new(asked)), inbox)
    }

    /// Asks for these; nothing happens when nobody carries them out any more.
    pub fn ask(&self, commands: Vec<AppCommand>) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).send(commands));
    }
}

/// Something asked for by a global shortcut, a media key, the tray, or the flags of another start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppCommand {
    /// Plays when it is silent, else goes silent.
    TogglePlay,
    /// Plays.
    Play,
    /// Goes silent and keeps the place.
    Pause,
    /// Goes silent at the start of the track.
    Stop,
    /// Goes to the next track.
    Next,
    /// Goes back to the start of the track, or at its start to the one before.
    Previous,
    /// Goes so many milliseconds on in the track, or back.
    SeekBy(i64),
    /// Goes to a place in the track, in milliseconds from its start.
    SeekTo(u32),
    /// Sets the volume.
    Volume(Volume),
    /// Closes the camera.
    PauseCamera,
    /// Closes the camera when it is on, else opens it.
    SwitchCamera,
    /// Brings the window to the front.
    Show,
    /// Shows the mini player in place of the window.
    Mini,
    /// Closes the app.
    Quit,
    /// Opens files and folders, by full paths.
    Open(Vec<PathBuf>),
}

impl AppCommand {
    /// Has the app carry it out. Those about windows ([`Show`](Self::Show), [`Mini`](Self::Mini),
    /// [`Quit`](Self::Quit)) are for the program that has windows; here nothing happens.
    pub fn carry_out(self, app: &App) -> Result<(), AppError> {
        let session = &*app.session()?;
        match self {
            Self::TogglePlay => session.call(Engine::toggle_play)?,
            Self::Play => session.call(Engine::play)?,
            Self::Pause => session.call(|e, _| e.pause()),
            Self::Stop => session.call(|e, _| {
                e.pause();
                e.seek(0);
            }),
            Self::Next => session.call(Engine::next_track),
            Self::Previous => session.call(Engine::previous_track),
            Self::SeekBy(ms) => session.call(move |e, _| e.seek_by(ms)),
            Self::SeekTo(ms) => session.call(move |e, _| e.seek(ms)),
            Self::Volume(volume) => session.call(move |e, _| e.set_volume(volume)),
            Self::PauseCamera => session.pause_camera(),
            Self::SwitchCamera => switch_camera(session),
            Self::Open(paths) => {
                app.opening().open(paths);
                Ok(())
            }
            Self::Show | Self::Mini | Self::Quit => Ok(()),
        }
    }
}

fn switch_camera(session: &Session) -> Result<(), AppError> {
    use DeviceState::{On, Starting, Waiting};
    match session.call(|e, _| e.camera_state())? {
        Starting | On | Waiting => session.pause_camera(),
        DeviceState::Off | DeviceState::Away | DeviceState::Failed => session.start_camera(),
    }
}
