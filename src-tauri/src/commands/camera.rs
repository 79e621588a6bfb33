//! The camera, and pictures in its place.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs::{self, FileKind};
use attune_app::cameras::PageCameraEnd;
use attune_app::compose;
use attune_session::view::DeviceInfo;
use tauri::AppHandle;

/// The cameras that can be chosen.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn list_cameras(shell: Asked<'_>) -> Answer<Vec<DeviceInfo>> {
    shell.blocking(move |app| app.cameras().list()).await
}

/// Opens the camera; what becomes of it arrives as an event.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn start_camera(shell: Asked<'_>) -> Answer<()> {
    shell.session()?.start_camera()
}

/// Closes the camera.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn pause_camera(shell: Asked<'_>) -> Answer<()> {
    shell.session()?.pause_camera()
}

/// For which generation the page is to have its camera on; changes arrive as events.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn page_camera_wanted(shell: Asked<'_>) -> Answer<Option<u32>> {
    Ok(shell.cameras().wanted())
}

/// Takes a picture of the page's camera, a JPEG as a data address, and answers when the next one is wanted: false when none
/// will be.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn camera_frame(shell: Asked<'_>, generation: u32, picture: String) -> Answer<bool> {
    shell.blocking(move |app| app.cameras().push(generation, &picture)).await
}

/// Takes the page's word that its camera is off, and why.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn page_camera_ended(shell: Asked<'_>, generation: u32, end: PageCameraEnd) -> Answer<()> {
    shell.cameras().ended(generation, end);
    Ok(())
}

/// Lets the listener choose a picture and takes the mood from it; false when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn look_at_picture(handle: AppHandle, shell: Asked<'_>) -> Answer<bool> {
    shell
        .blocking(move |app| {
            dialogs::open(&handle, FileKind::Pictures, |path| {
                app.session()?.look_at(compose::dropped_pictures(&[path.to_owned()])?)
            })
        })
        .await
        .map(|done| done.is_some())
}
