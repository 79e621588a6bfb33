//! Spotify: the account, devices, playlists, the listener's own music.

use super::Answer;
use crate::open;
use crate::shell::Shell;
use crate::spotify::{
    OwnMusic, PlaylistMade, PlaylistPatterns, PlaylistPlan, PlaylistPurpose, SpotifyCheck, SpotifyDevice,
    SpotifyPlace, SpotifyShell, SpotifyView,
};
use attune_core::{AppError, ErrorCode};
use tauri::{AppHandle, State};

/// How things stand, without asking Spotify; changes arrive as events.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_status(spotify: State<'_, SpotifyShell>) -> Answer<SpotifyView> {
    Ok(spotify.view())
}

/// Tells what stands between a client id and Spotify.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_check(
    spotify: State<'_, SpotifyShell>,
    client_id: String,
) -> Answer<SpotifyCheck> {
    spotify.check(client_id).await
}

/// Opens the browser and waits for the listener to come back, at most two minutes; false when it was cancelled.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_sign_in(spotify: State<'_, SpotifyShell>, client_id: String) -> Answer<bool> {
    spotify.sign_in(client_id).await
}

/// Waits for the browser no longer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_cancel_sign_in(spotify: State<'_, SpotifyShell>) -> Answer<()> {
    spotify.cancel_sign_in();
    Ok(())
}

/// Forgets the sign-in and everything else of Spotify.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_sign_out(spotify: State<'_, SpotifyShell>) -> Answer<()> {
    spotify.sign_out().await
}

/// The open Spotify apps.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_devices(spotify: State<'_, SpotifyShell>) -> Answer<Vec<SpotifyDevice>> {
    spotify.devices().await
}

/// Goes on playing on another device.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_transfer(spotify: State<'_, SpotifyShell>, device: String) -> Answer<()> {
    spotify.transfer(device).await
}

/// What would become of the queue as a playlist; changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_plan_playlist(
    spotify: State<'_, SpotifyShell>,
    purpose: PlaylistPurpose,
    patterns: PlaylistPatterns,
) -> Answer<PlaylistPlan> {
    spotify.plan(purpose, patterns).await
}

/// Makes or updates the playlist as last shown.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_make_playlist(spotify: State<'_, SpotifyShell>) -> Answer<PlaylistMade> {
    spotify.make().await
}

/// Lets the queue draw from the listener's own music on Spotify until Attune ends.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_bring_own_music(spotify: State<'_, SpotifyShell>) -> Answer<OwnMusic> {
    spotify.bring_own_music().await
}

/// Lets it draw from it no longer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_end_own_music(shell: State<'_, Shell>) -> Answer<()> {
    shell.call(|e, now| e.remove_session_shelf(crate::spotify::SHELF, now))
}

/// Opens a page in the browser, or the Spotify app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn spotify_open(app: AppHandle, place: SpotifyPlace) -> Answer<()> {
    match place {
        SpotifyPlace::Dashboard => open::page(&app, "https://developer.spotify.com/dashboard"),
        SpotifyPlace::Permissions => open::page(&app, "https://www.spotify.com/account/apps/"),
        SpotifyPlace::Download => open::page(&app, "https://www.spotify.com/download/"),
        SpotifyPlace::App => open::spotify(&app, "spotify:"),
        SpotifyPlace::Playlist(id) => open::page(&app, &shared("playlist", &id)?),
        SpotifyPlace::Track(id) => open::page(&app, &shared("track", &id)?),
    }
}

/// The page of a playlist or track; only what can be an identifier becomes part of an address.
fn shared(kind: &str, id: &str) -> Answer<String> {
    if id.is_empty() || id.len() > 64 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(AppError::new(ErrorCode::SpotifyNotFound, "This is no longer available on Spotify."));
    }
    Ok(format!("https://open.spotify.com/{kind}/{id}"))
}

#[cfg(test)]
mod tests {
    use super::shared;
    use attune_core::ErrorCode;

    #[test]
    fn only_identifiers_become_addresses() {
        assert_eq!(shared("track", "a1").unwrap(), "https://open.spotify.com/track/a1");
        for id in ["", "a/b", "a?b", "../x", &"a".repeat(65)] {
            assert_eq!(shared("track", id).unwrap_err().code, ErrorCode::SpotifyNotFound);
        }
    }
}
