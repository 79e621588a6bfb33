//! Cameras on a bus, to be pulled out, put back and hung up by a test.

use crate::frame;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Timestamp};
use std::fs::File;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A bus with cameras; clones are the same bus.
#[derive(Clone)]
pub struct ScriptedCameras(Arc<Bus>);

struct Bus {
    devices: Mutex<Vec<Device>>,
    changed: Condvar,
}

/// What a call into a camera does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Driver {
    Answers,
    /// No call comes back.
    Hangs,
    /// It hangs, and somebody is inside a call.
    Caught,
}

#[derive(Clone, Debug)]
struct Device {
    id: String,
    plugged: bool,
    taken: bool,
    driver: Driver,
    open: usize,
    opened: usize,
    refused: usize,
}

impl ScriptedCameras {
    /// Cameras with these ids, plugged in. The id is the name as well.
    #[must_use]
    pub fn new(ids: &[&str]) -> Self {
        let device = |id: &&str| Device {
            id: (*id).to_owned(),
            plugged: true,
            taken: false,
            driver: Driver::Answers,
            open: 0,
            opened: 0,
            refused: 0,
        };
        Self(Arc::new(Bus { devices: Mutex::new(ids.iter().map(device).collect()), changed: Condvar::new() }))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Device>> {
        self.0.devices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes or reads a camera.
    ///
    /// # Panics
    /// If the bus never had it.
    fn with<T>(&self, id: &str, body: impl FnOnce(&mut Device) -> T) -> T {
        let mut devices = self.lock();
        #[expect(clippy::expect_used, reason = "a test names its own cameras")]
        let result = body(devices.iter_mut().find(|d| d.id == id).expect("a camera of this bus"));
        self.0.changed.notify_all();
        result
    }

    /// Opens that camera, or the first; `camera_none` if it is not plugged in, `camera_busy` if another program has it.
    pub fn open(&self, id: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
        let mut devices = self.lock();
        let wanted = devices.iter_mut().find(|d| id.map_or(d.plugged, |id| d.id == id));
        match wanted {
            Some(device) if device.plugged && device.taken => {
                device.refused += 1;
                Err(AppError::new(ErrorCode::CameraBusy, "Another program has it."))
            }
            Some(device) if device.plugged => {
                device.open += 1;
                device.opened += 1;
                let held = std::env::current_exe().and_then(File::open).ok();
                Ok(Box::new(Open { bus: self.clone(), id: device.id.clone(), _held: held }))
            }
            absent => {
                if let Some(device) = absent {
                    device.refused += 1;
                }
                Err(AppError::new(ErrorCode::CameraNone, "It is not plugged in."))
            }
        }
    }

    /// Pulls it out.
    pub fn unplug(&self, id: &str) {
        self.with(id, |d| d.plugged = false);
    }

    /// Puts it back.
    pub fn plug(&self, id: &str) {
        self.with(id, |d| d.plugged = true);
    }

    /// Another program takes it; who has it open keeps it.
    pub fn take(&self, id: &str) {
        self.with(id, |d| d.taken = true);
    }

    /// The other program lets go of it.
    pub fn free(&self, id: &str) {
        self.with(id, |d| d.taken = false);
    }

    /// From now on nobody comes back from a call into it.
    pub fn hang(&self, id: &str) {
        self.with(id, |d| d.driver = Driver::Hangs);
    }

    /// Those who wait for it come back.
    pub fn answer(&self, id: &str) {
        self.with(id, |d| d.driver = Driver::Answers);
    }

    /// Whether somebody is inside a call that does not come back.
    #[must_use]
    pub fn caught(&self, id: &str) -> bool {
        self.with(id, |d| d.driver == Driver::Caught)
    }

    /// How often it is open now, how often it was opened, and how often it was asked for in vain.
    #[must_use]
    pub fn counts(&self, id: &str) -> (usize, usize, usize) {
        self.with(id, |d| (d.open, d.opened, d.refused))
    }
}

/// An open camera. It holds a file, as a camera would, so that a leak shows.
struct Open {
    bus: ScriptedCameras,
    id: String,
    _held: Option<File>,
}

impl OpenDevice for Open {
    fn name(&self) -> String {
        self.id.clone()
    }

    fn id(&self) -> Option<String> {
        Some(self.id.clone())
    }
}

impl FrameSource for Open {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        std::thread::sleep(Duration::from_millis(1));
        let bus = &self.bus.0;
        let hangs = |devices: &mut Vec<Device>| {
            let device = devices.iter_mut().find(|d| d.id == self.id);
            device.is_some_and(|d| {
                if d.driver == Driver::Hangs {
                    d.driver = Driver::Caught;
                }
                d.driver == Driver::Caught
            })
        };
        let devices = bus.changed.wait_while(self.bus.lock(), hangs).unwrap_or_else(PoisonError::into_inner);
        if devices.iter().any(|d| d.id == self.id && d.plugged) {
            SourceEvent::Frame(frame(now()))
        } else {
            SourceEvent::Ended(Some(AppError::new(ErrorCode::CameraLost, "It was pulled out.")))
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.bus.with(&self.id, |d| d.open -= 1);
    }
}
