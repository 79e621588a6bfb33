//! How far a song is that is being loaded: written by the thread that loads it, waited for by its readers.

use crate::error::SubsonicError;
use crate::parts::Parts;
use crate::sync::locked;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// Asked again and again while a reader waits, and before each read: whether it is given up. Hears for how long nothing
/// has come.
pub type GivenUp = Arc<dyn Fn(Duration) -> bool + Send + Sync>;

/// How often that is asked.
const NAP: Duration = Duration::from_millis(50);

/// How far a song is.
#[derive(Debug)]
pub(crate) struct Progress {
    /// What is in the file.
    pub(crate) parts: Parts,
    /// The place that was waited for last.
    pub(crate) asked: Option<u64>,
    /// Whether the server sends a part of a file when it is asked for one.
    pub(crate) ranges: bool,
    /// Bytes in all, where the server says.
    pub(crate) total: Option<u64>,
    /// How it ended.
    pub(crate) end: Option<Result<(), SubsonicError>>,
    /// A whole file that did not get into the cache lasts as long as this.
    pub(crate) passing: Option<NamedTempFile>,
}

/// A song being loaded. Its thread and everybody who waits for it hold one.
#[derive(Debug)]
pub(crate) struct Download {
    progress: Mutex<Progress>,
    changed: Condvar,
    path: PathBuf,
    /// How long a reader waits without news.
    patience: Duration,
}

impl Download {
    /// One that has just begun, into the file at `path`.
    pub(crate) fn new(path: &Path, patience: Duration) -> Self {
        let progress = Progress {
            parts: Parts::default(),
            asked: None,
            ranges: false,
            total: None,
            end: None,
            passing: None,
        };
        Self { progress: Mutex::new(progress), changed: Condvar::new(), path: path.to_owned(), patience }
    }

    /// The file as it grows. Fails where it was renamed already: it is whole then.
    pub(crate) fn file(&self) -> io::Result<File> {
        File::open(&self.path)
    }

    /// Waits until the progress answers `enough`, and gives that; a server that is silent for too long ends the wait with
    /// `server_interrupted`, and so does who gives it up.
    pub(crate) fn wait<T>(
        &self,
        given_up: Option<&GivenUp>,
        enough: impl Fn(&Progress) -> Option<T>,
    ) -> Result<T, SubsonicError> {
        let mut progress = locked(&self.progress);
        let mut heard = (progress.parts.bytes(), Instant::now());
        loop {
            if let Some(answer) = enough(&progress) {
                return Ok(answer);
            }
            if let Some(Err(error)) = &progress.end {
                return Err(error.clone());
            }
            if progress.parts.bytes() != heard.0 {
                heard = (progress.parts.bytes(), Instant::now());
            }
            let silent = heard.1.elapsed();
            let left = self.patience.saturating_sub(silent);
            if left.is_zero() || given_up.is_some_and(|given_up| given_up(silent)) {
                return Err(SubsonicError::Interrupted);
            }
            let left = if given_up.is_some() { left.min(NAP) } else { left };
            progress = self.changed.wait_timeout(progress, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Bytes in the file from its start on.
    pub(crate) fn written(&self) -> u64 {
        locked(&self.progress).parts.beginning()
    }

    /// Looks at the progress.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&Progress) -> T) -> T {
        at(&locked(&self.progress))
    }

    /// Says that a reader waits for a byte, unless it is here.
    pub(crate) fn ask(&self, place: u64) {
        let mut progress = locked(&self.progress);
        if progress.parts.end_of(place).is_none() {
            progress.asked = Some(place);
        }
    }

    /// Bytes in all, where the server says.
    pub(crate) fn total(&self) -> Option<u64> {
        locked(&self.progress).total
    }

    /// Changes the progress and wakes whoever waits for it.
    pub(crate) fn change(&self, with: impl FnOnce(&mut Progress)) {
        with(&mut locked(&self.progress));
        self.changed.notify_all();
    }
}
