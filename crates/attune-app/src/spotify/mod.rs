//! Spotify behind the window: the client, the threads it runs on, and how things stand.

mod account;
mod client;
mod music;
mod place;
mod status;
mod view;

pub(crate) use client::keyring;
pub use client::{client, runtime};
pub use place::SpotifyPlace;
pub use view::{
    OwnMusic, PlannedTrack, PlaylistMade, PlaylistPlan, PlaylistPurpose, SpotifyControl, SpotifyPhase,
    SpotifyView,
};

use crate::lock::held;
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode};
use attune_session::Session;
use attune_spotify::Plan;
pub use attune_spotify::{
    Cause, Knowledge, Known, MoodPlaylist, PlaylistPatterns, REDIRECT, Spotify, SpotifyCheck, SpotifyDevice,
    Wanted,
};
use status::SentStatus;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, Weak};
use std::time::Duration;
use tokio::runtime::{Handle, Runtime};
use tokio::sync::oneshot;

/// The shelf of the listener's own music on Spotify.
const SHELF: &str = "spotify";

/// Calls go one after the other, so more would only wait.
const THREADS: usize = 2;

/// How long closing the app waits for the keyring.
const LAST_SAVE: Duration = Duration::from_secs(2);

/// Opens a web page in the listener's browser.
pub type OpenPage = Box<dyn Fn(&str) -> Result<(), AppError> + Send + Sync>;

/// What the account is put together from.
pub struct SpotifyParts {
    /// See [`client()`].
    pub client: Spotify,
    /// Tells the time.
    pub clock: Clock,
    /// Gets each new status.
    pub notify: Box<dyn Fn(SpotifyView) + Send + Sync>,
    /// Shows the sign-in's address.
    pub open_page: OpenPage,
}

/// Spotify, for as long as the app runs.
pub struct SpotifyAccount {
    shared: Arc<SpotifyShared>,
    threads: Handle,
    runtime: Mutex<Option<Runtime>>,
}

/// What the tasks share.
struct SpotifyShared {
    client: Spotify,
    /// The session whose queue is played and written to playlists; none before it runs.
    session: OnceLock<Weak<Session>>,
    clock: Clock,
    notify: Box<dyn Fn(SpotifyView) + Send + Sync>,
    open_page: OpenPage,
    memory: Mutex<Memory>,
    status: SentStatus,
}

/// What is known beyond the client's own status.
#[derive(Default)]
struct Memory {
    /// Whether the keyring is being asked.
    starting: bool,
    /// While signing in: the browser's address, and how to cancel.
    signing_in: Option<(String, oneshot::Sender<()>)>,
    /// The account's name.
    name: Option<String>,
    /// Why an earlier sign-in could not be taken up.
    keyring_error: Option<AppError>,
    control: SpotifyControl,
    /// Whether it was said that the sign-in will end.
    warned: bool,
    /// The last dry run.
    plan: Option<Plan>,
}

impl SpotifyAccount {
    /// Starts the threads. Nothing is asked of the keyring or of Spotify before [`begin`](Self::begin).
    pub fn start(parts: SpotifyParts) -> Result<Self, AppError> {
        let runtime = runtime(THREADS)?;
        let shared = Arc::new(SpotifyShared {
            client: parts.client,
            session: OnceLock::new(),
            clock: parts.clock,
            notify: parts.notify,
            open_page: parts.open_page,
            memory: Mutex::default(),
            status: SentStatus::default(),
        });
        let threads = runtime.handle().clone();
        Ok(Self { shared, threads, runtime: Mutex::new(Some(runtime)) })
    }

    /// Looks for an earlier sign-in on one of the threads, and works for this session from now on.
    pub fn begin(&self, session: Weak<Session>) {
        // Only the first session counts; there is one a program.
        drop(self.shared.session.set(session));
        self.restore();
        self.threads.spawn(Arc::clone(&self.shared).keep_publishing());
    }

    /// Gives a new refresh token that is on its way to the keyring a moment to get there, then lets go of the threads: a
    /// keyring that does not answer must not keep the app from ending.
    pub fn close(&self) {
        let runtime = held(&self.runtime).take();
        if let Some(runtime) = runtime {
            let saved = self.shared.client.save_sign_in();
            // Not in time: the next start asks for a sign-in, as it does after a crash.
            let _ = runtime.block_on(async { tokio::time::timeout(LAST_SAVE, saved).await });
            runtime.shutdown_background();
        }
    }

    /// Does something on the threads, then tells what changed.
    async fn run<T, F>(&self, what: impl FnOnce(Arc<SpotifyShared>) -> F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, AppError>> + Send + 'static,
    {
        let done = self.threads.spawn(what(Arc::clone(&self.shared))).await;
        self.shared.publish();
        done.unwrap_or_else(|_| Err(gone()))
    }
}

impl SpotifyShared {
    /// The session; code `session_gone` while the app closes, or before it runs.
    fn session(&self) -> Result<Arc<Session>, AppError> {
        self.session.get().and_then(Weak::upgrade).ok_or_else(gone)
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        held(&self.memory)
    }
}

fn gone() -> AppError {
    AppError::new(ErrorCode::SessionGone, "Attune is shutting down.")
}
