//! One frame's place between the threads: the newest wins.

use attune_core::Frame;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub(super) struct Slot {
    inside: Mutex<Inside>,
    filled: Condvar,
}

#[derive(Default)]
struct Inside {
    frame: Option<Frame>,
    closed: bool,
}

impl Slot {
    /// A poisoned lock means that the other thread died mid-way; the slot's state is valid at every step.
    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn put(&self, frame: Frame) {
        self.lock().frame = Some(frame);
        self.filled.notify_one();
    }

    /// Ends it; a frame that lies there is forgotten.
    pub(super) fn close(&self) {
        *self.lock() = Inside { frame: None, closed: true };
        self.filled.notify_all();
    }

    /// Waits for a frame; none when the slot is closed.
    pub(super) fn take(&self) -> Option<Frame> {
        let waited = self.filled.wait_while(self.lock(), |i| i.frame.is_none() && !i.closed);
        waited.unwrap_or_else(PoisonError::into_inner).frame.take()
    }
}
