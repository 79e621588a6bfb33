//! Ways of estimating the mood from what is seen.

use super::Moment;
use attune_core::circumplex::{affect_of, coordinates};
use attune_core::mood::{Learned, Pace};
use attune_core::{Affect, AffectEstimate, Modality, MoodTracker, Observation, Sighting, Timestamp};
use std::collections::VecDeque;

/// A way of estimating the mood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// The place of the last face's leading expression.
    LastLabel,
    /// The place of the expression that led most often over a window of seconds.
    Vote(u32),
    /// The faces' affects, smoothed exponentially with a time constant in seconds.
    Smoothing(f64),
    /// The tracker of the app, from the face alone.
    Face,
    /// The tracker from face, voice and pulse.
    Fused,
    /// The same, after this listener has corrected it now and then for some hours.
    Learned,
    /// The tracker from senses that answer as they were measured to: from the face, and from these as well.
    Measured {
        /// From the voice.
        voice: bool,
        /// From the pulse.
        pulse: bool,
    },
}

impl Method {
    /// The name in tables.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::LastLabel => "last label".into(),
            Self::Vote(s) => format!("majority vote over {s} s"),
            Self::Smoothing(s) => format!("exponential smoothing, {s:.0} s"),
            Self::Face => "Attune, face".into(),
            Self::Fused => "Attune, face, voice, pulse".into(),
            Self::Learned => "Attune, all, corrected before".into(),
            Self::Measured { voice: false, pulse: false } => "measured face".into(),
            Self::Measured { voice: true, pulse: false } => "measured face, voice".into(),
            Self::Measured { voice: false, pulse: true } => "measured face, pulse".into(),
            Self::Measured { voice: true, pulse: true } => "measured face, voice, pulse".into(),
        }
    }
}

/// A method at work.
pub(super) struct Estimator {
    method: Method,
    tracker: MoodTracker,
    labels: VecDeque<(u32, usize)>,
    told: Affect,
    at: Option<u32>,
}

impl Estimator {
    pub(super) fn new(method: Method, learned: &Learned) -> Self {
        let mut tracker = MoodTracker::new(Pace::default());
        tracker.set_learned(*learned);
        Self { method, tracker, labels: VecDeque::new(), told: Affect::NEUTRAL, at: None }
    }

    /// Takes a second; the mood as told, and as it would steer the music.
    pub(super) fn estimate(&mut self, moment: &Moment, second: u32) -> (Affect, Affect) {
        match self.method {
            Method::Face | Method::Fused | Method::Learned | Method::Measured { .. } => {
                self.track(moment, second)
            }
            _ => {
                self.read(moment, second);
                (self.told, self.told)
            }
        }
    }

    /// The tracker, for a correction.
    pub(super) fn tracker(&mut self) -> &mut MoodTracker {
        &mut self.tracker
    }

    fn track(&mut self, moment: &Moment, second: u32) -> (Affect, Affect) {
        let at = time(second);
        let sighting = moment.face.map_or(Sighting::NoFace, Sighting::Face);
        self.tracker.see(&sighting, at);
        let (hears, feels) = match self.method {
            Method::Measured { voice, pulse } => (voice, pulse),
            Method::Fused | Method::Learned => (true, true),
            _ => (false, false),
        };
        let voice = moment.voice.filter(|_| hears).map(|estimate| (Modality::Voice, estimate));
        let pulse = moment.pulse.filter(|_| feels).map(|estimate| (Modality::Pulse, estimate));
        for (modality, estimate) in voice.into_iter().chain(pulse) {
            self.tracker.observe(&Observation { modality, at, estimate, expression: None });
        }
        if let Some(rate) = moment.heart.filter(|_| feels) {
            self.tracker.feel(rate, at);
        }
        let mood = self.tracker.mood(at);
        (mood.estimate.mean, mood.settled)
    }

    fn read(&mut self, moment: &Moment, second: u32) {
        let Some(scores) = moment.face else { return };
        let (label, _) = scores.leading();
        match self.method {
            Method::Vote(window) => {
                self.labels.push_back((second, label as usize));
                self.labels.retain(|(at, _)| second - at < window);
                let mut votes = [0_u32; 8];
                self.labels.iter().for_each(|(_, l)| votes[*l] += 1);
                let most = attune_core::Expression::ALL.into_iter().max_by_key(|e| votes[*e as usize]);
                self.told = most.map_or(self.told, |e| coordinates(e).mean);
            }
            Method::Smoothing(tau) => {
                let AffectEstimate { mean, .. } = affect_of(&scores);
                let gap = self.at.map_or(f64::INFINITY, |at| f64::from(second - at));
                let gain = 1.0 - (-gap / tau).exp();
                self.told = Affect::new(
                    self.told.valence + gain * (mean.valence - self.told.valence),
                    self.told.arousal + gain * (mean.arousal - self.told.arousal),
                );
            }
            _ => self.told = coordinates(label).mean,
        }
        self.at = Some(second);
    }
}

/// The time of a second.
pub(super) fn time(second: u32) -> Timestamp {
    Timestamp(i64::from(second) * 1_000)
}
