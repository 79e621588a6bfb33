//! From observations to a mood.

use super::belief::Belief;
use super::channel::Channel;
use super::filter::{CHANNELS, channel};
use super::learning::Learned;
use super::resting::{PulseFollower, PulseSays};
use super::settle::{Pace, SettledExpression};
use super::words::{Confidence, MoodWord, NotSureReason};
use crate::circumplex::affect_of;
use crate::{
    Affect, AffectEstimate, Expression, ExpressionScores, HeartRate, Modality, Observation, SenseGap,
    Sighting, Span, Timestamp,
};

/// How long the listener's word holds.
pub const CORRECTION_HOLDS: Span = Span::minutes(15);
/// A correction this soon after another one is the same one, put better.
const SAME_CORRECTION: Span = Span::minutes(1);
/// An expression older than this is not shown any more.
const EXPRESSION_FRESH: Span = Span::seconds(5);
/// The reason "nobody in view" is given once nobody has been in view for this long.
const ABSENCE_COUNTS: Span = Span::seconds(3);

/// The mood at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mood {
    /// Mean and spread.
    pub estimate: AffectEstimate,
    /// What is shown at this moment, mood and passing expression together; none when nothing was seen lately.
    pub moment: Option<AffectEstimate>,
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
    at: Timestamp,
    before: Belief,
    /// What was known of the listener before the first correction that holds, for undo.
    learned_before: Learned,
    /// The same before the last one, which another one may put better.
    learned_from: Learned,
    /// What the modalities had said when it was learned from.
    channels: [Channel; CHANNELS],
}

impl Correction {
    fn ends(&self) -> Timestamp {
        self.at + CORRECTION_HOLDS
    }
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
    channels: [Channel; CHANNELS],
    correction: Option<Correction>,
    absence: Option<Absence>,
    last_face: Option<(Timestamp, ExpressionScores)>,
    shown: SettledExpression,
    learned: Learned,
    pulse: PulseFollower,
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
        if let Some(correction) = &mut self.correction {
            // Taking the correction back must not bring back what was forgotten meanwhile.
            (correction.learned_before, correction.learned_from) = (learned, learned);
        }
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

    /// Takes how fast the heart beats; why it says nothing of the mood, where that has a reason.
    pub fn feel(&mut self, rate: HeartRate, at: Timestamp) -> Option<SenseGap> {
        let now = self.advance(at);
        match self.pulse.take(rate, now, self.learned.resting_mut()) {
            PulseSays::Affect(estimate) => {
                self.observe(&Observation { modality: Modality::Pulse, at: now, estimate, expression: None });
                None
            }
            PulseSays::Gap(gap) => Some(gap),
            PulseSays::Nothing => None,
        }
    }

    /// Takes an observation of any modality; the listener's own word is a correction. One from the past (a late
    /// message) counts as if it were made now.
    pub fn observe(&mut self, observation: &Observation) {
        let Some(channel) = channel(observation.modality) else {
            self.correct(observation.estimate.mean, observation.at);
            return;
        };
        let now = self.advance(observation.at);
        if let Some(scores) = observation.expression {
            self.absence = None;
            self.last_face = Some((now, scores));
        }
        self.channels[channel].read(observation.estimate.mean, now);
        if self.correction.is_some() {
            return;
        }
        if let Some(scores) = observation.expression {
            self.shown.see(&scores, now, self.pace);
        }
        self.belief.observe(observation, channel, now, &self.learned);
        self.belief.doubt(&self.channels, &self.learned, now);
        self.belief.settle(now, self.pace);
    }

    /// Takes the listener's word. It replaces what was believed and holds for [`CORRECTION_HOLDS`]; what each
    /// modality said just before is compared with it and learned from.
    pub fn correct(&mut self, affect: Affect, at: Timestamp) {
        let now = self.advance(at);
        let again = self.correction.filter(|c| now - c.at <= SAME_CORRECTION);
        let (learned_from, channels) =
            again.map_or((self.learned, self.channels), |c| (c.learned_from, c.channels));
        let (before, learned_before) =
            self.correction.map_or((self.belief, self.learned), |c| (c.before, c.learned_before));
        self.restore_learned(&learned_from);
        for (channel, modality) in channels.iter().zip(Learned::MODALITIES) {
            if let Some(shown) = channel.fresh(again.map_or(now, |c| c.at)) {
                self.learned.learn(modality, shown, affect);
            }
        }
        self.correction = Some(Correction { at: now, before, learned_before, learned_from, channels });
        self.belief.correct(affect, now, self.pace, &self.learned);
        self.absence = None;
    }

    /// Takes the correction back: what was believed before it, aged to `at`, and what was known of the listener.
    /// False when none holds.
    pub fn undo_correction(&mut self, at: Timestamp) -> bool {
        let Some(correction) = self.correction.take() else { return false };
        self.belief = correction.before;
        self.restore_learned(&correction.learned_before);
        self.advance(at);
        true
    }

    /// Ends the listener's correction at `at`: from now on the belief ages and other senses count again. What was learned
    /// from it stays.
    pub fn end_correction(&mut self, at: Timestamp) {
        self.advance(at);
        if self.correction.take().is_some() {
            self.belief.lapse();
        }
    }

    /// Forgets the mood, but neither the pace nor what was learned of the listener.
    pub fn forget(&mut self) {
        *self = Self { learned: self.learned, ..Self::new(self.pace) };
    }

    /// The latest time this has seen: it never goes back.
    #[must_use]
    pub fn reached(&self) -> Option<Timestamp> {
        self.belief.at()
    }

    /// The mood at `at` (or at the latest time the tracker has seen, if that is later).
    pub fn mood(&mut self, at: Timestamp) -> Mood {
        let now = self.advance(at);
        let estimate = self.belief.estimate();
        let lately = |t: &Timestamp| now - *t <= EXPRESSION_FRESH;
        let expression = self.last_face.filter(|(t, _)| lately(t)).map(|(_, scores)| scores);
        let reason = self.reason(&estimate, now);
        let yours = self.correction.is_some();
        Mood {
            estimate,
            moment: self.belief.seen_at().filter(lately).filter(|_| !yours).map(|_| self.belief.moment()),
            settled: self.belief.settled(),
            word: MoodWord::of(estimate.mean, expression.as_ref().filter(|_| !yours)),
            confidence: if reason.is_some() { Confidence::NotSure } else { Confidence::of(&estimate) },
            reason,
            expression,
            source: self.belief.source(),
            seen_at: self.belief.seen_at(),
            correction_ends: self.correction.map(|c| c.ends()),
        }
    }

    /// Goes back to what corrections had taught; what was heard of the pulse at rest meanwhile stays.
    fn restore_learned(&mut self, learned: &Learned) {
        let resting = *self.learned.resting();
        self.learned = *learned;
        *self.learned.resting_mut() = resting;
    }

    /// Moves the belief to `at` (never back) and ends a correction whose time is over; gives the time reached.
    fn advance(&mut self, at: Timestamp) -> Timestamp {
        let now = self.belief.at().map_or(at, |t| t.max(at));
        if let Some(correction) = self.correction {
            // While it holds it does not age.
            let ends = correction.ends();
            self.belief.stay(now.min(ends));
            if now >= ends {
                self.correction = None;
                self.belief.lapse();
            }
        }
        if self.correction.is_none() {
            self.belief.age(now, self.pace, &self.learned);
        }
        now
    }

    fn miss(&mut self, reason: NotSureReason, at: Timestamp) {
        let now = self.advance(at);
        // A face that is now dark and now blurred, and now not found, has been away all the time.
        let since = self.absence.map_or(now, |a| a.since);
        self.absence = Some(Absence { reason, since });
    }

    fn reason(&self, estimate: &AffectEstimate, now: Timestamp) -> Option<NotSureReason> {
        if self.correction.is_some() {
            return None;
        }
        let absence = self
            .absence
            .filter(|a| a.reason == NotSureReason::SeveralFaces || now - a.since >= ABSENCE_COUNTS);
        let heard = [Modality::Voice, Modality::Pulse].into_iter().filter_map(channel);
        let heard = heard.into_iter().any(|c| self.channels[c].fresh(now).is_some());
        let unsure = Confidence::of(estimate) == Confidence::NotSure;
        // Whom the camera does not see may still be heard.
        if let Some(a) = absence.filter(|_| unsure || !heard) {
            return Some(a.reason);
        }
        let Some(seen) = self.belief.seen_at() else { return Some(NotSureReason::NothingYet) };
        unsure.then_some(if now - seen > EXPRESSION_FRESH {
            NotSureReason::TooLongAgo
        } else {
            NotSureReason::Ambiguous
        })
    }
}

#[cfg(test)]
mod tests;
