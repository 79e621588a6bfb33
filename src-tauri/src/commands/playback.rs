//! Playing the queue.

use super::Answer;
use crate::asked::Asked;
use attune_app::player::{self, OutputInfo};
use attune_core::TrackId;
use attune_core::player::{PlayerKind, Volume};
use attune_session::view::SleepTimer;

/// Chooses what plays the queue.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_player(shell: Asked<'_>, player: PlayerKind) -> Answer<()> {
    shell.call(move |e, now| e.set_player(player, now))
}

/// Plays soundscapes, at once.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn start_soundscapes(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::start_soundscapes)?
}

/// Plays when it is silent, else goes silent.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn toggle_play(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::toggle_play)?
}

/// Goes back to the start of the track, or at its start to the one before.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn previous_track(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::previous_track)
}

/// Goes to a place in the track, in milliseconds from its start.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn seek(shell: Asked<'_>, position_ms: u32) -> Answer<()> {
    shell.call(move |e, _| e.seek(position_ms))
}

/// Goes so many milliseconds on in the track, or back.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn seek_by(shell: Asked<'_>, by_ms: i32) -> Answer<()> {
    shell.call(move |e, _| e.seek_by(by_ms.into()))
}

/// Sets the volume in percent.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_volume(shell: Asked<'_>, percent: u8) -> Answer<()> {
    shell.call(move |e, _| e.set_volume(Volume::percent(percent)))
}

/// Sets the sleep timer, or takes it back.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_sleep(shell: Asked<'_>, timer: Option<SleepTimer>) -> Answer<()> {
    shell.call(move |e, now| e.set_sleep(timer, now))
}

/// The outputs that this computer can play through.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn list_outputs(shell: Asked<'_>) -> Answer<Vec<OutputInfo>> {
    shell.blocking(|_| player::outputs()).await
}

/// Puts tracks on, the first one now and the others next.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn play_tracks(shell: Asked<'_>, tracks: Vec<TrackId>) -> Answer<()> {
    shell.call(move |e, now| e.play_tracks(&tracks, now))?
}
