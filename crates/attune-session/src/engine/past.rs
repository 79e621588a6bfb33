//! What the listener heard elsewhere, brought along as whole histories.

use super::Engine;
use attune_core::ports::PastReader;
use attune_core::taste::{
    CountedTimes, PastEvidence, PastHistory, PastPlays, PastTrack, ShelfRecords, TrackRecord,
};
use attune_core::{AppError, ErrorCode, Timestamp};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// One history with what its plays come to.
pub(super) struct Brought {
    pub(super) info: PastHistory,
    pub(super) plays: Arc<BroughtPlays>,
}

/// What the plays of a history come to. They are read when a pool wants them, on the thread that makes it: the plays of many
/// years take longer than others may wait for the session.
pub(super) struct BroughtPlays {
    read: OnceLock<PastPlays>,
    reader: Arc<dyn PastReader>,
    history: u32,
    /// As of when.
    at: Timestamp,
}

impl fmt::Debug for BroughtPlays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BroughtPlays").field("history", &self.history).finish_non_exhaustive()
    }
}

impl BroughtPlays {
    /// By track, without the plays that count already, to which they are added. Where they are not known yet they are read,
    /// which may take a while; a failed reading is tried again the next time.
    pub(super) fn by_track(&self, counted: &mut CountedTimes) -> Result<&[PastEvidence], AppError> {
        let plays = if let Some(plays) = self.read.get() {
            plays
        } else {
            let read = self.reader.plays(self.history, self.at, counted)?;
            self.read.get_or_init(|| read)
        };
        counted.add(plays.times.iter().copied());
        Ok(&plays.tracks)
    }
}

impl Brought {
    /// One whose plays are not read yet.
    fn of(info: PastHistory, reader: &Arc<dyn PastReader>, at: Timestamp) -> Self {
        let (reader, history) = (Arc::clone(reader), info.id);
        Self { info, plays: Arc::new(BroughtPlays { read: OnceLock::new(), reader, history, at }) }
    }
}

impl Engine {
    /// Finds the histories that were brought along; what they come to is read later.
    pub(super) fn load_past(&mut self, now: Timestamp) {
        let kept = self.archive.past_histories();
        let all = self.or_warn(kept).unwrap_or_default();
        self.show_past(all, now);
    }

    /// From now on these are the histories. Their plays are read anew, since which of them count once depends on all of them.
    fn show_past(&mut self, all: Vec<PastHistory>, now: Timestamp) {
        self.past.clear();
        if all.is_empty() {
            return;
        }
        let reader = self.archive.past_reader();
        let Some(reader) = self.or_warn(reader) else { return };
        self.past.extend(all.into_iter().map(|info| Brought::of(info, &reader, now)));
    }

    /// Takes in what a shelf keeps of its tracks, in place of what it kept before. It counts from the next time that the shelf
    /// is put up.
    pub fn set_records(&mut self, id: &str, records: ShelfRecords) {
        let before = self.records.remove(id).unwrap_or_default();
        self.past_is_new |= before.records != records.records;
        if !records.records.is_empty() {
            self.records.insert(id.to_owned(), records);
        }
    }

    /// What all shelves keep, to look through on another thread.
    pub(crate) fn records(&self) -> Vec<ShelfRecords> {
        self.records.values().cloned().collect()
    }

    /// How many tracks have a play count, and how many a rating or a star.
    pub(super) fn counted_and_rated(&self) -> (u32, u32) {
        let all = || self.records.values().flat_map(|shelf| shelf.records.iter());
        let rated = |r: &&TrackRecord| r.rating.is_some() || r.starred;
        (all().filter(|r| r.plays > 0).count() as u32, all().filter(rated).count() as u32)
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
    pub(crate) fn finish_past(&mut self, history: u32, now: Timestamp) -> Result<PastHistory, AppError> {
        let info = self.archive.finish_past(history)?;
        let all = self.past.drain(..).map(|brought| brought.info).chain([info.clone()]).collect();
        self.show_past(all, now);
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
        let left =
            self.past.drain(..).map(|brought| brought.info).filter(|info| info.id != history).collect();
        self.show_past(left, now);
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
