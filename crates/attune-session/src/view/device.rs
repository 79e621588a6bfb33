//! What the window shows of any device that senses: a camera, a microphone, a strap.

use serde::{Deserialize, Serialize};

/// A device's life cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum DeviceState {
    /// Never asked for, or switched off by the listener: the device is closed.
    Off,
    /// The device is being opened.
    Starting,
    /// It sees, hears or feels.
    On,
    /// It went away while it was on, or another program has it; the view's `error` says which. It is opened when it is there, and
    /// no other.
    Waiting,
    /// Closed because the listener went away: the screen is locked, the machine sleeps or its lid is shut. It is opened
    /// again when they are back.
    Away,
    /// It could not be opened or went away; the view's `error` says why. The device is closed.
    Failed,
}

/// A device that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct DeviceInfo {
    /// What it is opened by; stable for as long as it stays plugged in or paired.
    pub id: String,
    /// As the system or the device itself names it.
    pub name: String,
}
