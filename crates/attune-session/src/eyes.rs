//! The threads that look: one captures, one reads faces, and between them lies a place for one frame.
//!
//! Capturing never waits for reading: the newest frame wins and older ones are dropped. Both threads end when
//! [`CameraWatch`] is stopped or dropped; the device closes with the capture thread. A source that does not come back
//! from a call cannot be ended: [`CameraWatch::stuck_for`] tells, and its thread is left behind without a way to say anything.

mod capture;
mod latch;
mod pulse;
mod slot;

use attune_core::ports::{Eyes, FrameSource};
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode, LookRate, Sighting, Timestamp};
use capture::Capture;
use latch::Latch;
use pulse::Pulse;
use slot::Slot;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Opens the camera with that id, or the first one; runs on the capture thread, since opening can take seconds.
pub type OpenCamera = Arc<dyn Fn(Option<String>) -> Result<Box<dyn FrameSource>, AppError> + Send + Sync>;
/// Loads the models; runs on the vision thread.
pub type OpenEyes = Arc<dyn Fn() -> Result<Box<dyn Eyes>, AppError> + Send + Sync>;
/// Where the threads send what happens.
pub type Tell = Arc<dyn Fn(EyesEvent) + Send + Sync>;

/// What the threads have to say.
#[derive(Debug)]
pub enum EyesEvent {
    /// The source is open.
    Open(String),
    /// A frame was looked at.
    Looked(Sighting, Timestamp),
    /// The models do not work; nothing will be seen.
    Blind(AppError),
    /// The camera of that name went away; it is opened again as soon as it is back.
    Waiting(String, AppError),
    /// The source is closed: because it was stopped (none), or because it failed or ended.
    Closed(Option<AppError>),
}

/// How long what may take.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// A call into a source that lasts longer is taken to last for ever. Opening a slow camera must fit in.
    pub stuck: Duration,
    /// From losing a camera to the first look for it; doubled each time.
    pub first_retry: Duration,
    /// The longest time between two looks for it.
    pub longest_retry: Duration,
    /// For how long the end of another watch is waited for.
    pub ending: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            stuck: Duration::from_millis(4_700),
            first_retry: Duration::from_millis(500),
            longest_retry: Duration::from_secs(4),
            ending: Duration::from_secs(2),
        }
    }
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

/// What the threads share.
struct Shared {
    stop: Latch,
    ended: Latch,
    slot: Slot,
    pulse: Pulse,
    looks_per_second: AtomicU32,
}

/// A running pair of threads.
pub struct CameraWatch {
    shared: Arc<Shared>,
}

impl CameraWatch {
    /// Starts looking. A watch that is still closing is waited for on the new capture thread, so that a device
    /// is not opened twice; one that does not end within [`Timing::ending`] is left behind.
    #[must_use]
    pub fn start(plan: Plan, after: Option<Self>) -> Self {
        let shared = Arc::new(Shared {
            stop: Latch::default(),
            ended: Latch::default(),
            slot: Slot::default(),
            pulse: Pulse::default(),
            looks_per_second: AtomicU32::new(plan.rate.per_second()),
        });
        let (ours, eyes, tell) = (Arc::clone(&shared), Arc::clone(&plan.eyes), Arc::clone(&plan.tell));
        let capture = move || {
            // Also when a panic goes through: what is waited for must come.
            let _ended = ours.ended.set_on_drop();
            if let Some(old) = after {
                old.join(plan.timing.ending);
            }
            let tell = Arc::clone(&plan.tell);
            let end = Capture::new(plan, &ours).run();
            ours.slot.close();
            tell(EyesEvent::Closed(end));
        };
        if !spawn("capture", capture) {
            shared.ended.set();
            tell(EyesEvent::Closed(Some(no_thread())));
        }
        let ours = Arc::clone(&shared);
        spawn("vision", move || look(&eyes, &ours.slot, &*tell));
        Self { shared }
    }

    /// Asks both threads to end; the device is closed within about a second.
    pub fn stop(&self) {
        self.shared.stop.set();
        self.shared.slot.close();
    }

    /// Looks that often from now on.
    pub fn set_rate(&self, rate: LookRate) {
        self.shared.looks_per_second.store(rate.per_second(), Ordering::Relaxed);
    }

    /// How often it looks, in looks a second.
    #[must_use]
    pub fn looks_per_second(&self) -> u32 {
        self.shared.looks_per_second.load(Ordering::Relaxed)
    }

    /// How long the source has not come back from the call that is going on; none between calls.
    #[must_use]
    pub fn stuck_for(&self) -> Option<Duration> {
        if self.shared.ended.is_set() { None } else { self.shared.pulse.held() }
    }

    /// Whether the device is closed and its thread gone.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.shared.ended.is_set()
    }

    /// Stops and waits until the device is closed, for at most `limit`.
    pub fn join(self, limit: Duration) {
        self.stop();
        self.shared.ended.wait(limit);
    }
}

impl Drop for CameraWatch {
    fn drop(&mut self) {
        self.stop();
    }
}

fn no_thread() -> AppError {
    AppError::new(
        ErrorCode::SessionFailed,
        "Attune could not start a thread for the camera. Close other programs and try again.",
    )
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> bool {
    let spawned = std::thread::Builder::new().name(name.into()).spawn(body);
    spawned.inspect_err(|e| tracing::error!(%e, name, "no thread could be started")).is_ok()
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
