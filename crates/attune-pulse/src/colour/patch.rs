//! What comes in, and what may be missing.

use super::Colour;
use std::fmt;

/// The mean colour of one patch of skin in one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patch {
    /// The mean over its pixels, taken before any scaling of the picture.
    pub colour: Colour,
    /// How many pixels that is. A patch of none counts as not seen.
    pub pixels: u32,
}

impl Patch {
    /// Whether it says anything: some pixels, and a colour of finite numbers above 0 to divide by.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.pixels > 0 && self.colour.iter().all(|c| c.is_finite() && *c > 0.0)
    }
}

/// Why there is no rate: what to do about it, where anything can be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Missing {
    /// Fewer looks a second than a pulse needs.
    Looks {
        /// How many there are.
        per_second: f64,
    },
    /// No skin is in view.
    Face,
    /// Not enough time has gone by.
    Time {
        /// Seconds until the first window is full.
        left: f64,
    },
    /// The patches have too few pixels: the face is too far away.
    Closeness,
    /// The skin is too dark for the camera.
    Light,
    /// The skin is washed out: the camera's numbers are at their upper end.
    Shade,
    /// The brightness changes far more than a pulse could change it: the head moves, or the light does.
    Stillness,
    /// None of these; still no pulse stands out clearly enough.
    Clarity,
}

impl Missing {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Looks { .. } => "looks",
            Self::Face => "face",
            Self::Time { .. } => "time",
            Self::Closeness => "closeness",
            Self::Light => "light",
            Self::Shade => "shade",
            Self::Stillness => "stillness",
            Self::Clarity => "clarity",
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Looks { per_second } => write!(to, "only {per_second:.1} looks a second"),
            Self::Face => to.write_str("no face in view"),
            Self::Time { left } => write!(to, "not yet, {left:.0} s more"),
            Self::Closeness => to.write_str("too far away"),
            Self::Light => to.write_str("more light"),
            Self::Shade => to.write_str("less light on the face"),
            Self::Stillness => to.write_str("hold still"),
            Self::Clarity => to.write_str("no clear pulse"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patches_that_cannot_be_divided_by_are_not_seen() {
        let patch = |colour, pixels| Patch { colour, pixels };
        assert!(patch([120.0, 80.0, 60.0], 400).is_seen());
        for (colour, pixels) in [
            ([120.0, 80.0, 60.0], 0),
            ([0.0, 80.0, 60.0], 9),
            ([120.0, f64::NAN, 60.0], 9),
            ([120.0, 80.0, f64::INFINITY], 9),
            ([-1.0, 80.0, 60.0], 9),
        ] {
            assert!(!patch(colour, pixels).is_seen(), "{colour:?} of {pixels}");
        }
    }
}
