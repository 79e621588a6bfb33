//! The state of a session and everything that may be done to it.

mod browse;
mod calibration;
mod camera;
mod data;
mod library;
mod mood;
mod playback;
mod playlist;
mod queue;
mod session_shelf;
mod stated;
mod taste;
mod undo;

pub use library::{LibraryQuery, OWN_MUSIC};
pub use playback::PlayerRequest;

use crate::view::{AppState, Banner, CameraState, CameraView, MoodView, Severity, UiEvent};
use attune_core::catalogue::CatalogueInfo;
use attune_core::mood::{Calibration, CalibrationProblem, Pace};
use attune_core::ports::Archive;
use attune_core::rank::Pool;
use attune_core::taste::StatedPreferences;
use attune_core::{AppError, ErrorCode, Feedback, MoodTracker, Settings, Timestamp, Track};
use playlist::Playlist;
use std::sync::Arc;

/// What an engine is made with.
#[derive(Debug, Clone)]
pub struct EngineOptions {
    /// Shown in the window.
    pub version: String,
    /// Breaks ties in the ranking; equal seeds and inputs give equal events.
    pub seed: u64,
    /// The starter catalogue's tracks.
    pub starter: Vec<Track>,
    /// What went wrong before the engine was made, to be shown.
    pub warnings: Vec<AppError>,
}

/// A catalogue with its tracks in memory.
struct Shelf {
    info: CatalogueInfo,
    tracks: Vec<Arc<Track>>,
    /// Here for this session only: neither its tracks nor what is said of them is kept or learned from.
    session_only: bool,
}

/// The one owner of a session's state.
pub struct Engine {
    version: String,
    seed: u64,
    archive: Box<dyn Archive>,
    settings: Settings,
    tracker: MoodTracker,
    shelves: Vec<Shelf>,
    feedback: Vec<(u32, Feedback)>,
    /// What was said in this session of tracks on a session shelf.
    session_feedback: Vec<(u32, Feedback)>,
    pool: Pool,
    /// What the listener said outright of what they like.
    preferences: StatedPreferences,
    playlist: Playlist,
    playback: playback::Playback,
    undo: Vec<undo::Undo>,
    /// Minutes that the listener's clock is ahead of universal time.
    utc_offset: i32,
    camera: CameraView,
    looks: Vec<Timestamp>,
    recorded: Option<mood::Recorded>,
    /// The mood last sent out: only what a window would show differently is sent again.
    sent_mood: Option<MoodView>,
    /// Five seconds of a neutral face in progress.
    calibration: Option<Calibration>,
    /// Why the last attempt at them stored nothing.
    calibration_problem: Option<CalibrationProblem>,
    banners: Vec<Banner>,
    out: Vec<UiEvent>,
}

impl Engine {
    /// An engine over what the archive holds, with its first queue.
    #[must_use]
    pub fn new(archive: Box<dyn Archive>, options: EngineOptions, now: Timestamp) -> Self {
        let settings = archive.settings();
        let mut engine = Self {
            version: options.version,
            seed: options.seed,
            tracker: MoodTracker::new(Pace::new(settings.pace)),
            settings,
            archive,
            shelves: Vec::new(),
            feedback: Vec::new(),
            session_feedback: Vec::new(),
            pool: Pool::default(),
            preferences: StatedPreferences::default(),
            playlist: Playlist::default(),
            playback: playback::Playback::new(None),
            undo: Vec::new(),
            utc_offset: 0,
            camera: CameraView { state: CameraState::Off, name: None, frames_per_second: 0.0, error: None },
            looks: Vec::new(),
            recorded: None,
            sent_mood: None,
            calibration: None,
            calibration_problem: None,
            banners: Vec::new(),
            out: Vec::new(),
        };
        options.warnings.into_iter().for_each(|w| engine.warn(w));
        engine.load_shelves(options.starter);
        engine.load_feedback();
        engine.load_learned();
        engine.load_stated();
        engine.load_resume_point();
        engine.rebuild_pool(now);
        engine.out.clear();
        engine
    }

    /// The whole picture.
    pub fn state(&mut self, now: Timestamp) -> AppState {
        AppState {
            version: self.version.clone(),
            mood: self.mood_view(now),
            camera: self.camera.clone(),
            policy: self.policy_view(now),
            calibration: self.calibration_view(now),
            mood_learning: self.mood_learning(),
            queue: self.queue_view(),
            playback: self.playback_view(),
            catalogues: self.catalogue_infos(),
            settings: self.settings.clone(),
            banners: self.banners.clone(),
        }
    }

    /// What has changed since the last call.
    pub fn drain(&mut self) -> Vec<UiEvent> {
        std::mem::take(&mut self.out)
    }

    /// Puts an event of another part (an import, say) into the stream.
    pub fn emit(&mut self, event: UiEvent) {
        self.out.push(event);
    }

    /// Shows an error until the listener closes it; the same code is shown once.
    pub fn warn(&mut self, error: AppError) {
        tracing::warn!(code = %error.code, "{}", error.message);
        self.banners.retain(|b| b.error.code != error.code);
        self.banners.push(Banner { error, severity: Severity::Warning });
        self.out.push(UiEvent::Banners(self.banners.clone()));
    }

    /// Closes a banner.
    pub fn dismiss_banner(&mut self, code: ErrorCode) {
        self.banners.retain(|b| b.error.code != code);
        self.out.push(UiEvent::Banners(self.banners.clone()));
    }

    /// Closes the banners of what no longer holds.
    fn take_back_warnings(&mut self, codes: &[ErrorCode]) {
        for code in codes {
            if self.banners.iter().any(|b| b.error.code == *code) {
                self.dismiss_banner(*code);
            }
        }
    }

    /// Shows what failed and goes on without its value.
    fn or_warn<T>(&mut self, result: Result<T, AppError>) -> Option<T> {
        result.map_err(|e| self.warn(e)).ok()
    }
}

#[cfg(test)]
mod tests;
