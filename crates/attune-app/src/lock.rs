//! Locks whose state is whole at any time.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a panic elsewhere has left is as good as ever: each change here is a whole one.
pub(crate) fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
