//! From expression scores to affect, by the places of the expressions on the circumplex.
//!
//! The coordinates of happiness, surprise, sadness, anger, disgust and fear are the mean pleasure and arousal
//! ratings of "happy", "surprised", "sad", "angry", "disgusted" and "fearful" in J. A. Russell and
//! A. Mehrabian, "Evidence for a three-factor theory of emotions", J. Res. Pers. 11 (1977). Neutral is the
//! middle of the plane by definition. Contempt is not in that table; its place, mildly unpleasant and near
//! the middle in arousal, is our own choice and therefore the widest.

use crate::{Affect, AffectEstimate, Expression, ExpressionScores};

/// Where an expression lies, and how far from there a listener who shows it may really be (one standard
/// deviation on each axis).
///
/// The spreads are our own choice, wide on purpose: people who feel something often do not show it and people
/// who show something often do not feel it (L. F. Barrett et al., "Emotional expressions reconsidered",
/// Psychol. Sci. Public Interest 20 (2019)). A neutral face says least of all.
#[must_use]
pub fn coordinates(expression: Expression) -> AffectEstimate {
    let (valence, arousal, sd) = match expression {
        Expression::Neutral => (0.0, 0.0, 0.35),
        Expression::Happiness => (0.81, 0.51, 0.30),
        Expression::Surprise => (0.40, 0.67, 0.40),
        Expression::Sadness => (-0.63, -0.27, 0.30),
        Expression::Anger => (-0.51, 0.59, 0.30),
        Expression::Disgust => (-0.60, 0.35, 0.35),
        Expression::Fear => (-0.64, 0.60, 0.35),
        Expression::Contempt => (-0.35, 0.10, 0.45),
    };
    AffectEstimate::with_sd(Affect::new(valence, arousal), sd)
}

/// The affect that scores suggest: mean and standard deviation of the mixture of the expressions' Gaussians.
///
/// An undecided classifier widens the estimate by itself, since the mixture's variance holds the distances
/// between the expressions as well as their own spreads.
#[must_use]
pub fn affect_of(scores: &ExpressionScores) -> AffectEstimate {
    let parts = || Expression::ALL.into_iter().map(|e| (f64::from(scores.get(e)), coordinates(e)));
    let mean = |axis: fn(&AffectEstimate) -> f64| parts().map(|(p, c)| p * axis(&c)).sum::<f64>();
    let (valence, arousal) = (mean(|c| c.mean.valence), mean(|c| c.mean.arousal));
    let variance = |axis: fn(&AffectEstimate) -> (f64, f64), m: f64| {
        parts()
            .map(|(p, c)| {
                let (x, sd) = axis(&c);
                p * (sd.powi(2) + (x - m).powi(2))
            })
            .sum::<f64>()
    };
    AffectEstimate::new(
        Affect::new(valence, arousal),
        variance(|c| (c.mean.valence, c.sd_valence), valence).sqrt(),
        variance(|c| (c.mean.arousal, c.sd_arousal), arousal).sqrt(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_certain_expression_is_its_own_place() {
        for e in Expression::ALL {
            let got = affect_of(&ExpressionScores::certain(e));
            assert!(got.mean.distance(coordinates(e).mean) < 1e-6, "{e:?}");
            assert!((got.sd_valence - coordinates(e).sd_valence).abs() < 1e-6);
        }
    }

    #[test]
    fn indecision_widens() {
        let torn = ExpressionScores::from_weights([0.0, 0.5, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0]).unwrap();
        let e = affect_of(&torn);
        assert!(e.sd_valence > 0.7, "{e:?}");
        assert!((e.mean.valence - 0.09).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn any_scores_stay_on_the_plane(w in proptest::array::uniform8(0.0f32..1.0)) {
            if let Ok(s) = ExpressionScores::from_weights(w) {
                let e = affect_of(&s);
                prop_assert!(e.sd_valence >= 0.299 && e.sd_valence < 1.1);
                prop_assert!(e.mean.valence.abs() <= 1.0 && e.mean.arousal.abs() <= 1.0);
            }
        }
    }
}
