//! The window and its banners.

use super::Answer;
use crate::asked::Asked;
use crate::platform::{self, SystemUi};
use attune_app::desktop::shortcuts::{ShortcutsChange, ShortcutsView};
use attune_app::desktop::{DesktopView, OutsideTexts};
use attune_core::ErrorCode;
use attune_session::view::AppState;
use tauri::{AppHandle, State, WebviewWindow};

/// The whole picture, for a window that opens or is shown again.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn get_state(shell: Asked<'_>) -> Answer<AppState> {
    shell.call(attune_session::Engine::state)
}

/// Says whether the window can be seen; while it cannot, no events are sent.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_window_visible(window: WebviewWindow, shell: Asked<'_>, visible: bool) -> Answer<()> {
    shell.set_visible(window.label(), visible);
    Ok(())
}

/// Shows the mini player in place of the big window.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn show_mini(app: AppHandle) -> Answer<()> {
    platform::show_mini(&app)
}

/// Shows the big window in place of the mini player.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn show_main(app: AppHandle) -> Answer<()> {
    platform::show_main(&app)
}

/// What the desktop offers: a tray, starting at login, notifications, global shortcuts.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn desktop(shell: Asked<'_>, ui: State<'_, SystemUi>) -> Answer<DesktopView> {
    let tray = ui.has_tray();
    shell.blocking(move |app| Ok(app.desktop_view(tray))).await
}

/// Sets global shortcuts, or lets go of them for a choice. The desktop may ask the listener first.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_shortcuts(shell: Asked<'_>, change: ShortcutsChange) -> Answer<ShortcutsView> {
    shell.blocking(move |app| app.change_shortcuts(change)).await
}

/// Has Attune start when the listener logs in, or not any more; whether it does then.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn start_at_login(shell: Asked<'_>, on: bool) -> Answer<bool> {
    shell.blocking(move |app| app.start_at_login(on)).await
}

/// Gives what is shown outside of the window its texts, in the window's language.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_texts(shell: Asked<'_>, ui: State<'_, SystemUi>, texts: OutsideTexts) -> Answer<()> {
    ui.set_tray_texts(shell.take_texts(texts));
    Ok(())
}

/// Opens the page with Attune's releases in the browser. Attune itself asks nobody whether there is a new one.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn open_releases(app: AppHandle) -> Answer<()> {
    crate::open::page(&app, concat!(env!("CARGO_PKG_REPOSITORY"), "/releases"))
}

/// Closes a banner.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn dismiss_banner(shell: Asked<'_>, code: ErrorCode) -> Answer<()> {
    shell.call(move |e, _| e.dismiss_banner(code))
}
