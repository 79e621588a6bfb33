//! Histories that other services and players export: looked at, brought along, taken back.

mod brought;
mod grouped;
mod kept;
mod report;

pub use attune_history::{History, Problem, ProblemKind, Summary, day};
pub use brought::Histories;
pub use grouped::tracks;
pub use kept::KeptHistories;
pub use report::{HistoryProblem, HistoryProblemKind, HistoryReport};

use attune_core::{AppError, ErrorCode};
use attune_history::{HistoryError, Watch};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest file that is read: decades of listening are a tenth of it.
const LARGEST: u64 = 1 << 30;

/// What an export holds; nothing is kept. Takes a while for a long history. Fails with `file_unreadable`.
pub fn preview(file: &Path) -> Result<History, AppError> {
    let read = preview_watched(file, &mut |_| true)?;
    read.ok_or_else(|| unreadable(file, &HistoryError::Stopped.to_string()))
}

/// The same; `watch` hears what share of it is read, in [0, 1], and says whether to go on. None where it did not.
pub(crate) fn preview_watched(file: &Path, watch: &mut Watch<'_>) -> Result<Option<History>, AppError> {
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|f| f.take(LARGEST).read_to_end(&mut bytes));
    read.map_err(|e| unreadable(file, &e.to_string()).caused_by(e))?;
    match attune_history::read_watched(&bytes, watch) {
        Ok(history) => Ok(Some(history)),
        Err(HistoryError::Stopped) => Ok(None),
        Err(error) => Err(unreadable(file, &error.to_string()).caused_by(error)),
    }
}

fn unreadable(file: &Path, why: &str) -> AppError {
    AppError::new(ErrorCode::FileUnreadable, format!("{}: {why}", file.display()))
}
