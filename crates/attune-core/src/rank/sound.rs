//! How music of an affect sounds, in a word or two.

use crate::Affect;

/// Less than this on an axis is neither one nor the other.
const MIDDLE: f64 = 0.15;

/// One of nine regions of the plane: -1, 0 or 1 on either axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sound {
    valence: i8,
    energy: i8,
}

impl Sound {
    pub(super) fn of(affect: Affect) -> Self {
        let level = |x: f64| i8::from(x > MIDDLE) - i8::from(x < -MIDDLE);
        Self { valence: level(affect.valence), energy: level(affect.arousal) }
    }

    /// -1 for calm, 1 for energetic, 0 for neither.
    pub(super) fn energy(self) -> i8 {
        self.energy
    }

    /// In English.
    pub(super) fn words(self) -> &'static str {
        self.named().1
    }

    /// The stable code, for translation.
    pub(super) fn code(self) -> &'static str {
        self.named().0
    }

    fn named(self) -> (&'static str, &'static str) {
        match (self.valence, self.energy) {
            (1, 1) => ("brightEnergetic", "bright and energetic"),
            (1, 0) => ("bright", "bright"),
            (1, _) => ("warmCalm", "warm and calm"),
            (0, 1) => ("energetic", "energetic"),
            (0, 0) => ("even", "even and balanced"),
            (0, _) => ("calm", "calm"),
            (_, 1) => ("darkIntense", "dark and intense"),
            (_, 0) => ("dark", "dark"),
            _ => ("subdued", "subdued and quiet"),
        }
    }
}
