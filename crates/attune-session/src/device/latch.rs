//! Something that happens once, and can be waited for.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Latch {
    happened: Mutex<bool>,
    changed: Condvar,
}

impl Latch {
    /// A poisoned lock means that a thread died while it held a flag, which is valid at every step.
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.happened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set(&self) {
        *self.lock() = true;
        self.changed.notify_all();
    }

    /// Sets it when the guard goes, however that comes about.
    pub(crate) fn set_on_drop(&self) -> impl Drop + '_ {
        struct Guard<'a>(&'a Latch);
        impl Drop for Guard<'_> {
            fn drop(&mut self) {
                self.0.set();
            }
        }
        Guard(self)
    }

    pub(crate) fn is_set(&self) -> bool {
        *self.lock()
    }

    /// Waits until it has happened, for at most `limit`; whether it has.
    pub(crate) fn wait(&self, limit: Duration) -> bool {
        let waited = self.changed.wait_timeout_while(self.lock(), limit, |happened| !*happened);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_waited_for_across_threads_and_through_panics() {
        let latch = Latch::default();
        assert!(!latch.wait(Duration::from_millis(1)));
        std::thread::scope(|s| {
            let dying = s.spawn(|| {
                let _guard = latch.set_on_drop();
                panic!("on purpose");
            });
            assert!(latch.wait(Duration::from_mins(1)));
            assert!(dying.join().is_err());
        });
        assert!(latch.is_set());
    }
}
