//! What the neutral-face calibration would change for a group.
//!
//! Nobody is in these files twice in a way that is marked, so a listener's own neutral face is stood for by two others. Resting faces
//! of other people of the same group share no more than the group's habit: calibrating with them is worth less than with one's own
//! face. The mirrored picture is the same face in the same second: it is worth more.

use super::faces::Face;
use super::people::Group;
use super::signs::{Question, Sign};
use attune_core::mood::NeutralBias;
use attune_core::{ExpressionScores, Timestamp};
use attune_simulator::random::Random;
use attune_vision::evaluation::Proportion;

/// Resting faces that stand for five seconds of one's own.
const LOOKS: usize = 5;

/// A question's answers without calibration and with it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Calibrated {
    pub(super) without: Proportion,
    /// With [`LOOKS`] resting faces of others of the group.
    pub(super) with_others: Proportion,
    /// With the mirrored picture; nothing for faces that are not at rest.
    pub(super) with_mirrored: Proportion,
}

/// The answers for one group; none if it has too few resting faces to calibrate with.
pub(super) fn calibrated(
    question: Question,
    group: Group,
    faces: &[Face],
    random: &mut Random,
) -> Option<Calibrated> {
    let inside = |face: &&Face| group.holds(face.person);
    let resting: Vec<&Face> = faces.iter().filter(inside).filter(|f| f.sign == Some(Sign::Rest)).collect();
    if resting.len() <= LOOKS {
        return None;
    }
    let mut answers = Calibrated::default();
    for face in faces.iter().filter(inside).filter(|face| face.sign == Some(question.sign)) {
        let met = |scores: &ExpressionScores| question.is_met(scores.leading().0);
        let with = |looks: &[ExpressionScores]| {
            let bias = NeutralBias::from_looks(looks, Timestamp(0));
            met(&bias.map_or(face.scores, |bias| bias.apply(&face.scores)))
        };
        answers.without.add(met(&face.scores));
        answers.with_others.add(with(&others(face, &resting, random)));
        if let Some(mirrored) = face.mirrored {
            answers.with_mirrored.add(with(&[mirrored]));
        }
    }
    Some(answers)
}

/// What is read from [`LOOKS`] different resting faces, none of them `face` itself.
fn others(face: &Face, resting: &[&Face], random: &mut Random) -> Vec<ExpressionScores> {
    let mut left: Vec<&&Face> = resting.iter().filter(|other| !std::ptr::eq(**other, face)).collect();
    (0..LOOKS).map(|_| left.swap_remove(random.index(left.len())).scores).collect()
}

#[cfg(test)]
mod tests {
    use super::super::people::Person;
    use super::*;
    use attune_core::Expression;

    /// Faces at rest of people who all look sad by a habit, or not at all.
    fn resting(count: usize, sad: bool) -> Vec<Face> {
        let mut logits = [0.0, -6.5, -7.5, -4.0, -7.0, -9.0, -10.0, -7.0];
        if sad {
            logits[Expression::Sadness as usize] = 1.0;
        }
        let scores = ExpressionScores::from_logits(logits, 1.0).unwrap();
        let face = Face {
            person: Person::default(),
            sign: Some(Sign::Rest),
            refused: None,
            scores,
            mirrored: Some(scores),
        };
        vec![face; count]
    }

    fn sad_or_angry(faces: &[Face]) -> Option<Calibrated> {
        let question = Question::ALL.into_iter().find(|q| q.name == "rest_sad_or_angry").unwrap();
        calibrated(question, Group::default(), faces, &mut Random::new(1))
    }

    #[test]
    fn a_habit_of_the_group_is_taken_away() {
        let found = sad_or_angry(&resting(8, true)).unwrap();
        let hits = [found.without, found.with_others, found.with_mirrored].map(|p| p.hits());
        assert_eq!((hits, found.without.count()), ([8, 0, 0], 8));
    }

    #[test]
    fn others_say_nothing_of_a_habit_of_ones_own() {
        let faces = [resting(1, true), resting(7, false)].concat();
        let found = sad_or_angry(&faces).unwrap();
        let hits = [found.without, found.with_others, found.with_mirrored].map(|p| p.hits());
        assert_eq!(hits, [1, 1, 0]);
    }

    #[test]
    fn too_few_resting_faces_calibrate_nobody() {
        assert!(sad_or_angry(&resting(LOOKS, true)).is_none());
        assert!(sad_or_angry(&resting(LOOKS + 1, true)).is_some());
    }
}
