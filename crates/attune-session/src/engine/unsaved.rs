//! What could not be written, on a full disk for instance: kept in memory, and written when that is possible again.
//!
//! A try is made every ten seconds. The banner that says so goes by itself once everything is written.

use super::Engine;
use crate::view::UiEvent;
use attune_core::history::{HistoryEdit, HistoryEntry, OWN_WORD_SD};
use attune_core::mood::{Confidence, MoodWord};
use attune_core::{AffectEstimate, AppError, ErrorCode, Modality, Span, Timestamp};
use std::collections::VecDeque;

/// Between two tries.
const AGAIN: Span = Span::seconds(10);
/// How many moods wait at most, and how many pieces of feedback; the oldest are given up first.
pub(super) const LIMIT: usize = 2_000;

/// What waits to be written, beside feedback, which its log knows.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    history: VecDeque<HistoryEntry>,
    /// Counts the numbers that entries have while they wait.
    numbers: u32,
    /// Parts that are written as a whole from what is in memory.
    parts: Parts,
    /// Whether a banner has said so, and nothing has changed since.
    said: bool,
    /// When the last try was made, in estimation time.
    tried: Option<Timestamp>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Parts {
    settings: bool,
    learned: bool,
}

/// What could not be written as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Settings,
    Learned,
}

impl Unsaved {
    /// Keeps an entry; gives the number that it has until it is written. Numbers of written ones never get so high.
    fn keep(&mut self, entry: HistoryEntry) -> u32 {
        let id = u32::MAX - self.numbers;
        self.numbers += 1;
        if self.history.len() == LIMIT {
            self.history.pop_front();
        }
        self.history.push_back(HistoryEntry { id, ..entry });
        id
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.history.iter().position(|entry| entry.id == id)
    }

    fn is_due(&self, time: Timestamp) -> bool {
        self.said && self.tried.is_none_or(|tried| time - tried >= AGAIN)
    }
}

impl Engine {
    /// Writes an entry into the history, or keeps it until it can be written; gives its number.
    pub(super) fn add_to_history(&mut self, entry: HistoryEntry) -> u32 {
        // Those that wait come first.
        let written = self.unsaved.history.is_empty().then(|| self.archive.add_history(&entry));
        match written {
            Some(Ok(id)) => id,
            Some(Err(error)) => {
                self.not_saved(error);
                self.unsaved.keep(entry)
            }
            None => self.unsaved.keep(entry),
        }
    }

    /// Entries with `from <= at < to`, oldest first, those that wait among them.
    pub(super) fn all_history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError> {
        let mut all = self.archive.history(from, to)?;
        let inside = |e: &&HistoryEntry| e.at >= from.0 as f64 && e.at < to.0 as f64;
        all.extend(self.unsaved.history.iter().filter(inside).cloned());
        all.sort_by(|a, b| a.at.total_cmp(&b.at));
        Ok(all)
    }

    pub(super) fn change_entry(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError> {
        match self.unsaved.place(id) {
            Some(place) => apply(&mut self.unsaved.history[place], edit),
            None => self.archive.edit_history(id, edit)?,
        }
        Ok(())
    }

    pub(super) fn delete_entry(&mut self, id: u32) -> Result<(), AppError> {
        match self.unsaved.place(id) {
            Some(place) => drop(self.unsaved.history.remove(place)),
            None => self.archive.delete_history(id)?,
        }
        Ok(())
    }

    /// Notes that a part could not be written, or was.
    pub(super) fn part_written(&mut self, part: Part, written: Result<(), AppError>) {
        let waits = match part {
            Part::Settings => &mut self.unsaved.parts.settings,
            Part::Learned => &mut self.unsaved.parts.learned,
        };
        *waits = written.is_err();
        if let Err(error) = written {
            self.not_saved(error);
        }
    }

    /// Says once that something could not be written.
    pub(super) fn not_saved(&mut self, error: AppError) {
        if !std::mem::replace(&mut self.unsaved.said, true) {
            self.unsaved.tried = Some(self.clock.peek(self.clock.now()));
            self.warn(disk_warning(error));
        }
    }

    /// From the start on, memory stands in for a disk that cannot be written: that is tried again, too.
    pub(super) fn expect_the_disk(&mut self) {
        let stands_in = |code| {
            matches!(code, ErrorCode::DiskFull | ErrorCode::DataFolderReadOnly | ErrorCode::DatabaseBusy)
        };
        self.unsaved.said |= self.banners.iter().any(|banner| stands_in(banner.error.code));
    }

    /// Writes what waits, if it is time to try.
    pub(super) fn save_what_waits(&mut self, time: Timestamp) {
        if self.unsaved.is_due(time) {
            self.unsaved.tried = Some(time);
            // Why it failed stands in the banner already.
            let _ = self.save_now();
        }
    }

    /// Writes what waits, up to the first failure.
    pub(super) fn save_now(&mut self) -> Result<(), AppError> {
        if self.archive.return_to_disk()? {
            self.take_back_warnings(&[
                ErrorCode::DiskFull,
                ErrorCode::DataFolderReadOnly,
                ErrorCode::DatabaseBusy,
            ]);
        }
        self.feedback.write_what_waits(&mut *self.archive)?;
        self.save_history()?;
        if self.unsaved.parts.settings {
            self.archive.save_settings(&self.settings)?;
        }
        if self.unsaved.parts.learned {
            self.archive.save_learned(self.tracker.learned())?;
        }
        self.unsaved.parts = Parts::default();
        self.unsaved.said = false;
        self.take_back_warnings(&[ErrorCode::NotSavedYet]);
        Ok(())
    }

    fn save_history(&mut self) -> Result<(), AppError> {
        let waited = !self.unsaved.history.is_empty();
        while let Some(entry) = self.unsaved.history.front() {
            let id = self.archive.add_history(entry)?;
            self.renumber_correction(entry.id, id);
            self.unsaved.history.pop_front();
        }
        if waited {
            self.out.push(UiEvent::History);
        }
        Ok(())
    }
}

/// An entry as the listener corrects it.
fn apply(entry: &mut HistoryEntry, edit: &HistoryEdit) {
    if let Some(affect) = edit.affect {
        entry.estimate = AffectEstimate::with_sd(affect, OWN_WORD_SD);
        entry.word = MoodWord::of(affect, None);
        entry.confidence = Confidence::of(&entry.estimate);
        entry.source = Modality::You;
    }
    if let Some(note) = &edit.note {
        entry.note = Some(note.trim().to_owned()).filter(|text| !text.is_empty());
    }
}

fn disk_warning(cause: AppError) -> AppError {
    let why = match cause.code {
        ErrorCode::DiskFull => "The disk is full.",
        ErrorCode::DataFolderReadOnly => "Attune may not write to its data folder.",
        ErrorCode::DatabaseBusy => "Another copy of Attune is using your data.",
        _ => "Attune could not write to its database.",
    };
    let message = format!(
        "{why} What is new is kept in memory, up to {LIMIT} moods and {LIMIT} pieces of feedback, and saved as soon as \
         that is possible. It is lost if Attune is closed before."
    );
    AppError::new(ErrorCode::NotSavedYet, message).caused_by(cause)
}

#[cfg(test)]
mod tests;
