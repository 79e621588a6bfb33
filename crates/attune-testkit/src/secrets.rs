//! Secrets in memory.

use attune_core::ports::SecretStore;
use attune_core::{AppError, ErrorCode, Secret};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a question waits, so that a test that failed meanwhile ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// A keyring that can be locked, or wait as one does that asks for its password.
#[derive(Debug, Default)]
pub struct MemorySecrets {
    kept: Mutex<BTreeMap<String, Secret>>,
    locked: AtomicBool,
    waits: Mutex<bool>,
    answers: Condvar,
}

impl MemorySecrets {
    /// From now on every question fails, or none.
    pub fn lock(&self, locked: bool) {
        self.locked.store(locked, Ordering::SeqCst);
    }

    /// From now on every question waits, or is answered, those that wait too.
    pub fn wait(&self, waits: bool) {
        *self.waits.lock().unwrap_or_else(PoisonError::into_inner) = waits;
        self.answers.notify_all();
    }

    /// How many secrets there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all().len()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Secret>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<MutexGuard<'_, BTreeMap<String, Secret>>, AppError> {
        let waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.answers.wait_timeout_while(waits, PATIENCE, |waits| *waits);
        if waited.unwrap_or_else(PoisonError::into_inner).1.timed_out() {
            return Err(AppError::new(ErrorCode::KeyringSilent, "The keyring does not answer."));
        }
        if self.locked.load(Ordering::SeqCst) {
            return Err(AppError::new(ErrorCode::KeyringLocked, "The keyring is locked."));
        }
        Ok(self.all())
    }
}

impl SecretStore for MemorySecrets {
    fn read(&self, name: &str) -> Result<Option<Secret>, AppError> {
        Ok(self.open()?.get(name).cloned())
    }

    fn write(&self, name: &str, secret: &Secret) -> Result<(), AppError> {
        self.open()?.insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), AppError> {
        self.open()?.remove(name);
        Ok(())
    }
}
