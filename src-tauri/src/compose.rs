//! The composition root of the app: which adapters the session runs on.

use crate::arguments::Arguments;
use crate::player;
use attune_catalogue::{csv_import, starter};
use attune_core::catalogue::ImportReport;
use attune_core::ports::{Archive, FrameSource};
use attune_core::{AppError, ErrorCode, Span, Timestamp};
use attune_library::Library;
use attune_session::eyes::Clock;
use attune_session::view::{CameraInfo, UiEvent};
use attune_session::{Composition, EngineOptions, Listener, Session};
use attune_store::Store;
use attune_vision::FaceEyes;
use attune_vision::frames::ImageFiles;
use attune_vision::frames::camera::{self, Camera};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tauri::{AppHandle, Manager};

/// What the session is put together from; the library comes with what went wrong in opening it. The archive opens in any case: when
/// the data folder cannot be used it is kept in memory, and a banner says so.
pub(crate) fn compose(
    app: &AppHandle,
    arguments: &Arguments,
    (library, trouble): (Library, Vec<AppError>),
    listener: Listener,
) -> Result<Composition, AppError> {
    let (store, mut warnings) = open_store(arguments.data_dir.as_deref())?;
    warnings.extend(trouble);
    let resources = app.path().resource_dir().ok();
    let level = player::Level::new(store.settings().levelling);
    let clock = clock();
    let seed = clock().0 as u64;
    Ok(Composition {
        archive: Box::new(store),
        options: EngineOptions {
            version: app.package_info().version.to_string(),
            seed,
            starter: starter::tracks(),
            warnings,
        },
        clock,
        open_camera: Arc::new(|id| open_camera(id.as_deref())),
        open_eyes: Arc::new(move || Ok(Box::new(FaceEyes::open(resources.as_deref())?))),
        listener: level.follow(listener),
        open_player: player::opener(app, library, level),
    })
}

fn open_store(data_dir: Option<&Path>) -> Result<(Store, Vec<AppError>), AppError> {
    if let Some(dir) = data_dir.map(Path::to_path_buf).or_else(attune_store::default_data_dir) {
        return Store::open(&dir);
    }
    let message = "Your system names no folder for app data, so nothing is kept when you close Attune.";
    Ok((Store::in_memory()?, vec![AppError::new(ErrorCode::DataFolderUnknown, message)]))
}

/// The listener's own music, and what had to be worked around. It opens in any case: where the data folder cannot be
/// used, it is forgotten at the end.
pub(crate) fn open_library(arguments: &Arguments) -> Result<(Library, Vec<AppError>), AppError> {
    match arguments.data_dir.clone().or_else(attune_store::default_data_dir) {
        Some(dir) => Library::open(&dir),
        // The store says already that nothing is kept.
        None => Ok((Library::in_memory()?, Vec::new())),
    }
}

/// The system's clock.
pub(crate) fn clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| d.as_millis() as i64))
    })
}

/// The camera with that id, or the first one. In debug builds `ATTUNE_CAMERA_FOLDER` plays a folder of pictures
/// in its place, again and again, so that the whole way can be driven where there is no camera.
fn open_camera(id: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
    #[cfg(debug_assertions)]
    if let Some(folder) = std::env::var_os("ATTUNE_CAMERA_FOLDER") {
        return Ok(Box::new(attune_vision::frames::Looped::open(&[PathBuf::from(folder)])?));
    }
    Ok(Box::new(Camera::open(id)?))
}

/// The cameras that can be chosen.
pub(crate) fn cameras() -> Result<Vec<CameraInfo>, AppError> {
    let all = camera::list()?;
    Ok(all.into_iter().map(|c| CameraInfo { id: c.id, name: c.name }).collect())
}

/// Pictures as a source of frames.
pub(crate) fn pictures(paths: &[PathBuf], now: Timestamp) -> Result<Box<dyn FrameSource>, AppError> {
    Ok(Box::new(ImageFiles::open(paths, now, Span(200))?))
}

/// Imports a catalogue file into the session, telling how far it is.
pub(crate) fn import(session: &Session, path: &Path) -> Result<ImportReport, AppError> {
    let imported = csv_import::import(path, &mut |progress| {
        session.call(move |e, _| e.emit(UiEvent::Import(progress))).is_ok()
    })?;
    let (duplicates, bad_rows) = (imported.duplicates as u32, imported.bad_rows_total as u32);
    let tracks = imported.tracks.len() as u32;
    let name = path.file_name().map_or_else(|| "catalogue".into(), |n| n.to_string_lossy().into_owned());
    let catalogue = if tracks == 0 {
        None
    } else {
        Some(session.call(move |e, now| e.add_catalogue(&name, imported.tracks, now))??)
    };
    Ok(ImportReport { catalogue, tracks, duplicates, bad_rows, bad_row_samples: imported.bad_rows })
}
