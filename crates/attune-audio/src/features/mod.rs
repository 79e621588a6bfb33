//! What a recording sounds like, as numbers.
//!
//! Definitions and parameters are those of librosa at 22,050 samples per second, 2,048 samples a spectrum, one
//! every 512; `tests/reference.rs` compares with it. A recording is taken in clips of half a minute, as the table
//! that the model was trained on was; means are weighted by the clips' lengths, and silent clips do not count.

mod clip;
mod columns;
mod cqt;
mod filters;
mod gather;
mod key;
mod rhythm;
mod shape;
mod spectrum;
mod tuning;

pub use columns::Columns;
pub use gather::Gatherer;
pub use key::{Key, Mode};
pub use rhythm::Tempo;

use crate::Loudness;
use serde::{Deserialize, Serialize};

/// Grows whenever any number in [`Features`] would come out differently for the same recording.
pub const FEATURES_VERSION: u32 = 2;

/// Samples per spectrum.
const FFT: usize = 2_048;
/// Samples from one spectrum to the next.
const HOP: usize = 512;
/// Frequencies in a spectrum.
const BINS: usize = FFT / 2 + 1;

/// Everything that is measured of one recording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Features {
    /// [`FEATURES_VERSION`] of the program that measured.
    pub version: u32,
    /// Length of the sound in seconds.
    pub seconds: f64,
    /// Of what is played on two speakers, at the recording's own rate.
    pub loudness: Loudness,
    /// Onsets per second.
    pub onset_rate: f64,
    /// None where nothing rises and falls.
    pub tempo: Option<Tempo>,
    /// None where no pitch class stands out.
    pub key: Option<Key>,
    /// Means over the parts that sound; none in a recording that is silent throughout.
    pub columns: Option<Columns>,
}
