//! Settings, export, and deleting everything.

use super::{Answer, blocking};
use crate::dialogs;
use crate::shell::Shell;
use attune_core::{LearnedPart, Settings, TrackId};
use attune_session::view::TasteView;
use tauri::{AppHandle, State};

/// Replaces the settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_settings(shell: State<'_, Shell>, settings: Settings) -> Answer<()> {
    shell.call(move |e, now| e.save_settings(settings, now))
}

/// Tells how many minutes the window's clock is ahead of universal time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_utc_offset(shell: State<'_, Shell>, minutes: i32) -> Answer<()> {
    shell.call(move |e, _| e.set_utc_offset(minutes))
}

/// What was learned of the listener's taste.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_taste(shell: State<'_, Shell>) -> Answer<TasteView> {
    shell.call(|e, _| e.taste())
}

/// Forgets one part of what was learned.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_learned(shell: State<'_, Shell>, part: LearnedPart) -> Answer<()> {
    shell.call(move |e, now| e.forget_learned(part, now))?
}

/// Forgets what was said about where one track lies.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_track_mood(shell: State<'_, Shell>, track: TrackId) -> Answer<()> {
    shell.call(move |e, now| e.forget_track_mood(&track, now))?
}

/// Writes everything that is kept to a file the listener chooses; its path, or none when they change their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_data(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<String>> {
    let state = shell.app();
    blocking(move || {
        let Some(path) = dialogs::save(&app, &dialogs::EXPORTS, "attune.json") else { return Ok(None) };
        state.export(&path)?;
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// Closes the camera, signs out of Spotify and deletes everything that is kept or learned. What cannot be removed from
/// the keyring is said when everything else is gone.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_everything(shell: State<'_, Shell>) -> Answer<()> {
    shell.app().erase_everything().await
}
