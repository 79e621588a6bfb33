//! What the system says of a place besides its name: change time, device, identity.
//!
//! Systems other than Unix give no change time and no device here; there size and modification time decide.

use std::fs::Metadata;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// When a file's content was changed, in Unix nanoseconds. A program may set this time to what it likes.
pub(crate) fn modified(about: &Metadata) -> i64 {
    about.modified().map_or(0, |time| match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i64,
        Err(before) => -(before.duration().as_nanos() as i64),
    })
}

/// When a file's content, name or rights were changed, in Unix nanoseconds. No program can set it.
#[cfg(unix)]
pub(crate) fn changed(about: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    about.ctime().saturating_mul(1_000_000_000).saturating_add(about.ctime_nsec())
}

/// The device that a file lies on.
#[cfg(unix)]
pub(crate) fn device(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::dev(about)
}

/// Unknown on this system.
#[cfg(not(unix))]
pub(crate) fn changed(_: &Metadata) -> i64 {
    0
}

/// Unknown on this system.
#[cfg(not(unix))]
pub(crate) fn device(_: &Metadata) -> u64 {
    0
}

/// Tells a folder from another one that took its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity {
    device: u64,
    number: u64,
    created: Option<SystemTime>,
}

/// The identity of what is at a path; none if it cannot be reached.
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    let about = std::fs::metadata(path).ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&about);
    #[cfg(not(unix))]
    let number = 0;
    Some(Identity { device: device(&about), number, created: about.created().ok() })
}
