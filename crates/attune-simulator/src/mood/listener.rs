//! One made-up listener.

use super::SenseAnswers;
use crate::random::Random;
use attune_core::circumplex::coordinates;
use attune_core::{Affect, AffectEstimate, Expression, ExpressionScores, HeartRate};

/// Mean time between real changes of mood, in seconds.
const CHANGE_EVERY: f64 = 1_500.0;
/// A new mood is at least this far from the old one on one of the axes.
const CHANGE_AT_LEAST: f64 = 0.4;
/// Mean time between bursts of expression, and their mean length, in seconds.
const BURST_EVERY: f64 = 40.0;
const BURST_LASTS: f64 = 5.0;
/// Standard deviation of a burst on either axis.
const BURST_SD: f64 = 0.5;
/// How long the listener is in view and away on average, in seconds.
const IN_VIEW: f64 = 900.0;
const AWAY: f64 = 60.0;
/// How long the listener is silent and speaks on average, in seconds.
const SILENT: f64 = 150.0;
const SPEAKS: f64 = 20.0;

/// A heart at rest and how far above it arousal lifts it, in beats a minute: that of a seated adult, and as much as the
/// mood tracker believes.
const RESTING: f64 = 62.0;
const USUALLY_ABOVE: f64 = 8.0;
const ABOVE_PER_AROUSAL: f64 = 8.0 / 0.35;
/// What the heart does for other reasons: beats a minute, over so many seconds.
const DRIFT: f64 = 5.0;
const DRIFT_LASTS: f64 = 120.0;

/// How a listener differs from others: what each modality shows beyond what is felt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habits {
    /// Of the face.
    pub face: (f64, f64),
    /// Of the voice.
    pub voice: (f64, f64),
    /// Of the pulse, which has no valence.
    pub pulse: f64,
}

/// One second of a listener.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The mood that is to be found.
    pub mood: Affect,
    /// When the mood last really changed, in seconds; none before the first change.
    pub changed: Option<u32>,
    /// What a classifier says of the face, if it is in view.
    pub face: Option<ExpressionScores>,
    /// What the voice says, if it is heard.
    pub voice: Option<AffectEstimate>,
    /// What the pulse says, every ten seconds.
    pub pulse: Option<AffectEstimate>,
    /// The rate of the heart as it is measured, of a listener with measured senses.
    pub heart: Option<HeartRate>,
}

/// A listener who lives second by second.
#[derive(Debug, Clone)]
pub struct Listener {
    random: Random,
    /// How the senses answer; none for the made-up way.
    answers: Option<&'static SenseAnswers>,
    drift: f64,
    habits: Habits,
    second: u32,
    mood: Affect,
    changed: Option<u32>,
    next_change: f64,
    burst: (f64, f64),
    burst_ends: f64,
    next_burst: f64,
    in_view: (bool, f64),
    speaks: (bool, f64),
}

impl Listener {
    /// The listener of that seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed).part(1);
        let mut habit = |sd: f64| sd * random.normal();
        let habits = Habits {
            face: (habit(0.15), habit(0.15)),
            voice: (habit(0.15), habit(0.15)),
            pulse: habit(0.15),
        };
        let mood = place(&mut random);
        let next_change = random.exponential(CHANGE_EVERY);
        let next_burst = random.exponential(BURST_EVERY);
        Self {
            random,
            answers: None,
            drift: 0.0,
            habits,
            second: 0,
            mood,
            changed: None,
            next_change,
            burst: (0.0, 0.0),
            burst_ends: 0.0,
            next_burst,
            in_view: (true, IN_VIEW),
            speaks: (false, SILENT),
        }
    }

    /// The same listener, met by senses that answer as these samples do.
    #[must_use]
    pub fn met_by(seed: u64, answers: &'static SenseAnswers) -> Self {
        Self { answers: Some(answers), ..Self::new(seed) }
    }

    /// What sets this listener apart.
    #[must_use]
    pub fn habits(&self) -> Habits {
        self.habits
    }

    /// The next second.
    pub fn live(&mut self) -> Moment {
        let now = f64::from(self.second);
        self.change(now);
        self.express(now);
        self.in_view = turn(self.in_view, now, (IN_VIEW, AWAY), &mut self.random);
        self.speaks = turn(self.speaks, now, (SPEAKS, SILENT), &mut self.random);
        let moment = Moment {
            mood: self.mood,
            changed: self.changed,
            face: self.in_view.0.then(|| self.face()).flatten(),
            voice: (self.speaks.0 && self.second.is_multiple_of(4)).then(|| self.voice()).flatten(),
            pulse: (self.answers.is_none() && self.second.is_multiple_of(10)).then(|| self.pulse()),
            heart: self.heart(),
        };
        self.second += 1;
        moment
    }

    fn change(&mut self, now: f64) {
        if now < self.next_change {
            return;
        }
        self.next_change = now + 120.0 + self.random.exponential(CHANGE_EVERY);
        let before = self.mood;
        while before.axis_distance(self.mood) < CHANGE_AT_LEAST {
            self.mood = place(&mut self.random);
        }
        self.changed = Some(self.second);
    }

    fn express(&mut self, now: f64) {
        if now >= self.next_burst {
            self.burst = (BURST_SD * self.random.normal(), BURST_SD * self.random.normal());
            self.burst_ends = now + self.random.exponential(BURST_LASTS).max(1.0);
            self.next_burst = self.burst_ends + self.random.exponential(BURST_EVERY);
        }
        if now >= self.burst_ends {
            self.burst = (0.0, 0.0);
        }
    }

    /// Scores of a classifier that sees where on the plane the face is, through noise.
    fn face(&mut self) -> Option<ExpressionScores> {
        let (v, a) = self.shown(self.habits.face);
        if let Some(answers) = self.answers {
            return answers.face(Affect::new(v, a), &mut self.random);
        }
        let logits = Expression::ALL.map(|e| {
            let at = coordinates(e).mean;
            let near = -((at.valence - v).powi(2) + (at.arousal - a).powi(2)) / (2.0 * 0.3 * 0.3);
            // Disgust, fear and contempt are rare, and classifiers know it.
            let rare = matches!(e, Expression::Disgust | Expression::Fear | Expression::Contempt);
            (near - if rare { 2.0 } else { 0.0 } + 0.8 * self.random.normal()) as f32
        });
        ExpressionScores::from_logits(logits, 1.0).ok()
    }

    fn voice(&mut self) -> Option<AffectEstimate> {
        let (v, a) = self.shown(self.habits.voice);
        if let Some(answers) = self.answers {
            return answers.voice(Affect::new(v, a), &mut self.random);
        }
        let noisy = Affect::new(v + 0.35 * self.random.normal(), a + 0.25 * self.random.normal());
        Some(AffectEstimate::new(noisy, 0.35, 0.25))
    }

    /// A heart that follows arousal among other things, as a measurement of it says.
    fn heart(&mut self) -> Option<HeartRate> {
        let answers = self.answers?;
        let stays = (-1.0 / DRIFT_LASTS).exp();
        self.drift = self.drift * stays + DRIFT * (1.0 - stays * stays).sqrt() * self.random.normal();
        let arousal = self.mood.arousal + self.habits.pulse;
        let rate = RESTING + USUALLY_ABOVE + ABOVE_PER_AROUSAL * arousal + self.drift;
        HeartRate::new((rate + answers.pulse(&mut self.random)).clamp(45.0, 180.0))
    }

    fn pulse(&mut self) -> AffectEstimate {
        let arousal = self.mood.arousal + self.habits.pulse + 0.3 * self.random.normal();
        AffectEstimate::new(Affect::new(0.0, arousal), 1.0, 0.3)
    }

    fn shown(&self, habit: (f64, f64)) -> (f64, f64) {
        (self.mood.valence + self.burst.0 + habit.0, self.mood.arousal + self.burst.1 + habit.1)
    }
}

/// A place on the plane where moods are.
fn place(random: &mut Random) -> Affect {
    let axis = |r: &mut Random| (0.45 * r.normal()).clamp(-0.8, 0.8);
    Affect::new(axis(random), axis(random))
}

/// Goes on or turns; the lengths are those of (on, off).
fn turn(state: (bool, f64), now: f64, lengths: (f64, f64), random: &mut Random) -> (bool, f64) {
    if now < state.1 {
        return state;
    }
    let on = !state.0;
    (on, now + 1.0 + random.exponential(if on { lengths.0 } else { lengths.1 }))
}
