//! Settings, export, and deleting everything.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs;
use attune_core::{LearnedPart, Settings, TrackId};
use attune_session::view::TasteView;
use tauri::AppHandle;

/// Applies what differs between two versions of the settings; what else was changed since `before` stays.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn save_settings(shell: Asked<'_>, before: Settings, after: Settings) -> Answer<()> {
    shell.call(move |e, now| e.change_settings(&before, after, now))
}

/// Tells how many minutes the window's clock is ahead of universal time.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_utc_offset(shell: Asked<'_>, minutes: i32) -> Answer<()> {
    shell.call(move |e, _| e.set_utc_offset(minutes))
}

/// What was learned of the listener's taste.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn get_taste(shell: Asked<'_>) -> Answer<TasteView> {
    shell.call(|e, _| e.taste())
}

/// Forgets one part of what was learned.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn forget_learned(shell: Asked<'_>, part: LearnedPart) -> Answer<()> {
    shell.call(move |e, now| e.forget_learned(part, now))?
}

/// Forgets what was said about where one track lies.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn forget_track_mood(shell: Asked<'_>, track: TrackId) -> Answer<()> {
    shell.call(move |e, now| e.forget_track_mood(&track, now))?
}

/// Writes everything that is kept to a file the listener chooses; its path, or none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn export_data(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<String>> {
    shell
        .blocking(move |app| {
            dialogs::save(&handle, &dialogs::EXPORTS, "attune.json", |path| {
                app.export(path).map(|()| path.display().to_string())
            })
        })
        .await
}

/// What a listener can send along when something does not work; nothing of their own is in it.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn diagnostics(shell: Asked<'_>) -> Answer<String> {
    shell.blocking(attune_app::App::diagnostics).await
}

/// Closes the camera, signs out of Spotify and deletes everything that is kept or learned. What cannot be removed from
/// the keyring is said when everything else is gone.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn erase_everything(shell: Asked<'_>) -> Answer<()> {
    shell.app().erase_everything().await
}
