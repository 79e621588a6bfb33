//! The file that a container's reader gets. What the system cannot read is remembered, since container readers take a
//! failure in the middle for the end of the file, or for damage, and go on behind it.

use crate::AudioError;
use attune_core::AppError;
use std::io::{Read, Result, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};
use symphonia::core::io::MediaSource;

/// What was said when it could not be read. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Trouble(Arc<Mutex<Option<AudioError>>>);

impl Trouble {
    /// What was said, if anything since the file was opened.
    pub(super) fn said(&self) -> Option<AudioError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, problem: &std::io::Error) {
        if problem.kind() != std::io::ErrorKind::Interrupted {
            let known = problem.get_ref().and_then(|inner| inner.downcast_ref::<AppError>());
            let error = match known {
                Some(error) => AudioError::Source(error.clone()),
                None => AudioError::Unreadable { detail: problem.to_string() },
            };
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        }
    }
}

/// Something to read that notes its trouble.
pub(super) struct Source<S> {
    inner: S,
    trouble: Trouble,
}

impl<S> Source<S> {
    pub(super) fn new(inner: S, trouble: Trouble) -> Self {
        Self { inner, trouble }
    }
}

impl<S: Read> Read for Source<S> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        self.inner.read(out).inspect_err(|problem| self.trouble.note(problem))
    }
}

impl<S: Seek> Seek for Source<S> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.inner.seek(to)
    }
}

impl<S: MediaSource> MediaSource for Source<S> {
    fn is_seekable(&self) -> bool {
        self.inner.is_seekable()
    }

    fn byte_len(&self) -> Option<u64> {
        self.inner.byte_len()
    }
}

/// The bytes from a place on, so many at the most.
pub(super) fn take_at(file: &mut (impl Read + Seek), at: u64, most: u64) -> Result<Vec<u8>> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    Read::take(&mut *file, most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
