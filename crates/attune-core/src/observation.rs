//! What one modality says about the listener at one moment.

use crate::{AffectEstimate, ExpressionScores, Timestamp};
use serde::{Deserialize, Serialize};

/// Where an observation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Modality {
    /// The expression of the face.
    Face,
    /// The listener's own word.
    You,
}

/// One modality's affect estimate at one time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Which modality.
    pub modality: Modality,
    /// When it was seen.
    pub at: Timestamp,
    /// The affect it suggests, with this observation's own noise.
    pub estimate: AffectEstimate,
    /// The expression scores behind it, where there are any.
    pub expression: Option<ExpressionScores>,
}

/// What the eyes found in one frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sighting {
    /// One face, read.
    Face(ExpressionScores),
    /// Nobody in view.
    NoFace,
    /// More than one large face: whose mood would it be?
    SeveralFaces,
}
