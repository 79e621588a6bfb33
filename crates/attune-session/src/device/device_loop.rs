//! What a device's thread does: opens it, reads from it, and waits for one that went away or that another program has, and
//! for no other.

use super::{Device, DeviceEvent, Over, Retries, Running, Timing};
use attune_core::ports::OpenDevice;
use attune_core::{AppError, ErrorCode};
use std::time::Duration;

/// The thread's work.
pub(super) struct DeviceLoop<'a, D: Device> {
    device: &'a D,
    running: &'a Running,
    timing: Timing,
}

/// A device that is to be opened again: it was open and went away, or another program has it.
struct Awaited {
    /// None where the first one was asked for, and it was never open.
    id: Option<String>,
    name: Option<String>,
    /// Until the next look for it.
    pause: Duration,
    retries: Retries,
    /// The code that was reported last.
    reported: Option<ErrorCode>,
}

impl Awaited {
    fn new(id: Option<String>, name: Option<String>, retries: Retries) -> Self {
        Self { id, name, pause: retries.first, retries, reported: None }
    }
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
        let mut awaited: Option<Awaited> = None;
        while !self.running.is_stopped() {
            let id = awaited.as_ref().map_or(first, |device| device.id.as_deref()).map(str::to_owned);
            let opened = self.running.during(|| self.device.open(id));
            let (device, problem) = match (opened, awaited) {
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
                (Err(error), None) if self.device.is_taken(error.code) => (Some(self.taken(first)), error),
                (Err(error), awaited) => {
                    (awaited.filter(|device| self.is_worth_waiting(device, error.code)), error)
                }
            };
            // What cannot be named for certain is not opened again: another device might answer.
            let Some(mut device) = device else { return Some(problem) };
            self.report_waiting(&mut device, problem);
            self.running.pause(device.pause);
            device.pause = device.retries.after(device.pause);
            awaited = Some(device);
        }
        None
    }

    /// One that was open and went away.
    fn lost(&self, id: String, name: String) -> Awaited {
        Awaited::new(Some(id), Some(name), self.timing.lost)
    }

    /// The one that was asked for first, which another program has.
    fn taken(&self, first: Option<&str>) -> Awaited {
        Awaited::new(first.map(str::to_owned), None, self.timing.taken)
    }

    /// Whether a device that could not be opened may still come: one that was never open only while another program has it.
    fn is_worth_waiting(&self, device: &Awaited, code: ErrorCode) -> bool {
        device.name.is_some() || self.device.is_taken(code)
    }

    fn report_waiting(&self, awaited: &mut Awaited, why: AppError) {
        let is_new =
            awaited.reported.is_none_or(|last| why.code != last && !self.device.is_absence(why.code));
        if is_new && !self.running.is_stopped() {
            awaited.reported = Some(why.code);
            self.device.report(DeviceEvent::Waiting(awaited.name.clone(), why));
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
