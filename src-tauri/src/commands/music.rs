//! The queue.

use super::Answer;
use crate::asked::Asked;
use crate::open;
use attune_core::{Affect, FeedbackKind, ListenOn, TrackId};
use tauri::AppHandle;

/// Moves on to the next track.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn next_track(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::next_track)
}

/// Takes what the listener says about a track.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn send_feedback(shell: Asked<'_>, track: TrackId, kind: FeedbackKind) -> Answer<()> {
    shell.call(move |e, now| e.feedback(&track, kind, now))?
}

/// Takes a track out of the queue.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn remove_track(shell: Asked<'_>, track: TrackId) -> Answer<()> {
    shell.call(move |e, now| e.feedback(&track, FeedbackKind::Removed, now))?
}

/// Never plays anything again by the artist of a track.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn block_artist(shell: Asked<'_>, track: TrackId) -> Answer<()> {
    shell.call(move |e, now| e.feedback(&track, FeedbackKind::ArtistNever, now))?
}

/// Lets a track in again that was never to be played.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn unblock_track(shell: Asked<'_>, track: TrackId) -> Answer<()> {
    shell.call(move |e, now| e.allow_track(&track, now))
}

/// Lets an artist in again, by name as credited.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn unblock_artist(shell: Asked<'_>, artist: String) -> Answer<()> {
    shell.call(move |e, now| e.allow_artist(&artist, now))
}

/// Takes the listener's word for where on the plane a track lies.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_track_affect(shell: Asked<'_>, track: TrackId, affect: Affect) -> Answer<()> {
    shell.call(move |e, now| e.set_track_affect(&track, affect, now))?
}

/// Takes the last action back; again, the one before.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn undo_feedback(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::undo_feedback).map(drop)
}

/// Keeps a track where it is in the queue.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn pin_track(shell: Asked<'_>, track: TrackId, pinned: bool) -> Answer<()> {
    shell.call(move |e, _| e.pin(&track, pinned))
}

/// Moves a track that is to come to a place among them, from 0, where it stays.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn move_track(shell: Asked<'_>, track: TrackId, place: u32) -> Answer<()> {
    shell.call(move |e, now| e.move_in_queue(&track, place as usize, now))
}

/// Opens a track on a music service: the track itself where it is known there, else a search for it.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn listen_on(
    app: AppHandle,
    shell: Asked<'_>,
    track: TrackId,
    service: ListenOn,
) -> Answer<()> {
    let id = track.clone();
    let address = shell.call(move |e, _| e.listen_on(&id, service))??;
    if service == ListenOn::Spotify {
        open::spotify(&app, &address)?;
    } else {
        open::page(&app, &address)?;
    }
    shell.call(move |e, now| e.feedback(&track, FeedbackKind::Opened, now))?
}
