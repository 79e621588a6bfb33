//! Carrying out what is asked for from outside the window.

use crate::arguments::Deed;
use crate::desktop::windows;
use crate::shell::Shell;
use attune_core::AppError;
use attune_session::Engine;
use attune_session::view::CameraState;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager};

/// The thread that carries deeds out, in the order they were asked for.
pub(crate) struct Deeds(Mutex<Sender<Vec<Deed>>>);

impl Deeds {
    /// Starts it. Deeds have a thread of their own, since the session may keep its caller waiting.
    pub(crate) fn start(app: &AppHandle) -> std::io::Result<Self> {
        let (asked, inbox) = channel::<Vec<Deed>>();
        let app = app.clone();
        std::thread::Builder::new().name("deeds".into()).spawn(move || {
            inbox.iter().flatten().for_each(|deed| try_one(&app, deed));
        })?;
        Ok(Self(Mutex::new(asked)))
    }
}

/// Has deeds carried out in their order; what cannot be done is said in the window.
pub(crate) fn carry_out(app: &AppHandle, deeds: Vec<Deed>) {
    let asked = app.state::<Deeds>();
    // The thread ends with the app.
    drop(asked.0.lock().unwrap_or_else(PoisonError::into_inner).send(deeds));
}

fn try_one(app: &AppHandle, deed: Deed) {
    if let Err(error) = carry_out_one(app, deed) {
        tracing::debug!(?deed, code = error.code, "this was not done");
        // The window may be hidden or not there yet: a banner waits for it.
        drop(app.state::<Shell>().call(move |e, _| e.warn(error)));
    }
}

fn carry_out_one(app: &AppHandle, deed: Deed) -> Result<(), AppError> {
    let shell = app.state::<Shell>();
    match deed {
        Deed::TogglePlay => shell.call(Engine::toggle_play)?,
        Deed::Play => shell.call(Engine::play)?,
        Deed::Pause => shell.call(|e, _| e.pause()),
        Deed::Stop => shell.call(|e, _| {
            e.pause();
            e.seek(0);
        }),
        Deed::Next => shell.call(Engine::next_track),
        Deed::Previous => shell.call(Engine::previous_track),
        Deed::SeekBy(ms) => shell.call(move |e, _| e.seek_by(ms)),
        Deed::SeekTo(ms) => shell.call(move |e, _| e.seek(ms)),
        Deed::Volume(volume) => shell.call(move |e, _| e.set_volume(volume)),
        Deed::PauseCamera => shell.session()?.pause_camera(),
        Deed::SwitchCamera => switch_camera(&shell),
        Deed::Show => windows::show_main(app),
        Deed::Mini => windows::show_mini(app),
        Deed::Quit => {
            app.exit(0);
            Ok(())
        }
    }
}

fn switch_camera(shell: &Shell) -> Result<(), AppError> {
    use CameraState::{Starting, Waiting, Watching};
    let session = shell.session()?;
    match session.call(|e, _| e.camera_state())? {
        Starting | Watching | Waiting => session.pause_camera(),
        CameraState::Off | CameraState::Failed => session.start_camera(),
    }
}
