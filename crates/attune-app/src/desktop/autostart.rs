//! Starting with the desktop, hidden in the tray: whether Attune does, and switching that on and off.
//!
//! Nothing of it is kept among the settings. The system's own place is asked each time, so that an entry that somebody removed,
//! switched off there, or that starts another copy of the program counts as off. On Linux that is a file of the XDG autostart
//! folder, on macOS a launch agent, on Windows a value of the registry's `Run` key.

#[cfg_attr(windows, path = "autostart/registry.rs")]
#[cfg_attr(not(windows), path = "autostart/file.rs")]
mod place;

use crate::App;
use crate::desktop::shortcuts::ShortcutsView;
use attune_core::{AppError, ErrorCode};
use place::Place;
use serde::Serialize;
use std::path::PathBuf;

/// What the desktop offers, and what of it is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct DesktopView {
    /// Whether Attune is in a tray.
    pub tray: bool,
    /// Whether Attune starts when the listener logs in; none where it cannot be told to.
    pub starts_at_login: Option<bool>,
    /// Whether the desktop can be given notifications.
    pub notices: bool,
    /// Shortcuts that work everywhere.
    pub shortcuts: ShortcutsView,
}

impl App {
    /// What the desktop offers; `tray` is whether Attune is in one. For a thread that may wait: the desktop is asked.
    pub fn desktop_view(&self, tray: bool) -> DesktopView {
        let starts_at_login = self.autostart().map(|place| place.is_on());
        let shortcuts = self.shortcuts().view();
        DesktopView { tray, starts_at_login, notices: cfg!(target_os = "linux"), shortcuts }
    }

    /// Has Attune start when the listener logs in, or not any more; whether it does then. Fails with `autostart_failed`.
    pub fn start_at_login(&self, on: bool) -> Result<bool, AppError> {
        let Some(place) = self.autostart() else { return Ok(false) };
        let done = if on { place.switch_on() } else { place.switch_off() };
        done.map_err(|error| {
            let message = format!("Your system did not take the change ({error}). Try again.");
            AppError::new(ErrorCode::AutostartFailed, message).caused_by(error)
        })?;
        Ok(place.is_on())
    }

    /// Where it is written down. One with a data folder of its own is for trying things out and does not start by itself; a
    /// sandbox has no access to the place.
    fn autostart(&self) -> Option<Place> {
        let sandboxed = PathBuf::from("/.flatpak-info").exists();
        if self.data_dir().is_some() || sandboxed { None } else { Place::of_program() }
    }
}
