//! The senses beside the camera: their life cycles as the window shows them, and what they report.

use super::Engine;
use super::mood::millis;
use crate::view::{DeviceState, SenseView, UiEvent};
use attune_core::{
    AppError, MeasuredPulse, Modality, Observation, Sense, SenseGap, SenseMode, SenseReading, Timestamp,
};

impl Engine {
    /// Its device is being opened.
    pub fn sense_starting(&mut self, sense: Sense, mode: SenseMode) {
        self.change_sense(sense, |view| {
            *view = SenseView { state: DeviceState::Starting, mode: Some(mode), ..SenseView::off(sense) };
        });
    }

    /// Its device is being opened again because the listener is back.
    pub fn sense_reopening(&mut self, sense: Sense) {
        self.change_sense(sense, |view| view.reopened = true);
    }

    /// It is open.
    pub fn sense_open(&mut self, sense: Sense, name: String) {
        self.change_sense(sense, |view| {
            (view.state, view.name, view.error) = (DeviceState::On, Some(name), None);
        });
    }

    /// Its device went away, or another program has it (its name is not known then), and it is waited for.
    pub fn sense_waiting(&mut self, sense: Sense, name: Option<String>, error: AppError) {
        tracing::warn!("{}", error.for_log());
        self.change_sense(sense, |view| {
            (view.state, view.name, view.error) = (DeviceState::Waiting, name, Some(error));
            (view.gap, view.heart_rate, view.confidence, view.progress) = (None, None, None, None);
            view.battery = None;
        });
    }

    /// It was switched off, or has reported what it was asked for: that stays to be read.
    pub fn sense_closed(&mut self, sense: Sense) {
        self.close_sense(sense, DeviceState::Off, None);
    }

    /// It was closed because the listener went away, and will be opened again.
    pub fn sense_away(&mut self, sense: Sense) {
        self.close_sense(sense, DeviceState::Away, None);
    }

    /// It could not be opened, or went away.
    pub fn sense_failed(&mut self, sense: Sense, error: AppError) {
        tracing::warn!("{}", error.for_log());
        self.close_sense(sense, DeviceState::Failed, Some(error));
    }

    fn close_sense(&mut self, sense: Sense, state: DeviceState, error: Option<AppError>) {
        self.change_sense(sense, |view| {
            let stays = view.mode == Some(SenseMode::Once) && state == DeviceState::Off;
            *view = SenseView {
                state,
                error,
                gap: view.gap.filter(|_| stays),
                heart_rate: view.heart_rate.filter(|_| stays),
                confidence: view.confidence.filter(|_| stays),
                tone: view.tone,
                reported_at: view.reported_at,
                ..SenseView::off(sense)
            };
        });
    }

    /// It reported something. What it says of the mood counts like a look of the camera.
    pub fn sense_reads(&mut self, sense: Sense, reading: SenseReading, at: Timestamp) {
        let before = self.steering(at);
        let time = self.estimation_time(at);
        let minutes = self.tracker.learned().resting().minutes();
        let (gap, tone, heart_rate) = match reading {
            SenseReading::Tone(estimate) => {
                let modality = Modality::Voice;
                self.tracker.observe(&Observation { modality, at: time, estimate, expression: None });
                (None, Some(estimate), None)
            }
            SenseReading::HeartRate(rate) => (self.tracker.feel(rate, time), None, Some(rate.per_minute)),
        };
        self.change_sense(sense, |view| {
            (view.gap, view.tone, view.heart_rate) = (gap, tone, heart_rate);
            view.reported_at = Some(millis(at));
        });
        if self.tracker.learned().resting().minutes() > minutes {
            self.keep_learned(at);
        }
        self.after_mood(before, at);
    }

    /// A measurement has come so far, in [0, 1], and has found this.
    pub fn sense_measures(
        &mut self,
        sense: Sense,
        said: Result<MeasuredPulse, SenseGap>,
        progress: f64,
        at: Timestamp,
    ) {
        match said {
            Ok(measured) => self.sense_reads(sense, SenseReading::HeartRate(measured.rate), at),
            Err(gap) => self.sense_gap(sense, gap),
        }
        self.change_sense(sense, |view| {
            (view.confidence, view.progress) = (said.ok().map(|m| m.confidence), Some(progress));
        });
    }

    /// It has nothing to report.
    pub fn sense_gap(&mut self, sense: Sense, gap: SenseGap) {
        self.change_sense(sense, |view| (view.gap, view.heart_rate) = (Some(gap), None));
    }

    /// Its device's battery has so much charge left, in percent.
    pub fn sense_battery(&mut self, sense: Sense, percent: u8) {
        self.change_sense(sense, |view| view.battery = Some(percent));
    }

    /// Where in its life cycle.
    #[must_use]
    pub fn sense_state(&self, sense: Sense) -> DeviceState {
        self.senses[sense as usize].state
    }

    /// For how long it was switched on; none while it is off.
    #[must_use]
    pub fn sense_mode(&self, sense: Sense) -> Option<SenseMode> {
        self.senses[sense as usize].mode
    }

    /// Tells of a change, if it is one.
    fn change_sense(&mut self, sense: Sense, change: impl FnOnce(&mut SenseView)) {
        let view = &mut self.senses[sense as usize];
        let before = view.clone();
        change(view);
        if *view != before {
            self.out.push(UiEvent::Senses(self.senses.to_vec()));
        }
    }
}
