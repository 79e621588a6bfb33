//! Working a share of the time only: low priority that is the same on every system.

use crate::control::Control;
use std::cell::Cell;
use std::time::{Duration, Instant};

/// Work between two rests; shorter rests are not exact.
const STRETCH: Duration = Duration::from_millis(30);
/// The longest rest, so that a cancelled work ends soon.
const LONGEST: Duration = Duration::from_millis(400);

/// Watches how long one thread has worked.
pub(super) struct Pace {
    effort: f64,
    since: Cell<Instant>,
}

impl Pace {
    pub(super) fn new(effort: f64) -> Self {
        let effort = if effort.is_finite() { effort.clamp(0.05, 1.0) } else { 1.0 };
        Self { effort, since: Cell::new(Instant::now()) }
    }

    /// Rests when it is time to, and waits out a pause. Whether to go on.
    pub(super) fn keep(&self, control: &Control) -> bool {
        let worked = self.since.get().elapsed();
        if self.effort < 1.0 && worked >= STRETCH {
            std::thread::sleep(worked.mul_f64(1.0 / self.effort - 1.0).min(LONGEST));
            self.since.set(Instant::now());
        }
        if control.is_paused() {
            let go_on = control.go_on();
            self.since.set(Instant::now());
            return go_on;
        }
        !control.is_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_effort_rests_as_long_as_it_works() {
        let (pace, control) = (Pace::new(0.5), Control::new());
        std::thread::sleep(STRETCH);
        let before = Instant::now();
        assert!(pace.keep(&control));
        assert!(before.elapsed() >= STRETCH);
        control.cancel();
        assert!(!pace.keep(&control));
    }
}
