//! Settings, history and everything that is kept.

use super::Engine;
use super::library::{PLAYED_HERE, SOUNDSCAPES};
use super::mood::millis;
use super::opened::OpenedTracks;
use super::queue::Queue;
use super::shelf::Shelf;
use super::unsaved::{Part, Unsaved};
use crate::view::{PlayedTrack, UiEvent};
use attune_core::backup::Backup;
use attune_core::history::{HistoryEdit, HistoryEntry, OWN_WORD_SD};
use attune_core::mood::{Confidence, MoodWord, Pace};
use attune_core::player::PlayerKind;
use attune_core::{
    Affect, AffectEstimate, AppError, ErrorCode, FeedbackKind, Modality, Settings, Timestamp, Tracks,
};

/// The current settings with the fields of `after` that differ from `before`; none if they cannot be told apart.
fn merged(current: &Settings, before: &Settings, after: &Settings) -> Option<Settings> {
    let fields = |settings: &Settings| serde_json::to_value(settings).ok();
    let (mut merged, before, after) = (fields(current)?, fields(before)?, fields(after)?);
    for (name, value) in after.as_object()? {
        if before.get(name) != Some(value) {
            merged.as_object_mut()?.insert(name.clone(), value.clone());
        }
    }
    serde_json::from_value(merged).ok()
}

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
        } else if old.counts_elsewhere != self.settings.counts_elsewhere {
            self.past_is_new = true;
            self.rebuild_pool(now);
        } else if old.player != self.settings.player
            || (old.soundscape_share >= 1.0) != (self.settings.soundscape_share >= 1.0)
        {
            self.rebuild_pool(now);
        } else {
            self.queue_changed(now);
        }
    }

    /// Applies what differs between two versions of the settings, and leaves the rest as it is: what was changed elsewhere
    /// since `before` was read stays.
    pub fn change_settings(&mut self, before: &Settings, after: Settings, now: Timestamp) {
        let settings = merged(&self.settings, before, &after).unwrap_or(after);
        self.save_settings(settings, now);
    }

    /// Chooses what plays the queue.
    pub fn set_player(&mut self, player: PlayerKind, now: Timestamp) {
        self.save_settings(Settings { player, ..self.settings.clone() }, now);
    }

    pub(super) fn store_settings(&mut self) {
        let stored = self.archive.save_settings(&self.settings);
        self.part_written(Part::Settings, stored);
        self.out.push(UiEvent::Settings(self.settings.clone()));
    }

    pub(super) fn load_feedback(&mut self) {
        let stored = self.archive.feedback();
        let stored = self.or_warn(stored).unwrap_or_default();
        self.feedback.load(stored);
    }

    /// History entries with `from <= at < to`, oldest first.
    pub fn history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError> {
        self.all_history(from, to)
    }

    /// Adds how the listener says they were at a moment, at most now, with a note.
    pub fn add_moment(
        &mut self,
        at: Timestamp,
        affect: Affect,
        note: Option<String>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let estimate = AffectEstimate::with_sd(affect, OWN_WORD_SD);
        self.add_to_history(HistoryEntry {
            id: 0,
            at: millis(at.min(now)),
            estimate,
            word: MoodWord::of(affect, None),
            confidence: Confidence::of(&estimate),
            source: Modality::You,
            expression: None,
            note: note.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        });
        self.out.push(UiEvent::History);
        Ok(())
    }

    /// The tracks that were heard to their end with `from <= at < to`, oldest first.
    #[must_use]
    pub fn played(&self, from: Timestamp, to: Timestamp) -> Vec<PlayedTrack> {
        let heard = self.feedback.all().filter(|f| f.kind == FeedbackKind::Finished);
        let mut played: Vec<_> = heard
            .filter(|f| from <= f.at && f.at < to)
            .map(|f| PlayedTrack { at: millis(f.at), track: self.name_of(&f.track) })
            .collect();
        played.sort_by(|a, b| a.at.total_cmp(&b.at));
        played
    }

    /// Changes an entry.
    pub fn edit_history(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError> {
        self.change_entry(id, edit)?;
        self.out.push(UiEvent::History);
        Ok(())
    }

    /// Removes an entry.
    pub fn delete_history(&mut self, id: u32) -> Result<(), AppError> {
        self.delete_entry(id)?;
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
        self.banners.clear();
        // Nothing of the listener's is in the composed pieces, and nobody would put them up again.
        self.take_up(|shelf| shelf.info.id == SOUNDSCAPES, now);
        self.tick(now);
        erased
    }

    /// Replaces everything that is kept by what a backup holds and goes on with that, as after a restart. The music stops;
    /// tracks whose files or servers are at hand stay so. Where it fails, nothing is changed.
    pub fn restore(&mut self, backup: &Backup, now: Timestamp) -> Result<(), AppError> {
        self.archive.restore(backup)?;
        self.take_back_warnings(&[ErrorCode::NotSavedYet]);
        self.take_up(|shelf| shelf.session_only || PLAYED_HERE.contains(&&*shelf.info.id), now);
        self.tick(now);
        Ok(())
    }

    /// Goes on with what the archive holds now and with the shelves that stay.
    fn take_up(&mut self, stays: impl Fn(&Shelf) -> bool, now: Timestamp) {
        self.close_player();
        self.tracker.forget();
        (self.calibration, self.calibration_problem) = (None, None);
        self.queue = Queue::default();
        self.opened = OpenedTracks::default();
        self.sleep = None;
        self.undo.clear();
        self.correction_entries.clear();
        self.recorded = None;
        self.unsaved = Unsaved::default();
        self.settings = self.archive.settings();
        let starter = self.starter_tracks();
        let staying: Vec<Shelf> = self.shelves.extract_if(.., |shelf| stays(shelf)).collect();
        self.load(starter, now);
        self.shelves.extend(staying);
        self.records.retain(|id, _| self.shelves.iter().any(|shelf| shelf.info.id == *id));
        self.switch_shelves();
        self.restore_correction(now);
        self.past_is_new = true;
        self.out.push(UiEvent::Settings(self.settings.clone()));
        self.out.push(UiEvent::Banners(self.banners.clone()));
        self.send_learning(now);
        self.send_taste();
        self.out.push(UiEvent::History);
        self.after_catalogues(now);
    }

    /// Reads all that the archive keeps beside the settings.
    pub(super) fn load(&mut self, starter: Tracks, now: Timestamp) {
        self.tracker.set_pace(Pace::new(self.settings.pace));
        self.load_shelves(starter);
        self.load_feedback();
        self.load_learned();
        self.load_stated();
        self.load_past(now);
        self.load_resume_point();
    }
}
