//! The capture thread: opens the camera, hands frames on at the pace that is asked for, and waits for a camera that
//! went away, and for no other.

use super::{EyesEvent, Plan, Shared};
use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{AppError, ErrorCode};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// So many pictures in a row that cannot be read mean that the source is broken.
const TOO_MANY_SKIPPED: u32 = 30;
/// What a device can come back from: it was unplugged, or its driver gave nothing more.
const COMES_BACK: [ErrorCode; 2] = [ErrorCode::CameraLost, ErrorCode::CameraStuck];
/// Said of a camera that is not there, which is known while it is waited for.
const NOT_THERE: ErrorCode = ErrorCode::CameraNone;

/// The thread's work.
pub(super) struct Capture<'a> {
    plan: Plan,
    shared: &'a Shared,
}

/// A camera that was open and went away.
struct Lost {
    id: String,
    name: String,
    /// Until the next look for it.
    pause: Duration,
    /// The code that was reported last.
    reported: Option<ErrorCode>,
}

/// How looking through an open source ended.
enum End {
    Stopped,
    Over(Option<AppError>),
    /// The device could not be closed.
    StillOpen(AppError),
}

impl<'a> Capture<'a> {
    pub(super) fn new(plan: Plan, shared: &'a Shared) -> Self {
        Self { plan, shared }
    }

    /// Runs until it is stopped (none), or the source fails or ends for good.
    pub(super) fn run(self) -> Option<AppError> {
        let mut lost: Option<Lost> = None;
        while !self.shared.stop.is_set() {
            let id = lost.as_ref().map_or_else(|| self.plan.camera.clone(), |l| Some(l.id.clone()));
            let opened = self.shared.pulse.during(|| (self.plan.open)(id));
            let (device, problem) = match (opened, lost) {
                (Ok(source), _) => {
                    let device = source.id().map(|id| (id, source.name()));
                    match self.use_up(source) {
                        End::Stopped => return None,
                        // Stopped does not mean closed then.
                        End::StillOpen(error) if self.shared.stop.is_set() => return Some(error),
                        End::StillOpen(error) => (device.map(|(id, name)| self.lost(id, name)), error),
                        End::Over(Some(error)) if COMES_BACK.contains(&error.code) => {
                            (device.map(|(id, name)| self.lost(id, name)), error)
                        }
                        End::Over(end) => return end,
                    }
                }
                (Err(error), lost) => (lost, error),
            };
            // What cannot be named for certain is not opened again: another camera might answer.
            let Some(mut device) = device else { return Some(problem) };
            self.tell_waiting(&mut device, problem);
            self.shared.stop.wait(device.pause);
            device.pause = (device.pause * 2).min(self.plan.timing.longest_retry);
            lost = Some(device);
        }
        None
    }

    fn lost(&self, id: String, name: String) -> Lost {
        Lost { id, name, pause: self.plan.timing.first_retry, reported: None }
    }

    fn tell_waiting(&self, lost: &mut Lost, why: AppError) {
        let news = lost.reported.is_none_or(|last| why.code != last && why.code != NOT_THERE);
        if news && !self.shared.stop.is_set() {
            lost.reported = Some(why.code);
            (self.plan.tell)(EyesEvent::Waiting(lost.name.clone(), why));
        }
    }

    /// Looks through an open source and closes it.
    fn use_up(&self, mut source: Box<dyn FrameSource>) -> End {
        (self.plan.tell)(EyesEvent::Open(source.name()));
        let end = self.look_through(&mut *source);
        match (end, self.shared.pulse.during(|| source.close())) {
            (end, Ok(())) => end,
            (_, Err(error)) => End::StillOpen(error),
        }
    }

    fn look_through(&self, source: &mut dyn FrameSource) -> End {
        let (mut skipped, mut due) = (0, Instant::now());
        while !self.shared.stop.is_set() {
            match self.shared.pulse.during(|| source.next_event(&*self.plan.clock)) {
                SourceEvent::Frame(frame) => {
                    skipped = 0;
                    self.shared.slot.put(frame);
                    due = (due + self.interval()).max(Instant::now());
                    self.shared.stop.wait(due.saturating_duration_since(Instant::now()));
                }
                SourceEvent::Skipped(error) => {
                    skipped += 1;
                    if skipped >= TOO_MANY_SKIPPED {
                        return End::Over(Some(error));
                    }
                }
                SourceEvent::Ended(error) => return End::Over(error),
            }
        }
        End::Stopped
    }

    /// From one look to the next.
    fn interval(&self) -> Duration {
        Duration::from_secs(1) / self.shared.looks_per_second.load(Ordering::Relaxed).max(1)
    }
}
