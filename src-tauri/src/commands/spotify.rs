//! Spotify: the account, devices, playlists, the listener's own music.

use super::Answer;
use crate::asked::Asked;
use crate::open;
use attune_app::spotify::{
    OwnMusic, PlaylistMade, PlaylistPatterns, PlaylistPlan, PlaylistPurpose, SpotifyCheck, SpotifyDevice,
    SpotifyPlace, SpotifyView,
};
use tauri::AppHandle;

/// How things stand, without asking Spotify; changes arrive as events.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_status(shell: Asked<'_>) -> Answer<SpotifyView> {
    Ok(shell.spotify().view())
}

/// Tells what stands between a client id and Spotify.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_check(shell: Asked<'_>, client_id: String) -> Answer<SpotifyCheck> {
    shell.spotify().check(client_id).await
}

/// Opens the browser and waits for the listener to come back, at most two minutes; false when it was cancelled.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_sign_in(shell: Asked<'_>, client_id: String) -> Answer<bool> {
    shell.spotify().sign_in(client_id).await
}

/// Waits for the browser no longer.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_cancel_sign_in(shell: Asked<'_>) -> Answer<()> {
    shell.spotify().cancel_sign_in();
    Ok(())
}

/// Forgets the sign-in and everything else of Spotify.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_sign_out(shell: Asked<'_>) -> Answer<()> {
    shell.spotify().sign_out().await
}

/// The open Spotify apps.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_devices(shell: Asked<'_>) -> Answer<Vec<SpotifyDevice>> {
    shell.spotify().devices().await
}

/// Goes on playing on another device.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_transfer(shell: Asked<'_>, device: String) -> Answer<()> {
    shell.spotify().transfer(device).await
}

/// What would become of the queue as a playlist; changes nothing.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_plan_playlist(
    shell: Asked<'_>,
    purpose: PlaylistPurpose,
    patterns: PlaylistPatterns,
) -> Answer<PlaylistPlan> {
    shell.spotify().plan(purpose, patterns).await
}

/// Makes or updates the playlist as last shown.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_make_playlist(shell: Asked<'_>) -> Answer<PlaylistMade> {
    shell.spotify().make().await
}

/// Lets the queue draw from the listener's own music on Spotify until Attune ends.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_bring_own_music(shell: Asked<'_>) -> Answer<OwnMusic> {
    shell.spotify().bring_own_music().await
}

/// Lets it draw from it no longer.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_end_own_music(shell: Asked<'_>) -> Answer<()> {
    shell.spotify().end_own_music()
}

/// Opens a page in the browser, or the Spotify app.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn spotify_open(app: AppHandle, place: SpotifyPlace) -> Answer<()> {
    open::place(&app, &place)
}
