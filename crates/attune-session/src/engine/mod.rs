//! The state of a session and everything that may be done to it.

mod browse;
mod calibration;
mod camera;
mod clock;
mod data;
mod feedback;
mod feedback_log;
mod library;
mod listing;
mod mood;
mod opened;
mod past;
mod playback;
mod playing;
mod pool_build;
mod queue;
mod ranking;
mod senses;
mod session_shelf;
mod shelf;
mod sleep;
mod stated;
mod taste;
mod undo;
mod unsaved;

pub(crate) use library::PORTION;
pub use library::{OWN_MUSIC, SERVERS, SOUNDSCAPES};
pub use listing::Listing;
pub use playback::PlayerRequest;
pub use pool_build::{Background, BuiltPool, PoolBuild};

use crate::view::{AppState, Banner, CameraView, MoodView, SenseView, Severity, UiEvent};
use attune_core::mood::{Calibration, CalibrationProblem, Pace};
use attune_core::player::ResumePoint;
use attune_core::ports::Archive;
use attune_core::rank::Pool;
use attune_core::taste::{ShelfRecords, StatedPreferences};
use attune_core::{AppError, ErrorCode, MoodTracker, Sense, Settings, Timestamp, Track, TrackId};
use clock::EstimationClock;
use feedback_log::FeedbackLog;
use opened::OpenedTracks;
use past::Brought;
use playback::Playback;
use queue::Queue;
use shelf::Shelf;
use std::collections::BTreeMap;
use unsaved::Unsaved;

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

/// The one owner of a session's state.
pub struct Engine {
    version: String,
    seed: u64,
    archive: Box<dyn Archive>,
    settings: Settings,
    tracker: MoodTracker,
    shelves: Vec<Shelf>,
    /// Changes whenever the shelves do.
    catalogue_version: u64,
    feedback: FeedbackLog,
    pool: Pool,
    /// What the listener said outright of what they like.
    preferences: StatedPreferences,
    /// What they heard elsewhere.
    past: Vec<Brought>,
    /// What shelves keep of their tracks, by the shelf's id.
    records: BTreeMap<String, ShelfRecords>,
    /// Whether the pool does not know yet what they heard.
    past_is_new: bool,
    /// Makes pools elsewhere, if anybody does.
    background: Option<Background>,
    /// Counts pools begun: an older one that arrives late is not wanted.
    builds: u64,
    queue: Queue,
    /// Tracks of files that the listener opened and that are in none of their folders.
    opened: OpenedTracks,
    playback: Playback,
    /// When the music stops by itself.
    sleep: Option<sleep::Sleep>,
    /// Where the listener stopped the last time, until its track is there or they do something else.
    pending_resume: Option<ResumePoint>,
    /// The track of the resume point that is written down.
    kept_resume: Option<TrackId>,
    undo: Vec<undo::Undo>,
    clock: EstimationClock,
    /// Minutes that the listener's clock is ahead of universal time.
    utc_offset: i32,
    camera: CameraView,
    /// In the order of [`Sense::ALL`].
    senses: [SenseView; Sense::ALL.len()],
    looks: Vec<Timestamp>,
    recorded: Option<mood::Recorded>,
    /// What the history has of the corrections that hold.
    correction_entries: Vec<mood::CorrectionEntry>,
    /// The mood last sent out: only what a window would show differently is sent again.
    sent_mood: Option<MoodView>,
    /// Five seconds of a neutral face in progress.
    calibration: Option<Calibration>,
    /// Why the last attempt at them stored nothing.
    calibration_problem: Option<CalibrationProblem>,
    banners: Vec<Banner>,
    unsaved: Unsaved,
    /// Whether something may be left of removed catalogues.
    has_leftovers: bool,
    out: Vec<UiEvent>,
}

impl Engine {
    /// An engine over what the archive holds, with its first queue.
    #[must_use]
    pub fn new(archive: Box<dyn Archive>, options: EngineOptions, now: Timestamp) -> Self {
        Self::with_background(archive, options, None, now)
    }

    /// The same where pools are made elsewhere: nothing that takes long is read here.
    #[must_use]
    pub fn with_background(
        archive: Box<dyn Archive>,
        options: EngineOptions,
        background: Option<Background>,
        now: Timestamp,
    ) -> Self {
        let settings = archive.settings();
        let mut engine = Self {
            version: options.version,
            seed: options.seed,
            tracker: MoodTracker::new(Pace::new(settings.pace)),
            settings,
            archive,
            shelves: Vec::new(),
            catalogue_version: 0,
            feedback: FeedbackLog::default(),
            pool: Pool::default(),
            preferences: StatedPreferences::default(),
            past: Vec::new(),
            records: BTreeMap::new(),
            past_is_new: false,
            background,
            builds: 0,
            queue: Queue::default(),
            opened: OpenedTracks::default(),
            playback: Playback::default(),
            sleep: None,
            pending_resume: None,
            kept_resume: None,
            undo: Vec::new(),
            clock: EstimationClock::default(),
            utc_offset: 0,
            camera: CameraView::off(),
            senses: Sense::ALL.map(SenseView::off),
            looks: Vec::new(),
            recorded: None,
            correction_entries: Vec::new(),
            sent_mood: None,
            calibration: None,
            calibration_problem: None,
            banners: Vec::new(),
            unsaved: Unsaved::default(),
            has_leftovers: true,
            out: Vec::new(),
        };
        options.warnings.into_iter().for_each(|w| engine.warn(w));
        engine.expect_the_disk();
        engine.estimation_time(now);
        engine.load(options.starter.into(), now);
        engine.restore_correction(now);
        engine.first_pool(now);
        engine.out.clear();
        engine
    }

    /// The whole picture.
    pub fn state(&mut self, now: Timestamp) -> AppState {
        AppState {
            version: self.version.clone(),
            mood: self.mood_view(now),
            camera: self.camera.clone(),
            senses: self.senses.to_vec(),
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

    /// Sends all of it again, for a window that may have missed something.
    pub fn resend(&mut self, now: Timestamp) {
        let mood = self.mood_view(now);
        self.out.push(UiEvent::Mood(mood));
        self.out.push(UiEvent::Camera(self.camera.clone()));
        self.out.push(UiEvent::Senses(self.senses.to_vec()));
        self.out.push(UiEvent::Settings(self.settings.clone()));
        self.out.push(UiEvent::Catalogues(self.catalogue_infos()));
        self.queue_changed(now);
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
        tracing::warn!("{}", error.for_log());
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
mod sequences;
#[cfg(test)]
mod tests;
