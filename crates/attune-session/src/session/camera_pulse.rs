//! The pulse by camera on the session's thread: a measurement that the listener starts, on the pictures of the camera
//! that looks. A camera that was off is opened for it and closed after it.

use super::looper::Loop;
use crate::device::DeviceEvent;
use crate::eyes::PulseUpdate;
use crate::view::{CameraUse, DeviceState};
use attune_core::{AppError, Sense, SenseMode};

const PULSE: Sense = Sense::CameraPulse;

impl Loop {
    /// Begins a measurement; one that goes on is left alone.
    pub(super) fn start_measuring(&mut self) {
        if self.is_sensing(PULSE) {
            return;
        }
        self.engine.sense_starting(PULSE, SenseMode::Once);
        if !self.is_watching() {
            self.camera.away.decided_by_hand();
            self.start_watch(CameraUse::Pulse);
        } else if self.engine.camera_state() == DeviceState::On {
            self.measure(self.engine.camera_name());
        }
    }

    /// Ends it, before its time or after. The state becomes off when a camera that was opened for it is closed.
    pub(super) fn stop_measuring(&mut self) {
        if !self.is_sensing(PULSE) {
            self.engine.sense_closed(PULSE);
            return;
        }
        self.leave_measurement();
        if self.engine.camera_use() == CameraUse::Pulse {
            self.stop_watch();
        }
        if self.engine.camera_use() == CameraUse::Looking || !self.is_watching() {
            self.engine.sense_closed(PULSE);
        }
    }

    /// Follows what happens to the camera.
    pub(super) fn measure_by(&mut self, event: &DeviceEvent) {
        if !self.is_sensing(PULSE) {
            return;
        }
        match event {
            DeviceEvent::Open(name) => self.measure(name.clone()),
            DeviceEvent::Waiting(name, error) => {
                self.leave_measurement();
                self.engine.sense_waiting(PULSE, name.clone(), error.clone());
            }
            DeviceEvent::Closed(None) => self.engine.sense_closed(PULSE),
            // The camera's failure is told to both.
            DeviceEvent::Closed(Some(_)) => {}
        }
    }

    /// The camera failed, and the measurement with it.
    pub(super) fn measuring_failed(&mut self, error: &AppError) {
        if self.is_sensing(PULSE) {
            self.leave_measurement();
            self.engine.sense_failed(PULSE, error.clone());
        }
    }

    pub(super) fn on_pulse_update(&mut self, update: &PulseUpdate) {
        if update.number != self.measurement || !self.is_sensing(PULSE) {
            return;
        }
        self.engine.sense_measures(PULSE, update.said, update.progress, update.at);
        if update.progress >= 1.0 {
            self.stop_measuring();
        }
    }

    /// Measures anew on the camera of that name.
    fn measure(&mut self, name: String) {
        self.measurement += 1;
        if let Some(watch) = self.camera.watch() {
            watch.measure(self.measurement, (self.ports.open_meter)());
        }
        self.engine.sense_open(PULSE, name);
    }

    /// Takes nothing more of what is measured.
    fn leave_measurement(&mut self) {
        self.measurement += 1;
        if let Some(watch) = self.camera.watch() {
            watch.stop_measuring();
        }
    }
}

#[cfg(test)]
mod tests;
