//! What is known of music that has a score: composed here rather than recorded.

use serde::{Deserialize, Serialize};

/// Facts of a composed piece that can be said in musical words.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Whether its mode has a minor third.
    pub minor: bool,
    /// Semitones above the middle of the register that pieces use, about -10 to 10.
    pub register: f32,
}
