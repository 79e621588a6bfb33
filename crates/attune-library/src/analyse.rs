//! Listening to the library in the background.
//!
//! How a recording is listened to is the caller's: this crate knows what still has to be heard, what became of it,
//! and how to keep the work out of the listener's way.

mod pace;
mod rows;

use crate::control::Control;
use crate::error::LocalError;
use crate::library::Library;
use crate::path::shown;
use attune_core::{AnalysisVersions, AppError, ErrorCode, Timestamp, TrackAnalysis, TrackId};
use pace::Pace;
use serde::Serialize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// The most files listened to at a time; each takes about 15 MB.
const MOST_THREADS: usize = 8;

/// How to listen.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisRequest {
    /// What is up to date.
    pub versions: AnalysisVersions,
    /// How many files at a time, 1 to 8.
    pub threads: usize,
    /// Share of the time that each thread works, in (0, 1]; the rest it sleeps.
    pub effort: f64,
}

/// A track to be listened to.
#[derive(Debug)]
pub struct Job<'j> {
    /// A file that holds it.
    pub path: &'j Path,
    /// What was measured before with the present version of the features, if only the model is another.
    pub features: Option<&'j [u8]>,
}

/// Why nothing was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnalysed {
    /// It lies with the file: this is remembered, and the file not tried again until it or the versions change. Only
    /// what the system could not read (`audio_unreadable`) says nothing of the file: it waits for the next time.
    File(AppError),
    /// Nothing can be heard in any file: the work ends with this.
    All(AppError),
}

/// How a file is listened to: gets it, and a function to ask often whether to go on.
pub type Hear<'h> = dyn Fn(&Job, &dyn Fn() -> bool) -> Result<TrackAnalysis, NotAnalysed> + Sync + 'h;

/// How far the listening is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AnalyseProgress {
    /// Tracks heard in this run.
    pub heard: u32,
    /// Tracks in this run in which nothing could be heard.
    pub failed: u32,
    /// Tracks that still wait, of those that waited at the beginning.
    pub waiting: u32,
    /// The track that was done last.
    pub track: TrackId,
    /// Its file, as people read its path.
    pub file: String,
}

/// What the listening came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AnalyseReport {
    /// Tracks heard.
    pub heard: u32,
    /// Tracks in which nothing could be heard.
    pub failed: u32,
    /// Tracks whose files cannot be reached or read now; they still wait.
    pub away: u32,
    /// Whether it was cancelled before its end.
    pub cancelled: bool,
}

/// How much of the library was listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AnalysisCounts {
    /// Tracks heard with the present versions.
    pub heard: u32,
    /// Tracks in which nothing can be heard.
    pub failed: u32,
    /// Tracks that wait, those heard with other versions included.
    pub waiting: u32,
}

impl Library {
    /// Listens to every track that was not heard with these versions, the newest first, until none waits. Runs on the
    /// caller's thread and on as many more as were ordered.
    ///
    /// `hear` gets a file and a function to ask often whether to go on: it paces the work, waits out a pause, and
    /// says no when the work is cancelled, upon which `hear` should return soon, with whatever error. Each result
    /// is kept before the next file is opened. Fails with `library_analysing` while other work of this kind runs, and
    /// with what [`NotAnalysed::All`] carries.
    pub fn analyse(
        &self,
        request: &AnalysisRequest,
        control: &Control,
        now: &(dyn Fn() -> Timestamp + Sync),
        hear: &Hear,
        progress: &(dyn Fn(&AnalyseProgress) + Sync),
    ) -> Result<AnalyseReport, AppError> {
        let _alone = self.one_analysis()?;
        let waiting = self.analysis_counts(&request.versions)?.waiting;
        let state = Mutex::new(State { waiting, ..State::default() });
        let work =
            Work { library: self, request, control, now, hear, progress, cursor: Mutex::default(), state };
        let threads = request.threads.clamp(1, MOST_THREADS);
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|| work.run());
            }
            work.run();
        });
        let state = work.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let report = AnalyseReport { cancelled: control.is_cancelled(), ..state.report };
        state.trouble.map_or(Ok(report), Err)
    }

    /// How much of the library was listened to with these versions.
    pub fn analysis_counts(&self, versions: &AnalysisVersions) -> Result<AnalysisCounts, AppError> {
        Ok(rows::counts(&self.reader(), versions)?)
    }

    /// What was measured in a track, in the form in which it was given, if it was heard.
    pub fn features(&self, id: &TrackId) -> Result<Option<Vec<u8>>, AppError> {
        Ok(rows::features(&self.reader(), id)?)
    }

    /// Lets the next analysis try those again in which nothing could be heard.
    pub fn retry_unheard(&self) -> Result<(), AppError> {
        let forgotten = self.writer().execute("DELETE FROM analyses WHERE code IS NOT NULL", []);
        Ok(forgotten.map(drop).map_err(LocalError::from)?)
    }
}

/// What all threads share.
struct Work<'w> {
    library: &'w Library,
    request: &'w AnalysisRequest,
    control: &'w Control,
    now: &'w (dyn Fn() -> Timestamp + Sync),
    hear: &'w Hear<'w>,
    progress: &'w (dyn Fn(&AnalyseProgress) + Sync),
    cursor: Mutex<rows::Cursor>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Tracks that waited at the beginning and were not done since.
    waiting: u32,
    report: AnalyseReport,
    trouble: Option<AppError>,
}

/// A track that a thread has taken.
struct Taken {
    track: rows::Waiting,
    path: PathBuf,
}

impl Work<'_> {
    fn run(&self) {
        while self.go_on() {
            let done = self.take().and_then(|taken| taken.map(|t| self.one(&t)).transpose());
            match done {
                Ok(Some(())) => {}
                Ok(None) => return,
                Err(trouble) => {
                    self.state().trouble.get_or_insert(trouble);
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn go_on(&self) -> bool {
        self.control.go_on() && self.state().trouble.is_none()
    }

    /// The next track with a file that can be reached; none when no more wait, or the work is to end.
    fn take(&self) -> Result<Option<Taken>, AppError> {
        let go_on = || !self.control.is_cancelled();
        let mut cursor = self.cursor.lock().unwrap_or_else(PoisonError::into_inner);
        while go_on() {
            let next = cursor.next(self.library, &self.request.versions, &go_on)?;
            let Some(track) = next else { return Ok(None) };
            match self.library.path_of(&track.id) {
                Ok(path) => return Ok(Some(Taken { track, path })),
                Err(_) => self.state().report.away += 1,
            }
        }
        Ok(None)
    }

    fn one(&self, taken: &Taken) -> Result<(), AppError> {
        let Taken { track, path } = taken;
        let features = rows::known_features(&self.library.lookups(), track.row, &self.request.versions)?;
        let pace = Pace::new(self.request.effort);
        let go_on = || pace.keep(self.control) && self.go_on();
        let job = Job { path, features: features.as_deref() };
        let broke_off = || {
            let message =
                "It could not be decoded. Other players may still be able to play it. Try copying it again.";
            Err(NotAnalysed::File(AppError::new(ErrorCode::AudioDamaged, message)))
        };
        let heard =
            catch_unwind(AssertUnwindSafe(|| (self.hear)(&job, &go_on))).unwrap_or_else(|_| broke_off());
        if heard.is_err() && !self.go_on() {
            // Whatever it says, it was told to stop.
            return Ok(());
        }
        let outcome = match heard {
            Ok(heard) => Ok(heard),
            Err(NotAnalysed::File(problem)) if problem.code == ErrorCode::AudioUnreadable => {
                // A disk that failed half-way: this run has passed the track and does not try it again.
                self.state().report.away += 1;
                return Ok(());
            }
            Err(NotAnalysed::File(problem)) => Err(problem),
            Err(NotAnalysed::All(trouble)) => return Err(trouble),
        };
        rows::keep(&self.library.writer(), track, &self.request.versions, &outcome, (self.now)())?;
        self.done(taken, outcome.is_ok());
        Ok(())
    }

    /// Counts a track that is done, and tells of it.
    fn done(&self, taken: &Taken, heard: bool) {
        let mut state = self.state();
        let count = if heard { &mut state.report.heard } else { &mut state.report.failed };
        *count += 1;
        state.waiting = state.waiting.saturating_sub(1);
        let progress = AnalyseProgress {
            heard: state.report.heard,
            failed: state.report.failed,
            waiting: state.waiting,
            track: taken.track.id.clone(),
            file: shown(&taken.path),
        };
        drop(state);
        (self.progress)(&progress);
    }
}

#[cfg(test)]
mod tests;
