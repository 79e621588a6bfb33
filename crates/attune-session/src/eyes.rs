//! The threads that look: one captures, one reads faces, and between them lies a place for one frame.
//!
//! Capturing never waits for reading: the newest frame wins and older ones are dropped. Both threads end when
//! [`Watch`] is stopped or dropped; the device closes with the capture thread.

use attune_core::ports::{Eyes, FrameSource, SourceEvent};
use attune_core::{AppError, Frame, Sighting, Timestamp};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Opens the frames' source; runs on the capture thread, since opening a device can take seconds.
pub type OpenSource = Box<dyn FnOnce() -> Result<Box<dyn FrameSource>, AppError> + Send>;
/// Loads the models; runs on the vision thread.
pub type OpenEyes = Arc<dyn Fn() -> Result<Box<dyn Eyes>, AppError> + Send + Sync>;
/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
/// Where the threads send what happens.
pub type Tell = Arc<dyn Fn(EyesEvent) + Send + Sync>;

/// Looking five times a second is plenty for a mood and cheap.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// So many pictures in a row that cannot be read mean that the source is broken.
const TOO_MANY_SKIPPED: u32 = 30;

/// What the threads have to say.
#[derive(Debug)]
pub enum EyesEvent {
    /// The source is open.
    Open(String),
    /// A frame was looked at.
    Looked(Sighting, Timestamp),
    /// The models do not work; nothing will be seen.
    Blind(AppError),
    /// The source is closed: because it was stopped (none), or because it failed or ended.
    Closed(Option<AppError>),
}

/// One frame's place between the threads.
#[derive(Default)]
struct Slot {
    frame: Mutex<SlotState>,
    filled: Condvar,
}

#[derive(Default)]
struct SlotState {
    frame: Option<Frame>,
    dropped: u64,
    closed: bool,
}

impl Slot {
    /// A poisoned lock means that the other thread died mid-way; the slot's state is valid at every step.
    fn lock(&self) -> MutexGuard<'_, SlotState> {
        self.frame.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, frame: Frame) {
        let mut state = self.lock();
        state.dropped += u64::from(state.frame.replace(frame).is_some());
        self.filled.notify_one();
    }

    fn close(&self) {
        self.lock().closed = true;
        self.filled.notify_all();
    }

    /// Waits for a frame; none when the slot is closed.
    fn take(&self) -> Option<Frame> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(frame) = state.frame.take() {
                return Some(frame);
            }
            state = self.filled.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A running pair of threads.
pub struct Watch {
    stop: Arc<AtomicBool>,
    slot: Arc<Slot>,
    capture: Option<JoinHandle<()>>,
}

impl Watch {
    /// Starts looking. A watch that is still closing is waited for on the new capture thread, so that a device
    /// is never opened twice.
    #[must_use]
    pub fn start(source: OpenSource, eyes: OpenEyes, clock: &Clock, tell: Tell, after: Option<Self>) -> Self {
        let (stop, slot) = (Arc::new(AtomicBool::new(false)), Arc::new(Slot::default()));
        let capture = {
            let (stop, slot, clock, tell) = (stop.clone(), slot.clone(), clock.clone(), tell.clone());
            spawn("capture", move || {
                if let Some(old) = after {
                    old.join();
                }
                let end = capture(source, &stop, &slot, &*clock, &*tell);
                slot.close();
                tell(EyesEvent::Closed(end));
            })
        };
        {
            let slot = slot.clone();
            spawn("vision", move || look(&eyes, &slot, &*tell));
        }
        Self { stop, slot, capture }
    }

    /// Asks both threads to end; the device is closed within about a second.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.slot.close();
    }

    /// Stops and waits until the device is closed.
    pub fn join(mut self) {
        self.stop();
        if let Some(capture) = self.capture.take() {
            // A panic there has been reported by the panic hook; the device is closed by unwinding.
            drop(capture.join());
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop();
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    let spawned = std::thread::Builder::new().name(name.into()).spawn(body);
    spawned.map_err(|e| tracing::error!(%e, name, "no thread could be started")).ok()
}

fn capture(
    source: OpenSource,
    stop: &AtomicBool,
    slot: &Slot,
    clock: &dyn Fn() -> Timestamp,
    tell: &dyn Fn(EyesEvent),
) -> Option<AppError> {
    if stop.load(Ordering::Relaxed) {
        return None;
    }
    let mut source = match source() {
        Ok(source) => source,
        Err(error) => return Some(error),
    };
    tell(EyesEvent::Open(source.name()));
    let mut skipped = 0;
    let mut last: Option<Instant> = None;
    while !stop.load(Ordering::Relaxed) {
        match source.next_event(clock) {
            SourceEvent::Frame(frame) => {
                skipped = 0;
                if last.is_none_or(|t| t.elapsed() >= LOOK_EVERY) {
                    last = Some(Instant::now());
                    slot.put(frame);
                }
            }
            SourceEvent::Skipped(error) => {
                skipped += 1;
                if skipped >= TOO_MANY_SKIPPED {
                    return Some(error);
                }
            }
            SourceEvent::Ended(error) => return error,
        }
    }
    None
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
mod tests;
