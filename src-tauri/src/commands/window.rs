//! The window and its banners.

use super::Answer;
use crate::shell::Shell;
use attune_session::view::AppState;
use tauri::State;

/// The whole picture, for a window that opens or is shown again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_state(shell: State<'_, Shell>) -> Answer<AppState> {
    shell.call(attune_session::Engine::state)
}

/// Says whether the window can be seen; while it cannot, no events are sent.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_window_visible(shell: State<'_, Shell>, visible: bool) -> Answer<()> {
    shell.bridge().set_visible(visible);
    Ok(())
}

/// Closes a banner.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss_banner(shell: State<'_, Shell>, code: String) -> Answer<()> {
    shell.call(move |e, _| e.dismiss_banner(&code))
}
