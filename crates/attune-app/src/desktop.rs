//! What the desktop shows of Attune: the playing track, the lines of the tray's menu, covers as files.
//!
//! [`Picture`] is kept up to date by the session's events ([`Change::of`]); the program that stands on the desktop shows
//! it in media controls and a tray, where [`menu`] has the lines and [`Covers`] gives the file of a cover, and in [`notices`].
//! [`DesktopView`] says what this desktop can do, and whether Attune starts with it.

mod autostart;
mod covers;
pub mod menu;
#[cfg(target_os = "linux")]
pub mod mpris;
pub mod notices;
#[cfg(any(target_os = "android", test))]
pub mod phone;
pub mod picture;
#[cfg(any(windows, target_os = "macos"))]
pub mod system;
pub mod tray_host;
#[cfg(target_os = "linux")]
pub mod web_view;
pub mod window_place;

pub use autostart::DesktopView;
pub use covers::Covers;
pub use picture::{Change, Picture};

use attune_core::TrackId;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A short mark for a track, in letters that any system takes in a name.
#[must_use]
pub fn mark(track: &TrackId) -> String {
    let mut hasher = DefaultHasher::new();
    track.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
