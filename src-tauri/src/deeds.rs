//! Carrying out what is asked for from outside the window, and handing it to the app that already runs.

use crate::arguments::{Arguments, Deed};
use crate::shell::Shell;
use attune_core::AppError;
use std::ffi::OsString;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};

/// Ends a second start after it has handed its arguments to the first; without a session bus each start stands alone.
pub(crate) fn single_instance() -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::init(|app, line, _| {
        let asked = Arguments::parse(line.into_iter().skip(1).map(OsString::from)).deeds;
        let deeds = if asked.is_empty() { vec![Deed::Show] } else { asked };
        let own = app.clone();
        // The event loop takes this up when the start is over, so that none is lost before the session stands.
        if let Err(error) = app.run_on_main_thread(move || carry_out(&own, deeds)) {
            tracing::warn!(%error, "what another start asked for was not taken up");
        }
    })
}

/// Carries out deeds in their order, on a thread of their own: the session may keep its caller waiting.
pub(crate) fn carry_out(app: &AppHandle, deeds: Vec<Deed>) {
    let app = app.clone();
    std::thread::spawn(move || {
        for deed in deeds {
            if let Err(error) = carry_out_one(&app, deed) {
                tracing::warn!(?deed, code = error.code, "this was not done");
            }
        }
    });
}

fn carry_out_one(app: &AppHandle, deed: Deed) -> Result<(), AppError> {
    let shell = app.state::<Shell>();
    match deed {
        Deed::TogglePlay => shell.call(attune_session::Engine::toggle_play)?,
        Deed::Next => shell.call(attune_session::Engine::next_track),
        Deed::Previous => shell.call(attune_session::Engine::previous_track),
        Deed::PauseCamera => shell.session()?.pause_camera(),
        Deed::Show => show(app),
    }
}

fn show(app: &AppHandle) -> Result<(), AppError> {
    let Some(window) = app.get_webview_window("main") else { return Ok(()) };
    let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    shown.map_err(|e| AppError::new("window_not_shown", format!("The window could not be shown: {e}.")))
}
