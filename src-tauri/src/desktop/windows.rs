//! The two windows, of which one is shown at a time, and what closing them means.

use crate::app_commands;
use crate::bridge::MAIN;
use crate::desktop::{Desktop, place};
use crate::shell::Shell;
use attune_app::AppCommand;
use attune_core::{AppError, ErrorCode};
use tauri::{
    AppHandle, CloseRequestApi, DragDropEvent, Manager, Result, WebviewUrl, WebviewWindowBuilder, Window,
    WindowEvent,
};

/// The mini player.
pub(crate) const MINI: &str = "mini";
/// Size of the mini player in logical pixels.
const MINI_SIZE: (f64, f64) = (400.0, 112.0);

/// Brings the big window to the front, in place of the mini player.
pub(crate) fn show_main(app: &AppHandle) -> std::result::Result<(), AppError> {
    let Some(window) = app.get_webview_window(MAIN) else { return Ok(()) };
    let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    shown.and_then(|()| close_mini(app)).map_err(|error| not_shown(&error))
}

/// Brings the mini player to the front, in place of the big window.
pub(crate) fn show_mini(app: &AppHandle) -> std::result::Result<(), AppError> {
    open_mini(app).and_then(|()| hide_main(app)).map_err(|error| not_shown(&error))
}

/// Whether any window can be seen.
pub(crate) fn any_shown(app: &AppHandle) -> bool {
    app.webview_windows().values().any(|window| window.is_visible().unwrap_or(true))
}

/// Whether somebody works in any window.
pub(crate) fn any_looked_at(app: &AppHandle) -> bool {
    app.webview_windows().values().any(|window| window.is_focused().unwrap_or(false))
}

/// What happens to a window.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    match (window.label(), event) {
        (MAIN, WindowEvent::CloseRequested { api, .. }) => close_main(window, api),
        // Who closes the mini player without a tray wants the big window back, not an app that nobody can see.
        (MINI, WindowEvent::CloseRequested { .. }) if !stays(window) => {
            app_commands::carry_out(window.app_handle(), vec![AppCommand::Show]);
        }
        (_, WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. })) => {
            app_commands::carry_out(window.app_handle(), vec![AppCommand::Open(paths.clone())]);
        }
        (MINI, WindowEvent::Destroyed) => {
            if let Some(shell) = window.try_state::<Shell>() {
                shell.set_visible(MINI, false);
            }
        }
        _ => {}
    }
}

/// Writes down where the main window is.
pub(crate) fn remember_main(app: &AppHandle) {
    if let Some(shell) = app.try_state::<Shell>() {
        place::remember_main(app, shell.data_folder().as_deref());
    }
}

fn close_main(window: &Window, api: &CloseRequestApi) {
    let app = window.app_handle();
    remember_main(app);
    let done = if stays(window) {
        api.prevent_close();
        window.hide()
    } else {
        // The app ends with its last window.
        close_mini(app)
    };
    if let Err(error) = done {
        tracing::warn!(%error, "the window could not be closed as it should");
    }
}

/// Whether Attune goes on in the tray when its window is closed.
fn stays(window: &Window) -> bool {
    window.try_state::<Desktop>().is_some_and(|desktop| desktop.stays())
}

fn open_mini(app: &AppHandle) -> Result<()> {
    if let Some(mini) = app.get_webview_window(MINI) {
        return mini.unminimize().and_then(|()| mini.set_focus());
    }
    let (width, height) = MINI_SIZE;
    let mini = WebviewWindowBuilder::new(app, MINI, WebviewUrl::App("index.html?window=mini".into()))
        .title("Attune – Mini player")
        .inner_size(width, height)
        .min_inner_size(260.0, height)
        .background_color(place::background(app))
        .always_on_top(true)
        .maximizable(false)
        .build()?;
    mini.set_focus()
}

fn close_mini(app: &AppHandle) -> Result<()> {
    // Not asked whether it may be: that would bring the big window back.
    app.get_webview_window(MINI).map_or(Ok(()), |mini| mini.destroy())
}

fn hide_main(app: &AppHandle) -> Result<()> {
    remember_main(app);
    app.get_webview_window(MAIN).map_or(Ok(()), |main| main.hide())
}

fn not_shown(error: &tauri::Error) -> AppError {
    AppError::new(ErrorCode::WindowNotShown, format!("The window could not be shown: {error}."))
}
