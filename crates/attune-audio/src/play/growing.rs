//! Files that are still on their way, as whoever brings them and the player see each other.

use attune_core::AppError;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use symphonia::core::io::MediaSource;

/// A file that may still be on its way. Reading and going to a place wait for bytes that are not there yet, and fail where
/// these do not come. An [`AppError`] inside the error is what the listener is told.
pub trait Growing: Read + Seek + Send + Sync {
    /// The ending that the file's name would have, such as `flac`.
    fn extension(&self) -> Option<&str>;

    /// The same file at its start, with a place of its own.
    fn again(&self) -> io::Result<Box<dyn Growing>>;

    /// Waits until all of it is there.
    fn wait_whole(&mut self) -> Result<(), AppError>;

    /// How many bytes there are in all, where that is known without waiting.
    fn byte_len(&self) -> Option<u64>;

    /// Whether a place far ahead comes without all that lies before it.
    fn can_jump(&self) -> bool {
        false
    }
}

/// Begins to read a file, on a thread that may wait. What it gives stops waiting, with an error, once the player says so.
pub type Fetch = Box<dyn FnOnce(Stop) -> Result<Box<dyn Growing>, AppError> + Send>;

/// What the player and whoever reads a file for it tell each other. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<Told>);

#[derive(Debug, Default)]
struct Told {
    given_up: AtomicBool,
    complaint: Mutex<Option<AppError>>,
}

impl Stop {
    /// Whether nobody wants the file any more.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.given_up.load(Ordering::Relaxed)
    }

    /// Why nothing comes, or none where something does; it is waited for all the same. The listener is told if it is silent
    /// by then.
    pub fn complain(&self, error: Option<AppError>) {
        *self.0.complaint.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }

    /// What was complained of since this was asked last.
    pub(crate) fn complaint(&self) -> Option<AppError> {
        self.0.complaint.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Nobody wants the file any more.
    pub(crate) fn set(&self) {
        self.0.given_up.store(true, Ordering::Relaxed);
    }
}

/// A file that is read from front to back only: going to its end would wait for all of it.
pub(crate) struct Unsearched(pub(crate) Box<dyn Growing>);

impl Read for Unsearched {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out)
    }
}

impl Seek for Unsearched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl MediaSource for Unsearched {
    fn is_seekable(&self) -> bool {
        false
    }

    fn byte_len(&self) -> Option<u64> {
        self.0.byte_len()
    }
}

impl MediaSource for Box<dyn Growing> {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        self.as_ref().byte_len()
    }
}
