//! Spotify behind the window: the client, the threads it runs on, and how things stand.

mod account;
mod compose;
mod music;
mod status;
mod view;

pub(crate) use status::SpotifyChange;
pub(crate) use view::*;

use crate::arguments::Arguments;
use crate::shell::Shell;
use attune_core::{AppError, ErrorCode};
use attune_spotify::{Plan, Spotify};
use status::SentStatus;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager as _};
use tokio::runtime::{Handle, Runtime};
use tokio::sync::oneshot;

/// The shelf of the listener's own music on Spotify.
pub(crate) const SHELF: &str = "spotify";

/// How long closing the app waits for the keyring.
const LAST_SAVE: Duration = Duration::from_secs(2);

/// Spotify, for as long as the app runs.
pub(crate) struct SpotifyShell {
    shared: Arc<SpotifyShared>,
    threads: Handle,
    runtime: Mutex<Option<Runtime>>,
}

/// What the tasks share.
struct SpotifyShared {
    client: Spotify,
    app: AppHandle,
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

impl SpotifyShell {
    /// Starts the threads, and on one of them looks for an earlier sign-in.
    pub(crate) fn start(app: &AppHandle, arguments: &Arguments) -> Result<Self, AppError> {
        let runtime = compose::runtime()?;
        let library = app.state::<Shell>().own_music().library().clone();
        let shared = Arc::new(SpotifyShared {
            client: compose::client(arguments.data_dir.clone(), library),
            app: app.clone(),
            memory: Mutex::default(),
            status: SentStatus::default(),
        });
        let threads = runtime.handle().clone();
        let shell = Self { shared, threads, runtime: Mutex::new(Some(runtime)) };
        shell.restore();
        shell.threads.spawn(Arc::clone(&shell.shared).keep_telling());
        Ok(shell)
    }

    /// Gives a new refresh token that is on its way to the keyring a moment to get there, then lets go of the threads: a
    /// keyring that does not answer must not keep the app from ending.
    pub(crate) fn close(&self) {
        let runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner).take();
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
        self.shared.tell();
        done.unwrap_or_else(|_| Err(AppError::new(ErrorCode::SessionGone, "Attune is shutting down.")))
    }
}

impl SpotifyShared {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
