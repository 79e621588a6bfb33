//! Threads that nobody waits for.

use std::thread;

/// Runs `body` on a thread of that name, which ends by itself. Where the system gives none, the log says so, and `body` is
/// dropped.
pub(crate) fn spawn(name: &str, body: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(body) {
        tracing::error!(%error, name, "a thread could not be started");
    }
}
