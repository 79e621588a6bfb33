//! The life cycle that every device shares, whatever it senses with: it is opened on a thread of its own, read from
//! until it is stopped or over, waited for when it went away, and closed.
//!
//! A kind of device implements the trait `Device`, and a `DeviceWatch` runs it. [`eyes`](crate::eyes) looks through a camera this
//! way, [`senses`](crate::senses) listens to a microphone and feels a pulse.

mod call_timer;
mod device_loop;
mod latch;

use attune_core::ports::OpenDevice;
use attune_core::{AppError, ErrorCode};
use call_timer::CallTimer;
use device_loop::DeviceLoop;
use latch::Latch;
use std::sync::Arc;
use std::time::Duration;

/// How long what may take.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// A call into a source that lasts longer is taken to last for ever. Opening a slow camera must fit in.
    pub stuck: Duration,
    /// The same for a microphone. It gives up on a device that does not answer by itself, before this: what lasts longer than
    /// [`Self::stuck`] is its network, which is loaded when it is opened and reads phrases, on a busy machine.
    pub listening: Duration,
    /// Looks for a device that went away.
    pub lost: Retries,
    /// Attempts to open one that another program has.
    pub taken: Retries,
    /// For how long the end of another watch is waited for.
    pub ending: Duration,
}

/// When something is tried again.
#[derive(Debug, Clone, Copy)]
pub struct Retries {
    /// Until the first attempt; doubled each time.
    pub first: Duration,
    /// The longest time between two attempts.
    pub longest: Duration,
}

impl Retries {
    /// The pause that follows on this one.
    fn after(self, pause: Duration) -> Duration {
        (pause * 2).min(self.longest)
    }
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            stuck: Duration::from_millis(4_700),
            listening: Duration::from_secs(20),
            lost: Retries { first: Duration::from_millis(500), longest: Duration::from_secs(4) },
            taken: Retries { first: Duration::from_secs(2), longest: Duration::from_mins(1) },
            ending: Duration::from_secs(2),
        }
    }
}

/// What happens to a device.
#[derive(Debug)]
pub enum DeviceEvent {
    /// It is open, under that name.
    Open(String),
    /// The device of that name went away, or another program has the one that was asked for, whose name is not known then;
    /// it is opened as soon as it is there.
    Waiting(Option<String>, AppError),
    /// It is closed: because it was stopped (none), or because it failed or ended.
    Closed(Option<AppError>),
}

/// A kind of device; its calls come from the device's thread.
pub(crate) trait Device: Send + Sync + 'static {
    /// It when it is open.
    type Source: OpenDevice + ?Sized;

    /// Whether an open one can come back from this: it was unplugged, or its driver gave nothing more.
    fn comes_back(&self, code: ErrorCode) -> bool;
    /// Whether this is said of one that another program has, and that is tried until it is free.
    fn is_taken(&self, _code: ErrorCode) -> bool {
        false
    }
    /// Whether this is said of one that is not there, which is known while it is waited for.
    fn is_absence(&self, code: ErrorCode) -> bool;
    /// Opens the one with that id, or the first one.
    fn open(&self, id: Option<String>) -> Result<Box<Self::Source>, AppError>;
    /// Reads from it until it is stopped (none) or over: at its end, or for a reason.
    fn read(&self, source: &mut Self::Source, running: &Running) -> Option<Over>;
    /// Hears what happens.
    fn report(&self, event: DeviceEvent);
    /// Nothing more will be read, also where a panic goes through.
    fn ended(&self) {}
}

/// Why reading from a source is over; none at its end.
pub(crate) struct Over(pub(crate) Option<AppError>);

/// What the device's thread shares with its watch.
#[derive(Debug, Default)]
pub(crate) struct Running {
    stop: Latch,
    ended: Latch,
    calls: CallTimer,
}

impl Running {
    /// Whether it was asked to stop.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.is_set()
    }

    /// Waits for so long, or until it is asked to stop.
    pub(crate) fn pause(&self, time: Duration) {
        self.stop.wait(time);
    }

    /// Makes a call into the source that others can see going on.
    pub(crate) fn during<T>(&self, call: impl FnOnce() -> T) -> T {
        self.calls.during(call)
    }
}

/// A running device thread, and what may run beside it.
pub(crate) trait Watch: Sized {
    /// The device's thread.
    fn device(&self) -> &DeviceWatch;
    /// The device's thread, with what runs beside it asked to end.
    fn into_device(self) -> DeviceWatch;

    /// Asks it to end; the device is closed within about a second.
    fn stop(&self) {
        self.device().running.stop.set();
    }

    /// How long the source has not come back from the call that is going on; none between calls.
    fn stuck_for(&self) -> Option<Duration> {
        if self.ended() { None } else { self.device().running.calls.held() }
    }

    /// Whether the device is closed and its thread gone.
    fn ended(&self) -> bool {
        self.device().running.ended.is_set()
    }

    /// Stops it and waits until the device is closed, for at most `limit`.
    fn join(self, limit: Duration) {
        let device = self.into_device();
        device.running.stop.set();
        device.running.ended.wait(limit);
    }
}

/// A device's running thread; dropping this stops it.
#[derive(Debug)]
pub(crate) struct DeviceWatch {
    running: Arc<Running>,
}

impl DeviceWatch {
    /// Starts the thread `name` that opens the device with that id, or the first one. A watch that is still closing is
    /// waited for there, so that a device is not opened twice; one that does not end within [`Timing::ending`] is left
    /// behind.
    pub(crate) fn start(
        name: &str,
        device: Arc<impl Device>,
        id: Option<String>,
        timing: Timing,
        after: Option<Self>,
    ) -> Self {
        let running = Arc::new(Running::default());
        let (ours, reporter) = (Arc::clone(&running), Arc::clone(&device));
        let body = move || {
            // Also when a panic goes through: what is waited for must come.
            let _ended = ours.ended.set_on_drop();
            let end = {
                let _over = OnDrop(|| device.ended());
                if let Some(old) = after {
                    old.join(timing.ending);
                }
                DeviceLoop::new(&*device, &ours, timing).run(id.as_deref())
            };
            device.report(DeviceEvent::Closed(end));
        };
        if !spawn(name, body) {
            running.ended.set();
            reporter.ended();
            reporter.report(DeviceEvent::Closed(Some(no_thread())));
        }
        Self { running }
    }
}

impl Watch for DeviceWatch {
    fn device(&self) -> &DeviceWatch {
        self
    }

    fn into_device(self) -> DeviceWatch {
        self
    }
}

impl Drop for DeviceWatch {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs it when it goes, however that comes about.
struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn no_thread() -> AppError {
    AppError::new(
        ErrorCode::SessionFailed,
        "Attune could not start a thread for a device. Close other programs and try again.",
    )
}

/// Starts a thread; whether that worked.
pub(crate) fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> bool {
    let spawned = std::thread::Builder::new().name(name.into()).spawn(body);
    spawned.inspect_err(|e| tracing::error!(%e, name, "no thread could be started")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_has_is_tried_after_two_seconds_and_at_least_once_a_minute() {
        let taken = Timing::default().taken;
        let pauses = std::iter::successors(Some(taken.first), |pause| Some(taken.after(*pause)));
        let seconds: Vec<u64> = pauses.take(8).map(|pause| pause.as_secs()).collect();
        assert_eq!(seconds, [2, 4, 8, 16, 32, 60, 60, 60]);
    }
}
