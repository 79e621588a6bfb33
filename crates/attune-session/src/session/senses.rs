//! The senses beside the camera on the session's thread.

use super::Message;
use super::device_host::DeviceHost;
use super::looper::Loop;
use super::presence::DeviceChange;
use crate::device::{DeviceEvent, DeviceWatch};
use crate::senses::{self, SensePlan, SenseReport};
use crate::view::DeviceState;
use attune_core::{AppError, ErrorCode, Sense, SenseMode};
use std::sync::Arc;

impl Loop {
    /// Switches a sense on, or over from one mode to the other.
    pub(super) fn start_sense(&mut self, sense: Sense, mode: SenseMode) {
        self.sense(sense).away.decided_by_hand();
        if sense == Sense::CameraPulse {
            self.start_measuring();
        } else if !self.is_sensing(sense) || self.engine.sense_mode(sense) != Some(mode) {
            self.open_sense(sense, mode);
        }
    }

    /// The state becomes off when the sense's thread says that the device is closed.
    pub(super) fn stop_sense(&mut self, sense: Sense) {
        self.sense(sense).away.decided_by_hand();
        self.close_sense(sense);
    }

    /// Does what the listener's absence or return asks for.
    pub(super) fn change_sense(&mut self, sense: Sense, change: Option<DeviceChange>) {
        match change {
            Some(DeviceChange::Close) => self.close_sense(sense),
            // What was asked once is not asked again by itself.
            Some(DeviceChange::Reopen) if sense == Sense::CameraPulse => {}
            Some(DeviceChange::Reopen) => {
                self.open_sense(sense, SenseMode::Along);
                self.engine.sense_reopening(sense);
            }
            None => {}
        }
    }

    pub(super) fn is_sensing(&self, sense: Sense) -> bool {
        use DeviceState::{On, Starting, Waiting};
        matches!(self.engine.sense_state(sense), Starting | On | Waiting)
    }

    pub(super) fn is_current(&self, sense: Sense, generation: u64) -> bool {
        self.senses[sense as usize].is_current(generation)
    }

    pub(super) fn sense(&mut self, sense: Sense) -> &mut DeviceHost<DeviceWatch> {
        &mut self.senses[sense as usize]
    }

    /// The device of the settings; none is the first.
    fn chosen(&self, sense: Sense) -> Option<String> {
        let settings = self.engine.settings();
        match sense {
            Sense::Voice => settings.microphone.clone(),
            Sense::Pulse => settings.strap.clone(),
            Sense::CameraPulse => settings.camera.clone(),
        }
    }

    fn open_sense(&mut self, sense: Sense, mode: SenseMode) {
        self.engine.sense_starting(sense, mode);
        let (id, messages, timing) = (self.chosen(sense), self.messages.clone(), self.timing);
        let (open, clock) = (Arc::clone(&self.ports.open_device), Arc::clone(&self.clock));
        let device = id.clone();
        self.sense(sense).start(id, |generation, old| {
            let notify = move |report| drop(messages.send(Message::Sense(sense, generation, report)));
            let plan = SensePlan { sense, mode, open, clock, notify: Box::new(notify) };
            senses::start(plan, device, timing, old)
        });
    }

    fn close_sense(&mut self, sense: Sense) {
        if sense == Sense::CameraPulse {
            return self.stop_measuring();
        }
        let active = self.is_sensing(sense);
        if self.sense(sense).stop(active) {
            self.engine.sense_closed(sense);
        }
    }

    /// Another device that is chosen while a sense is on takes its place.
    pub(super) fn follow_sense_settings(&mut self) {
        for sense in Sense::ALL {
            let another = self.senses[sense as usize].was_started_for_another(self.chosen(sense).as_deref());
            if let Some(mode) = self.engine.sense_mode(sense).filter(|_| another && self.is_sensing(sense)) {
                self.open_sense(sense, mode);
            }
        }
    }

    /// A device that does not come back keeps its thread; the session goes on without both.
    pub(super) fn leave_stuck_senses(&mut self) {
        for sense in Sense::ALL {
            let limit = if sense == Sense::Voice { self.timing.listening } else { self.timing.stuck };
            if self.sense(sense).leave_stuck(limit) {
                self.engine.sense_failed(sense, stuck(sense));
            }
        }
    }

    pub(super) fn on_sense(&mut self, sense: Sense, report: SenseReport) {
        match report {
            SenseReport::Reading(reading, at) => self.engine.sense_reads(sense, reading, at),
            SenseReport::Gap(gap) => self.engine.sense_gap(sense, gap),
            SenseReport::Battery(percent) => self.engine.sense_battery(sense, percent),
            SenseReport::Device(DeviceEvent::Open(name)) => self.engine.sense_open(sense, name),
            SenseReport::Device(DeviceEvent::Waiting(name, error)) => {
                self.engine.sense_waiting(sense, name, error);
            }
            SenseReport::Device(DeviceEvent::Closed(end)) => {
                self.sense(sense).closed();
                match end {
                    Some(error) => self.engine.sense_failed(sense, error),
                    None if self.sense(sense).away.will_reopen() => self.engine.sense_away(sense),
                    None => self.engine.sense_closed(sense),
                }
            }
        }
    }
}

fn stuck(sense: Sense) -> AppError {
    let (code, message) = match sense {
        Sense::Voice => (
            ErrorCode::MicrophoneStuck,
            "The microphone does not answer, and may still be on. Unplug it and plug it in again, or choose another one.",
        ),
        Sense::Pulse => (
            ErrorCode::StrapStuck,
            "The heart-rate strap does not answer. Take it off and put it on again, or switch Bluetooth off and on.",
        ),
        Sense::CameraPulse => return super::camera::stuck(),
    };
    AppError::new(code, message)
}

#[cfg(test)]
mod tests;
