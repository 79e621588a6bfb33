//! Histories that other services and players export: looked at, brought along, taken back.

mod grouped;
mod kept;
mod report;

pub use attune_history::{History, Problem, ProblemKind, Summary, day};
pub use grouped::tracks;
pub use kept::KeptHistories;
pub use report::{HistoryProblem, HistoryProblemKind, HistoryReport};

use crate::app::App;
use crate::lock::held;
use attune_core::taste::{PastHistory, PastTrack};
use attune_core::{AppError, ErrorCode};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest file that is read: decades of listening are a tenth of it.
const LARGEST: u64 = 1 << 30;

/// A history that was read and is not brought along yet.
pub(crate) struct ReadHistory {
    source: &'static str,
    tracks: Vec<PastTrack>,
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

impl App {
    /// Reads an export and tells what it holds and how much of that is at hand; nothing counts before
    /// [`App::answer_history`]. Not for a thread that must not wait. Fails with `file_unreadable`.
    pub fn read_history(&self, file: &Path) -> Result<HistoryReport, AppError> {
        let history = preview(file)?;
        let tracks = tracks(&history);
        let report = HistoryReport::of(&history, self.session()?.match_past(&tracks)?);
        *held(&self.history) = Some(ReadHistory { source: history.format.name(), tracks });
        Ok(report)
    }

    /// Brings the history along that was read last, or drops it; none then, and where none was read. Not for a thread that
    /// must not wait.
    pub fn answer_history(&self, take: bool) -> Result<Option<PastHistory>, AppError> {
        let read = held(&self.history).take().filter(|_| take);
        let Some(ReadHistory { source, tracks }) = read else { return Ok(None) };
        self.session()?.bring_past(source, tracks, &mut |_| true)
    }
}
