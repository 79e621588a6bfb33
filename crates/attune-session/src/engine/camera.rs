//! What the window shows of the camera's life cycle.

use super::Engine;
use crate::view::{CameraUse, CameraView, DeviceState, UiEvent};
use attune_core::{AppError, Span, Timestamp};

/// The rate shown is that of this long.
const RATE_OVER: Span = Span::seconds(5);

impl Engine {
    /// The device is being opened.
    pub fn camera_starting(&mut self, used_for: CameraUse) {
        self.looks.clear();
        self.camera.used_for = used_for;
        self.set_camera(DeviceState::Starting, None, None);
    }

    /// The device is being opened again because the listener is back. Said until the camera is closed or lost.
    pub fn camera_reopening(&mut self) {
        self.camera.reopened = true;
        self.out.push(UiEvent::Camera(self.camera.clone()));
    }

    /// It is on for this from now on.
    pub fn camera_used_for(&mut self, used_for: CameraUse) {
        if self.camera.used_for != used_for {
            self.camera.used_for = used_for;
            self.out.push(UiEvent::Camera(self.camera.clone()));
        }
    }

    /// It is open.
    pub fn camera_open(&mut self, name: String) {
        let reopened = self.camera.reopened;
        self.set_camera(DeviceState::On, Some(name), None);
        if reopened {
            self.camera_reopening();
        }
    }

    /// It went away, or another program has it (its name is not known then), and it is waited for.
    pub fn camera_waiting(&mut self, name: Option<String>, error: AppError) {
        tracing::warn!("{}", error.for_log());
        self.looks.clear();
        self.set_camera(DeviceState::Waiting, name, Some(error));
    }

    /// It was closed because the listener wanted it so.
    pub fn camera_closed(&mut self) {
        self.set_camera(DeviceState::Off, None, None);
    }

    /// It was closed because the listener went away, and will be opened again.
    pub fn camera_away(&mut self) {
        self.looks.clear();
        self.set_camera(DeviceState::Away, None, None);
    }

    /// It could not be opened, or went away.
    pub fn camera_failed(&mut self, error: AppError) {
        tracing::warn!("{}", error.for_log());
        self.set_camera(DeviceState::Failed, None, Some(error));
    }

    /// Counts a look for the rate shown; tells at most once a second.
    pub fn count_look(&mut self, at: Timestamp) {
        let at = self.estimation_time(at);
        self.looks.retain(|t| at - *t < RATE_OVER);
        self.looks.push(at);
        let rate = match (self.looks.first(), self.looks.len()) {
            (Some(first), n) if n > 1 => (n - 1) as f64 / (at - *first).as_seconds().max(0.001),
            _ => 0.0,
        };
        let rate = (rate * 10.0).round() / 10.0;
        if (rate - self.camera.frames_per_second).abs() >= 0.5 {
            self.camera.frames_per_second = rate;
            self.out.push(UiEvent::Camera(self.camera.clone()));
        }
    }

    /// What it is on for; looking, where it is off.
    #[must_use]
    pub fn camera_use(&self) -> CameraUse {
        self.camera.used_for
    }

    /// Its name while it is open, or nothing.
    #[must_use]
    pub fn camera_name(&self) -> String {
        self.camera.name.clone().unwrap_or_default()
    }

    /// Where in its life cycle.
    #[must_use]
    pub fn camera_state(&self) -> DeviceState {
        self.camera.state
    }

    fn set_camera(&mut self, state: DeviceState, name: Option<String>, error: Option<AppError>) {
        use DeviceState::{On, Starting, Waiting};
        let is_on = matches!(state, Starting | On | Waiting);
        let used_for = if is_on { self.camera.used_for } else { CameraUse::Looking };
        self.camera = CameraView { state, name, error, used_for, ..CameraView::off() };
        self.out.push(UiEvent::Camera(self.camera.clone()));
    }
}
