//! What the commands run on: the keyring, the clock, the network.

use attune_core::{AppError, ErrorCode, Timestamp};
use attune_spotify::{Options, Spotify};
use attune_store::Keyring;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::runtime::{Builder, Runtime};

/// The name that the keyring shows.
const SERVICE: &str = "Attune";

/// A runtime that runs by itself.
pub(super) fn runtime() -> Result<Runtime, AppError> {
    let made = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    made.map_err(|e| {
        AppError::new(ErrorCode::ThreadsUnavailable, format!("No thread could be started: {}.", e.kind()))
    })
}

/// The client. In debug builds `ATTUNE_SPOTIFY_URL` names a server to use in Spotify's place.
pub(super) fn client(data_dir: Option<PathBuf>) -> Spotify {
    let folder = data_dir.or_else(attune_store::default_data_dir);
    let options = Options::new(folder, Arc::new(now), now().0.unsigned_abs());
    Spotify::new(pointed(options), Arc::new(keyring()))
}

/// The keyring. In debug builds `ATTUNE_TEST_KEYRING_MS` says how long it is waited for.
fn keyring() -> Keyring {
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

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Timestamp(since.map_or(0, |d| d.as_millis() as i64))
}
