//! Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.

pub(super) use keyring::{Entry, Error, Result};

/// The place of one secret.
pub(super) fn entry(service: &str, name: &str) -> Result<Entry> {
    Entry::new(service, name)
}
