//! Secrets in the keyring of the system.
//!
//! A keyring may ask the listener for its password and wait for ever; so every question is asked on a thread of its
//! own and given up after a while. While one is stuck, no other is asked. A listener who closes the question has answered:
//! it is not put again before they ask for something that needs the keyring.

#[cfg(target_os = "android")]
#[path = "android.rs"]
mod system;
#[cfg(not(target_os = "android"))]
#[path = "desktop.rs"]
mod system;

use attune_core::ports::SecretStore;
use attune_core::{AppError, ErrorCode, Secret};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;
use system::{Entry, Error, entry};

/// Long enough to type a password.
const PATIENCE: Duration = Duration::from_mins(1);

/// The keyring. Nothing is read or written until it is asked.
#[derive(Debug, Clone)]
pub struct Keyring {
    service: String,
    patience: Duration,
    stuck: Arc<AtomicBool>,
    turn: Arc<Mutex<()>>,
    /// Whether its question for the password was closed, or could not be shown; clones share it.
    dismissed: Arc<AtomicBool>,
}

impl Keyring {
    /// Secrets of the app under the name that the keyring shows for it.
    #[must_use]
    pub fn new(service: &str) -> Self {
        Self::with_patience(service, PATIENCE)
    }

    /// The same, giving up after another time.
    #[must_use]
    pub fn with_patience(service: &str, patience: Duration) -> Self {
        let service = service.to_owned();
        Self { service, patience, stuck: Arc::default(), turn: Arc::default(), dismissed: Arc::default() }
    }

    fn ask<T: Send + 'static>(
        &self,
        name: &str,
        what: impl FnOnce(&Entry) -> system::Result<T> + Send + 'static,
    ) -> Result<Option<T>, AppError> {
        if self.stuck.load(Ordering::SeqCst) {
            return Err(silent());
        }
        let (answer, wait) = mpsc::sync_channel(1);
        let (keyring, name) = (self.clone(), name.to_owned());
        let asking = move || {
            // Nobody waits any more when it took too long.
            let _ = answer.send(keyring.answer(&name, what));
            keyring.stuck.store(false, Ordering::SeqCst);
        };
        std::thread::Builder::new().name("attune-keyring".into()).spawn(asking).map_err(|_| silent())?;
        let answered = wait.recv_timeout(self.patience).or_else(|_| {
            self.stuck.store(true, Ordering::SeqCst);
            // It may have come in between; its thread has then forgotten that it was stuck, or will.
            wait.try_recv().inspect(|_| self.stuck.store(false, Ordering::SeqCst))
        });
        answered.unwrap_or_else(|_| Err(silent()))
    }

    /// Asks in turn, so that who comes second hears that the listener has just closed a question.
    fn answer<T>(
        &self,
        name: &str,
        what: impl FnOnce(&Entry) -> system::Result<T>,
    ) -> Result<Option<T>, AppError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if self.dismissed.load(Ordering::SeqCst) {
            return Err(dismissed());
        }
        match entry(&self.service, name).and_then(|entry| what(&entry)) {
            Ok(found) => Ok(Some(found)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) if system::is_dismissed(&error) => {
                self.dismissed.store(true, Ordering::SeqCst);
                Err(dismissed())
            }
            Err(error) => Err(describe(&error)),
        }
    }
}

impl SecretStore for Keyring {
    fn read(&self, name: &str) -> Result<Option<Secret>, AppError> {
        Ok(self.ask(name, Entry::get_password)?.map(Secret::new))
    }

    fn write(&self, name: &str, secret: &Secret) -> Result<(), AppError> {
        let secret = secret.clone();
        self.ask(name, move |entry| entry.set_password(secret.reveal())).map(drop)
    }

    fn remove(&self, name: &str) -> Result<(), AppError> {
        self.ask(name, Entry::delete_credential).map(drop)
    }

    fn wanted(&self) {
        self.dismissed.store(false, Ordering::SeqCst);
    }
}

/// Only the kind of the error is told: its text could hold what the keyring holds.
fn describe(error: &Error) -> AppError {
    match error {
        Error::NoStorageAccess(_) => AppError::new(
            ErrorCode::KeyringLocked,
            "The keyring is locked. Unlock it, then sign in again to stay signed in.",
        ),
        Error::NoDefaultStore | Error::PlatformFailure(_) => AppError::new(
            ErrorCode::KeyringUnavailable,
            "This system does not have a keyring, so you stay signed in only until you close Attune.",
        ),
        _ => AppError::new(
            ErrorCode::KeyringUnusable,
            "The keyring has a different entry under Attune's name. Delete that entry, then sign in again.",
        ),
    }
}

fn dismissed() -> AppError {
    AppError::new(
        ErrorCode::KeyringDismissed,
        "The keyring's question for its password was closed or could not be shown, so you stay signed in only until you \
         close Attune. Sign in again to be asked once more.",
    )
}

/// As when it waits for a password that nobody types.
fn silent() -> AppError {
    AppError::new(
        ErrorCode::KeyringSilent,
        "The keyring is not responding, so you stay signed in only until you close Attune.",
    )
}
