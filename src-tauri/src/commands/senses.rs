//! The senses beside the camera: the microphone and the heart-rate strap.

use super::Answer;
use crate::asked::Asked;
use attune_core::{Sense, SenseMode};
use attune_session::view::DeviceInfo;

/// The microphones or straps that can be chosen; looking for straps takes some seconds.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn list_sense_devices(shell: Asked<'_>, sense: Sense) -> Answer<Vec<DeviceInfo>> {
    shell.blocking(move |app| app.senses().devices(sense)).await
}

/// Switches a sense on; what becomes of it arrives as an event.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn start_sense(shell: Asked<'_>, sense: Sense, mode: SenseMode) -> Answer<()> {
    shell.blocking(move |app| app.start_sense(sense, mode)).await
}

/// Switches a sense off; without one, every sense and the camera.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn stop_sensing(shell: Asked<'_>, sense: Option<Sense>) -> Answer<()> {
    let session = shell.session()?;
    sense.map_or_else(|| session.stop_sensing(), |sense| session.stop_sense(sense))
}
