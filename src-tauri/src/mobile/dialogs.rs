//! The system's pickers, which give the address of content and no path: the work is done on a copy.

use super::playback::Playback;
use crate::shell::Shell;
use attune_app::{FileKind, picked};
use attune_core::AppError;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_fs::{FsExt, OpenOptions};

/// Lets the listener choose a file and gives a copy of it to `body`; none when they change their mind. The picker goes by
/// content types, of which Android knows none for playlists, so that it offers every file. Blocks.
pub(crate) fn open<T>(
    app: &AppHandle,
    kind: FileKind,
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    let dialog = app.dialog().file().set_title(app.state::<Shell>().name_of(kind));
    let Some(file) = dialog.blocking_pick_file() else { return Ok(None) };
    let address = file.to_string();
    let from = app.fs().open(file, OpenOptions::new().read(true).clone()).map_err(picked::unreadable)?;
    picked::read(from, &address, kind.extensions(), body).map(Some)
}

/// The folder with the phone's music: a chosen one would have no path. Fails with `library_folder_missing`.
pub(crate) fn folder(app: &AppHandle) -> Result<Option<PathBuf>, AppError> {
    app.state::<Playback>().music_folder().map(Some)
}

/// Lets the listener choose where to put what `body` writes. Blocks.
pub(crate) fn save<T>(
    app: &AppHandle,
    _: FileKind,
    name: &str,
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    let Some(file) = app.dialog().file().set_file_name(name).blocking_save_file() else { return Ok(None) };
    let mut options = OpenOptions::new();
    options.read(false).write(true).truncate(true);
    let to = app.fs().open(file, options).map_err(picked::unwritable)?;
    picked::write(to, name, body).map(Some)
}
