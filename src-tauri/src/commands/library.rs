//! Catalogues.

use super::Answer;
use crate::asked::Asked;
use crate::dialogs::{self, FileKind};
use attune_app::compose;
use attune_core::catalogue::ImportReport;
use attune_session::catalogue_page::LibraryQuery;
use attune_session::view::{LibraryPage, LibrarySort, UiEvent};
use tauri::AppHandle;

/// A page of the library.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn library(
    shell: Asked<'_>,
    query: String,
    sort: LibrarySort,
    descending: bool,
    offset: u32,
    limit: u32,
) -> Answer<LibraryPage> {
    let (offset, limit) = (offset as usize, limit as usize);
    let query = LibraryQuery { text: query, sort, descending, offset, limit };
    shell.blocking(move |app| app.session()?.library(&query)).await
}

/// Lets the listener choose a CSV file and imports it; progress arrives as events, none when they change their
/// mind.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn import_catalogue(handle: AppHandle, shell: Asked<'_>) -> Answer<Option<ImportReport>> {
    shell
        .blocking(move |app| {
            dialogs::open(&handle, FileKind::Tables, |path| {
                compose::import(&*app.session()?, path, UiEvent::Import)
            })
        })
        .await
}

/// Switches a catalogue on or off.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn enable_catalogue(shell: Asked<'_>, id: String, enabled: bool) -> Answer<()> {
    shell.call(move |e, now| e.enable_catalogue(&id, enabled, now))?
}

/// Removes an imported catalogue.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn remove_catalogue(shell: Asked<'_>, id: String) -> Answer<()> {
    shell.call(move |e, now| e.remove_catalogue(&id, now))?
}
