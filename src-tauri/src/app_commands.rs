//! What is asked for from outside the window, on its way to the thread of `command_runner`.

use attune_app::{AppCommand, AppCommands};
use tauri::{AppHandle, Manager};

/// Has commands carried out in their order; what cannot be done is said in the window.
pub(crate) fn carry_out(app: &AppHandle, commands: Vec<AppCommand>) {
    app.state::<AppCommands>().ask(commands);
}
