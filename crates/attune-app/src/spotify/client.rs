//! The Spotify client and the threads it runs on, for both programs.

use crate::compose::clock;
use attune_core::{AppError, ErrorCode};
use attune_library::Library;
use attune_spotify::{Options, Spotify};
use attune_store::Keyring;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tokio::runtime::{Builder, Runtime};

/// The name that the keyring shows.
const SERVICE: &str = "Attune";

/// A runtime of so many threads that runs by itself. Fails with `threads_unavailable`.
pub fn runtime(threads: usize) -> Result<Runtime, AppError> {
    let made =
        Builder::new_multi_thread().worker_threads(threads).thread_name("spotify").enable_all().build();
    made.map_err(|e| {
        AppError::new(ErrorCode::ThreadsUnavailable, format!("No thread could be started: {}.", e.kind()))
            .caused_by(e)
    })
}

/// The client on the system's keyring and clock. With a library it knows the recording codes in the listener's files.
/// In debug builds `ATTUNE_SPOTIFY_URL` names a server to use in Spotify's place.
pub fn client(data_dir: Option<PathBuf>, library: Option<Library>) -> Spotify {
    let folder = data_dir.or_else(attune_store::default_data_dir);
    let mut options = Options::new(folder, clock(), clock()().0.unsigned_abs());
    if let Some(library) = library {
        options.codes = Arc::new(move |id| library.track(id).ok().flatten()?.isrc);
    }
    Spotify::new(pointed(options), Arc::new(keyring()))
}

/// The keyring, one for all who keep something there: a question that the listener closed is closed for all. In debug builds `ATTUNE_TEST_KEYRING_MS` says how long it is waited for.
pub(crate) fn keyring() -> Keyring {
    static KEYRING: LazyLock<Keyring> = LazyLock::new(open_keyring);
    KEYRING.clone()
}

fn open_keyring() -> Keyring {
    #[cfg(debug_assertions)]
    if let Some(ms) = std::env::var("ATTUNE_TEST_KEYRING_MS").ok().and_then(|ms| ms.parse().ok()) {
        return Keyring::with_patience(SERVICE, std::time::Duration::from_millis(ms));
    }
    Keyring::new(SERVICE)
}

#[cfg(debug_assertions)]
fn pointed(mut options: Options) -> Options {
    if let Ok(base) = std::env::var("ATTUNE_SPOTIFY_URL") {
        options.addresses = attune_spotify::Addresses::at(&base);
    }
    options
}

#[cfg(not(debug_assertions))]
fn pointed(options: Options) -> Options {
    options
}
