//! What the three senses really answered, for listeners that are seen and heard as badly as people are.
//!
//! `data/senses.json` holds samples of it, by what was really shown; `attune-cli evaluate sense-answers` writes it from what
//! the evaluations of the senses print.

use crate::random::Random;
use attune_core::circumplex::coordinates;
use attune_core::{Affect, AffectEstimate, Expression, ExpressionScores};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::OnceLock;

/// How far on the plane something else may be shown than is nearest.
const NEAR: f64 = 0.3;
/// By how much disgust, fear and contempt are rarer in faces than their place says, as a natural logarithm.
const RARE: f64 = 2.0;

/// Samples of what the senses answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SenseAnswers {
    /// What was measured, and by which commands.
    pub source: String,
    /// Of faces, by the expression that people saw.
    pub face: Vec<FaceAnswers>,
    /// Of voices, by the emotion that was acted.
    pub voice: Vec<VoiceAnswers>,
    /// By how many beats a minute a pulse by camera was off, in ascending order.
    pub pulse: Vec<f64>,
}

/// What was read from faces that show one expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FaceAnswers {
    /// What they show.
    pub expression: Expression,
    /// How many pictures there were.
    pub pictures: usize,
    /// Some of the scores, in the order of [`Expression::ALL`].
    pub scores: Vec<[f32; 8]>,
}

/// What was heard in voices that act one emotion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoiceAnswers {
    /// Its name.
    pub emotion: String,
    /// Where it lies on the plane: valence and arousal.
    pub place: [f64; 2],
    /// How many clips there were, and the share of them that was answered.
    pub clips: usize,
    /// In [0, 1].
    pub answered: f64,
    /// Some of the estimates: valence, arousal, and the spread of each.
    pub estimates: Vec<[f64; 4]>,
}

/// Why samples cannot be used.
#[derive(Debug)]
pub struct AnswersError(String);

impl fmt::Display for AnswersError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "the senses' answers cannot be used: {}", self.0)
    }
}

impl std::error::Error for AnswersError {}

impl SenseAnswers {
    /// The samples of that text. Fails where it is no such text, or where a sense has none.
    pub fn parse(json: &str) -> Result<Self, AnswersError> {
        let all: Self = serde_json::from_str(json).map_err(|e| AnswersError(e.to_string()))?;
        let readable = |s: &[f32; 8]| ExpressionScores::from_weights(*s).is_ok();
        let faces = all.face.iter().all(|f| !f.scores.is_empty() && f.scores.iter().all(readable));
        let voices = all.voice.iter().all(|v| !v.estimates.is_empty());
        if !faces || !voices || all.face.is_empty() || all.voice.is_empty() || all.pulse.is_empty() {
            return Err(AnswersError("a sense has no samples".into()));
        }
        Ok(all)
    }

    /// Those that ship.
    pub fn shipped() -> Result<&'static Self, AnswersError> {
        static SHIPPED: OnceLock<Result<SenseAnswers, AnswersError>> = OnceLock::new();
        let read = || Self::parse(include_str!("../../data/senses.json"));
        SHIPPED.get_or_init(read).as_ref().map_err(|e| AnswersError(e.0.clone()))
    }

    /// What is read from the face of somebody who shows about this.
    pub(super) fn face(&self, shown: Affect, random: &mut Random) -> Option<ExpressionScores> {
        let rare = |e| matches!(e, Expression::Disgust | Expression::Fear | Expression::Contempt);
        let weight = |f: &FaceAnswers| {
            near(coordinates(f.expression).mean, shown) * if rare(f.expression) { (-RARE).exp() } else { 1.0 }
        };
        let answers = pick(&self.face, weight, random)?;
        let scores = answers.scores.get(random.index(answers.scores.len()))?;
        ExpressionScores::from_weights(*scores).ok()
    }

    /// What is heard in the voice of somebody who shows about this; nothing where the sense would abstain.
    pub(super) fn voice(&self, shown: Affect, random: &mut Random) -> Option<AffectEstimate> {
        let weight = |v: &VoiceAnswers| near(Affect::new(v.place[0], v.place[1]), shown);
        let answers = pick(&self.voice, weight, random)?;
        let [valence, arousal, sd_valence, sd_arousal] =
            *answers.estimates.get(random.index(answers.estimates.len()))?;
        let heard = random.chance(answers.answered);
        heard.then(|| AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal))
    }

    /// By how many beats a minute a pulse is off.
    pub(super) fn pulse(&self, random: &mut Random) -> f64 {
        self.pulse.get(random.index(self.pulse.len())).copied().unwrap_or_default()
    }
}

fn near(place: Affect, shown: Affect) -> f64 {
    (-place.distance(shown).powi(2) / (2.0 * NEAR * NEAR)).exp().max(1e-12)
}

/// One of them, as likely as it weighs.
fn pick<'a, T>(all: &'a [T], weight: impl Fn(&T) -> f64, random: &mut Random) -> Option<&'a T> {
    let mut left = random.uniform() * all.iter().map(&weight).sum::<f64>();
    all.iter().find(|one| {
        left -= weight(one);
        left <= 0.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_used_and_says_where_it_comes_from() {
        let shipped = SenseAnswers::shipped().unwrap();
        assert!(shipped.source.contains("attune-cli evaluate"), "{}", shipped.source);
        assert_eq!((shipped.face.len(), shipped.voice.len()), (8, 8));
        assert!(shipped.pulse.is_sorted());
    }

    #[test]
    fn broken_samples_are_refused() {
        for broken in ["", "{}", r#"{"source":"","face":[],"voice":[],"pulse":[1]}"#] {
            assert!(SenseAnswers::parse(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn lively_voices_are_heard_as_livelier_than_quiet_ones() {
        let shipped = SenseAnswers::shipped().unwrap();
        let mean = |shown| {
            let mut random = Random::new(1);
            let heard: Vec<f64> =
                (0..400).filter_map(|_| shipped.voice(shown, &mut random)).map(|e| e.mean.arousal).collect();
            heard.iter().sum::<f64>() / heard.len() as f64
        };
        assert!(mean(Affect::new(-0.5, 0.6)) > mean(Affect::new(-0.5, -0.3)) + 0.2);
    }
}
