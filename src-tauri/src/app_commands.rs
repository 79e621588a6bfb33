//! The queue of what is asked for from outside the window; `command_runner` carries it out.

use attune_app::AppCommand;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager};

/// The way to the thread that carries commands out.
pub(crate) struct AppCommands(Mutex<Sender<Vec<AppCommand>>>);

impl AppCommands {
    /// The queue and its other end.
    pub(crate) fn new() -> (Self, Receiver<Vec<AppCommand>>) {
        let (asked, inbox) = channel();
        (Self(Mutex::new(asked)), inbox)
    }
}

/// Has commands carried out in their order; what cannot be done is said in the window.
pub(crate) fn carry_out(app: &AppHandle, commands: Vec<AppCommand>) {
    let asked = app.state::<AppCommands>();
    // The thread ends with the app.
    drop(asked.0.lock().unwrap_or_else(PoisonError::into_inner).send(commands));
}
