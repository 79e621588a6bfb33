//! Pausing and ending long work from another thread.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long a pause sleeps before it looks again, should a wake-up be missed.
const NAP: Duration = Duration::from_millis(200);

/// What the work should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Run,
    Pause,
    Stop,
}

/// A handle on a scan or an analysis: pause, go on, cancel. Clones steer the same work.
#[derive(Debug, Clone)]
pub struct Control {
    state: Arc<(Mutex<Wish>, Condvar)>,
}

impl Default for Control {
    fn default() -> Self {
        Self { state: Arc::new((Mutex::new(Wish::Run), Condvar::new())) }
    }
}

impl Control {
    /// Work that runs.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the work rest after the file in hand; without effect once cancelled.
    pub fn pause(&self) {
        self.wish(Wish::Pause);
    }

    /// Lets resting work go on.
    pub fn resume(&self) {
        self.wish(Wish::Run);
    }

    /// Ends the work for good; what was done is kept.
    pub fn cancel(&self) {
        self.wish(Wish::Stop);
    }

    /// Whether the work was told to end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.state.0.lock().unwrap_or_else(PoisonError::into_inner) == Wish::Stop
    }

    /// Whether the work was told to rest.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        *self.state.0.lock().unwrap_or_else(PoisonError::into_inner) == Wish::Pause
    }

    /// Waits out a pause and says whether to go on. For the work itself, between two steps.
    #[must_use]
    pub fn go_on(&self) -> bool {
        let (state, changed) = &*self.state;
        let mut wish = state.lock().unwrap_or_else(PoisonError::into_inner);
        while *wish == Wish::Pause {
            wish = changed.wait_timeout(wish, NAP).unwrap_or_else(PoisonError::into_inner).0;
        }
        *wish == Wish::Run
    }

    fn wish(&self, new: Wish) {
        let (state, changed) = &*self.state;
        let mut wish = state.lock().unwrap_or_else(PoisonError::into_inner);
        if *wish != Wish::Stop {
            *wish = new;
        }
        changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paused_work_waits_and_cancelled_work_stays_so() {
        let control = Control::new();
        control.pause();
        let other = control.clone();
        let work = std::thread::spawn(move || other.go_on());
        assert!(control.is_paused() && !work.is_finished());
        control.resume();
        assert!(work.join().unwrap());
        control.cancel();
        control.resume();
        assert!(!control.go_on() && control.is_cancelled());
    }
}
