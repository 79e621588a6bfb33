//! One Attune at a time: a second start hands what it was asked for to the first and ends.

use crate::app_commands;
use attune_app::Arguments;
use std::ffi::OsString;
use tauri::plugin::TauriPlugin;
use tauri::{Context, Wry};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};

/// Said where the first one does not answer.
const STUCK: &str = "Attune is already running but does not answer. End it, by its window or in your system's list of \
                     programs, and start it again.";

/// Ends a second start after it has handed its arguments to the first; without a session bus each start stands alone.
pub(crate) fn single() -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::init(|app, line, folder| {
        // The other start has refused already what is not understood.
        let asked = Arguments::parse(line.into_iter().skip(1).map(OsString::from), folder.as_ref());
        let (own, commands) = (app.clone(), asked.unwrap_or_default().for_the_first());
        // The event loop takes this up when the start is over, so that none is lost before the session stands.
        if let Err(error) = app.run_on_main_thread(move || app_commands::carry_out(&own, commands)) {
            tracing::warn!(%error, "what another start asked for was not taken up");
        }
    })
}

/// Says that the first one does not answer, and ends: on the command line, and, where somebody started it to see a
/// window, in one.
pub(crate) fn give_up(arguments: &Arguments, mut context: Context) -> ! {
    eprintln!("{STUCK}");
    if arguments.wants_window() {
        context.config_mut().app.windows.clear();
        let said = tauri::Builder::default()
            .plugin(tauri_plugin_dialog::init())
            .setup(|app| {
                let (own, message) = (app.handle().clone(), app.dialog().message(STUCK));
                message.title("Attune").kind(MessageDialogKind::Error).show(move |_| own.exit(1));
                Ok(())
            })
            .run(context);
        if let Err(error) = said {
            tracing::warn!(%error, "no window to say it in");
        }
    }
    std::process::exit(1);
}
