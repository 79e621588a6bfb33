//! What a device's thread does: opens it, reads from it, and waits for one that went away, and for no other.

use super::{Device, DeviceEvent, Over, Running, Timing};
use attune_core::ports::OpenDevice;
use attune_core::{AppError, ErrorCode};
use std::time::Duration;

/// The thread's work.
pub(super) struct DeviceLoop<'a, D: Device> {
    device: &'a D,
    running: &'a Running,
    timing: Timing,
}

/// A device that was open and went away.
struct Lost {
    id: String,
    name: String,
    /// Until the next look for it.
    pause: Duration,
    /// The code that was reported last.
    reported: Option<ErrorCode>,
}

/// How reading from an open source ended.
enum End {
    Stopped,
    Over(Option<AppError>),
    /// The device could not be closed.
    StillOpen(AppError),
}

impl<'a, D: Device> DeviceLoop<'a, D> {
    pub(super) fn new(device: &'a D, running: &'a Running, timing: Timing) -> Self {
        Self { device, running, timing }
    }

    /// Runs until it is stopped (none), or the source fails or ends for good.
    pub(super) fn run(self, first: Option<&str>) -> Option<AppError> {
        let mut lost: Option<Lost> = None;
        while !self.running.is_stopped() {
            let id = lost.as_ref().map(|l| l.id.as_str()).or(first).map(str::to_owned);
            let opened = self.running.during(|| self.device.open(id));
            let (device, problem) = match (opened, lost) {
                (Ok(source), _) => {
                    let device = source.id().map(|id| (id, source.name()));
                    match self.use_up(source) {
                        End::Stopped => return None,
                        // Stopped does not mean closed then.
                        End::StillOpen(error) if self.running.is_stopped() => return Some(error),
                        End::StillOpen(error) => (device.map(|(id, name)| self.lost(id, name)), error),
                        End::Over(Some(error)) if self.device.comes_back(error.code) => {
                            (device.map(|(id, name)| self.lost(id, name)), error)
                        }
                        End::Over(end) => return end,
                    }
                }
                (Err(error), lost) => (lost, error),
            };
            // What cannot be named for certain is not opened again: another device might answer.
            let Some(mut device) = device else { return Some(problem) };
            self.report_waiting(&mut device, problem);
            self.running.pause(device.pause);
            device.pause = (device.pause * 2).min(self.timing.longest_retry);
            lost = Some(device);
        }
        None
    }

    fn lost(&self, id: String, name: String) -> Lost {
        Lost { id, name, pause: self.timing.first_retry, reported: None }
    }

    fn report_waiting(&self, lost: &mut Lost, why: AppError) {
        let is_new = lost.reported.is_none_or(|last| why.code != last && !self.device.is_absence(why.code));
        if is_new && !self.running.is_stopped() {
            lost.reported = Some(why.code);
            self.device.report(DeviceEvent::Waiting(lost.name.clone(), why));
        }
    }

    /// Reads from an open source and closes it.
    fn use_up(&self, mut source: Box<D::Source>) -> End {
        self.device.report(DeviceEvent::Open(source.name()));
        let end = self.device.read(&mut source, self.running);
        match (end, self.running.during(|| source.close())) {
            (_, Err(error)) => End::StillOpen(error),
            (None, Ok(())) => End::Stopped,
            (Some(Over(why)), Ok(())) => End::Over(why),
        }
    }
}
