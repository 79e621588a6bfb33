//! The threads that look: one captures, one reads faces, and between them lies a place for one frame.
//!
//! Capturing never waits for reading: the newest frame wins and older ones are dropped. Both threads end when
//! [`CameraWatch`] is stopped or dropped; the device closes with the capture thread. A source that does not come back
//! from a call cannot be ended: [`CameraWatch::stuck_for`] tells, and its thread is left behind without a way to say anything.

mod capture;
mod slot;

use crate::device::{DeviceEvent, DeviceWatch, Timing, Watch, spawn};
use attune_core::ports::{Eyes, FrameSource};
use attune_core::time::Clock;
use attune_core::{AppError, LookRate, Sighting, Timestamp};
use capture::Camera;
use slot::Slot;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Opens the camera with that id, or the first one; runs on the capture thread, since opening can take seconds.
pub type OpenCamera = Arc<dyn Fn(Option<String>) -> Result<Box<dyn FrameSource>, AppError> + Send + Sync>;
/// Loads the models; runs on the vision thread.
pub type OpenEyes = Arc<dyn Fn() -> Result<Box<dyn Eyes>, AppError> + Send + Sync>;
/// Where the threads send what happens.
pub type Tell = Arc<dyn Fn(EyesEvent) + Send + Sync>;

/// What the threads have to say.
#[derive(Debug)]
pub enum EyesEvent {
    /// What happened to the camera.
    Camera(DeviceEvent),
    /// A frame was looked at.
    Looked(Sighting, Timestamp),
    /// The models do not work; nothing will be seen.
    Blind(AppError),
}

/// What a watch is made of.
pub struct Plan {
    /// Opens the camera.
    pub open: OpenCamera,
    /// Which one; none is the first.
    pub camera: Option<String>,
    /// Loads the models.
    pub eyes: OpenEyes,
    /// Tells the time.
    pub clock: Clock,
    /// Hears what happens.
    pub tell: Tell,
    /// How long what may take.
    pub timing: Timing,
    /// How often to look.
    pub rate: LookRate,
}

/// A running pair of threads.
pub struct CameraWatch {
    device: DeviceWatch,
    slot: Arc<Slot>,
    looks_per_second: Arc<AtomicU32>,
}

impl CameraWatch {
    /// Starts looking. A watch that is still closing is waited for on the new capture thread, so that a device
    /// is not opened twice; one that does not end within [`Timing::ending`] is left behind.
    #[must_use]
    pub fn start(plan: Plan, after: Option<Self>) -> Self {
        let slot = Arc::new(Slot::default());
        let looks_per_second = Arc::new(AtomicU32::new(plan.rate.per_second()));
        let (eyes, tell) = (Arc::clone(&plan.eyes), Arc::clone(&plan.tell));
        let (id, timing) = (plan.camera.clone(), plan.timing);
        let camera =
            Camera { plan, slot: Arc::clone(&slot), looks_per_second: Arc::clone(&looks_per_second) };
        let after = after.map(Self::into_device);
        let device = DeviceWatch::start("capture", Arc::new(camera), id, timing, after);
        let frames = Arc::clone(&slot);
        spawn("vision", move || look(&eyes, &frames, &*tell));
        Self { device, slot, looks_per_second }
    }

    /// Looks that often from now on.
    pub fn set_rate(&self, rate: LookRate) {
        self.looks_per_second.store(rate.per_second(), Ordering::Relaxed);
    }

    /// How often it looks, in looks a second.
    #[must_use]
    pub fn looks_per_second(&self) -> u32 {
        self.looks_per_second.load(Ordering::Relaxed)
    }
}

impl Watch for CameraWatch {
    fn device(&self) -> &DeviceWatch {
        &self.device
    }

    fn into_device(self) -> DeviceWatch {
        self.slot.close();
        self.device
    }

    /// Asks both threads to end.
    fn stop(&self) {
        self.device.stop();
        self.slot.close();
    }
}

fn look(open: &OpenEyes, slot: &Slot, tell: &dyn Fn(EyesEvent)) {
    let mut eyes = match open() {
        Ok(eyes) => eyes,
        Err(error) => {
            tell(EyesEvent::Blind(error));
            return;
        }
    };
    while let Some(frame) = slot.take() {
        match eyes.look(&frame) {
            Ok(sighting) => tell(EyesEvent::Looked(sighting, frame.at())),
            Err(error) => {
                tell(EyesEvent::Blind(error));
                return;
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod fault_tests;
#[cfg(test)]
mod tests;
