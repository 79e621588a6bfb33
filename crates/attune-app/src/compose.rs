//! Opening the adapters that both programs run on.

use attune_catalogue::{csv_import, starter};
use attune_core::catalogue::{ImportProgress, ImportReport};
use attune_core::ports::{Archive, Eyes, FrameSource, PulseMeter};
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode, Span, Timestamp, Track};
use attune_library::Library;
use attune_pulse::colour::LiveMeter;
use attune_session::view::{DeviceInfo, UiEvent};
use attune_session::{EngineOptions, Session};
use attune_store::Store;
#[cfg(not(target_os = "android"))]
use attune_vision::frames::camera::{self, Camera};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

pub use attune_store::default_data_dir;
pub use attune_vision::frames::ImageFiles;
pub use attune_vision::{FaceEyes, FaceReading, FrameReading};

/// The archive in the data folder, and what had to be worked around. It opens in any case: where the folder cannot be
/// used, everything is forgotten at the end.
pub fn open_store(data_dir: Option<PathBuf>) -> Result<(Store, Vec<AppError>), AppError> {
    if let Some(dir) = data_dir.or_else(default_data_dir) {
        return Store::open(&dir);
    }
    let message = "Your system names no folder for app data, so nothing is kept when you close Attune.";
    Ok((Store::in_memory()?, vec![AppError::new(ErrorCode::DataFolderUnknown, message)]))
}

/// An archive that is forgotten at the end, for runs that must leave nothing behind.
pub fn archive_in_memory() -> Result<Box<dyn Archive>, AppError> {
    Ok(Box::new(Store::in_memory()?))
}

/// What the engine is made with: the starter catalogue, and warnings to show at the start.
#[must_use]
pub fn engine_options(version: String, seed: u64, warnings: Vec<AppError>) -> EngineOptions {
    EngineOptions { version, seed, starter: starter::tracks(), warnings }
}

/// The listener's own music, and what had to be worked around. It opens in any case: where the data folder cannot be
/// used, it is forgotten at the end.
pub fn open_library(data_dir: Option<PathBuf>) -> Result<(Library, Vec<AppError>), AppError> {
    match data_dir.or_else(default_data_dir) {
        Some(dir) => Library::open(&dir),
        // The store says already that nothing is kept.
        None => Ok((Library::in_memory()?, Vec::new())),
    }
}

/// The tracks of the catalogue that ships.
#[must_use]
pub fn starter_tracks() -> Vec<Track> {
    starter::tracks()
}

/// Reads a catalogue file without reporting progress.
pub fn read_catalogue(path: &Path) -> Result<csv_import::Imported, AppError> {
    csv_import::import(path, &mut |_| true)
}

/// Completes what the library knows of its tracks' affect with what catalogues know of artists and genres.
pub fn complete(tracks: &mut [Track]) {
    attune_catalogue::complete(tracks);
}

/// The networks that read faces; `resources` as in [`FaceEyes::open`].
pub fn open_eyes(resources: Option<&Path>) -> Result<Box<dyn Eyes>, AppError> {
    Ok(Box::new(FaceEyes::open(resources)?))
}

/// A measurement of the pulse by what a camera sees of the skin.
#[must_use]
pub fn pulse_meter() -> Box<dyn PulseMeter> {
    Box::new(LiveMeter::default())
}

/// The system's clock.
#[must_use]
pub fn clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| d.as_millis() as i64))
    })
}

/// The camera with that id, or the first one. In debug builds `ATTUNE_CAMERA_FOLDER` plays a folder of pictures
/// in its place, again and again, so that the whole way can be driven where there is no camera.
pub fn open_camera(id: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
    #[cfg(debug_assertions)]
    if let Some(folder) = std::env::var_os("ATTUNE_CAMERA_FOLDER") {
        return Ok(Box::new(attune_vision::frames::Looped::open(&[PathBuf::from(folder)])?));
    }
    system_camera(id)
}

#[cfg(not(target_os = "android"))]
fn system_camera(id: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
    Ok(Box::new(Camera::open(id)?))
}

/// Only the window's page reaches a camera there.
#[cfg(target_os = "android")]
fn system_camera(_: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
    Err(AppError::new(ErrorCode::CameraNone, "No camera was found."))
}

/// No camera of the system's can be chosen there.
#[cfg(target_os = "android")]
pub fn cameras() -> Result<Vec<DeviceInfo>, AppError> {
    Ok(Vec::new())
}

/// The system's cameras that can be chosen.
#[cfg(not(target_os = "android"))]
pub fn cameras() -> Result<Vec<DeviceInfo>, AppError> {
    let all = camera::list()?;
    Ok(all.into_iter().map(|c| DeviceInfo { id: c.id, name: c.name }).collect())
}

/// Pictures as a source of frames, `step` apart from `now` on.
pub fn pictures(paths: &[PathBuf], now: Timestamp, step: Span) -> Result<Box<dyn FrameSource>, AppError> {
    Ok(Box::new(ImageFiles::open(paths, now, step)?))
}

/// Pictures that the listener chose, from now on and as far apart as the frames of a camera.
pub fn dropped_pictures(paths: &[PathBuf]) -> Result<Box<dyn FrameSource>, AppError> {
    pictures(paths, clock()(), Span(200))
}

/// Imports a catalogue file into the session; `event` makes of its progress what the window is told.
pub fn import(
    session: &Session,
    path: &Path,
    event: fn(ImportProgress) -> UiEvent,
) -> Result<ImportReport, AppError> {
    let imported =
        csv_import::import(path, &mut |progress| session.call(move |e, _| e.emit(event(progress))).is_ok())?;
    let (duplicates, bad_rows) = (imported.duplicates as u32, imported.bad_rows_total as u32);
    let tracks = imported.tracks.len() as u32;
    let name = path.file_name().map_or_else(|| "catalogue".into(), |n| n.to_string_lossy().into_owned());
    let catalogue = if tracks == 0 { None } else { Some(session.import(name, imported.tracks)?) };
    Ok(ImportReport {
        catalogue,
        tracks,
        duplicates,
        bad_rows,
        bad_row_samples: imported.bad_rows,
        lost_values: imported.lost_values_total,
        lost_value_samples: imported.lost_values,
    })
}
