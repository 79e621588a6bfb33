//! What a face shows: scores over eight expressions, not a verdict about feelings.

use serde::{Deserialize, Serialize};

/// The eight expressions of the FER+ labels, in the order that every model and table here uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum Expression {
    Neutral,
    Happiness,
    Surprise,
    Sadness,
    Anger,
    Disgust,
    Fear,
    Contempt,
}

impl Expression {
    /// All expressions in label order.
    pub const ALL: [Self; 8] = [
        Self::Neutral,
        Self::Happiness,
        Self::Surprise,
        Self::Sadness,
        Self::Anger,
        Self::Disgust,
        Self::Fear,
        Self::Contempt,
    ];

    /// The lower-case name, as in manifests and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Happiness => "happiness",
            Self::Surprise => "surprise",
            Self::Sadness => "sadness",
            Self::Anger => "anger",
            Self::Disgust => "disgust",
            Self::Fear => "fear",
            Self::Contempt => "contempt",
        }
    }

    /// The expression of that name; the everyday adjectives (happy, sad, angry, …) are understood too.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_lowercase().as_str() {
            "neutral" => Self::Neutral,
            "happiness" | "happy" => Self::Happiness,
            "surprise" | "surprised" => Self::Surprise,
            "sadness" | "sad" => Self::Sadness,
            "anger" | "angry" => Self::Anger,
            "disgust" | "disgusted" => Self::Disgust,
            "fear" | "fearful" => Self::Fear,
            "contempt" | "contemptuous" => Self::Contempt,
            _ => return None,
        })
    }
}

/// Why scores could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScoresError {
    /// A score is NaN, infinite or negative, or all are zero.
    #[error("expression scores are not a distribution")]
    NotADistribution,
}

/// One probability per expression, in [`Expression::ALL`] order; they sum to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(into = "NamedScores", try_from = "NamedScores")]
pub struct ExpressionScores([f32; 8]);

/// The written form: one field an expression.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
struct NamedScores {
    neutral: f32,
    happiness: f32,
    surprise: f32,
    sadness: f32,
    anger: f32,
    disgust: f32,
    fear: f32,
    contempt: f32,
}

impl From<ExpressionScores> for NamedScores {
    fn from(s: ExpressionScores) -> Self {
        let [neutral, happiness, surprise, sadness, anger, disgust, fear, contempt] = s.0;
        Self { neutral, happiness, surprise, sadness, anger, disgust, fear, contempt }
    }
}

impl TryFrom<NamedScores> for ExpressionScores {
    type Error = ScoresError;
    fn try_from(n: NamedScores) -> Result<Self, ScoresError> {
        Self::from_weights([
            n.neutral,
            n.happiness,
            n.surprise,
            n.sadness,
            n.anger,
            n.disgust,
            n.fear,
            n.contempt,
        ])
    }
}

impl ExpressionScores {
    /// Scores from non-negative weights, which are scaled to sum to 1.
    pub fn from_weights(weights: [f32; 8]) -> Result<Self, ScoresError> {
        let sum: f32 = weights.iter().sum();
        let valid = weights.iter().all(|w| w.is_finite() && *w >= 0.0) && sum.is_finite() && sum > 0.0;
        if valid { Ok(Self(weights.map(|w| w / sum))) } else { Err(ScoresError::NotADistribution) }
    }

    /// Softmax of logits divided by a temperature (above 0; larger is less sure).
    pub fn from_logits(logits: [f32; 8], temperature: f32) -> Result<Self, ScoresError> {
        if logits.iter().any(|l| !l.is_finite()) || temperature.is_nan() || temperature <= 0.0 {
            return Err(ScoresError::NotADistribution);
        }
        let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        Self::from_weights(logits.map(|l| ((l - top) / temperature).exp()))
    }

    /// All of the weight on one expression.
    #[must_use]
    pub fn certain(expression: Expression) -> Self {
        let mut scores = [0.0; 8];
        scores[expression as usize] = 1.0;
        Self(scores)
    }

    /// The score of one expression, in [0, 1].
    #[must_use]
    pub fn get(&self, expression: Expression) -> f32 {
        self.0[expression as usize]
    }

    /// The scores in label order.
    #[must_use]
    pub fn as_array(&self) -> &[f32; 8] {
        &self.0
    }

    /// Log odds of each expression against neutral, in label order; scores below a millionth are alike.
    #[must_use]
    pub fn log_odds(&self) -> [f64; 8] {
        let logs = self.0.map(|score| f64::from(score).max(1e-6).ln());
        logs.map(|log| log - logs[Expression::Neutral as usize])
    }

    /// The expression with the highest score, and that score; the first in label order on a tie.
    #[must_use]
    pub fn leading(&self) -> (Expression, f32) {
        let mut best = (Expression::Neutral, self.0[0]);
        for e in Expression::ALL {
            if self.get(e) > best.1 {
                best = (e, self.get(e));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_expression() {
        for e in Expression::ALL {
            assert_eq!(Expression::from_name(e.name()), Some(e));
        }
        assert_eq!(Expression::from_name(" Angry "), Some(Expression::Anger));
        assert_eq!(Expression::from_name("bored"), None);
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        for bad in [f32::NAN, f32::INFINITY, -0.1] {
            let mut w = [0.1; 8];
            w[3] = bad;
            assert_eq!(ExpressionScores::from_weights(w), Err(ScoresError::NotADistribution));
        }
        assert!(ExpressionScores::from_weights([0.0; 8]).is_err());
        assert!(ExpressionScores::from_logits([f32::NAN; 8], 1.0).is_err());
        assert!(ExpressionScores::from_logits([0.0; 8], 0.0).is_err());
    }

    #[test]
    fn temperature_softens_without_changing_the_order() {
        let logits = [1.0, 4.0, 0.0, 2.0, -1.0, 0.5, 0.2, 0.1];
        let sharp = ExpressionScores::from_logits(logits, 1.0).unwrap();
        let soft = ExpressionScores::from_logits(logits, 3.0).unwrap();
        assert_eq!(sharp.leading().0, Expression::Happiness);
        assert_eq!(soft.leading().0, Expression::Happiness);
        assert!(soft.leading().1 < sharp.leading().1);
        assert!((soft.as_array().iter().sum::<f32>() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn scores_are_written_by_name() {
        let json = serde_json::to_value(ExpressionScores::certain(Expression::Fear)).unwrap();
        assert_eq!(json["fear"], 1.0);
        assert!(serde_json::from_str::<ExpressionScores>(r#"{"neutral":1}"#).is_err());
    }
}
