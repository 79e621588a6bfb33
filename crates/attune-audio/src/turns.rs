//! How many files are listened to at a time, so that memory stays bounded however many threads ask.

use crate::AudioError;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Each file takes about 18 MB (`attune-cli listen --jobs`), the program with ONNX Runtime about 45: together they stay
/// well below 200.
pub const FILES_AT_ONCE: usize = 6;

/// How often one who waits is asked whether to go on.
const ASK: Duration = Duration::from_millis(100);

static LISTENING: Mutex<usize> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

/// The right to listen to a file, until dropped.
pub(crate) struct Turn(());

impl Turn {
    /// Waits for one. Fails with `audio_stopped` when it is not to go on.
    pub(crate) fn take(go_on: &dyn Fn() -> bool) -> Result<Self, AudioError> {
        let mut listening = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        while *listening >= FILES_AT_ONCE {
            (listening, _) = FREE.wait_timeout(listening, ASK).unwrap_or_else(PoisonError::into_inner);
            if !go_on() {
                return Err(AudioError::Stopped);
            }
        }
        *listening += 1;
        Ok(Self(()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *LISTENING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREE.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn no_more_than_agreed_listen_at_once_and_all_have_their_turn() {
        let (now, most, done) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..3 * FILES_AT_ONCE {
                scope.spawn(|| {
                    let turn = Turn::take(&|| true).unwrap();
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    // With more than one at a time, somebody else comes while this one is at it.
                    while most.load(Ordering::SeqCst) < 2 {
                        thread::yield_now();
                    }
                    now.fetch_sub(1, Ordering::SeqCst);
                    done.fetch_add(1, Ordering::SeqCst);
                    drop(turn);
                });
            }
        });
        assert_eq!(done.into_inner(), 3 * FILES_AT_ONCE);
        assert!((2..=FILES_AT_ONCE).contains(&most.into_inner()));
        let all: Vec<Turn> = (0..FILES_AT_ONCE).map(|_| Turn::take(&|| true).unwrap()).collect();
        assert_eq!(Turn::take(&|| false).err(), Some(AudioError::Stopped));
        drop(all);
    }
}
