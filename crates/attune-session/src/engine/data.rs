//! Settings, history and everything that is kept.

use super::Engine;
use super::library::SOUNDSCAPES;
use super::queue::Queue;
use super::shelf::ShelfTracks;
use crate::view::UiEvent;
use attune_core::history::{HistoryEdit, HistoryEntry};
use attune_core::mood::Pace;
use attune_core::player::PlayerKind;
use attune_core::{AppError, Settings, Timestamp};

impl Engine {
    /// The settings in force.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Replaces the settings and applies them.
    pub fn save_settings(&mut self, settings: Settings, now: Timestamp) {
        let old = std::mem::replace(&mut self.settings, settings);
        self.tracker.set_pace(Pace::new(self.settings.pace));
        self.store_settings();
        self.apply_playback_settings(&old);
        if self.switch_shelves() {
            self.after_catalogues(now);
        } else if old.player != self.settings.player
            || (old.soundscape_share >= 1.0) != (self.settings.soundscape_share >= 1.0)
        {
            self.rebuild_pool(now);
        } else {
            self.queue_changed(now);
        }
    }

    /// Chooses what plays the queue.
    pub fn set_player(&mut self, player: PlayerKind, now: Timestamp) {
        self.save_settings(Settings { player, ..self.settings.clone() }, now);
    }

    pub(super) fn store_settings(&mut self) {
        let stored = self.archive.save_settings(&self.settings);
        self.or_warn(stored);
        self.out.push(UiEvent::Settings(self.settings.clone()));
    }

    pub(super) fn load_feedback(&mut self) {
        let stored = self.archive.feedback();
        let stored = self.or_warn(stored).unwrap_or_default();
        self.feedback.load(stored);
    }

    /// History entries with `from <= at < to`, oldest first.
    pub fn history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError> {
        self.archive.history(from, to)
    }

    /// Changes an entry.
    pub fn edit_history(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError> {
        self.archive.edit_history(id, edit)?;
        self.out.push(UiEvent::History);
        Ok(())
    }

    /// Removes an entry.
    pub fn delete_history(&mut self, id: u32) -> Result<(), AppError> {
        self.archive.delete_history(id)?;
        self.out.push(UiEvent::History);
        Ok(())
    }

    /// Everything that is kept, as one JSON document, with what was learned from it.
    pub fn export(&self) -> Result<String, AppError> {
        Ok(self.with_taste(self.archive.export()?))
    }

    /// Deletes everything that is kept or learned and starts over. Whatever fails, what is in memory afterwards is what
    /// is still kept, so that nothing that was erased comes back.
    pub fn erase(&mut self, now: Timestamp) -> Result<(), AppError> {
        let erased = self.archive.erase();
        self.close_player();
        self.tracker.forget();
        (self.calibration, self.calibration_problem) = (None, None);
        self.queue = Queue::default();
        self.undo.clear();
        self.correction_entries.clear();
        self.recorded = None;
        self.banners.clear();
        self.settings = self.archive.settings();
        let starter = self.starter_tracks();
        let composed = self.shelves.iter().find(|s| s.info.id == SOUNDSCAPES).cloned();
        self.load(starter);
        // Nothing of the listener's is in it, and nobody would put it up again.
        self.shelves.extend(composed);
        self.switch_shelves();
        self.out.push(UiEvent::Settings(self.settings.clone()));
        self.out.push(UiEvent::Banners(self.banners.clone()));
        self.tell_learning(now);
        self.tell_taste();
        self.out.push(UiEvent::History);
        self.after_catalogues(now);
        self.tick(now);
        erased
    }

    /// Reads all that the archive keeps beside the settings.
    pub(super) fn load(&mut self, starter: ShelfTracks) {
        self.tracker.set_pace(Pace::new(self.settings.pace));
        self.load_shelves(starter);
        self.load_feedback();
        self.load_learned();
        self.load_stated();
        self.load_resume_point();
    }
}
