//! Hedged words for a mood: a face shows an expression, not a feeling, so nothing here is a verdict.

use crate::{Affect, AffectEstimate, Expression, ExpressionScores, Unclear};
use serde::{Deserialize, Serialize};

/// The word for a region of the plane, or for a clear expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names are the words shown")]
pub enum MoodWord {
    Cheerful,
    Excited,
    Content,
    Calm,
    Tired,
    Down,
    Tense,
    Upset,
    Surprised,
    Neutral,
}

/// Within this of the middle on both axes a mood has no direction worth a word.
const NEUTRAL_BAND: f64 = 0.15;
/// A surprise score above this gives its word: surprise has no region of its own.
const CLEAR_SURPRISE: f32 = 0.5;

impl MoodWord {
    /// The word for a point of the plane; a clearly surprised face (if one is in view) goes first.
    #[must_use]
    pub fn of(affect: Affect, scores: Option<&ExpressionScores>) -> Self {
        if scores.is_some_and(|s| s.get(Expression::Surprise) > CLEAR_SURPRISE) {
            return Self::Surprised;
        }
        let Affect { valence: v, arousal: a } = affect;
        if v.abs() < NEUTRAL_BAND && a.abs() < NEUTRAL_BAND {
            return Self::Neutral;
        }
        match (v >= 0.0, a >= 0.0) {
            (true, true) if a > v => Self::Excited,
            (true, true) => Self::Cheerful,
            (true, false) if -a > v => Self::Calm,
            (true, false) => Self::Content,
            (false, false) if -a > -v => Self::Tired,
            (false, false) => Self::Down,
            (false, true) if a > -v => Self::Tense,
            (false, true) => Self::Upset,
        }
    }

    /// The word in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Cheerful => "cheerful",
            Self::Excited => "excited",
            Self::Content => "content",
            Self::Calm => "calm",
            Self::Tired => "tired",
            Self::Down => "down",
            Self::Tense => "tense",
            Self::Upset => "upset",
            Self::Surprised => "surprised",
            Self::Neutral => "neutral",
        }
    }
}

/// How sure, in the words shown: "maybe", "fairly sure", "sure".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names are the words shown")]
pub enum Confidence {
    NotSure,
    Maybe,
    FairlySure,
    Sure,
}

impl Confidence {
    /// The word for a spread (see [`AffectEstimate::spread`]).
    #[must_use]
    pub fn of(estimate: &AffectEstimate) -> Self {
        match estimate.spread() {
            s if s < 0.18 => Self::Sure,
            s if s < 0.28 => Self::FairlySure,
            s if s < 0.40 => Self::Maybe,
            _ => Self::NotSure,
        }
    }
}

/// Why Attune is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum NotSureReason {
    /// Nothing has been seen or said yet.
    NothingYet,
    /// Nobody in view.
    NoFace,
    /// More than one large face.
    SeveralFaces,
    /// The last look is too long ago.
    TooLongAgo,
    /// What was seen points in several directions.
    Ambiguous,
    /// The face lies in the dark.
    TooDark,
    /// The face is washed out by light.
    TooBright,
    /// The face is out of focus or moves.
    Blurred,
    /// The face is too far away.
    TooSmall,
    /// The face is turned away or covered.
    Hidden,
    /// What is in view hardly looks like a face.
    Unfamiliar,
}

impl From<Unclear> for NotSureReason {
    fn from(why: Unclear) -> Self {
        match why {
            Unclear::TooDark => Self::TooDark,
            Unclear::TooBright => Self::TooBright,
            Unclear::Blurred => Self::Blurred,
            Unclear::TooSmall => Self::TooSmall,
            Unclear::Hidden => Self::Hidden,
            Unclear::Unfamiliar => Self::Unfamiliar,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_its_word() {
        let word = |v, a| MoodWord::of(Affect::new(v, a), None);
        assert_eq!(word(0.6, 0.3), MoodWord::Cheerful);
        assert_eq!(word(0.3, 0.6), MoodWord::Excited);
        assert_eq!(word(0.6, -0.3), MoodWord::Content);
        assert_eq!(word(0.3, -0.6), MoodWord::Calm);
        assert_eq!(word(-0.3, -0.6), MoodWord::Tired);
        assert_eq!(word(-0.6, -0.3), MoodWord::Down);
        assert_eq!(word(-0.3, 0.6), MoodWord::Tense);
        assert_eq!(word(-0.6, 0.3), MoodWord::Upset);
        assert_eq!(word(0.1, -0.1), MoodWord::Neutral);
        let surprise = ExpressionScores::certain(Expression::Surprise);
        assert_eq!(MoodWord::of(Affect::new(0.6, 0.3), Some(&surprise)), MoodWord::Surprised);
    }
}
