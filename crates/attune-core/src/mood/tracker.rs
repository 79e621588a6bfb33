//! From observations to a mood.

use super::filter::AxisFilter;
use super::learning::Learned;
use super::settle::{Pace, Settled, SettledExpression};
use super::words::{Confidence, MoodWord, NotSureReason};
use crate::circumplex::affect_of;
use crate::{
    Affect, AffectEstimate, Expression, ExpressionScores, Modality, Observation, Sighting, Span, Timestamp,
};

/// Looks closer together than this many seconds say nearly the same thing: a face does not change its meaning
/// five times a second. Their noise is raised so that a second of looking counts alike at any frame rate.
const FACE_CORRELATION: f64 = 10.0;
/// Spread of what the listener says themselves.
const YOUR_SD: f64 = 0.10;
/// How long the listener's word holds.
pub const CORRECTION_HOLDS: Span = Span::minutes(15);
/// An expression older than this is not shown any more.
const EXPRESSION_FRESH: Span = Span::seconds(5);
/// The reason "nobody in view" is given once nobody has been in view for this long.
const ABSENCE_COUNTS: Span = Span::seconds(3);

/// The mood at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mood {
    /// Mean and spread.
    pub estimate: AffectEstimate,
    /// What steers the music: follows the estimate with hysteresis.
    pub settled: Affect,
    /// The word for it.
    pub word: MoodWord,
    /// How sure.
    pub confidence: Confidence,
    /// Set when not sure.
    pub reason: Option<NotSureReason>,
    /// The scores of the last face, if that was moments ago.
    pub expression: Option<ExpressionScores>,
    /// Whose word it is.
    pub source: Option<Modality>,
    /// When something was last seen or said.
    pub seen_at: Option<Timestamp>,
    /// When the listener's correction ends, while it holds.
    pub correction_ends: Option<Timestamp>,
}

/// What the listener said, and what was believed before, for undo.
#[derive(Debug, Clone, Copy)]
struct Correction {
    ends: Timestamp,
    before: Belief,
}

/// The filter's state at a time.
#[derive(Debug, Clone, Copy, Default)]
struct Belief {
    valence: AxisFilter,
    arousal: AxisFilter,
    at: Option<Timestamp>,
    settled: Settled,
    source: Option<Modality>,
    seen_at: Option<Timestamp>,
}

/// What kept the last look from being used, and since when none could be.
#[derive(Debug, Clone, Copy)]
struct Absence {
    reason: NotSureReason,
    since: Timestamp,
}

/// Weighs observations over time. Pure: the same calls give the same mood.
#[derive(Debug, Clone, Default)]
pub struct MoodTracker {
    pace: Pace,
    belief: Belief,
    correction: Option<Correction>,
    absence: Option<Absence>,
    last_face: Option<(Timestamp, ExpressionScores)>,
    shown: SettledExpression,
    learned: Learned,
    /// The two last distinct times at which a face was read: equal-time looks share one gap, so that their
    /// order does not matter.
    face_times: (Option<Timestamp>, Option<Timestamp>),
}

impl MoodTracker {
    /// A tracker that knows nothing yet.
    #[must_use]
    pub fn new(pace: Pace) -> Self {
        Self { pace, ..Self::default() }
    }

    /// Changes how readily the mood and the music follow.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// What is known of how the listener shows a mood.
    #[must_use]
    pub fn learned(&self) -> &Learned {
        &self.learned
    }

    /// Replaces what is known of how the listener shows a mood.
    pub fn set_learned(&mut self, learned: Learned) {
        self.learned = learned;
    }

    /// The expression that the face has shown for a while: the last one there was.
    #[must_use]
    pub fn settled_expression(&self) -> Option<Expression> {
        self.shown.get()
    }

    /// Takes what the eyes found in one frame.
    pub fn see(&mut self, sighting: &Sighting, at: Timestamp) {
        match sighting {
            Sighting::Face(scores) => {
                let scores = self.learned.neutral().map_or(*scores, |n| n.apply(scores));
                self.observe(&Observation {
                    modality: Modality::Face,
                    at,
                    estimate: affect_of(&scores),
                    expression: Some(scores),
                });
            }
            Sighting::NoFace => self.miss(NotSureReason::NoFace, at),
            Sighting::SeveralFaces => self.miss(NotSureReason::SeveralFaces, at),
            Sighting::Unclear(why) => self.miss((*why).into(), at),
        }
    }

    /// Takes an observation. One from the past (a late message) counts as if it were made now.
    pub fn observe(&mut self, observation: &Observation) {
        let now = self.advance(observation.at);
        self.absence = None;
        if let Some(scores) = observation.expression {
            self.last_face = Some((now, scores));
        }
        if self.correction.is_some() {
            return;
        }
        if let Some(scores) = observation.expression {
            self.shown.see(&scores, now, self.pace);
        }
        let widen = self.correlation(now);
        let e = &observation.estimate;
        self.belief.valence.update(e.mean.valence, e.sd_valence.powi(2) * widen);
        self.belief.arousal.update(e.mean.arousal, e.sd_arousal.powi(2) * widen);
        self.belief.source = Some(observation.modality);
        self.belief.seen_at = Some(now);
        self.settle(now);
    }

    /// Takes the listener's word. It replaces what was believed and holds for [`CORRECTION_HOLDS`].
    pub fn correct(&mut self, affect: Affect, at: Timestamp) {
        let now = self.advance(at);
        let before = self.correction.map_or(self.belief, |c| c.before);
        self.correction = Some(Correction { ends: now + CORRECTION_HOLDS, before });
        self.belief.valence.set(affect.valence, YOUR_SD);
        self.belief.arousal.set(affect.arousal, YOUR_SD);
        self.belief.settled.set(affect);
        self.belief.source = Some(Modality::You);
        self.belief.seen_at = Some(now);
        self.absence = None;
    }

    /// Takes the correction back: what was believed before it, aged to `at`. False when none holds.
    pub fn undo_correction(&mut self, at: Timestamp) -> bool {
        let Some(correction) = self.correction.take() else { return false };
        self.belief = correction.before;
        self.advance(at);
        true
    }

    /// Forgets the mood, but neither the pace nor what was learned of the listener.
    pub fn forget(&mut self) {
        *self = Self { learned: self.learned, ..Self::new(self.pace) };
    }

    /// The mood at `at` (or at the latest time the tracker has seen, if that is later).
    pub fn mood(&mut self, at: Timestamp) -> Mood {
        let now = self.advance(at);
        let estimate = self.estimate();
        let expression =
            self.last_face.filter(|(t, _)| now - *t <= EXPRESSION_FRESH).map(|(_, scores)| scores);
        let reason = self.reason(&estimate, now);
        Mood {
            estimate,
            settled: self.belief.settled.affect(),
            word: MoodWord::of(estimate.mean, expression.as_ref().filter(|_| self.correction.is_none())),
            confidence: if reason.is_some() { Confidence::NotSure } else { Confidence::of(&estimate) },
            reason,
            expression,
            source: self.belief.source,
            seen_at: self.belief.seen_at,
            correction_ends: self.correction.map(|c| c.ends),
        }
    }

    fn estimate(&self) -> AffectEstimate {
        let b = &self.belief;
        AffectEstimate::new(Affect::new(b.valence.mean(), b.arousal.mean()), b.valence.sd(), b.arousal.sd())
    }

    /// Moves the belief to `at` (never back) and ends a correction whose time is over; gives the time reached.
    fn advance(&mut self, at: Timestamp) -> Timestamp {
        let now = self.belief.at.map_or(at, |t| t.max(at));
        if self.correction.is_some_and(|c| now >= c.ends) {
            let ends = self.correction.take().map_or(now, |c| c.ends);
            self.belief.at = Some(ends.min(now));
        }
        // While a correction holds it does not age.
        if self.correction.is_none() {
            let seconds = self.belief.at.map_or(0.0, |t| (now - t).as_seconds());
            self.belief.valence.predict(seconds, self.pace.time_constant());
            self.belief.arousal.predict(seconds, self.pace.time_constant());
        }
        self.belief.at = Some(now);
        now
    }

    fn correlation(&mut self, now: Timestamp) -> f64 {
        if self.face_times.1 != Some(now) {
            self.face_times = (self.face_times.1, Some(now));
        }
        self.face_times.0.map_or(1.0, |before| {
            let gap = (now - before).as_seconds().max(0.001);
            (FACE_CORRELATION / gap).max(1.0)
        })
    }

    fn miss(&mut self, reason: NotSureReason, at: Timestamp) {
        let now = self.advance(at);
        // A face that is now dark and now blurred, and now not found, has been away all the time.
        let since = self.absence.map_or(now, |a| a.since);
        self.absence = Some(Absence { reason, since });
    }

    fn settle(&mut self, now: Timestamp) {
        let estimate = self.estimate();
        if Confidence::of(&estimate) != Confidence::NotSure {
            self.belief.settled.follow(estimate.mean, now, self.pace);
        }
    }

    fn reason(&self, estimate: &AffectEstimate, now: Timestamp) -> Option<NotSureReason> {
        if self.correction.is_some() {
            return None;
        }
        if let Some(a) = self.absence
            && (a.reason == NotSureReason::SeveralFaces || now - a.since >= ABSENCE_COUNTS)
        {
            return Some(a.reason);
        }
        let Some(seen) = self.belief.seen_at else { return Some(NotSureReason::NothingYet) };
        (Confidence::of(estimate) == Confidence::NotSure).then_some(if now - seen > EXPRESSION_FRESH {
            NotSureReason::TooLongAgo
        } else {
            NotSureReason::Ambiguous
        })
    }
}

#[cfg(test)]
mod tests;
