//! The senses beside the camera as devices: a thread each, which opens the device, tells what it reports, waits for it
//! when it went away, and closes it.

use crate::device::{Device, DeviceEvent, DeviceWatch, Over, Running, Timing};
use crate::eyes::OpenMeter;
use attune_core::ports::{PulseMeter, SenseEvent, SenseSource};
use attune_core::time::Clock;
use attune_core::{
    AppError, ErrorCode, FaceBox, Frame, MeasuredPulse, Sense, SenseGap, SenseMode, SenseReading, Timestamp,
};
use std::sync::Arc;

/// Opens the sense's device with that id, or the first one; runs on the sense's own thread, since opening can take
/// seconds. A source opened for [`SenseMode::Once`] ends by itself.
pub type OpenSense =
    Arc<dyn Fn(Sense, SenseMode, Option<String>) -> Result<Box<dyn SenseSource>, AppError> + Send + Sync>;

/// What the senses beside the face are opened with.
pub struct SensePorts {
    /// Opens a microphone or a strap.
    pub open_device: OpenSense,
    /// Begins a measurement of the pulse on the camera's pictures.
    pub open_meter: OpenMeter,
}

impl SensePorts {
    /// For a session without these senses: opening a device fails with `microphone_none` or `strap_none`, and no pulse is
    /// ever found in pictures.
    #[must_use]
    pub fn none() -> Self {
        Self {
            open_device: Arc::new(|sense, _, _| Err(no_device(sense))),
            open_meter: Arc::new(|| Box::new(NoMeter)),
        }
    }
}

fn no_device(sense: Sense) -> AppError {
    let code = match sense {
        Sense::Voice => ErrorCode::MicrophoneNone,
        Sense::Pulse => ErrorCode::StrapNone,
        Sense::CameraPulse => ErrorCode::CameraNone,
    };
    AppError::new(code, "There is no such device here.")
}

struct NoMeter;

impl PulseMeter for NoMeter {
    fn look(&mut self, _: &Frame, _: Option<&FaceBox>) -> Result<MeasuredPulse, SenseGap> {
        Err(SenseGap::NoClearPulse)
    }

    fn finish(&mut self) -> Result<MeasuredPulse, SenseGap> {
        Err(SenseGap::NoClearPulse)
    }
}

/// What a sense's thread has to say.
#[derive(Debug)]
pub enum SenseReport {
    /// What happened to the device.
    Device(DeviceEvent),
    /// It found something.
    Reading(SenseReading, Timestamp),
    /// It finds nothing at present.
    Gap(SenseGap),
    /// The charge of its device's battery, in percent.
    Battery(u8),
}

/// What a sense's thread is made of.
pub(crate) struct SensePlan {
    pub(crate) sense: Sense,
    pub(crate) mode: SenseMode,
    pub(crate) open: OpenSense,
    pub(crate) clock: Clock,
    pub(crate) notify: Box<dyn Fn(SenseReport) + Send + Sync>,
}

/// Starts a sense with that device, or the first one; see [`DeviceWatch::start`].
pub(crate) fn start(
    plan: SensePlan,
    id: Option<String>,
    timing: Timing,
    after: Option<DeviceWatch>,
) -> DeviceWatch {
    let name = match plan.sense {
        Sense::Voice => "voice",
        Sense::Pulse => "pulse",
        Sense::CameraPulse => "camera pulse",
    };
    DeviceWatch::start(name, Arc::new(plan), id, timing, after)
}

impl Device for SensePlan {
    type Source = dyn SenseSource;

    fn comes_back(&self, code: ErrorCode) -> bool {
        matches!(code, ErrorCode::MicrophoneLost | ErrorCode::StrapLost)
    }

    fn is_absence(&self, code: ErrorCode) -> bool {
        matches!(code, ErrorCode::MicrophoneNone | ErrorCode::StrapNone)
    }

    fn open(&self, id: Option<String>) -> Result<Box<Self::Source>, AppError> {
        (self.open)(self.sense, self.mode, id)
    }

    fn read(&self, source: &mut Self::Source, running: &Running) -> Option<Over> {
        while !running.is_stopped() {
            match running.during(|| source.next_event(&*self.clock)) {
                SenseEvent::Reading(reading, at) => (self.notify)(SenseReport::Reading(reading, at)),
                SenseEvent::Gap(gap) => (self.notify)(SenseReport::Gap(gap)),
                SenseEvent::Battery(percent) => (self.notify)(SenseReport::Battery(percent)),
                SenseEvent::Quiet => {}
                SenseEvent::Ended(error) => return Some(Over(error)),
            }
        }
        None
    }

    fn report(&self, event: DeviceEvent) {
        (self.notify)(SenseReport::Device(event));
    }
}
