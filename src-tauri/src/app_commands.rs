//! Carrying out what is asked for from outside the window.

use crate::desktop::windows;
use crate::shell::Shell;
use attune_app::AppCommand;
use attune_core::AppError;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager};

/// The thread that carries commands out, in the order they were asked for.
pub(crate) struct AppCommands(Mutex<Sender<Vec<AppCommand>>>);

impl AppCommands {
    /// Starts it. They have a thread of their own, since the session may keep its caller waiting.
    pub(crate) fn start(app: &AppHandle) -> std::io::Result<Self> {
        let (asked, inbox) = channel::<Vec<AppCommand>>();
        let app = app.clone();
        std::thread::Builder::new().name("commands".into()).spawn(move || {
            inbox.iter().flatten().for_each(|command| try_one(&app, command));
        })?;
        Ok(Self(Mutex::new(asked)))
    }
}

/// Has commands carried out in their order; what cannot be done is said in the window.
pub(crate) fn carry_out(app: &AppHandle, commands: Vec<AppCommand>) {
    let asked = app.state::<AppCommands>();
    // The thread ends with the app.
    drop(asked.0.lock().unwrap_or_else(PoisonError::into_inner).send(commands));
}

fn try_one(app: &AppHandle, command: AppCommand) {
    if let Err(error) = carry_out_one(app, command) {
        tracing::debug!(?command, code = %error.code, "this was not done");
        // The window may be hidden or not there yet: a banner waits for it.
        drop(app.state::<Shell>().call(move |e, _| e.warn(error)));
    }
}

fn carry_out_one(app: &AppHandle, command: AppCommand) -> Result<(), AppError> {
    match command {
        AppCommand::Show => windows::show_main(app),
        AppCommand::Mini => windows::show_mini(app),
        AppCommand::Quit => {
            app.exit(0);
            Ok(())
        }
        other => other.carry_out(&*app.state::<Shell>().session()?),
    }
}
