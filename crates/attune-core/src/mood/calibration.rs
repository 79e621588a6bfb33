//! Five seconds of a neutral face: what is waited for, what is too little, and what comes of it.

use super::neutral::NeutralBias;
use crate::{Expression, ExpressionScores, Sighting, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long the neutral face is looked at.
const LOOKS_FOR: Span = Span::seconds(5);
/// How long to wait for the first clear look: the listener has to find their place.
const WAITS_FOR: Span = Span::seconds(10);
/// A gap in the clear looks longer than this ends the attempt.
const GAP: Span = Span(1_500);
/// So many clear looks are the least: at two looks a second all but one or two.
const LEAST_LOOKS: usize = 8;
/// A score of a lively expression above this is no neutral face.
const LIVELY: f64 = 0.6;

/// Why nothing was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum CalibrationProblem {
    /// No face was found, or it went away.
    NoFace,
    /// More than one face was in view.
    SeveralFaces,
    /// The face could not be seen well enough: light, distance, turned away.
    Unclear,
    /// The face smiled or looked surprised.
    NotNeutral,
    /// The camera closed meanwhile.
    CameraClosed,
}

impl CalibrationProblem {
    /// What happened and what to do, in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::NoFace => "Your face was not in view the whole time. Nothing was stored; try again.",
            Self::SeveralFaces => {
                "More than one face was in view. Nothing was stored; try again on your own."
            }
            Self::Unclear => {
                "Your face could not be seen clearly. Nothing was stored; try again with more light or closer."
            }
            Self::NotNeutral => {
                "That did not look like a face at rest. Nothing was stored; try again without a smile."
            }
            Self::CameraClosed => "The camera was closed. Nothing was stored.",
        }
    }
}

/// How far an attempt is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CalibrationStep {
    /// It goes on; the share of the five seconds that is done, in [0, 1].
    Looking(f64),
    /// It is complete.
    Done(NeutralBias),
    /// It ended without a result.
    Failed(CalibrationProblem),
}

/// An attempt in progress. Pure: the same sightings at the same times give the same result.
#[derive(Debug, Clone)]
pub struct Calibration {
    looks: Vec<ExpressionScores>,
    first: Option<Timestamp>,
    /// When the last clear look was, or the beginning.
    last: Timestamp,
    /// What kept the last look from counting.
    trouble: Option<CalibrationProblem>,
}

impl Calibration {
    /// Begins to wait for a face.
    #[must_use]
    pub fn start(at: Timestamp) -> Self {
        Self { looks: Vec::new(), first: None, last: at, trouble: None }
    }

    /// Takes a look.
    pub fn see(&mut self, sighting: &Sighting, at: Timestamp) -> CalibrationStep {
        match sighting {
            Sighting::Face(scores) => {
                self.looks.push(*scores);
                self.first.get_or_insert(at);
                self.last = at;
                self.trouble = None;
            }
            Sighting::NoFace => self.trouble = Some(CalibrationProblem::NoFace),
            Sighting::SeveralFaces => self.trouble = Some(CalibrationProblem::SeveralFaces),
            Sighting::Unclear(_) => self.trouble = Some(CalibrationProblem::Unclear),
        }
        self.step(at)
    }

    /// Lets time pass.
    #[must_use]
    pub fn step(&self, now: Timestamp) -> CalibrationStep {
        let patience = if self.first.is_some() { GAP } else { WAITS_FOR };
        if now - self.last > patience || self.trouble == Some(CalibrationProblem::SeveralFaces) {
            return CalibrationStep::Failed(self.trouble.unwrap_or(CalibrationProblem::NoFace));
        }
        let looked = self.first.map_or(0.0, |first| (now - first).as_seconds() / LOOKS_FOR.as_seconds());
        if looked < 1.0 { CalibrationStep::Looking(looked.max(0.0)) } else { self.finish(now) }
    }

    fn finish(&self, now: Timestamp) -> CalibrationStep {
        if self.looks.len() < LEAST_LOOKS {
            return CalibrationStep::Failed(self.trouble.unwrap_or(CalibrationProblem::Unclear));
        }
        // A face at rest can read as sad or angry, and that is what is to be learned. It does not smile.
        let mean = |e| self.looks.iter().map(|s| f64::from(s.get(e))).sum::<f64>() / self.looks.len() as f64;
        if mean(Expression::Happiness) > LIVELY || mean(Expression::Surprise) > LIVELY {
            return CalibrationStep::Failed(CalibrationProblem::NotNeutral);
        }
        NeutralBias::from_looks(&self.looks, now)
            .map_or(CalibrationStep::Failed(CalibrationProblem::NoFace), CalibrationStep::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unclear;

    fn face(e: Expression) -> Sighting {
        Sighting::Face(ExpressionScores::certain(e))
    }

    /// Runs a script of five looks a second; the last step.
    fn run(looks: impl IntoIterator<Item = Sighting>) -> CalibrationStep {
        let mut c = Calibration::start(Timestamp(0));
        let mut step = c.step(Timestamp(0));
        for (i, look) in (0_i64..).zip(looks) {
            step = c.see(&look, Timestamp(i * 200));
            if !matches!(step, CalibrationStep::Looking(_)) {
                break;
            }
        }
        step
    }

    #[test]
    fn five_seconds_are_enough_and_less_are_not() {
        let neutral = std::iter::repeat(face(Expression::Neutral));
        assert_eq!(run(neutral.clone().take(25)), CalibrationStep::Looking(24.0 / 25.0));
        assert!(matches!(run(neutral.take(26)), CalibrationStep::Done(_)));
    }

    #[test]
    fn it_waits_for_a_face_but_not_for_ever() {
        let away = std::iter::repeat_n(Sighting::NoFace, 40);
        let then = away.clone().chain(std::iter::repeat_n(face(Expression::Sadness), 26));
        assert!(matches!(run(then), CalibrationStep::Done(_)));
        assert_eq!(run(away.cycle().take(60)), CalibrationStep::Failed(CalibrationProblem::NoFace));
        let alone = Calibration::start(Timestamp(0));
        assert_eq!(alone.step(Timestamp(10_001)), CalibrationStep::Failed(CalibrationProblem::NoFace));
    }

    #[test]
    fn a_blink_does_not_matter_but_going_away_does() {
        let some = |n| std::iter::repeat_n(face(Expression::Neutral), n);
        let blink = some(10).chain([Sighting::NoFace; 3]).chain(some(13));
        assert!(matches!(run(blink), CalibrationStep::Done(_)));
        let gone = some(10).chain([Sighting::Unclear(Unclear::TooDark); 9]);
        assert_eq!(run(gone), CalibrationStep::Failed(CalibrationProblem::Unclear));
        let crowd = some(10).chain([Sighting::SeveralFaces]);
        assert_eq!(run(crowd), CalibrationStep::Failed(CalibrationProblem::SeveralFaces));
    }

    #[test]
    fn a_smile_is_not_neutral_but_a_sad_rest_is() {
        let held = |e| run(std::iter::repeat_n(face(e), 30));
        assert_eq!(held(Expression::Happiness), CalibrationStep::Failed(CalibrationProblem::NotNeutral));
        assert!(matches!(held(Expression::Anger), CalibrationStep::Done(_)));
    }

    #[test]
    fn a_handful_of_looks_is_too_few() {
        let mut c = Calibration::start(Timestamp(0));
        for i in 0..5 {
            assert!(matches!(
                c.see(&face(Expression::Neutral), Timestamp(i * 1_200)),
                CalibrationStep::Looking(_)
            ));
        }
        let step = c.see(&face(Expression::Neutral), Timestamp(6_000));
        assert_eq!(step, CalibrationStep::Failed(CalibrationProblem::Unclear));
    }
}
