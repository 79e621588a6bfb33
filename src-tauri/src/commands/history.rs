//! The mood history, and histories of what was heard elsewhere.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs::{self, FileKind};
use attune_app::App;
use attune_app::histories::HistoryReport;
use attune_core::history::{HistoryEdit, HistoryEntry};
use attune_core::taste::PastHistory;
use attune_core::{Affect, Timestamp};
use attune_session::view::PlayedTrack;
use tauri::AppHandle;

/// Entries with `from <= at < to` (Unix milliseconds), oldest first.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn history(shell: Asked<'_>, from: f64, to: f64) -> Answer<Vec<HistoryEntry>> {
    shell.call(move |e, _| e.history(Timestamp(from as i64), Timestamp(to as i64)))?
}

/// The tracks heard to their end with `from <= at < to` (Unix milliseconds), oldest first.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn played(shell: Asked<'_>, from: f64, to: f64) -> Answer<Vec<PlayedTrack>> {
    shell.call(move |e, _| e.played(Timestamp(from as i64), Timestamp(to as i64)))
}

/// Adds how the listener says they were at a moment (Unix milliseconds), with a note.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn add_moment(
    shell: Asked<'_>,
    at: f64,
    affect: Affect,
    note: Option<String>,
) -> Answer<()> {
    shell.call(move |e, now| e.add_moment(Timestamp(at as i64), affect, note, now))?
}

/// Changes an entry.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn edit_history(shell: Asked<'_>, id: u32, edit: HistoryEdit) -> Answer<()> {
    shell.call(move |e, _| e.edit_history(id, &edit))?
}

/// Removes an entry.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn delete_history(shell: Asked<'_>, id: u32) -> Answer<()> {
    shell.call(move |e, _| e.delete_history(id))?
}

/// Lets the listener choose an exported history and tells what is in it; none when they change their mind. Nothing counts yet.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn read_history(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<HistoryReport>> {
    let read = move |app: &App| dialogs::open(&handle, FileKind::Histories, |path| app.read_history(path));
    shell.blocking(read).await.map(Option::flatten)
}

/// Brings the history along that was read last, or drops it and stops what is being done with one.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn answer_history(shell: Asked<'_>, take: bool) -> Answer<Option<PastHistory>> {
    shell.blocking(move |app| app.answer_history(take)).await
}

/// Takes a history back that was brought along.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn remove_history(shell: Asked<'_>, id: u32) -> Answer<()> {
    shell.call(move |e, now| e.remove_past(id, now))?
}
