//! The valence–arousal plane in whole thousandths, so that everything derived from it is exact.

use attune_core::Affect;
use serde::{Deserialize, Serialize};

/// A point of the plane in thousandths, each axis in [-1000, 1000].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "Affect", into = "Affect")]
pub struct Plane {
    valence: i32,
    arousal: i32,
}

impl Plane {
    /// A point; numbers out of range are clamped.
    #[must_use]
    pub fn new(valence: i32, arousal: i32) -> Self {
        Self { valence: valence.clamp(-1_000, 1_000), arousal: arousal.clamp(-1_000, 1_000) }
    }

    /// Thousandths of valence.
    #[must_use]
    pub fn valence(self) -> i32 {
        self.valence
    }

    /// Thousandths of arousal.
    #[must_use]
    pub fn arousal(self) -> i32 {
        self.arousal
    }

    /// The point reached by moving at most `step` thousandths on each axis towards `goal`.
    #[must_use]
    pub fn towards(self, goal: Self, step: i32) -> Self {
        let step = step.max(0);
        Self::new(
            self.valence + (goal.valence - self.valence).clamp(-step, step),
            self.arousal + (goal.arousal - self.arousal).clamp(-step, step),
        )
    }

    /// The square of the distance, in thousandths squared.
    #[must_use]
    pub fn distance_squared(self, other: Self) -> i32 {
        (self.valence - other.valence).pow(2) + (self.arousal - other.arousal).pow(2)
    }
}

impl From<Affect> for Plane {
    /// Rounded to the nearest thousandth; what is no number becomes 0.
    fn from(affect: Affect) -> Self {
        let Affect { valence, arousal, .. } = Affect::new(affect.valence, affect.arousal);
        Self::new((valence * 1e3).round() as i32, (arousal * 1e3).round() as i32)
    }
}

impl From<Plane> for Affect {
    fn from(plane: Plane) -> Self {
        Self::new(f64::from(plane.valence) / 1e3, f64::from(plane.arousal) / 1e3)
    }
}
