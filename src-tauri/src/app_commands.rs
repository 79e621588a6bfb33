//! What is asked for from outside the window, and the thread that carries it out, in the order it was asked for.

use crate::platform;
use crate::shell::Shell;
use attune_app::{AppCommand, AppCommands};
use attune_core::AppError;
use std::sync::mpsc::Receiver;
use tauri::{AppHandle, Manager};

/// Has commands carried out in their order; what cannot be done is said in the window.
pub(crate) fn carry_out(app: &AppHandle, commands: Vec<AppCommand>) {
    app.state::<AppCommands>().ask(commands);
}

/// What has one command carried out.
#[cfg(desktop)]
pub(crate) fn asker(app: &AppHandle) -> impl Fn(AppCommand) + Send + Sync + 'static {
    let app = app.clone();
    move |command| carry_out(&app, vec![command])
}

/// Starts the thread. Commands have one of their own, since the session may keep its caller waiting.
pub(crate) fn start(app: &AppHandle, inbox: Receiver<Vec<AppCommand>>) -> std::io::Result<()> {
    let app = app.clone();
    let run = move || inbox.iter().flatten().for_each(|command| try_one(&app, command));
    std::thread::Builder::new().name("commands".into()).spawn(run).map(drop)
}

fn try_one(app: &AppHandle, command: AppCommand) {
    if let Err(error) = carry_out_one(app, command) {
        tracing::debug!(error = %error.for_log(), "what was asked for from outside was not done");
        // The window may be hidden or not there yet: a banner waits for it.
        drop(app.state::<Shell>().call(move |e, _| e.warn(error)));
    }
}

fn carry_out_one(app: &AppHandle, command: AppCommand) -> Result<(), AppError> {
    match command {
        AppCommand::Show => platform::show_main(app),
        AppCommand::Mini => platform::show_mini(app),
        AppCommand::Quit => {
            app.exit(0);
            Ok(())
        }
        other => other.carry_out(&app.state::<Shell>()),
    }
}
