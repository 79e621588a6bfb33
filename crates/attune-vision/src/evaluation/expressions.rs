//! What a picture shows according to people, and recall by expression.

use attune_core::{Expression, ExpressionScores};

/// The columns of FER+ votes: the eight expressions in [`Expression::ALL`] order, then "unknown" and "no face".
pub const VOTES: usize = 10;

/// The FER+ majority protocol (Barsoum et al. 2016). A lone vote is mostly a slip and does not count; then the
/// picture shows the expression that has more than half of all votes left, unknown and no face included. None if
/// there is no such expression.
#[must_use]
pub fn majority(votes: &[u32; VOTES]) -> Option<Expression> {
    let kept = votes.map(|v| if v > 1 { u64::from(v) } else { 0 });
    let all: u64 = kept.iter().sum();
    Expression::ALL.into_iter().find(|e| 2 * kept[*e as usize] > all)
}

/// Recall by expression in [`Expression::ALL`] order, each in [0, 1], of (annotated, rightly answered); none for
/// expressions that no picture shows.
#[must_use]
pub fn recalls(answers: &[(Expression, bool)]) -> [Option<f64>; 8] {
    Expression::ALL.map(|expression| {
        let of_it = answers.iter().filter(|(label, _)| *label == expression);
        let (all, right) =
            of_it.fold((0_usize, 0_usize), |(n, hits), (_, hit)| (n + 1, hits + usize::from(*hit)));
        (all > 0).then(|| right as f64 / all as f64)
    })
}

/// The mean of the recalls that there are; none without any.
#[must_use]
pub fn macro_recall(recalls: &[Option<f64>]) -> Option<f64> {
    let (n, sum) = recalls.iter().flatten().fold((0_usize, 0.0), |(n, sum), recall| (n + 1, sum + recall));
    (n > 0).then(|| sum / n as f64)
}

/// One of the seven names of FER-2013.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fer2013(usize);

impl Fer2013 {
    /// The names in the order of the data set's numbers and of the classifier's second output.
    pub const NAMES: [&str; 7] = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"];

    /// What the FER+ labels call them.
    const EXPRESSIONS: [Expression; 7] = [
        Expression::Anger,
        Expression::Disgust,
        Expression::Fear,
        Expression::Happiness,
        Expression::Sadness,
        Expression::Surprise,
        Expression::Neutral,
    ];

    /// The name as FER-2013 writes it, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|n| n.eq_ignore_ascii_case(name.trim())).map(Self)
    }

    /// The best of seven scores in [`Fer2013::NAMES`] order; the first on a tie.
    #[must_use]
    pub fn best(scores: &[f32; 7]) -> Self {
        Self((1..7).fold(0, |best, i| if scores[i] > scores[best] { i } else { best }))
    }

    /// The best of the seven according to scores over eight expressions, contempt left out.
    #[must_use]
    pub fn among(scores: &ExpressionScores) -> Self {
        Self::best(&Self::EXPRESSIONS.map(|e| scores.get(e)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_votes_do_not_count() {
        // Five of six happy once the slips are gone, two "unknown" excepted.
        assert_eq!(majority(&[1, 5, 1, 0, 0, 0, 0, 1, 2, 0]), Some(Expression::Happiness));
        assert_eq!(majority(&[1; VOTES]), None);
        assert_eq!(majority(&[0; VOTES]), None);
        assert_eq!(majority(&[0, 0, 2, 1, 1, 1, 1, 1, 1, 1]), Some(Expression::Surprise));
    }

    #[test]
    fn half_is_no_majority_and_unknown_votes_count_against() {
        assert_eq!(majority(&[5, 5, 0, 0, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(majority(&[4, 0, 0, 0, 0, 0, 0, 0, 4, 2]), None);
        assert_eq!(majority(&[4, 3, 0, 0, 0, 0, 0, 0, 0, 0]), Some(Expression::Neutral));
        assert_eq!(majority(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 10]), None);
        assert_eq!(majority(&[u32::MAX; VOTES]), None);
    }

    #[test]
    fn classes_count_alike_however_many_pictures_they_have() {
        let (sad, fear) = (Expression::Sadness, Expression::Fear);
        let by_class = recalls(&[(sad, true), (sad, true), (sad, false), (sad, true), (fear, false)]);
        assert_eq!(by_class, [None, None, None, Some(0.75), None, None, Some(0.0), None]);
        assert_eq!(macro_recall(&by_class), Some(0.375));
        assert_eq!(recalls(&[]), [None; 8]);
        assert_eq!(macro_recall(&recalls(&[])), None);
        assert_eq!(macro_recall(&[]), None);
    }

    #[test]
    fn seven_names_are_found_among_eight_expressions() {
        assert_eq!(Fer2013::from_name(" Happy"), Some(Fer2013(3)));
        assert_eq!(Fer2013::from_name("contempt"), None);
        assert_eq!(Fer2013::best(&[0.0, 2.0, 1.0, 2.0, -1.0, 0.0, 0.5]), Fer2013(1));
        for (i, expression) in Fer2013::EXPRESSIONS.into_iter().enumerate() {
            assert_eq!(Fer2013::among(&ExpressionScores::certain(expression)), Fer2013(i));
            assert_eq!(Expression::from_name(Fer2013::NAMES[i]), Some(expression));
        }
        let scornful = ExpressionScores::from_weights([0.1, 0.0, 0.0, 0.3, 0.0, 0.0, 0.0, 0.6]).unwrap();
        assert_eq!(Fer2013::among(&scornful), Fer2013::from_name("sad").unwrap());
    }
}
