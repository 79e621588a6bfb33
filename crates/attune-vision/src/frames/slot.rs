//! A place for one picture between whoever takes it and its reader.
//!
//! A picture is copied into it only when the reader waits for one: between two looks the camera's pictures cost nothing.

use attune_core::AppError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What a reader got.
#[derive(Debug)]
pub(super) enum Taken<T> {
    /// The first item since it was asked for.
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
    wanted: bool,
    closed: Option<AppError>,
    stopping: bool,
}

impl<T> Slot<T> {
    /// An empty one; the first item is wanted.
    pub(super) fn new() -> Self {
        let inside = Inside { item: None, wanted: true, closed: None, stopping: false };
        Self { inside: Mutex::new(inside), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `ready` or the time is over.
    fn wait(&self, limit: Duration, ready: impl Fn(&Inside<T>) -> bool) -> MutexGuard<'_, Inside<T>> {
        let waited = self.changed.wait_timeout_while(self.lock(), limit, |inside| !ready(inside));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Offers an item, which is made only if somebody wants it. `false` when the reader has gone.
    pub(super) fn offer(&self, make: impl FnOnce() -> T) -> bool {
        let mut inside = self.lock();
        if inside.wanted && !inside.stopping {
            inside.item = Some(make());
            inside.wanted = false;
            self.changed.notify_all();
        }
        !inside.stopping
    }

    /// Says that nothing more will come.
    pub(super) fn close(&self, why: AppError) {
        self.lock().closed.get_or_insert(why);
        self.changed.notify_all();
    }

    /// Takes the item out, waiting for one.
    pub(super) fn take(&self, limit: Duration) -> Taken<T> {
        self.lock().wanted = true;
        self.changed.notify_all();
        let mut inside = self.wait(limit, |i| i.item.is_some() || i.closed.is_some());
        inside.wanted = false;
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

    /// Waits until an item is wanted, for at most `limit`; false once no other one will be.
    pub(super) fn wait_wanted(&self, limit: Duration) -> bool {
        let inside = self.wait(limit, |i| (i.wanted && i.item.is_none()) || i.stopping || i.closed.is_some());
        !inside.stopping && inside.closed.is_none()
    }

    /// Tells the writer to stop at its next item.
    pub(super) fn ask_to_stop(&self) {
        self.lock().stopping = true;
        self.changed.notify_all();
    }

    /// Waits until the writer has closed the slot, for at most `limit`; whether it has.
    pub(super) fn wait_closed(&self, limit: Duration) -> bool {
        self.wait(limit, |i| i.closed.is_some()).closed.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;
    use std::sync::Arc;
    use std::thread;

    const SOON: Duration = Duration::from_millis(20);

    #[test]
    fn only_what_is_wanted_is_made_and_what_lies_there_comes_before_the_end() {
        let slot = Slot::new();
        assert!(matches!(slot.take(SOON), Taken::Nothing));
        assert!(slot.offer(|| -> i32 { panic!("nobody waits") }), "the reader gave up waiting");
        let slot = Slot::new();
        assert!(slot.offer(|| 1), "the first is wanted");
        assert!(slot.offer(|| panic!("one lies there")));
        slot.close(AppError::new(ErrorCode::CameraLost, "gone"));
        slot.close(AppError::new(ErrorCode::CameraStuck, "later reasons do not count"));
        assert_eq!(slot.wait_filled(SOON), Some(Ok(())));
        assert!(matches!(slot.take(SOON), Taken::Item(1)));
        assert!(matches!(slot.take(SOON), Taken::Closed(e) if e.code == ErrorCode::CameraLost));
    }

    #[test]
    fn a_waiting_reader_gets_the_next_item_and_its_writer_hears_when_it_goes() {
        let slot = Arc::new(Slot::new());
        let theirs = Arc::clone(&slot);
        let writer = thread::spawn(move || {
            for number in 0.. {
                if !theirs.offer(|| number) {
                    break;
                }
                thread::sleep(Duration::from_millis(1));
            }
            theirs.close(AppError::new(ErrorCode::CameraLost, "stopped"));
        });
        let mut numbers = Vec::new();
        while numbers.len() < 3 {
            if let Taken::Item(number) = slot.take(Duration::from_secs(10)) {
                numbers.push(number);
            }
            thread::sleep(Duration::from_millis(5));
        }
        assert!(numbers.is_sorted() && numbers[2] > numbers[1], "{numbers:?}");
        slot.ask_to_stop();
        assert!(slot.wait_closed(Duration::from_mins(1)));
        writer.join().unwrap();
    }
}
