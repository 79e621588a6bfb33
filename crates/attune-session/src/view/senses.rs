//! What the window shows of the senses beside the camera.

use super::DeviceState;
use attune_core::{AffectEstimate, AppError, Sense, SenseGap, SenseMode};
use serde::{Deserialize, Serialize};

/// A sense as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SenseView {
    /// Which.
    pub sense: Sense,
    /// Where in its life cycle.
    pub state: DeviceState,
    /// For how long it was switched on; none while it is off.
    pub mode: Option<SenseMode>,
    /// The device's name while it is open or waited for.
    pub name: Option<String>,
    /// Why it has nothing to report at present, while it is on; of a sense that was asked once, why it had nothing.
    pub gap: Option<SenseGap>,
    /// What the tone of the voice last suggested.
    pub tone: Option<AffectEstimate>,
    /// How fast the heart beats, in beats a minute, while it is felt; of a sense that was asked once, what it found.
    pub heart_rate: Option<f64>,
    /// How sure a pulse by camera is, in [0, 1].
    pub confidence: Option<f64>,
    /// How much of a measurement's time has passed, in [0, 1], while one goes on.
    pub progress: Option<f64>,
    /// The charge of its device's battery in percent while it is on, where the device tells.
    pub battery: Option<u8>,
    /// When it last reported.
    pub reported_at: Option<f64>,
    /// Set when `state` is `failed` or `waiting`.
    pub error: Option<AppError>,
    /// Whether it was opened again by itself after the listener had been away.
    pub reopened: bool,
}

impl SenseView {
    /// A sense that nobody asked for.
    #[must_use]
    pub fn off(sense: Sense) -> Self {
        Self {
            sense,
            state: DeviceState::Off,
            mode: None,
            name: None,
            gap: None,
            tone: None,
            heart_rate: None,
            confidence: None,
            progress: None,
            battery: None,
            reported_at: None,
            error: None,
            reopened: false,
        }
    }
}
