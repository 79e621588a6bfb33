//! How often something went wrong in a row, and when that is too often.

use attune_core::AppError;
use attune_core::ports::SourceEvent;

/// Counts faults in a row.
#[derive(Debug)]
pub(super) struct Streak {
    length: u32,
    most: u32,
}

impl Streak {
    /// None yet; the fault number `most` is the last.
    pub(super) fn of(most: u32) -> Self {
        Self { length: 0, most }
    }

    /// One more: it is skipped, or ends the source.
    pub(super) fn fault(&mut self, error: AppError) -> SourceEvent {
        self.length += 1;
        if self.length >= self.most { SourceEvent::Ended(Some(error)) } else { SourceEvent::Skipped(error) }
    }

    /// It went well.
    pub(super) fn over(&mut self) {
        self.length = 0;
    }
}
