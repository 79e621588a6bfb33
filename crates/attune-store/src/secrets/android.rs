//! Android: a preferences file of the app, encrypted with a key that never leaves the system's Keystore.
//!
//! The framework that starts the app has to make its context known through `ndk-context`, as Tauri does; without one
//! the thread that asks ends, and the keyring counts as silent.

use android_native_keyring_store::Store;
pub(super) use keyring_core::{Entry, Error, Result};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Whether the store could be opened; asked once a run.
static OPEN: LazyLock<bool> = LazyLock::new(|| {
    let store = Store::new_with_configuration(&HashMap::from([("name", "attune")]));
    store.is_ok_and(|store| {
        keyring_core::set_default_store(store);
        true
    })
});

/// The place of one secret.
pub(super) fn entry(service: &str, name: &str) -> Result<Entry> {
    if *OPEN { Entry::new(service, name) } else { Err(Error::NoDefaultStore) }
}

/// It asks nothing.
pub(super) fn is_dismissed(_: &Error) -> bool {
    false
}
