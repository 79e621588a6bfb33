//! Whether a thread is inside a call that it may never come back from, and since when.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

#[derive(Debug, Default)]
pub(crate) struct CallTimer(Mutex<Option<Instant>>);

impl CallTimer {
    fn set(&self, since: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = since;
    }

    /// Makes a call that others can see going on.
    pub(crate) fn during<T>(&self, call: impl FnOnce() -> T) -> T {
        self.set(Some(Instant::now()));
        let result = call();
        self.set(None);
        result
    }

    /// How long the call has lasted that is going on.
    pub(crate) fn held(&self) -> Option<Duration> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).map(|since| since.elapsed())
    }
}
