//! Shortcuts that work while another program has the keyboard.
//!
//! On X11, Windows and macOS Attune takes the keys itself (`keys`). In a Wayland session only the desktop can: it is asked
//! through its portal, asks the listener, and chooses the keys (`portal`). A desktop that has neither offers none.
//!
//! One thread (`keeper`) owns what is taken. It follows the settings, so that restored and erased ones count at once.

mod keeper;
#[cfg_attr(target_os = "linux", path = "shortcuts/x11.rs")]
#[cfg_attr(any(windows, target_os = "macos"), path = "shortcuts/system.rs")]
#[cfg_attr(target_os = "android", path = "shortcuts/none.rs")]
mod keys;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod x11_tests;

use crate::lock::held;
use attune_core::{AppError, ErrorCode, GlobalShortcuts, ShortcutAction};
use attune_session::Listener;
use attune_session::view::UiEvent;
use keeper::{Keeper, Note, Place};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long the desktop's question may stay open; nobody reads one for longer.
const PATIENCE: Duration = Duration::from_mins(10);

/// How long keys stay free for a choice of which nothing is heard any more: the window may be gone.
const CHOICE: Duration = Duration::from_mins(2);

/// Something to be done on the main thread.
pub type Task = Box<dyn FnOnce() + Send>;

/// Who gives the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ShortcutWay {
    /// Attune takes those of the settings.
    Keys,
    /// The desktop asks the listener and chooses them.
    Portal,
}

/// What becomes of the shortcuts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "shortcuts", rename_all = "camelCase")]
pub enum ShortcutsChange {
    /// These are taken in place of those before.
    Set(GlobalShortcuts),
    /// The keys are let go while the listener chooses others: what is pressed reaches the window.
    Release,
    /// They are taken again.
    Resume,
}

/// What became of the shortcuts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShortcutsView {
    /// Who gives the keys; none where there can be no shortcuts.
    pub way: Option<ShortcutWay>,
    /// The actions whose keys another program has.
    pub taken: BTreeSet<ShortcutAction>,
    /// What the desktop calls the keys that it chose.
    pub triggers: BTreeMap<ShortcutAction, String>,
}

/// What each action is called, in the window's language.
pub type ShortcutTexts = BTreeMap<ShortcutAction, String>;

/// What the keeper works with outside of itself.
#[derive(Clone)]
pub(crate) struct Host {
    /// Runs something on the main thread.
    #[cfg_attr(
        not(any(windows, target_os = "macos")),
        expect(dead_code, reason = "only those systems want it")
    )]
    pub(crate) on_main: Arc<dyn Fn(Task) + Send + Sync>,
    /// Hears of each shortcut that is pressed; it must not wait.
    #[cfg_attr(target_os = "android", expect(dead_code, reason = "phones have no keys for it"))]
    pub(crate) press: Arc<dyn Fn(ShortcutAction) + Send + Sync>,
}

/// The way to the keeper, which ends with this.
pub(crate) struct Shortcuts {
    notes: Sender<Note>,
    inbox: Mutex<Option<Receiver<Note>>>,
}

impl Shortcuts {
    pub(crate) fn new() -> Self {
        let (notes, inbox) = channel();
        Self { notes, inbox: Mutex::new(Some(inbox)) }
    }

    /// A listener that tells the keeper of new settings before it hands events on.
    pub(crate) fn follow(&self, next: Listener) -> Listener {
        let notes = self.notes.clone();
        Box::new(move |event: &UiEvent| {
            if let UiEvent::Settings(settings) = event {
                // The receiver ends with the app.
                drop(notes.send(Note::Saved(settings.global_shortcuts.clone())));
            }
            next(event);
        })
    }

    /// Starts the keeper with what is saved, once.
    pub(crate) fn start(&self, host: Host, saved: GlobalShortcuts) {
        self.start_at(host, Place::here(), saved);
    }

    fn start_at(&self, host: Host, place: Place, saved: GlobalShortcuts) {
        let Some(inbox) = held(&self.inbox).take() else { return };
        let keeper = Keeper::new(host, place, self.notes.clone());
        drop(self.notes.send(Note::Saved(saved)));
        crate::background::spawn("shortcuts", move || keeper.run(&inbox));
    }

    fn is_started(&self) -> bool {
        held(&self.inbox).is_none()
    }

    pub(crate) fn set_texts(&self, texts: ShortcutTexts) {
        drop(self.notes.send(Note::Texts(texts)));
    }

    /// Has these taken in place of what was taken before. Waits for the listener where the desktop asks them.
    pub(crate) fn set(&self, wanted: GlobalShortcuts) -> Result<ShortcutsView, AppError> {
        let (reply, answer) = channel();
        drop(self.notes.send(Note::Wanted(wanted, reply)));
        answer.recv_timeout(PATIENCE).unwrap_or_else(|error| Err(not_set().caused_by(error)))
    }

    /// Lets go of the keys while the listener chooses others, or takes them again. Waits until it is done. Keys that the
    /// desktop chose stay: none of those is chosen in the window.
    pub(crate) fn choose(&self, chooses: bool) -> Result<ShortcutsView, AppError> {
        let (reply, answer) = channel();
        drop(self.notes.send(Note::Chooses(chooses, reply)));
        answer.recv_timeout(PATIENCE).unwrap_or_else(|error| Err(not_set().caused_by(error)))
    }

    /// What became of them. The desktop may have to be asked, which can take some seconds.
    pub(crate) fn view(&self) -> ShortcutsView {
        if !self.is_started() {
            return ShortcutsView::default();
        }
        let (reply, answer) = channel();
        drop(self.notes.send(Note::Look(reply)));
        answer.recv_timeout(PATIENCE).unwrap_or_default()
    }
}

impl Drop for Shortcuts {
    fn drop(&mut self) {
        drop(self.notes.send(Note::Close));
    }
}

/// Why there are none.
fn not_set() -> AppError {
    let message = "Your desktop did not set the shortcuts. Everything else works; switch them on again to try once more.";
    AppError::new(ErrorCode::ShortcutsNotSet, message)
}
