//! A device while the listener is away: closed when the screen locks, the machine sleeps or its lid shuts, opened again
//! only if that was what closed it.
//!
//! Whoever hears the system ([`Session::set_presence`](super::Session::set_presence)) reports what happened; this decides
//! what becomes of the camera, the microphone and the strap. The setting `close_camera_when_away` switches it off, except
//! for an app in the background.

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
    /// The app went into the background, where the system closes a phone's camera.
    Background,
    /// It is in front again.
    Foreground,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Lock,
    Sleep,
    Lid,
    Background,
}

impl Presence {
    /// Whether devices close whatever the listener set: the system would close them anyway.
    pub(super) fn closes_always(self) -> bool {
        self == Self::Background
    }

    /// What it is about, and whether it begins.
    fn parts(self) -> (Reason, bool) {
        match self {
            Self::Locked => (Reason::Lock, true),
            Self::Unlocked => (Reason::Lock, false),
            Self::Asleep => (Reason::Sleep, true),
            Self::Awake => (Reason::Sleep, false),
            Self::LidShut => (Reason::Lid, true),
            Self::LidOpen => (Reason::Lid, false),
            Self::Background => (Reason::Background, true),
            Self::Foreground => (Reason::Background, false),
        }
    }
}

/// What a device is when something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeviceNow {
    /// On, and to be closed when the listener goes away.
    MayClose,
    /// Off already, or to be left as it is.
    Stays,
}

/// What becomes of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeviceChange {
    /// It closes until the listener is back.
    Close,
    /// It opens again, because only their absence had closed it.
    Reopen,
}

/// Why the listener counts as away, from what the system told.
#[derive(Debug, Default)]
pub struct Absence {
    reasons: BTreeSet<Reason>,
}

impl Absence {
    /// Takes in what happened.
    pub fn take_in(&mut self, presence: Presence) {
        let (reason, begins) = presence.parts();
        if begins {
            self.reasons.insert(reason);
        } else {
            self.reasons.remove(&reason);
        }
    }

    /// Whether there is any reason left.
    #[must_use]
    pub fn is_away(&self) -> bool {
        !self.reasons.is_empty()
    }
}

/// A device while the listener is away, and what will happen when they are back.
#[derive(Debug, Default)]
pub(super) struct Away {
    absence: Absence,
    /// Whether the device was on, so that it is opened again.
    reopen: bool,
}

impl Away {
    /// Takes in what happened while the device was on or off, and decides what becomes of it.
    pub(super) fn take_in(&mut self, presence: Presence, device: DeviceNow) -> Option<DeviceChange> {
        let was_away = self.absence.is_away();
        self.absence.take_in(presence);
        let is_away = self.absence.is_away();
        if !was_away && is_away && device == DeviceNow::MayClose {
            self.reopen = true;
            return Some(DeviceChange::Close);
        }
        let back = was_away && !is_away && std::mem::take(&mut self.reopen);
        back.then_some(DeviceChange::Reopen)
    }

    /// Whether the device is closed only until the listener is back.
    pub(super) fn will_reopen(&self) -> bool {
        self.reopen
    }

    /// What the listener does with the device by hand comes before what would have happened by itself.
    pub(super) fn decided_by_hand(&mut self) {
        self.reopen = false;
    }
}

#[cfg(test)]
mod tests;
