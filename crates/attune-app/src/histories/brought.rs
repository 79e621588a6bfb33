//! A history on its way into a running session: read and told about, then brought along or dropped.

use super::{HistoryReport, preview_watched, tracks};
use crate::lock::held;
use attune_core::AppError;
use attune_core::taste::{PastHistory, PastTrack};
use attune_session::Session;
use attune_session::view::{PastProgress, PastStage, UiEvent};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// The history that was read last and not answered yet, and the work on it. One is worked on at a time.
#[derive(Default)]
pub struct Histories {
    read: Mutex<Option<ReadHistory>>,
    /// Whether the work under way is to end.
    stops: AtomicBool,
}

struct ReadHistory {
    source: &'static str,
    tracks: Vec<PastTrack>,
}

impl Histories {
    /// Reads an export and tells what it holds and how much of that is at hand; nothing counts before [`Self::bring`]. None
    /// where it was stopped. The session hears how far it is. Fails with `file_unreadable`.
    pub fn read(&self, file: &Path, session: &Session) -> Result<Option<HistoryReport>, AppError> {
        let mut work = self.begin(session, PastStage::Reading);
        let Some(history) = preview_watched(file, &mut |share| work.go_on(share))? else { return Ok(None) };
        let read = ReadHistory { source: history.format.name(), tracks: tracks(&history) };
        let report = HistoryReport::of(&history, session.match_past(&read.tracks)?);
        let mut kept = held(&self.read);
        // It may have been stopped after the last of it was read.
        if self.stops.load(Ordering::Relaxed) {
            return Ok(None);
        }
        *kept = Some(read);
        Ok(Some(report))
    }

    /// Brings the history along that was read last; none where none was read, and where it was stopped: then nothing of it is
    /// kept. The session hears how far it is. Fails with the codes of the archive.
    pub fn bring(&self, session: &Session) -> Result<Option<PastHistory>, AppError> {
        let mut kept = held(&self.read);
        let Some(ReadHistory { source, tracks }) = kept.take() else { return Ok(None) };
        let mut work = self.begin(session, PastStage::Adding);
        // From here on it can be stopped.
        drop(kept);
        let all: usize = tracks.iter().map(|track| track.plays.len()).sum();
        session.bring_past(source, tracks, &mut |stored| work.go_on(stored as f64 / all.max(1) as f64))
    }

    /// Drops the history that was read last, and ends what is being done with one.
    pub fn stop(&self) {
        let mut kept = held(&self.read);
        self.stops.store(true, Ordering::Relaxed);
        drop(kept.take());
    }

    fn begin<'w>(&'w self, session: &'w Session, stage: PastStage) -> Work<'w> {
        self.stops.store(false, Ordering::Relaxed);
        Work { stops: &self.stops, session, stage, told: None }
    }
}

/// What is being done with a history.
struct Work<'w> {
    stops: &'w AtomicBool,
    session: &'w Session,
    stage: PastStage,
    /// The hundredths that were told.
    told: Option<u8>,
}

impl Work<'_> {
    /// Tells how far it is, each hundredth once; whether to go on.
    fn go_on(&mut self, share: f64) -> bool {
        let hundredths = (share.clamp(0.0, 1.0) * 100.0) as u8;
        if self.told.replace(hundredths) != Some(hundredths) {
            let progress = PastProgress { stage: self.stage, share: f64::from(hundredths) / 100.0 };
            // Without a session nobody wants to hear of it, and the work fails by itself.
            drop(self.session.call(move |e, _| e.emit(UiEvent::Past(progress))));
        }
        !self.stops.load(Ordering::Relaxed)
    }
}
