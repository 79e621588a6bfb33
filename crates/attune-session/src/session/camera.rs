//! The camera on the session's thread.

use super::Message;
use super::looper::Loop;
use super::presence::DeviceChange;
use crate::device::DeviceEvent;
use crate::eyes::{CameraWatch, EyesEvent, Plan};
use crate::view::{CameraUse, DeviceState};
use attune_core::{AppError, ErrorCode};
use std::sync::Arc;

/// The code of a camera that does not answer.
const STUCK: ErrorCode = ErrorCode::CameraStuck;

impl Loop {
    pub(super) fn start_camera(&mut self) {
        self.camera.away.decided_by_hand();
        if !self.is_watching() {
            self.start_watch(CameraUse::Looking);
        }
        self.engine.camera_used_for(CameraUse::Looking);
    }

    /// The state becomes off when the capture thread says that the device is closed.
    pub(super) fn pause_camera(&mut self) {
        self.camera.away.decided_by_hand();
        self.stop_watch();
    }

    /// Does what the listener's absence or return asks for.
    pub(super) fn change_camera(&mut self, change: Option<DeviceChange>) {
        match change {
            Some(DeviceChange::Close) => self.stop_watch(),
            Some(DeviceChange::Reopen) => {
                self.start_watch(CameraUse::Looking);
                self.engine.camera_reopening();
            }
            None => {}
        }
    }

    pub(super) fn frames_per_second(&self) -> Option<u32> {
        self.camera.watch().filter(|_| self.is_watching()).map(CameraWatch::frames_per_second)
    }

    pub(super) fn is_watching(&self) -> bool {
        use DeviceState::{On, Starting, Waiting};
        matches!(self.engine.camera_state(), Starting | On | Waiting)
    }

    pub(super) fn start_watch(&mut self, used_for: CameraUse) {
        self.engine.camera_starting(used_for);
        let messages = self.messages.clone();
        let id = self.engine.settings().camera.clone();
        let (open, eyes, clock) = (&self.open_camera, &self.open_eyes, &self.clock);
        let (timing, rate) = (self.timing, self.engine.settings().look_rate);
        let camera = id.clone();
        self.camera.start(id, |generation, old| {
            let plan = Plan {
                open: Arc::clone(open),
                camera,
                eyes: Arc::clone(eyes),
                clock: Arc::clone(clock),
                notify: Arc::new(move |event| drop(messages.send(Message::Eyes(generation, event)))),
                timing,
                rate,
            };
            CameraWatch::start(plan, old)
        });
    }

    pub(super) fn stop_watch(&mut self) {
        let active = self.is_watching();
        if self.camera.stop(active) {
            self.engine.camera_closed();
        }
    }

    /// What is set while a camera is on counts at once.
    pub(super) fn follow_camera_settings(&mut self) {
        let Some(watch) = self.camera.watch() else { return };
        let settings = self.engine.settings();
        watch.set_rate(settings.look_rate);
        if self.camera.was_started_for_another(settings.camera.as_deref()) && self.is_watching() {
            self.start_watch(self.engine.camera_use());
        }
    }

    /// A source that does not come back keeps its thread; the session goes on without both.
    pub(super) fn leave_stuck_camera(&mut self) {
        if self.camera.leave_stuck(self.timing.stuck) {
            self.fail(stuck());
        }
    }

    pub(super) fn on_eyes(&mut self, event: EyesEvent) {
        match event {
            EyesEvent::Camera(event) => self.on_camera(event),
            EyesEvent::Looked(sighting, at) => {
                self.engine.count_look(at);
                // What a camera shows that is on for the pulse alone is nothing to the mood.
                if self.engine.camera_use() == CameraUse::Looking {
                    self.engine.see(&sighting, at);
                }
            }
            EyesEvent::Pulse(update) => self.on_pulse_update(&update),
            EyesEvent::Blind(error) => {
                // The camera may open only now and close again: that this run failed is its last word.
                self.camera.give_up();
                self.fail(error);
            }
        }
    }

    fn on_camera(&mut self, event: DeviceEvent) {
        self.measure_by(&event);
        match event {
            DeviceEvent::Open(name) => {
                self.engine.dismiss_banner(STUCK);
                self.engine.camera_open(name);
            }
            DeviceEvent::Waiting(name, error) => {
                self.warn_if_stuck(&error);
                self.engine.camera_waiting(name, error);
            }
            DeviceEvent::Closed(None) => {
                self.camera.closed();
                if self.camera.away.will_reopen() {
                    self.engine.camera_away();
                } else {
                    self.engine.camera_closed();
                }
            }
            DeviceEvent::Closed(Some(error)) => self.fail(error),
        }
    }

    fn fail(&mut self, error: AppError) {
        self.camera.closed();
        self.measuring_failed(&error);
        self.warn_if_stuck(&error);
        self.engine.camera_failed(error);
    }

    /// A camera that does not answer may still be on: that is said more loudly than in the camera's place.
    fn warn_if_stuck(&mut self, error: &AppError) {
        if error.code == STUCK {
            self.engine.warn(error.clone());
        }
    }
}

pub(super) fn stuck() -> AppError {
    let message = "The camera does not answer, and may still be on. Unplug it and plug it in again, or choose another \
                   one. The music goes on; you can set your mood by hand on the mood pad meanwhile.";
    AppError::new(STUCK, message)
}
