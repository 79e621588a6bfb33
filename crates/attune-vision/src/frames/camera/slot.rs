//! A place for one picture between the camera's thread and its reader: the newest wins, nobody waits to put one in.

use attune_core::AppError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What a reader got.
#[derive(Debug)]
pub(super) enum Taken<T> {
    /// The newest item.
    Item(T),
    /// Nothing came in time.
    Nothing,
    /// Nothing more will come.
    Closed(AppError),
}

#[derive(Debug)]
pub(super) struct Slot<T> {
    inside: Mutex<Inside<T>>,
    changed: Condvar,
}

#[derive(Debug)]
struct Inside<T> {
    item: Option<T>,
    closed: Option<AppError>,
    stopping: bool,
}

impl<T> Slot<T> {
    pub(super) fn new() -> Self {
        Self {
            inside: Mutex::new(Inside { item: None, closed: None, stopping: false }),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `ready` or the time is over.
    fn wait(&self, limit: Duration, ready: impl Fn(&Inside<T>) -> bool) -> MutexGuard<'_, Inside<T>> {
        let waited = self.changed.wait_timeout_while(self.lock(), limit, |inside| !ready(inside));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Puts an item in, over an older one. `false` when the reader has gone.
    pub(super) fn put(&self, item: T) -> bool {
        let mut inside = self.lock();
        inside.item = Some(item);
        self.changed.notify_all();
        !inside.stopping
    }

    /// Says that nothing more will come.
    pub(super) fn close(&self, why: AppError) {
        self.lock().closed.get_or_insert(why);
        self.changed.notify_all();
    }

    /// Takes the item out, waiting for one.
    pub(super) fn take(&self, limit: Duration) -> Taken<T> {
        let mut inside = self.wait(limit, |i| i.item.is_some() || i.closed.is_some());
        match (inside.item.take(), &inside.closed) {
            (Some(item), _) => Taken::Item(item),
            (None, Some(why)) => Taken::Closed(why.clone()),
            (None, None) => Taken::Nothing,
        }
    }

    /// Waits for the first item and leaves it there; none when the time is over.
    pub(super) fn wait_filled(&self, limit: Duration) -> Option<Result<(), AppError>> {
        let inside = self.wait(limit, |i| i.item.is_some() || i.closed.is_some());
        match (&inside.item, &inside.closed) {
            (Some(_), _) => Some(Ok(())),
            (None, Some(why)) => Some(Err(why.clone())),
            (None, None) => None,
        }
    }

    /// Tells the writer to stop at its next item.
    pub(super) fn ask_to_stop(&self) {
        self.lock().stopping = true;
    }

    /// Waits until the writer has closed the slot, for at most `limit`.
    pub(super) fn wait_closed(&self, limit: Duration) {
        drop(self.wait(limit, |i| i.closed.is_some()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    const SOON: Duration = Duration::from_millis(20);

    #[test]
    fn the_newest_wins_and_what_lies_there_comes_before_the_end() {
        let slot = Slot::new();
        assert!(matches!(slot.take(SOON), Taken::Nothing));
        assert!(slot.put(1) && slot.put(2));
        slot.close(AppError::new("camera_lost", "gone"));
        slot.close(AppError::new("other", "later reasons do not count"));
        assert_eq!(slot.wait_filled(SOON), Some(Ok(())));
        assert!(matches!(slot.take(SOON), Taken::Item(2)));
        assert!(matches!(slot.take(SOON), Taken::Closed(e) if e.code == "camera_lost"));
    }

    #[test]
    fn a_writer_hears_that_its_reader_has_gone() {
        let slot = Arc::new(Slot::new());
        let theirs = Arc::clone(&slot);
        let writer = thread::spawn(move || {
            while theirs.put(0) {
                thread::sleep(Duration::from_millis(1));
            }
            theirs.close(AppError::new("camera_lost", "stopped"));
        });
        slot.ask_to_stop();
        slot.wait_closed(Duration::from_secs(10));
        writer.join().unwrap();
    }
}
