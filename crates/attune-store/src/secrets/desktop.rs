//! Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.

pub(super) use keyring::{Entry, Error, Result};

/// The place of one secret.
pub(super) fn entry(service: &str, name: &str) -> Result<Entry> {
    Entry::new(service, name)
}

/// Whether the listener closed the keyring's question, for its password or for whether to write. The store takes some of
/// these for no access and others for a failure of the platform; what is inside says it.
#[cfg(target_os = "linux")]
pub(super) fn is_dismissed(error: &Error) -> bool {
    let (Error::NoStorageAccess(inner) | Error::PlatformFailure(inner)) = error else { return false };
    matches!(inner.downcast_ref(), Some(secret_service::Error::Prompt))
}

/// Nothing tells it here.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_dismissed(_: &Error) -> bool {
    false
}
