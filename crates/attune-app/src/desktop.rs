//! What the desktop shows of Attune: the playing track, the lines of the tray's menu, covers as files.
//!
//! [`Picture`] is kept up to date by the session's events ([`Change::of`]); the program that stands on the desktop shows
//! it in media controls and a tray, where [`menu`] has the lines and [`Covers`] gives the file of a cover, and in [`notices`].
//! [`DesktopView`] says what this desktop can do, and whether Attune starts with it; [`shortcuts`] are keys that work everywhere.

mod app_shortcuts;
mod autostart;
mod covers;
mod hand_over;
pub mod menu;
#[cfg(target_os = "linux")]
pub mod mpris;
pub mod notices;
#[cfg(any(target_os = "android", test))]
pub mod phone;
pub mod picture;
pub mod shortcuts;
#[cfg(any(windows, target_os = "macos"))]
pub mod system;
pub mod tray_host;
#[cfg(target_os = "linux")]
pub mod web_view;
pub mod window_place;

pub use autostart::DesktopView;
pub use covers::Covers;
pub use hand_over::hand_over;
pub use picture::{Change, Picture};

use crate::{App, FileKindTexts};
use attune_core::TrackId;
use menu::TrayTexts;
use serde::Deserialize;
use shortcuts::ShortcutTexts;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The texts of what is shown outside of the window, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OutsideTexts {
    /// Of the tray's menu, without which there is none.
    pub tray: TrayTexts,
    /// Of file dialogs.
    pub files: FileKindTexts,
    /// Of the desktop's question about global shortcuts.
    pub shortcuts: ShortcutTexts,
}

impl App {
    /// Takes in what file dialogs and the desktop's question are to say; what is left is the tray's.
    pub fn take_texts(&self, texts: OutsideTexts) -> TrayTexts {
        self.name_files(texts.files);
        self.shortcuts().set_texts(texts.shortcuts);
        texts.tray
    }
}

/// A short mark for a track, in letters that any system takes in a name.
#[must_use]
pub fn mark(track: &TrackId) -> String {
    let mut hasher = DefaultHasher::new();
    track.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
