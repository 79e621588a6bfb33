//! How far the work on a listening history is.

use serde::{Deserialize, Serialize};

/// What is being done with a history that is brought along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PastStage {
    /// Its file is read.
    Reading,
    /// It is stored.
    Adding,
}

/// How far that is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PastProgress {
    /// What is being done.
    pub stage: PastStage,
    /// The share of it that is done, in [0, 1].
    pub share: f64,
}
