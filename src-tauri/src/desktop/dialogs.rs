//! File dialogs. In debug builds the environment can answer instead of a person, so that tests can drive the
//! window.

use crate::shell::Shell;
use attune_app::FileKind;
use attune_core::AppError;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// In debug builds, the file that the dialogs for files answer with.
const PICK: &str = "ATTUNE_TEST_PICK";

/// Lets the listener choose a file and gives it to `body`; none when they change their mind. Blocks: not for the main thread.
pub(crate) fn open<T>(
    app: &AppHandle,
    kind: FileKind,
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    let picked =
        answer_from_environment(PICK).or_else(|| dialog(app, kind).blocking_pick_file()?.into_path().ok());
    picked.map(|path| body(&path)).transpose()
}

/// Lets the listener choose a folder; none when they change their mind. Blocks: not for the main thread.
#[expect(clippy::unnecessary_wraps, reason = "phones may refuse")]
pub(crate) fn folder(app: &AppHandle) -> Result<Option<PathBuf>, AppError> {
    Ok(answer_from_environment("ATTUNE_TEST_FOLDER")
        .or_else(|| app.dialog().file().blocking_pick_folder()?.into_path().ok()))
}

/// A dialog for files of a kind.
fn dialog(app: &AppHandle, kind: FileKind) -> FileDialogBuilder<Wry> {
    app.dialog().file().add_filter(app.state::<Shell>().name_of(kind), kind.extensions())
}

/// Lets the listener choose where `body` writes a file. Blocks: not for the main thread.
pub(crate) fn save<T>(
    app: &AppHandle,
    kind: FileKind,
    name: &str,
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    let picked = answer_from_environment(PICK)
        .or_else(|| dialog(app, kind).set_file_name(name).blocking_save_file()?.into_path().ok());
    picked.map(|path| body(&path)).transpose()
}

fn answer_from_environment(variable: &str) -> Option<PathBuf> {
    cfg!(debug_assertions).then(|| std::env::var_os(variable)).flatten().map(PathBuf::from)
}
