//! Settings, export, restoring, and deleting everything.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs::{self, FileKind};
use attune_app::export::Exported;
use attune_app::restore::{BackupAnswer, BackupReport};
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

/// Writes what the listener asks for to a file they choose; its path, or none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn export_data(
    handle: AppHandle,
    shell: Asked<'_>,
    what: Exported,
) -> Answer<Option<String>> {
    let kind = if what == Exported::Everything { FileKind::Backups } else { FileKind::Tables };
    shell
        .blocking(move |app| {
            dialogs::save(&handle, kind, what.file_name(), |path| {
                app.export(what, path).map(|()| path.display().to_string())
            })
        })
        .await
}

/// Lets the listener choose a backup and tells what it holds; none when they change their mind. Nothing changes yet.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn read_backup(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<BackupReport>> {
    shell.blocking(move |app| dialogs::open(&handle, FileKind::Backups, |path| app.read_backup(path))).await
}

/// Restores the backup that was read last, drops it, or takes the last restore back; where what was here before is kept.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn answer_backup(shell: Asked<'_>, answer: BackupAnswer) -> Answer<Option<String>> {
    shell.blocking(move |app| app.answer_backup(answer)).await
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
