//! The listener's own music: folders, tracks, playlists.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs::{self, FileKind};
use attune_app::opening::Opened;
use attune_app::own_music::{
    AddedFolder, Chosen, OwnMusicView, OwnPage, OwnQuery, PlaylistImport, TrackPage, Unreadable,
};
use attune_core::TrackId;
use attune_session::view::{LibraryRow, MapView};
use tauri::AppHandle;

/// The most tracks on the map.
const MAP_TRACKS: u32 = 20_000;

/// The library at work; changes arrive as events.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn own_music(shell: Asked<'_>) -> Answer<OwnMusicView> {
    Ok(shell.own_music().view())
}

/// Lets the listener choose a folder with music and adds it; none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn add_music_folder(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<AddedFolder>> {
    shell
        .blocking(move |app| {
            dialogs::folder(&handle)?.map(|path| app.own_music().add_folder(&path)).transpose()
        })
        .await
}

/// What was opened from elsewhere and waits for the window; it is there once.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn take_opened(shell: Asked<'_>) -> Answer<Vec<Opened>> {
    Ok(shell.opening().take())
}

/// Adds the folders that were opened from elsewhere, or forgets them.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn add_opened_folders(shell: Asked<'_>, add: bool) -> Answer<Vec<AddedFolder>> {
    shell.blocking(move |app| app.opening().answer_folders(add)).await
}

/// Removes a folder with what is known of its tracks; the files stay.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn remove_music_folder(shell: Asked<'_>, id: u32) -> Answer<()> {
    shell.blocking(move |app| app.own_music().remove_folder(id)).await
}

/// Scans all folders; with `again` every file is read, also those that look unchanged.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn scan_music(shell: Asked<'_>, again: bool) -> Answer<()> {
    shell.own_music().scan(again);
    Ok(())
}

/// Lets the scan under way rest, or go on.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn pause_scan(shell: Asked<'_>, paused: bool) -> Answer<()> {
    shell.own_music().pause_scan(paused);
    Ok(())
}

/// Lets the listening in the background rest, or go on.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn pause_listening(shell: Asked<'_>, paused: bool) -> Answer<()> {
    shell.own_music().pause_listening(paused);
    Ok(())
}

/// The files that could not be read, and why.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn unreadable_files(shell: Asked<'_>) -> Answer<Vec<Unreadable>> {
    shell.blocking(move |app| app.own_music().library().unreadable()).await
}

/// A page of the table.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn own_tracks(shell: Asked<'_>, query: OwnQuery) -> Answer<OwnPage> {
    shell.blocking(move |app| app.own_music().page(&*app.session()?, &query)).await
}

/// Everything about a track of the library; none where it is not there any more.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn own_track(shell: Asked<'_>, id: TrackId) -> Answer<Option<TrackPage>> {
    shell.blocking(move |app| app.own_music().track_page(&*app.session()?, &id)).await
}

/// A track's cover as the address of a picture of at most `side` pixels; none where there is none.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn cover(shell: Asked<'_>, id: TrackId, side: u32) -> Answer<Option<String>> {
    shell.blocking(move |app| app.cover_address(&id, side)).await
}

/// Where the tracks that are on lie on the plane.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn track_map(shell: Asked<'_>) -> Answer<MapView> {
    shell.call(|e, _| e.map(MAP_TRACKS as usize))
}

/// Tracks by name, of any catalogue that is on.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn track_rows(shell: Asked<'_>, ids: Vec<TrackId>) -> Answer<Vec<LibraryRow>> {
    shell.call(move |e, _| e.rows(&ids))
}

/// Puts tracks next in the queue.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn play_next(shell: Asked<'_>, tracks: Vec<TrackId>) -> Answer<()> {
    shell.call(move |e, now| e.play_next(&tracks, now))?
}

/// Lets the listener choose a playlist and finds its tracks; none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn import_playlist(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<PlaylistImport>> {
    shell
        .blocking(move |app| {
            dialogs::open(&handle, FileKind::Playlists, |path| {
                app.own_music().library().import_playlist(path)
            })
        })
        .await
}

/// Writes a playlist where the listener chooses; how many tracks were left out, or none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn export_playlist(
    handle: AppHandle,
    shell: Asked<'_>,
    chosen: Chosen,
) -> Answer<Option<u32>> {
    shell
        .blocking(move |app| {
            dialogs::save(&handle, FileKind::WrittenPlaylists, "attune.m3u8", |path| {
                app.own_music().export_playlist(chosen, path)
            })
        })
        .await
}

/// Writes a table where the listener chooses; how many rows it has, or none when they change their mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn export_csv(handle: AppHandle, shell: Asked<'_>, chosen: Chosen) -> Answer<Option<u32>> {
    shell
        .blocking(move |app| {
            dialogs::save(&handle, FileKind::Tables, "attune.csv", |path| {
                app.own_music().export_csv(chosen, path)
            })
        })
        .await
}
