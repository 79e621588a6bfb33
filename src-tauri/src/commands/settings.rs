//! Settings, export, and deleting everything.

use super::{Answer, blocking};
use crate::pick;
use crate::shell::Shell;
use attune_core::{AppError, Settings};
use tauri::{AppHandle, State};

/// Replaces the settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_settings(shell: State<'_, Shell>, settings: Settings) -> Answer<()> {
    shell.call(move |e, now| e.save_settings(settings, now))
}

/// Writes everything that is kept to a file the listener chooses; its path, or none when they change their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_data(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<String>> {
    let document = shell.call(|e, _| e.export())??;
    blocking(move || {
        let Some(path) = pick::save(&app, &pick::EXPORTS, "attune.json") else { return Ok(None) };
        std::fs::write(&path, document).map_err(|e| {
            let message = format!("{} could not be written: {e}. Choose another folder.", path.display());
            AppError::new("export_failed", message)
        })?;
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// Closes the camera and deletes everything that is kept or learned.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_everything(shell: State<'_, Shell>) -> Answer<()> {
    shell.session()?.pause_camera()?;
    shell.call(attune_session::Engine::erase)?
}
