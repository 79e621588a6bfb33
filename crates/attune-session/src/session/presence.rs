//! The camera while the listener is away: closed when the screen locks, the machine sleeps or its lid shuts, opened again
//! only if that was what closed it.
//!
//! Whoever hears the system ([`Session::set_presence`](super::Session::set_presence)) reports what happened; this decides
//! what becomes of the camera. The setting `close_camera_when_away` switches it off.

use super::looper::Loop;
use std::collections::BTreeSet;

/// What the system told of the listener's whereabouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The screen is locked.
    Locked,
    /// It is not locked any more.
    Unlocked,
    /// The machine is about to sleep.
    Asleep,
    /// It is awake again.
    Awake,
    /// The lid was shut.
    LidShut,
    /// The lid was opened.
    LidOpen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Lock,
    Sleep,
    Lid,
}

impl Presence {
    /// What it is about, and whether it begins.
    fn parts(self) -> (Reason, bool) {
        match self {
            Self::Locked => (Reason::Lock, true),
            Self::Unlocked => (Reason::Lock, false),
            Self::Asleep => (Reason::Sleep, true),
            Self::Awake => (Reason::Sleep, false),
            Self::LidShut => (Reason::Lid, true),
            Self::LidOpen => (Reason::Lid, false),
        }
    }
}

/// Why the listener counts as away, and what will happen when they are back.
#[derive(Debug, Default)]
pub(super) struct Away {
    reasons: BTreeSet<Reason>,
    /// Whether the camera was on, so that it is opened again.
    reopen: bool,
}

impl Away {
    fn take_in(&mut self, presence: Presence) {
        let (reason, begins) = presence.parts();
        if begins {
            self.reasons.insert(reason);
        } else {
            self.reasons.remove(&reason);
        }
    }

    fn is_away(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Whether the camera is closed only until the listener is back.
    pub(super) fn will_reopen(&self) -> bool {
        self.reopen
    }

    /// What the listener does with the camera by hand comes before what would have happened by itself.
    pub(super) fn decided_by_hand(&mut self) {
        self.reopen = false;
    }
}

impl Loop {
    /// Closes the camera when the listener goes away, and opens it again when they are back if it was on.
    pub(super) fn set_presence(&mut self, presence: Presence) {
        let was_away = self.away.is_away();
        self.away.take_in(presence);
        let is_away = self.away.is_away();
        if !was_away && is_away && self.engine.settings().close_camera_when_away && self.is_active() {
            self.away.reopen = true;
            self.stop_watch();
        } else if was_away && !is_away && self.away.reopen {
            self.away.reopen = false;
            self.start_watch();
            self.engine.camera_reopening();
        }
    }
}

#[cfg(test)]
mod tests;
