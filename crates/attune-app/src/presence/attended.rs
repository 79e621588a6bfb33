//! A camera without a session that is closed while the listener is away.

use super::{Hear, follow};
use crate::lock::held;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, Timestamp};
use attune_session::{Absence, Presence};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a camera may take to be there again: after sleep, those on USB need a second or two.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two attempts to open it.
const PAUSE: Duration = Duration::from_millis(500);

/// Opens the camera; again and again the very same one.
type Open = Box<dyn Fn() -> Result<Box<dyn FrameSource>, AppError> + Send>;
/// Told whether the camera is closed because the listener is away.
type Notify = Box<dyn FnMut(bool) + Send>;

/// A source of frames whose device is closed when the screen locks, the machine sleeps or its lid shuts, and opened again
/// when the listener is back. Meanwhile [`next_event`](FrameSource::next_event) waits.
pub struct ClosedWhileAway {
    open: Open,
    notify: Notify,
    name: String,
    source: Option<Box<dyn FrameSource>>,
    whereabouts: Arc<Whereabouts>,
    /// The absences that were taken note of.
    seen: u64,
}

impl ClosedWhileAway {
    /// Opens the camera and listens to the system from now on. Fails as `open` does.
    pub fn open(open: Open, notify: Notify) -> Result<Self, AppError> {
        let whereabouts = Arc::new(Whereabouts::default());
        follow(Listening(Arc::downgrade(&whereabouts)));
        Self::with(open, notify, whereabouts)
    }

    fn with(open: Open, notify: Notify, whereabouts: Arc<Whereabouts>) -> Result<Self, AppError> {
        held(&whereabouts.state).holds_camera = true;
        let source = open()?;
        Ok(Self { open, notify, name: source.name(), source: Some(source), whereabouts, seen: 0 })
    }

    /// Whether the listener went away since this was last asked.
    fn has_left(&mut self) -> bool {
        let absences = held(&self.whereabouts.state).absences;
        std::mem::replace(&mut self.seen, absences) != absences
    }

    /// Closes the camera, waits for the listener, and opens it again.
    fn rest(&mut self) -> Result<(), AppError> {
        if let Some(source) = self.source.take() {
            source.close()?;
        }
        (self.notify)(true);
        self.whereabouts.wait();
        self.source = Some(self.open_again()?);
        (self.notify)(false);
        Ok(())
    }

    fn open_again(&self) -> Result<Box<dyn FrameSource>, AppError> {
        let begun = Instant::now();
        loop {
            match (self.open)() {
                Err(_) if begun.elapsed() < PATIENCE => sleep(PAUSE),
                opened => return opened,
            }
        }
    }
}

impl OpenDevice for ClosedWhileAway {
    fn name(&self) -> String {
        self.name.clone()
    }
}

impl FrameSource for ClosedWhileAway {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        loop {
            if self.has_left()
                && let Err(error) = self.rest()
            {
                return SourceEvent::Ended(Some(error));
            }
            let Some(source) = &mut self.source else { return SourceEvent::Ended(None) };
            match source.next_event(now) {
                // A machine that falls asleep takes the camera away by itself.
                SourceEvent::Ended(Some(_)) if held(&self.whereabouts.state).absences != self.seen => {}
                event => return event,
            }
        }
    }
}

/// Where the listener is, and whether the camera is held.
#[derive(Default)]
struct Whereabouts {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    absence: Absence,
    /// How often the listener went away.
    absences: u64,
    holds_camera: bool,
}

impl Whereabouts {
    fn take_in(&self, presence: Presence) {
        let mut state = held(&self.state);
        let was_away = state.absence.is_away();
        state.absence.take_in(presence);
        if !was_away && state.absence.is_away() {
            state.absences += 1;
        }
        self.changed.notify_all();
    }

    /// Says that the camera is closed, and waits until the listener is back.
    fn wait(&self) {
        let mut state = held(&self.state);
        state.holds_camera = false;
        while state.absence.is_away() {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.holds_camera = true;
    }
}

/// Hears the system for as long as the source is there.
struct Listening(Weak<Whereabouts>);

impl Hear for Listening {
    fn hear(&self, presence: Presence) -> bool {
        self.0.upgrade().inspect(|whereabouts| whereabouts.take_in(presence)).is_some()
    }

    fn devices_are_closed(&self) -> bool {
        self.0.upgrade().is_none_or(|whereabouts| !held(&whereabouts.state).holds_camera)
    }
}

#[cfg(test)]
mod tests;
