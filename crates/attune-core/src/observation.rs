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
    /// How the voice sounds.
    Voice,
    /// How the heart beats.
    Pulse,
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
    /// One face, but not seen well enough to say what it shows.
    Unclear(Unclear),
}

/// One face, read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FaceLook {
    /// What it shows, calibrated.
    pub scores: ExpressionScores,
    /// Why the scores should not be trusted; none where they can be.
    pub unclear: Option<Unclear>,
}

impl FaceLook {
    /// The look as a sighting: the scores, or why there are none.
    #[must_use]
    pub fn sighting(&self) -> Sighting {
        self.unclear.map_or(Sighting::Face(self.scores), Sighting::Unclear)
    }
}

/// What keeps a face that was found from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unclear {
    /// It lies in the dark.
    TooDark,
    /// It is washed out by light.
    TooBright,
    /// It is out of focus or moves.
    Blurred,
    /// It is too far away.
    TooSmall,
    /// It is turned away, or something covers a part of it.
    Hidden,
    /// It looks like nothing that the models know; perhaps it is no face.
    Unfamiliar,
}

impl Unclear {
    /// All reasons, in the order in which they are looked for: what the listener can change most easily first.
    pub const ALL: [Self; 6] =
        [Self::TooSmall, Self::TooDark, Self::TooBright, Self::Blurred, Self::Hidden, Self::Unfamiliar];

    /// The reason in English, as an advice to whoever sits there.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::TooDark => "the face is too dark",
            Self::TooBright => "the light is too bright on the face",
            Self::Blurred => "the face is blurred",
            Self::TooSmall => "the face is too far away",
            Self::Hidden => "the face is turned away or covered",
            Self::Unfamiliar => "it hardly looks like a face",
        }
    }
}
