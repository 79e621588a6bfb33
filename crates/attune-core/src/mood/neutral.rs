//! The listener's neutral face: what the classifier wrongly sees in it, as eight numbers.
//!
//! Some faces at rest read as sad or angry. Five seconds of a neutral face show by how much, and later looks are
//! corrected by it before anything else happens to them. The correction works on log probabilities, where such a
//! habit of a face is a constant (a shift of the classes' prior odds: M. Saerens, P. Latinne, C. Decaestecker,
//! Neural Comput. 14 (2002)).

use crate::{Expression, ExpressionScores, Timestamp};
use serde::{Deserialize, Serialize};

/// Log odds of each expression against neutral on neutral faces, as the shipped classifier gives them on average
/// (`attune-cli evaluate calibration` prints them; rounded to halves).
const USUAL: [f64; 8] = [0.0, -6.5, -7.5, -4.0, -7.0, -9.0, -10.0, -7.0];
/// Deviations up to this say nothing: neutral faces differ by more than twice as much among themselves.
const USUAL_SPREAD: f64 = 1.0;
/// Share of the rest that is corrected. Five seconds of one face are one sample of it, so half is left alone.
const SHARE: f64 = 0.5;
/// No expression is made less likely than by these log odds (a factor of 12), so that each can still be shown …
const LOWERED_AT_MOST: f64 = 2.5;
/// … nor more likely than by these (3.5): that a face at rest never looks happy says little about its smile.
const RAISED_AT_MOST: f64 = 1.25;
/// A change of the log odds by less is not worth a word.
const WORTH_SAYING: f64 = 0.3;

/// What is subtracted from the log odds (against neutral) of each expression, in [`Expression::ALL`] order.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct NeutralBias {
    shift: [f64; 8],
    /// When it was made.
    made_at: Timestamp,
}

/// The written form, whose numbers need not be in range.
#[derive(Deserialize)]
struct Written {
    shift: [f64; 8],
    made_at: Timestamp,
}

impl From<Written> for NeutralBias {
    fn from(w: Written) -> Self {
        Self { shift: bounded(w.shift), made_at: w.made_at }
    }
}

impl NeutralBias {
    /// From looks at a neutral face; none without a look.
    #[must_use]
    pub fn from_looks(looks: &[ExpressionScores], made_at: Timestamp) -> Option<Self> {
        if looks.is_empty() {
            return None;
        }
        let mean = |i: usize| looks.iter().map(|s| s.log_odds()[i]).sum::<f64>() / looks.len() as f64;
        let shift = std::array::from_fn(|i| {
            let unusual = mean(i) - USUAL[i];
            unusual.signum() * (unusual.abs() - USUAL_SPREAD).max(0.0) * SHARE
        });
        Some(Self { shift: bounded(shift), made_at })
    }

    /// When it was made.
    #[must_use]
    pub fn made_at(&self) -> Timestamp {
        self.made_at
    }

    /// By how much the log odds of an expression against neutral are lowered, in [-1.25, 2.5]; 0 for neutral.
    #[must_use]
    pub fn lowers(&self, expression: Expression) -> f64 {
        self.shift[expression as usize]
    }

    /// What it does, in English.
    #[must_use]
    pub fn english(&self) -> String {
        let looks = |lowers: bool| {
            let clear = |e: &Expression| self.lowers(*e) * if lowers { 1.0 } else { -1.0 } >= WORTH_SAYING;
            listed(&Expression::ALL.into_iter().filter(clear).map(Expression::name).collect::<Vec<_>>())
        };
        match (looks(true), looks(false)) {
            (None, None) => {
                "Your face at rest reads as neutral already, so next to nothing is corrected.".into()
            }
            (Some(more), None) => {
                format!(
                    "Your face at rest shows some {more} that is not meant. It is read as less of it now."
                )
            }
            (None, Some(less)) => {
                format!(
                    "Your face at rest shows less {less} than most. Slight signs of it count for more now."
                )
            }
            (Some(more), Some(less)) => format!(
                "Your face at rest shows some {more} that is not meant, and less {less} than most. Both are read \
                 accordingly now."
            ),
        }
    }

    /// The scores without the face's habit.
    #[must_use]
    pub fn apply(&self, scores: &ExpressionScores) -> ExpressionScores {
        let odds = scores.log_odds();
        let weights = std::array::from_fn(|i| (odds[i] - self.shift[i]) as f32);
        // Finite odds and a bounded shift always make a distribution.
        ExpressionScores::from_logits(weights, 1.0).unwrap_or(*scores)
    }
}

/// "a", "a and b", "a, b and c".
fn listed(names: &[&str]) -> Option<String> {
    let (last, rest) = names.split_last()?;
    Some(if rest.is_empty() { (*last).into() } else { format!("{} and {last}", rest.join(", ")) })
}

fn bounded(shift: [f64; 8]) -> [f64; 8] {
    let mut shift =
        shift.map(|s| if s.is_finite() { s.clamp(-RAISED_AT_MOST, LOWERED_AT_MOST) } else { 0.0 });
    shift[Expression::Neutral as usize] = 0.0;
    shift
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AT: Timestamp = Timestamp(5);

    /// A usual neutral face with `more` added to the log odds of one expression.
    fn resting(e: Expression, more: f64) -> ExpressionScores {
        let mut logits = USUAL.map(|x| x as f32);
        logits[e as usize] += more as f32;
        ExpressionScores::from_logits(logits, 1.0).unwrap()
    }

    #[test]
    fn a_usual_neutral_face_changes_nothing() {
        let bias = NeutralBias::from_looks(&[resting(Expression::Neutral, 0.0); 25], AT).unwrap();
        assert!(Expression::ALL.into_iter().all(|e| bias.lowers(e) == 0.0), "{bias:?}");
        assert!(bias.english().contains("neutral already"));
        assert_eq!(NeutralBias::from_looks(&[], AT), None);
    }

    #[test]
    fn a_face_that_rests_sadly_looks_less_sad_afterwards() {
        let sad = resting(Expression::Sadness, 4.5);
        assert_eq!(sad.leading().0, Expression::Sadness);
        let bias = NeutralBias::from_looks(&[sad; 25], AT).unwrap();
        assert_eq!(bias.apply(&sad).leading().0, Expression::Neutral);
        assert!(bias.lowers(Expression::Anger).abs() < 1e-12);
        assert!(bias.english().contains("some sadness"), "{}", bias.english());
        let grief = ExpressionScores::certain(Expression::Sadness);
        assert_eq!(bias.apply(&grief).leading().0, Expression::Sadness, "real sadness is still seen");
    }

    #[test]
    fn what_was_written_by_another_hand_is_brought_into_bounds() {
        let json = r#"{"shift":[3,99,-99,0.5,0,0,0,0],"made_at":5}"#;
        let bias: NeutralBias = serde_json::from_str(json).unwrap();
        let got = Expression::ALL.map(|e| bias.lowers(e));
        for (got, wanted) in got.into_iter().zip([0.0, 2.5, -1.25, 0.5, 0.0, 0.0, 0.0, 0.0]) {
            assert!((got - wanted).abs() < 1e-12);
        }
        let again: NeutralBias = serde_json::from_str(&serde_json::to_string(&bias).unwrap()).unwrap();
        assert_eq!(again, bias);
    }

    proptest! {
        #[test]
        fn any_looks_give_a_bounded_correction_that_keeps_a_distribution(
            looks in proptest::collection::vec(proptest::array::uniform8(0.0f32..1.0), 1..30),
            other in proptest::array::uniform8(0.0f32..1.0),
        ) {
            let looks: Vec<_> = looks.into_iter().filter_map(|w| ExpressionScores::from_weights(w).ok()).collect();
            if let (Some(bias), Ok(other)) = (NeutralBias::from_looks(&looks, AT), ExpressionScores::from_weights(other)) {
                for e in Expression::ALL {
                    prop_assert!((-RAISED_AT_MOST..=LOWERED_AT_MOST).contains(&bias.lowers(e)));
                }
                let sum: f32 = bias.apply(&other).as_array().iter().sum();
                prop_assert!((sum - 1.0).abs() < 1e-4);
            }
        }
    }
}
