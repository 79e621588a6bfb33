//! Answers with how sure they are: accuracy, calibration, and what abstaining would bring.

/// One answer of a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    score: f32,
    right: bool,
}

impl Answer {
    /// An answer given with `score` (brought into [0, 1]; what is no number counts as 0).
    #[must_use]
    pub fn new(score: f32, right: bool) -> Self {
        Self { score: if score.is_nan() { 0.0 } else { score.clamp(0.0, 1.0) }, right }
    }

    /// No answer where there should have been one: as unsure as can be, and wrong.
    #[must_use]
    pub fn missed() -> Self {
        Self::new(0.0, false)
    }

    /// How sure the model was, in [0, 1].
    #[must_use]
    pub fn score(&self) -> f32 {
        self.score
    }

    /// Whether the answer is the annotated one.
    #[must_use]
    pub fn right(&self) -> bool {
        self.right
    }
}

/// The share of right answers, in [0, 1]; none without answers.
#[must_use]
pub fn accuracy(answers: &[Answer]) -> Option<f64> {
    (!answers.is_empty()).then(|| rights(answers) / answers.len() as f64)
}

/// Expected calibration error (Guo et al. 2017), in [0, 1]: over `bins` (at least 1) equally wide ranges of the
/// score, the distance between mean score and accuracy, weighted by the number of answers. None without answers.
#[must_use]
pub fn calibration_error(answers: &[Answer], bins: usize) -> Option<f64> {
    let mut sums = vec![(0.0, 0.0); bins.max(1)];
    let last = sums.len() - 1;
    for answer in answers {
        let score = f64::from(answer.score);
        let (scores, rights) = &mut sums[((score * bins as f64) as usize).min(last)];
        *scores += score;
        *rights += f64::from(u8::from(answer.right));
    }
    let distances: f64 = sums.iter().map(|(scores, rights): &(f64, f64)| (scores - rights).abs()).sum();
    (!answers.is_empty()).then(|| distances / answers.len() as f64)
}

/// Accuracy over the surest `coverage` (in [0, 1]) of the answers, rounded to whole answers, at least one; among
/// equally sure ones the earlier go first. None without answers.
#[must_use]
pub fn selective_accuracy(answers: &[Answer], coverage: f64) -> Option<f64> {
    let answered = (coverage * answers.len() as f64).round_ties_even().max(1.0) as usize;
    accuracy(surest_first(answers).get(..answered.min(answers.len()))?)
}

/// The answers, surest first; equally sure ones keep their order.
pub(super) fn surest_first(answers: &[Answer]) -> Vec<Answer> {
    let mut sorted = answers.to_vec();
    sorted.sort_by(|a, b| b.score.total_cmp(&a.score));
    sorted
}

fn rights(answers: &[Answer]) -> f64 {
    answers.iter().filter(|a| a.right).count() as f64
}

/// The middle value, or the mean of the two in the middle; none without values.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers(of: &[(f32, bool)]) -> Vec<Answer> {
        of.iter().map(|&(score, right)| Answer::new(score, right)).collect()
    }

    fn near(actual: Option<f64>, expected: f64) {
        assert!(actual.is_some_and(|a| (a - expected).abs() < 1e-6), "{actual:?} instead of {expected}");
    }

    #[test]
    fn without_answers_there_is_no_measure() {
        assert_eq!(accuracy(&[]), None);
        assert_eq!(calibration_error(&[], 15), None);
        assert_eq!(selective_accuracy(&[], 0.5), None);
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn scores_that_are_none_count_as_unsure() {
        let odd = answers(&[(f32::NAN, true), (f32::INFINITY, true), (-3.0, false)]);
        assert_eq!(odd.iter().map(Answer::score).collect::<Vec<_>>(), [0.0, 1.0, 0.0]);
        assert_eq!(Answer::missed(), odd[2]);
        // 0 against 1 right of 2, and 1 against 1 of 1.
        near(calibration_error(&odd, 15), 1.0 / 3.0);
    }

    #[test]
    fn calibration_compares_each_bin_with_what_came_of_it() {
        // Of two bins the lower holds 0.2 (wrong) and 0.4 (right), the upper 0.5 (right), 0.9 and 1.0 (wrong).
        let some = answers(&[(0.9, false), (0.2, false), (0.5, true), (0.4, true), (1.0, false)]);
        near(calibration_error(&some, 2), (2.0 * (0.3 - 0.5_f64).abs() + 3.0 * (0.8 - 1.0 / 3.0)) / 5.0);
        near(accuracy(&some), 0.4);
        near(calibration_error(&answers(&[(1.0, true); 4]), 15), 0.0);
        near(calibration_error(&answers(&[(0.5, true), (0.5, false)]), 15), 0.0);
        near(calibration_error(&answers(&[(0.7, true)]), 0), 0.3);
    }

    #[test]
    fn abstaining_leaves_the_surest() {
        let some = answers(&[(0.3, false), (0.9, true), (0.5, false), (0.8, true)]);
        near(selective_accuracy(&some, 1.0), 0.5);
        near(selective_accuracy(&some, 0.75), 2.0 / 3.0);
        near(selective_accuracy(&some, 0.5), 1.0);
        // At least one answer is given, and at most all of them.
        near(selective_accuracy(&some, 0.0), 1.0);
        near(selective_accuracy(&some, 9.0), 0.5);
    }

    #[test]
    fn among_the_equally_sure_the_earlier_go_first() {
        near(selective_accuracy(&answers(&[(0.5, true), (0.5, false)]), 0.5), 1.0);
        near(selective_accuracy(&answers(&[(0.5, false), (0.5, true)]), 0.5), 0.0);
        // 2.5 of 5 answers round to 2, as Python rounds.
        near(
            selective_accuracy(
                &answers(&[(0.5, true), (0.5, true), (0.5, false), (0.5, false), (0.5, false)]),
                0.5,
            ),
            1.0,
        );
    }

    #[test]
    fn the_median_lies_in_the_middle() {
        near(median(&[3.0, 1.0, 2.0]), 2.0);
        near(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        near(median(&[7.0]), 7.0);
    }

    proptest! {
        #[test]
        fn measures_stay_between_0_and_1(
            of in proptest::collection::vec((any::<f32>(), any::<bool>()), 1..40), coverage in 0.0..1.0_f64,
        ) {
            let some = answers(&of);
            for measure in [accuracy(&some), calibration_error(&some, 15), selective_accuracy(&some, coverage)] {
                prop_assert!(measure.is_some_and(|m| (0.0..=1.0).contains(&m)), "{measure:?}");
            }
        }
    }
}
