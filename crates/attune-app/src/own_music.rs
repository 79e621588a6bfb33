//! The listener's own music behind the window: scanned, watched and listened to in the background, and put before the
//! engine as a shelf.
//!
//! One thread scans, one listens; both tell the shelf and the window what changed. Listening rests while a scan runs,
//! so that new files can be seen soon, and both end within a second of being told to.

mod analysis;
mod export;
mod listening;
mod model;
mod scans;
mod shared;
mod shelf;
mod tracks;
mod view;

pub use attune_audio::RecordingAnalysis;
pub use attune_library::{
    AnalyseProgress, AnalysisRequest, Cells, Control, FolderEvent, FolderWatch, FolderWatchTiming, Library,
    PlaylistImport, Query, ScanProgress, Sort, Unreadable,
};
pub use export::Chosen;
pub use model::{Ear, Resources};
pub use tracks::{EvidenceView, KeyView, OwnPage, OwnQuery, OwnRow, OwnSort, TrackPage};
pub use view::{AddedFolder, FolderView, ListeningView, OwnMusicView, PassedOverKind, ScanView};

use crate::lock::held;
use attune_core::AppError;
use attune_core::time::Clock;
use attune_session::Session;
use scans::ScanRequest;
use shared::Shared;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, Weak};
use std::thread::JoinHandle;
use std::time::Duration;
use tracks::MoodOrder;

/// What the work is put together from.
pub struct Parts {
    /// The library.
    pub library: Library,
    /// Whose shelf it fills.
    pub session: Weak<Session>,
    /// Tells the time.
    pub clock: Clock,
    /// Where models are.
    pub resources: Resources,
    /// Gets each new picture of it, at most five times a second, on a thread of its own.
    pub notify: Box<dyn Fn(OwnMusicView) + Send>,
}

/// The listener's own music at work.
pub struct OwnMusic {
    shared: Arc<Shared>,
    requests: Sender<ScanRequest>,
    running: Mutex<Running>,
    /// What the table was last sorted by, and in which order: later pages continue the first.
    mood_order: Mutex<Option<(OwnQuery, Arc<MoodOrder>)>>,
}

/// What has to be ended.
#[derive(Default)]
struct Running {
    watch: Option<FolderWatch>,
    threads: Vec<JoinHandle<()>>,
}

impl OwnMusic {
    /// Starts the work: what is known goes on the shelf, then the folders are scanned and watched.
    #[must_use]
    pub fn start(parts: Parts) -> Self {
        let (requests, inbox) = channel();
        let shared = Shared::new(parts.library, parts.session, parts.clock, parts.notify);
        let own = Self { shared, requests, running: Mutex::default(), mood_order: Mutex::default() };
        own.shared.rest_as_before();
        let (shared, resources) = (own.shared.clone(), parts.resources);
        let wake = shared.listening.wakes();
        own.keep(std::thread::Builder::new().name("listening".into()).spawn(move || {
            analysis::run(&shared, &resources, &wake);
        }));
        let shared = own.shared.clone();
        own.keep(
            std::thread::Builder::new().name("scanning".into()).spawn(move || scans::run(&shared, &inbox)),
        );
        own.request(ScanRequest::Begin);
        own.watch(FolderWatchTiming::default());
        own
    }

    /// What is known of it now.
    pub fn view(&self) -> OwnMusicView {
        self.shared.view()
    }

    /// The library itself.
    pub fn library(&self) -> &Library {
        &self.shared.library
    }

    /// Adds a folder and scans it. With the first one, where nothing plays the queue yet, this computer is chosen to.
    pub fn add_folder(&self, path: &Path) -> Result<AddedFolder, AppError> {
        let first = self.library().folders()?.is_empty();
        let folder = self.library().add_folder(path, (self.shared.clock)())?;
        self.shared.refresh_folders();
        self.request(ScanRequest::Scan(vec![folder.id]));
        self.look();
        let chose_player = first && self.shared.choose_player();
        Ok(AddedFolder { path: folder.path, chose_player })
    }

    /// Adds the folders of a backup that are here, beside those that are known, and has them scanned. One that cannot be added
    /// is passed over.
    pub(crate) fn bring_back(&self, paths: &[String]) {
        let mut added = Vec::new();
        for path in paths.iter().map(Path::new).filter(|path| path.is_dir()) {
            match self.library().add_folder(path, (self.shared.clock)()) {
                Ok(folder) => added.push(folder.id),
                Err(error) => tracing::warn!("{}", error.for_log()),
            }
        }
        if !added.is_empty() {
            self.shared.refresh_folders();
            self.request(ScanRequest::Scan(added));
            self.look();
        }
    }

    /// Removes a folder with what is known of its tracks.
    pub fn remove_folder(&self, id: u32) -> Result<(), AppError> {
        self.library().remove_folder(id)?;
        self.shared.refresh_folders();
        self.shared.refresh_shelf();
        self.shared.listening.wake();
        self.look();
        Ok(())
    }

    /// Scans all folders; with `again` every file is read, also those that look unchanged.
    pub fn scan(&self, again: bool) {
        self.request(if again { ScanRequest::ReadAgain } else { ScanRequest::Scan(Vec::new()) });
    }

    /// Lets a running scan rest, or go on.
    pub fn pause_scan(&self, paused: bool) {
        self.shared.pause_scan(paused);
    }

    /// Lets the listening rest, or go on.
    pub fn pause_listening(&self, paused: bool) {
        self.shared.pause_listening(paused);
    }

    /// Forgets folders, tracks and what was heard. The engine has forgotten its shelves already.
    pub fn erase(&self) -> Result<(), AppError> {
        self.running().watch = None;
        let erased = self.shared.while_nothing_runs(|| self.library().erase());
        self.shared.refresh_folders();
        self.shared.refresh_shelf();
        self.shared.listening.wake();
        self.watch(FolderWatchTiming::default());
        erased
    }

    /// Ends all work: within about a second, what was done is kept.
    pub fn close(&self) {
        self.shared.stop();
        self.request(ScanRequest::Stop);
        let Running { watch, threads } = std::mem::take(&mut *self.running());
        drop(watch);
        for thread in threads {
            // A thread that panicked has ended, too.
            drop(thread.join());
        }
    }

    fn keep(&self, thread: std::io::Result<JoinHandle<()>>) {
        match thread {
            Ok(thread) => self.running().threads.push(thread),
            Err(error) => tracing::error!(%error, "a thread for the library could not be started"),
        }
    }

    fn request(&self, request: ScanRequest) {
        // Without its thread there is nobody to scan; the log says so.
        drop(self.requests.send(request));
    }

    fn look(&self) {
        if let Some(watch) = &self.running().watch {
            watch.look();
        }
    }

    fn watch(&self, timing: FolderWatchTiming) {
        let requests = self.requests.clone();
        let watch = FolderWatch::start(self.library(), timing, move |event| {
            let request = match event {
                FolderEvent::Changed(folders) => ScanRequest::Scan(folders),
                FolderEvent::NotWatched(_, why) => ScanRequest::Warn(why),
            };
            drop(requests.send(request));
        });
        self.running().watch = Some(watch);
    }

    fn running(&self) -> MutexGuard<'_, Running> {
        held(&self.running)
    }
}

/// Between two pictures sent to the window.
const GAP: Duration = Duration::from_millis(200);

#[cfg(test)]
mod tests;
