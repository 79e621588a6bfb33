//! `attune-cli listen`: what is heard in recordings, one JSON line each.

use attune_app::own_music::{Ear, RecordingAnalysis, Resources};
use attune_app::print;
use attune_core::AppError;
use clap::Args;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

/// Recordings.
#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// Files: MP3, MP2, FLAC, Ogg (Vorbis, Opus, FLAC), M4A (AAC, ALAC), AAC, WAV, AIFF
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Number of files to analyse at a time; one per processor core by default
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
}

/// A recording, as printed.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    #[serde(flatten)]
    heard: &'a RecordingAnalysis,
    took_ms: u64,
}

/// A file that could not be listened to, as printed.
#[derive(Serialize)]
struct Problem<'a> {
    file: String,
    error: &'a AppError,
}

impl Listen {
    /// Prints lines in the order in which files are done. Fails if no file could be listened to.
    pub(crate) fn run(self) -> Result<(), AppError> {
        let ear = Ear::open(&Resources::default())?;
        let (next, any) = (AtomicUsize::new(0), AtomicBool::new(false));
        let last = Mutex::new(None);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let jobs = self.jobs.unwrap_or(cores).clamp(1, self.files.len());
        thread::scope(|scope| {
            for _ in 0..jobs {
                scope.spawn(|| {
                    while let Some(file) = self.files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        match one(file, &ear) {
                            Ok(()) => any.store(true, Ordering::Relaxed),
                            Err(error) => *last.lock().unwrap_or_else(PoisonError::into_inner) = Some(error),
                        }
                    }
                });
            }
        });
        let problem = last.into_inner().unwrap_or_else(PoisonError::into_inner);
        problem.filter(|_| !any.into_inner()).map_or(Ok(()), Err)
    }
}

/// Listens to a file and prints what was heard, or why nothing was.
fn one(file: &Path, ear: &Ear) -> Result<(), AppError> {
    let started = Instant::now();
    let heard = ear.analyse(file);
    let took_ms = started.elapsed().as_millis() as u64;
    let name = file.display().to_string();
    match heard {
        Ok(heard) => print::json(&Line { file: name, heard: &heard, took_ms }),
        Err(error) => {
            print::json(&Problem { file: name, error: &error })?;
            Err(error)
        }
    }
}
