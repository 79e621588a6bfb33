//! The mood history.

use super::Answer;
use crate::asked::Asked;
use attune_core::Timestamp;
use attune_core::history::{HistoryEdit, HistoryEntry};

/// Entries with `from <= at < to` (Unix milliseconds), oldest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(shell: Asked<'_>, from: f64, to: f64) -> Answer<Vec<HistoryEntry>> {
    shell.call(move |e, _| e.history(Timestamp(from as i64), Timestamp(to as i64)))?
}

/// Changes an entry.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_history(shell: Asked<'_>, id: u32, edit: HistoryEdit) -> Answer<()> {
    shell.call(move |e, _| e.edit_history(id, &edit))?
}

/// Removes an entry.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_history(shell: Asked<'_>, id: u32) -> Answer<()> {
    shell.call(move |e, _| e.delete_history(id))?
}
