//! Histories that other services and players export: looked at, brought along, taken back.

mod grouped;
mod kept;
mod report;

pub use attune_history::{History, Problem, ProblemKind, Summary, day};
pub use grouped::tracks;
pub use kept::KeptHistories;
pub use report::{HistoryProblem, HistoryProblemKind, HistoryReport};

use attune_core::taste::PastTrack;
use attune_core::{AppError, ErrorCode};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest file that is read: decades of listening are a tenth of it.
const LARGEST: u64 = 1 << 30;

/// A history that was read and is not brought along yet.
pub(crate) struct ReadHistory {
    pub(crate) source: &'static str,
    pub(crate) tracks: Vec<PastTrack>,
}

/// What an export holds; nothing is kept. Takes a while for a long history. Fails with `file_unreadable`.
pub fn preview(file: &Path) -> Result<History, AppError> {
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|f| f.take(LARGEST).read_to_end(&mut bytes));
    read.map_err(|e| unreadable(file, &e.to_string()).caused_by(e))?;
    attune_history::read(&bytes).map_err(|e| unreadable(file, &e.to_string()).caused_by(e))
}

fn unreadable(file: &Path, why: &str) -> AppError {
    AppError::new(ErrorCode::FileUnreadable, format!("{}: {why}", file.display()))
}

impl ReadHistory {
    /// One that was read, of a service or player.
    pub(crate) fn of(history: &History) -> Self {
        Self { source: history.format.name(), tracks: tracks(history) }
    }
}
