//! The histories that were brought along, for a program without a session.

use crate::compose;
use attune_core::ports::Archive;
use attune_core::taste::{PastHistory, PastTrack};
use attune_core::{AppError, ErrorCode};
use std::path::PathBuf;

/// Tracks stored or deleted at a time, so that an app that runs beside waits for no more than these.
const PORTION: usize = 500;

/// The histories in a data folder. An app that runs beside sees what changed after its next start.
pub struct KeptHistories(Box<dyn Archive>);

impl KeptHistories {
    /// Opens those in a folder, or in the system's folder for the data of apps. Fails with the first warning of a store that
    /// cannot be written.
    pub fn open(data_dir: Option<PathBuf>) -> Result<Self, AppError> {
        let (store, warnings) = compose::open_store(data_dir)?;
        match warnings.into_iter().next() {
            Some(warning) => Err(warning),
            None => Ok(Self(Box::new(store))),
        }
    }

    /// All of them, oldest first.
    pub fn all(&self) -> Result<Vec<PastHistory>, AppError> {
        self.0.past_histories()
    }

    /// Brings one along, all or nothing.
    pub fn add(&mut self, source: &str, tracks: &[PastTrack]) -> Result<PastHistory, AppError> {
        let history = self.0.begin_past(source, compose::clock()())?;
        let mut portions = tracks.chunks(PORTION);
        let stored = portions.try_for_each(|portion| self.0.extend_past(history, portion));
        stored.and_then(|()| self.0.finish_past(history)).inspect_err(|_| {
            // The error that is told is the first one.
            drop(self.0.remove_past(history));
        })
    }

    /// Takes one back as a whole. Fails with `history_gone` if there is none of that number.
    pub fn remove(&mut self, history: u32) -> Result<(), AppError> {
        if self.all()?.iter().all(|known| known.id != history) {
            return Err(AppError::new(ErrorCode::HistoryGone, "There is no such history."));
        }
        self.0.remove_past(history)?;
        while self.0.sweep(PORTION as u32)? {}
        Ok(())
    }
}
