//! The catalogues named on the command line.

use crate::say;
use attune_app::compose;
use attune_core::rank::Pool;
use attune_core::{AppError, Track};
use std::path::PathBuf;
use std::sync::Arc;

/// The tracks of the files, or of the starter catalogue when none is named. What is wrong with a file's rows
/// goes to standard error.
pub(crate) fn tracks(files: &[PathBuf]) -> Result<Vec<Track>, AppError> {
    if files.is_empty() {
        return Ok(compose::starter_tracks());
    }
    let mut all = Vec::new();
    for file in files {
        let imported = compose::read_catalogue(file)?;
        let name = file.display().to_string();
        for bad in imported.bad_rows.iter().chain(&imported.lost_values) {
            eprintln!("{}", say::row_problem(&name, bad.line, &say::row(&bad.problem)));
        }
        let more = imported.bad_rows_total as usize - imported.bad_rows.len();
        if more > 0 {
            eprintln!("{}", say::rows_left_out(&name, more));
        }
        if imported.lost_values_total > 0 {
            eprintln!("{}", say::values_left_out(&name, imported.lost_values_total));
        }
        all.extend(imported.tracks);
    }
    Ok(all)
}

/// A pool of tracks to choose from.
pub(crate) fn pool(files: &[PathBuf]) -> Result<Pool, AppError> {
    Ok(Pool::new(tracks(files)?.into_iter().map(Arc::new)))
}
