//! The camera, and pictures in its place.

use super::{Answer, blocking};
use crate::asked::Asked;
use crate::dialogs;
use attune_app::compose;
use attune_session::view::CameraInfo;
use std::path::PathBuf;
use tauri::AppHandle;

/// The cameras that can be chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_cameras() -> Answer<Vec<CameraInfo>> {
    blocking(compose::cameras).await
}

/// Opens the camera; what becomes of it arrives as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_camera(shell: Asked<'_>) -> Answer<()> {
    shell.session()?.start_camera()
}

/// Closes the camera.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pause_camera(shell: Asked<'_>) -> Answer<()> {
    shell.session()?.pause_camera()
}

/// Lets the listener choose a picture and takes the mood from it; false when they change their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_picture(app: AppHandle, shell: Asked<'_>) -> Answer<bool> {
    let session = shell.session()?;
    shell
        .blocking(move || {
            let Some(path) = dialogs::open(&app, &dialogs::PICTURES) else { return Ok(false) };
            session.look_at(compose::dropped_pictures(&[path])?)?;
            Ok(true)
        })
        .await
}

/// Takes the mood from pictures that were dropped on the window.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_dropped(shell: Asked<'_>, paths: Vec<String>) -> Answer<()> {
    let session = shell.session()?;
    let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
    shell.blocking(move || session.look_at(compose::dropped_pictures(&paths)?)).await
}
