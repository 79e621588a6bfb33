//! The threads that look: one captures, one reads faces, and between them lies a place for one frame.
//!
//! Capturing never waits for reading: the newest frame wins and older ones are dropped. While a pulse is measured every frame
//! is taken, and faces are read in as many of them as otherwise. Both threads end when
//! [`CameraWatch`] is stopped or dropped; the device closes with the capture thread. A source that does not come back
//! from a call cannot be ended: `CameraWatch::stuck_for` tells, and its thread is left behind without a way to say anything.

mod capture;
mod measuring;
mod slot;

use crate::device::{DeviceEvent, DeviceWatch, Timing, Watch, spawn};
use attune_core::ports::{Eyes, FrameSource, PulseMeter};
use attune_core::time::Clock;
use attune_core::{AppError, Frame, LookRate, Sighting, Span, Timestamp};
use capture::Camera;
use measuring::Measuring;
pub use measuring::{OpenMeter, PulseUpdate};
use slot::Slot;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Opens the camera with that id, or the first one; runs on the capture thread, since opening can take seconds.
pub type OpenCamera = Arc<dyn Fn(Option<String>) -> Result<Box<dyn FrameSource>, AppError> + Send + Sync>;
/// Loads the models; runs on the vision thread.
pub type OpenEyes = Arc<dyn Fn() -> Result<Box<dyn Eyes>, AppError> + Send + Sync>;
/// Where the threads send what happens.
pub type Notify = Arc<dyn Fn(EyesEvent) + Send + Sync>;

/// What the threads have to say.
#[derive(Debug)]
pub enum EyesEvent {
    /// What happened to the camera.
    Camera(DeviceEvent),
    /// A frame was looked at.
    Looked(Sighting, Timestamp),
    /// How the measurement of the pulse goes.
    Pulse(PulseUpdate),
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
    pub notify: Notify,
    /// How long what may take.
    pub timing: Timing,
    /// How often to look.
    pub rate: LookRate,
}

/// A running pair of threads.
pub struct CameraWatch {
    device: DeviceWatch,
    slot: Arc<Slot>,
    pace: Arc<Pace>,
}

/// How often frames are taken and looked at; all threads share it.
struct Pace {
    looks_per_second: AtomicU32,
    measuring: Measuring,
}

/// Frames a second while a pulse is measured: more than cameras give, so that all are taken.
const MEASURING_RATE: u32 = 60;
/// The fewest looks for the face a second while a pulse is measured: it must be where the colours are taken.
const LEAST_LOOKS: u32 = 5;

impl Pace {
    /// Frames a second that are taken.
    fn frames(&self) -> u32 {
        if self.measuring.goes_on() { MEASURING_RATE } else { self.looks() }
    }

    fn looks(&self) -> u32 {
        self.looks_per_second.load(Ordering::Relaxed).max(1)
    }

    /// From one look for the face to the next; none where every frame that is taken is looked at.
    fn between_looks(&self) -> Span {
        if self.measuring.goes_on() {
            Span(1_000 / i64::from(self.looks().max(LEAST_LOOKS)))
        } else {
            Span(0)
        }
    }
}

impl CameraWatch {
    /// Starts looking. A watch that is still closing is waited for on the new capture thread, so that a device
    /// is not opened twice; one that does not end within [`Timing::ending`] is left behind.
    #[must_use]
    pub fn start(plan: Plan, after: Option<Self>) -> Self {
        let slot = Arc::new(Slot::default());
        let looks_per_second = AtomicU32::new(plan.rate.per_second());
        let pace = Arc::new(Pace { looks_per_second, measuring: Measuring::default() });
        let (eyes, notify) = (Arc::clone(&plan.eyes), Arc::clone(&plan.notify));
        let (id, timing) = (plan.camera.clone(), plan.timing);
        let camera = Camera { plan, slot: Arc::clone(&slot), pace: Arc::clone(&pace) };
        let after = after.map(Self::into_device);
        let device = DeviceWatch::start("capture", Arc::new(camera), id, timing, after);
        let (frames, looks) = (Arc::clone(&slot), Arc::clone(&pace));
        spawn("vision", move || look(&eyes, &frames, &looks, &*notify));
        Self { device, slot, pace }
    }

    /// Looks that often from now on.
    pub fn set_rate(&self, rate: LookRate) {
        self.pace.looks_per_second.store(rate.per_second(), Ordering::Relaxed);
    }

    /// Measures the pulse of who is seen, on every frame that the camera gives; what is said carries that number.
    pub fn measure(&self, number: u64, meter: Box<dyn PulseMeter>) {
        self.pace.measuring.begin(number, meter);
    }

    /// Measures no longer, and takes frames as often as before.
    pub fn stop_measuring(&self) {
        self.pace.measuring.end();
    }

    /// How many frames it takes a second, at most.
    #[must_use]
    pub fn frames_per_second(&self) -> u32 {
        self.pace.frames()
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

fn look(open: &OpenEyes, slot: &Slot, pace: &Pace, notify: &dyn Fn(EyesEvent)) {
    let mut eyes = match open() {
        Ok(eyes) => eyes,
        Err(error) => {
            notify(EyesEvent::Blind(error));
            return;
        }
    };
    let mut looked = None;
    while let Some(frame) = slot.take() {
        if is_due(&frame, looked, pace.between_looks()) {
            looked = Some(frame.at());
            match eyes.look(&frame) {
                Ok(sighting) => notify(EyesEvent::Looked(sighting, frame.at())),
                Err(error) => {
                    notify(EyesEvent::Blind(error));
                    return;
                }
            }
        }
        if let Some(update) = pace.measuring.look(&frame, eyes.face().as_ref()) {
            notify(EyesEvent::Pulse(update));
        }
    }
}

/// Whether a frame is to be looked at; times of a clock that was set back say nothing.
fn is_due(frame: &Frame, looked: Option<Timestamp>, between: Span) -> bool {
    looked.is_none_or(|last| frame.at() < last || frame.at() - last >= between)
}

#[cfg(test)]
mod chance_tests;
#[cfg(test)]
pub(crate) mod fault_tests;
#[cfg(test)]
mod tests;
