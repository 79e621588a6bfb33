//! The camera as a device: hands frames on at the pace that is asked for.

use super::slot::Slot;
use super::{EyesEvent, Pace, Plan};
use crate::device::{Device, DeviceEvent, Over, Running};
use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{AppError, ErrorCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So many pictures in a row that cannot be read mean that the source is broken.
const TOO_MANY_SKIPPED: u32 = 30;

/// The camera of a plan.
pub(super) struct Camera {
    pub(super) plan: Plan,
    pub(super) slot: Arc<Slot>,
    pub(super) pace: Arc<Pace>,
}

impl Device for Camera {
    type Source = dyn FrameSource;

    fn comes_back(&self, code: ErrorCode) -> bool {
        matches!(code, ErrorCode::CameraLost | ErrorCode::CameraStuck)
    }

    fn is_taken(&self, code: ErrorCode) -> bool {
        code == ErrorCode::CameraBusy
    }

    fn is_absence(&self, code: ErrorCode) -> bool {
        code == ErrorCode::CameraNone
    }

    fn open(&self, id: Option<String>) -> Result<Box<Self::Source>, AppError> {
        (self.plan.open)(id)
    }

    fn read(&self, source: &mut Self::Source, running: &Running) -> Option<Over> {
        let (mut skipped, mut due) = (0, Instant::now());
        while !running.is_stopped() {
            match running.during(|| source.next_event(&*self.plan.clock)) {
                SourceEvent::Frame(frame) => {
                    skipped = 0;
                    self.slot.put(frame);
                    due = (due + self.interval()).max(Instant::now());
                    running.pause(due.saturating_duration_since(Instant::now()));
                }
                SourceEvent::Skipped(error) => {
                    skipped += 1;
                    if skipped >= TOO_MANY_SKIPPED {
                        return Some(Over(Some(error)));
                    }
                }
                SourceEvent::Ended(error) => return Some(Over(error)),
            }
        }
        None
    }

    fn report(&self, event: DeviceEvent) {
        (self.plan.notify)(EyesEvent::Camera(event));
    }

    fn ended(&self) {
        self.slot.close();
    }
}

impl Camera {
    /// From one frame to the next.
    fn interval(&self) -> Duration {
        Duration::from_secs(1) / self.pace.frames()
    }
}
