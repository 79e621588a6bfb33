//! What the listener heard elsewhere, brought along as whole histories.

use super::Engine;
use attune_core::taste::{PastEvidence, PastHistory, PastTrack};
use attune_core::{AppError, ErrorCode, Timestamp};
use std::sync::Arc;

/// One history with what its plays come to.
pub(super) struct Brought {
    pub(super) info: PastHistory,
    pub(super) evidence: Arc<Vec<PastEvidence>>,
}

impl Engine {
    pub(super) fn load_past(&mut self, now: Timestamp) {
        self.past.clear();
        let kept = self.archive.past_histories();
        for info in self.or_warn(kept).unwrap_or_default() {
            let read = self.archive.past_evidence(info.id, now);
            if let Some(evidence) = self.or_warn(read) {
                self.past.push(Brought { info, evidence: Arc::new(evidence) });
            }
        }
    }

    /// The histories that were brought along, oldest first.
    #[must_use]
    pub fn past_histories(&self) -> Vec<PastHistory> {
        self.past.iter().map(|brought| brought.info.clone()).collect()
    }

    /// Begins to store one and gives its number, for [`Session::bring_past`](crate::Session::bring_past).
    pub(crate) fn begin_past(&mut self, source: &str, now: Timestamp) -> Result<u32, AppError> {
        self.archive.begin_past(source, now)
    }

    /// Stores its next tracks.
    pub(crate) fn extend_past(&mut self, history: u32, tracks: &[PastTrack]) -> Result<(), AppError> {
        self.archive.extend_past(history, tracks)
    }

    /// Completes it: from now on it counts.
    pub(crate) fn finish_past(
        &mut self,
        history: u32,
        evidence: Vec<PastEvidence>,
        now: Timestamp,
    ) -> Result<PastHistory, AppError> {
        let info = self.archive.finish_past(history)?;
        self.past.push(Brought { info: info.clone(), evidence: Arc::new(evidence) });
        self.past_changed(now);
        Ok(info)
    }

    /// Forgets one that was not stored as a whole.
    pub(crate) fn abandon_past(&mut self, history: u32) -> Result<(), AppError> {
        let removed = self.archive.remove_past(history);
        self.has_leftovers = true;
        removed
    }

    /// Takes a history back as a whole: nothing of it counts any more (code `history_gone` if there is none of that number).
    pub fn remove_past(&mut self, history: u32, now: Timestamp) -> Result<(), AppError> {
        if self.past.iter().all(|brought| brought.info.id != history) {
            return Err(AppError::new(ErrorCode::HistoryGone, "This history has been removed."));
        }
        self.archive.remove_past(history)?;
        self.has_leftovers = true;
        self.past.retain(|brought| brought.info.id != history);
        self.past_changed(now);
        Ok(())
    }

    fn past_changed(&mut self, now: Timestamp) {
        self.past_is_new = true;
        self.rebuild_pool(now);
        // The list has changed; what follows from it is told once the pool is there.
        self.send_taste();
    }
}
