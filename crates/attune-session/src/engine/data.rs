//! Settings, history and everything that is kept.

use super::Engine;
use crate::view::UiEvent;
use attune_core::history::{HistoryEdit, HistoryEntry};
use attune_core::mood::{Learned, Pace};
use attune_core::taste::StatedPreferences;
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
        let switches = (self.settings.starter, self.settings.own_music);
        if (old.starter, old.own_music) != switches {
            self.switch_shelves(switches);
            self.after_catalogues(now);
        } else if old.player != self.settings.player {
            self.rebuild_pool(now);
        } else {
            self.rerank(now);
        }
    }

    pub(super) fn store_settings(&mut self) {
        let stored = self.archive.save_settings(&self.settings);
        self.or_warn(stored);
        self.out.push(UiEvent::Settings(self.settings.clone()));
    }

    pub(super) fn load_feedback(&mut self) {
        let stored = self.archive.feedback();
        // Numbers are only needed to undo what this run adds.
        self.feedback = self.or_warn(stored).unwrap_or_default().into_iter().map(|f| (0, f)).collect();
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

    /// Deletes everything that is kept or learned and starts over.
    pub fn erase(&mut self, now: Timestamp) -> Result<(), AppError> {
        self.archive.erase()?;
        let starter = self.starter_tracks();
        self.settings = Settings::default();
        self.tracker.forget();
        self.tracker.set_learned(Learned::default());
        (self.calibration, self.calibration_problem) = (None, None);
        self.feedback.clear();
        self.preferences = StatedPreferences::default();
        self.close_player();
        self.load_resume_point();
        self.session_feedback.clear();
        self.playlist = super::Playlist::default();
        self.undo.clear();
        self.recorded = None;
        self.banners.clear();
        self.load_shelves(starter);
        self.out.push(UiEvent::Settings(self.settings.clone()));
        self.out.push(UiEvent::Banners(Vec::new()));
        self.tell_learning(now);
        self.out.push(UiEvent::Catalogues(self.catalogue_infos()));
        self.out.push(UiEvent::History);
        self.rebuild_pool(now);
        self.tick(now);
        Ok(())
    }
}
