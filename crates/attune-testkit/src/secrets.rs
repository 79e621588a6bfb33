//! Secrets in memory.

use attune_core::ports::SecretStore;
use attune_core::{AppError, ErrorCode, Secret};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A keyring that can be locked.
#[derive(Debug, Default)]
pub struct MemorySecrets {
    kept: Mutex<BTreeMap<String, Secret>>,
    locked: AtomicBool,
}

impl MemorySecrets {
    /// From now on every question fails, or none.
    pub fn lock(&self, locked: bool) {
        self.locked.store(locked, Ordering::SeqCst);
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
