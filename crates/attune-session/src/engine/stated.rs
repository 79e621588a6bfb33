//! What the listener says outright of what they like.

use super::Engine;
use super::undo::Effect;
use crate::view::UndoableAction;
use attune_core::taste::{StatedAnswer, StatedKind, StatedPreferences};
use attune_core::{AppError, ErrorCode, Timestamp};

impl Engine {
    pub(super) fn load_stated(&mut self) {
        let kept = self.archive.stated();
        self.preferences = self.or_warn(kept).unwrap_or_default();
    }

    /// Takes an answer, or takes it back (code `preference_unknown` for what cannot be said). It counts at once; what is on
    /// goes on.
    pub fn state_preference(
        &mut self,
        kind: StatedKind,
        name: &str,
        answer: Option<StatedAnswer>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut stated = self.preferences.clone();
        if !stated.say(kind, name, answer) {
            return Err(AppError::new(
                ErrorCode::PreferenceUnknown,
                "This cannot be rated. Choose something else.",
            ));
        }
        self.keep_stated(stated, now)
    }

    /// Forgets all that was said outright, which can be taken back like any action.
    pub fn forget_stated(&mut self, now: Timestamp) -> Result<(), AppError> {
        if self.preferences.is_empty() {
            return Ok(());
        }
        self.archive.save_stated(&StatedPreferences::default())?;
        let before = std::mem::take(&mut self.preferences);
        self.note_action(UndoableAction::StatedForgotten, String::new(), Effect::Forgot(before));
        self.stated_changed(now);
        Ok(())
    }

    /// Brings back what a reset took, but for what was answered anew since.
    pub(super) fn restore_stated(&mut self, before: &StatedPreferences) -> Result<(), AppError> {
        let mut stated = self.preferences.clone();
        stated.restore(before);
        self.archive.save_stated(&stated)?;
        self.preferences = stated;
        Ok(())
    }

    fn keep_stated(&mut self, stated: StatedPreferences, now: Timestamp) -> Result<(), AppError> {
        self.archive.save_stated(&stated)?;
        self.preferences = stated;
        self.stated_changed(now);
        Ok(())
    }

    fn stated_changed(&mut self, now: Timestamp) {
        self.relearn();
        self.send_taste();
        self.queue_changed(now);
    }
}

#[cfg(test)]
mod tests;
