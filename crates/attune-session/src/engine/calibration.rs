//! The neutral face, and what corrections teach about how the listener shows a mood.

use super::Engine;
use super::mood::millis;
use super::unsaved::Part;
use crate::view::{
    CalibrationTrouble, CalibrationView, DeviceState, MoodLearning, NeutralChange, NeutralView, UiEvent,
};
use attune_core::mood::{Calibration, CalibrationProblem, CalibrationStep, Learned, NeutralBias};
use attune_core::{AppError, ErrorCode, Expression, Modality, Sighting, Timestamp};

impl Engine {
    /// Begins to look at a neutral face for five seconds; how far it is and what comes of it arrive as events.
    /// Error: `calibration_needs_camera`.
    pub fn start_calibration(&mut self, now: Timestamp) -> Result<(), AppError> {
        if !matches!(self.camera.state, DeviceState::Starting | DeviceState::On) {
            let message = "Attune needs to see your face for this. Turn on the camera and try again.";
            return Err(AppError::new(ErrorCode::CalibrationNeedsCamera, message));
        }
        self.calibration = Some(Calibration::start(now));
        self.calibration_problem = None;
        self.send_calibration(now);
        Ok(())
    }

    /// Ends an attempt; what was stored before stays.
    pub fn cancel_calibration(&mut self, now: Timestamp) {
        if self.calibration.take().is_some() {
            self.send_calibration(now);
        }
    }

    /// Forgets the neutral face. What corrections taught about the face was learned with it and goes too.
    pub fn clear_calibration(&mut self, now: Timestamp) {
        self.change_learned(now, |learned| learned.set_neutral(None));
    }

    /// Forgets what corrections taught about a modality.
    pub fn reset_mood_learning(&mut self, modality: Modality, now: Timestamp) {
        self.change_learned(now, |learned| learned.reset(modality));
    }

    pub(super) fn see_calibration(&mut self, sighting: &Sighting, at: Timestamp) {
        if let Some(calibration) = &mut self.calibration {
            let step = calibration.see(sighting, at);
            self.after_step(step, at);
        }
    }

    pub(super) fn tick_calibration(&mut self, now: Timestamp) {
        let Some(calibration) = &self.calibration else { return };
        let closed = matches!(self.camera.state, DeviceState::Off | DeviceState::Away | DeviceState::Failed);
        let gone = CalibrationStep::Failed(CalibrationProblem::CameraClosed);
        let step = if closed { gone } else { calibration.step(now) };
        self.after_step(step, now);
    }

    fn after_step(&mut self, step: CalibrationStep, now: Timestamp) {
        match step {
            CalibrationStep::Looking(_) => self.send_calibration(now),
            CalibrationStep::Failed(problem) => {
                (self.calibration, self.calibration_problem) = (None, Some(problem));
                self.send_calibration(now);
            }
            CalibrationStep::Done(bias) => {
                self.calibration = None;
                self.change_learned(now, |learned| learned.set_neutral(Some(bias)));
            }
        }
    }

    fn change_learned(&mut self, now: Timestamp, change: impl FnOnce(&mut Learned)) {
        let mut learned = *self.tracker.learned();
        change(&mut learned);
        self.tracker.set_learned(learned);
        self.keep_learned(now);
    }

    pub(super) fn load_learned(&mut self) {
        let kept = self.archive.learned();
        let learned = self.or_warn(kept).unwrap_or_default();
        self.tracker.set_learned(learned);
    }

    pub(super) fn keep_learned(&mut self, now: Timestamp) {
        let kept = self.archive.save_learned(self.tracker.learned());
        self.part_written(Part::Learned, kept);
        self.send_learning(now);
    }

    pub(super) fn send_learning(&mut self, now: Timestamp) {
        let learning = self.mood_learning();
        self.out.push(UiEvent::MoodLearning(learning));
        self.send_calibration(now);
    }

    fn send_calibration(&mut self, now: Timestamp) {
        let view = self.calibration_view(now);
        self.out.push(UiEvent::Calibration(view));
    }

    pub(super) fn calibration_view(&self, now: Timestamp) -> CalibrationView {
        let progress = self.calibration.as_ref().map(|c| match c.step(now) {
            CalibrationStep::Looking(share) => share,
            CalibrationStep::Done(_) | CalibrationStep::Failed(_) => 1.0,
        });
        let trouble = |code: CalibrationProblem| CalibrationTrouble { code, text: code.english().into() };
        CalibrationView {
            progress,
            problem: self.calibration_problem.map(trouble),
            neutral: self.tracker.learned().neutral().map(neutral_view),
        }
    }

    pub(super) fn mood_learning(&self) -> Vec<MoodLearning> {
        let learned = self.tracker.learned();
        let view = |modality: Modality| {
            let habit = learned.habit(modality);
            MoodLearning {
                modality,
                corrections: habit.corrections(),
                bias: habit.bias(),
                noise: habit.noise(),
                text: learned.english(modality),
            }
        };
        Learned::MODALITIES.map(view).into()
    }
}

fn neutral_view(bias: &NeutralBias) -> NeutralView {
    let change = |expression| NeutralChange { expression, lowered: bias.lowers(expression) };
    let mut changes: Vec<_> = Expression::ALL.into_iter().map(change).filter(|c| c.lowered != 0.0).collect();
    changes.sort_by(|a, b| b.lowered.abs().total_cmp(&a.lowered.abs()));
    NeutralView { made_at: millis(bias.made_at()), text: bias.english(), changes }
}

#[cfg(test)]
mod tests;
