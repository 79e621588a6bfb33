//! File dialogs. In debug builds the environment can answer instead of a person, so that tests can drive the
//! window.

use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// In debug builds, the file that the dialogs for files answer with.
const PICK: &str = "ATTUNE_TEST_PICK";

/// A kind of file, for the dialog's filter.
pub(crate) struct Kind {
    /// The name shown.
    pub(crate) name: &'static str,
    /// Without dots.
    pub(crate) extensions: &'static [&'static str],
}

/// Pictures.
pub(crate) const PICTURES: Kind = Kind { name: "Pictures", extensions: &["jpg", "jpeg", "png", "webp"] };
/// Catalogues.
pub(crate) const CATALOGUES: Kind = Kind { name: "CSV catalogues", extensions: &["csv", "tsv", "txt"] };
/// Playlists that are read.
pub(crate) const PLAYLISTS: Kind = Kind { name: "Playlists", extensions: &["m3u8", "m3u", "pls", "xspf"] };
/// Playlists that are written.
pub(crate) const WRITTEN_PLAYLISTS: Kind = Kind { name: "M3U8 or XSPF", extensions: &["m3u8", "xspf"] };
/// Exports.
pub(crate) const EXPORTS: Kind = Kind { name: "JSON", extensions: &["json"] };

/// Lets the listener choose a file to read; none when they change their mind. Blocks: not for the main thread.
pub(crate) fn open(app: &AppHandle, kind: &Kind) -> Option<PathBuf> {
    answer_from_environment(PICK).or_else(|| {
        let dialog = app.dialog().file().add_filter(kind.name, kind.extensions);
        dialog.blocking_pick_file()?.into_path().ok()
    })
}

/// Lets the listener choose a folder; none when they change their mind. Blocks: not for the main thread.
pub(crate) fn folder(app: &AppHandle) -> Option<PathBuf> {
    answer_from_environment("ATTUNE_TEST_FOLDER")
        .or_else(|| app.dialog().file().blocking_pick_folder()?.into_path().ok())
}

/// Lets the listener choose where to write a file.
pub(crate) fn save(app: &AppHandle, kind: &Kind, name: &str) -> Option<PathBuf> {
    answer_from_environment(PICK).or_else(|| {
        let dialog = app.dialog().file().add_filter(kind.name, kind.extensions).set_file_name(name);
        dialog.blocking_save_file()?.into_path().ok()
    })
}

fn answer_from_environment(variable: &str) -> Option<PathBuf> {
    cfg!(debug_assertions).then(|| std::env::var_os(variable)).flatten().map(PathBuf::from)
}
