//! The listener's pulse at rest, learned over days, and what a pulse above it says.
//!
//! A heart beats for many reasons, so a pulse speaks quietly: of arousal only, and only beyond what this heart usually
//! does. The rate at rest is the rate that one minute in twenty stays below, followed by stochastic approximation (H.
//! Robbins and S. Monro, Ann. Math. Stat. 22 (1951)), so that three numbers hold days.

use crate::{Affect, AffectEstimate, HeartRate, SenseGap, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Minutes after which a rate at rest is believed.
const ENOUGH: f64 = 10.0;
/// The share of minutes that lie below the rate at rest.
const QUIET_SHARE: f64 = 0.05;
/// How far one minute moves the rate at rest at first (divided by the number of minutes) and at least, in beats a minute
/// per unit of surprise.
const GAIN: (f64, f64) = (60.0, 1.0);
/// How far above rest a heart usually beats before anything is known of it, in beats a minute: that of a seated adult.
const USUALLY_ABOVE: f64 = 8.0;
/// That is never believed to be less or more.
const ABOVE_BOUNDS: (f64, f64) = (4.0, 25.0);
/// The share of what was known that one minute replaces in it, at least.
const ABOVE_GAIN: f64 = 0.01;
/// Beyond rest by less than this many usual distances a pulse says nothing.
const DEAD_ZONE: f64 = 1.0;
/// More of them say no more.
const AT_MOST: f64 = 3.0;
/// The arousal that one usual distance beyond the dead zone suggests.
const AROUSAL: f64 = 0.35;
/// Spread of it: a fifth of the evidence of a look at a resting face, whose spread is 0.35.
const SD_AROUSAL: f64 = 0.80;
/// A pulse says nothing about valence.
const SD_VALENCE: f64 = 10.0;
/// A rate above this many times the rate at rest is exercise, if it lasts.
const EXERCISE: f64 = 1.6;
/// So many minutes of it are exercise.
const EXERCISE_MINUTES: u32 = 2;
/// Seconds between two words of a pulse: it does not change faster.
const EVERY: Span = Span::seconds(5);
/// Minutes with fewer rates than this are not counted.
const HEARD_ENOUGH: u32 = 10;

/// What is known of the listener's pulse at rest.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RestingPulse {
    /// Minutes heard, 0 or more.
    minutes: f64,
    /// The rate at rest in beats a minute; that of the quietest minute before there are enough.
    rest: f64,
    /// How far above it the heart usually beats, in beats a minute.
    above: f64,
}

impl Default for RestingPulse {
    fn default() -> Self {
        Self { minutes: 0.0, rest: 0.0, above: USUALLY_ABOVE }
    }
}

impl RestingPulse {
    /// The rate at rest in beats a minute; none before it is known.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        (self.minutes >= ENOUGH).then_some(self.rest)
    }

    /// For how many minutes it was heard.
    #[must_use]
    pub fn minutes(&self) -> f64 {
        self.minutes
    }

    /// Takes the mean rate of one minute.
    fn hear(&mut self, rate: f64) {
        self.minutes += 1.0;
        self.rest = if self.minutes <= 1.0 {
            rate
        } else if self.minutes <= ENOUGH {
            self.rest.min(rate)
        } else {
            let below = if rate < self.rest { 1.0 } else { 0.0 };
            let gain = (GAIN.0 / self.minutes).max(GAIN.1);
            (self.rest + gain * (QUIET_SHARE - below)).clamp(30.0, 240.0)
        };
        let gain = (1.0 / (self.minutes + ENOUGH)).max(ABOVE_GAIN);
        let above = self.above + gain * ((rate - self.rest).max(0.0) - self.above);
        self.above = above.clamp(ABOVE_BOUNDS.0, ABOVE_BOUNDS.1);
    }

    /// What a rate says of the mood; nothing before the rate at rest is known.
    #[must_use]
    pub fn affect(&self, rate: HeartRate) -> Option<AffectEstimate> {
        let z = (rate.per_minute - self.rate()?) / self.above;
        let beyond = z.signum() * (z.abs().min(AT_MOST) - DEAD_ZONE).max(0.0);
        Some(AffectEstimate::new(Affect::new(0.0, AROUSAL * beyond), SD_VALENCE, SD_AROUSAL))
    }

    /// What is known of it, in English.
    #[must_use]
    pub fn english(&self) -> String {
        match self.rate() {
            Some(rate) => format!("At rest it is about {rate:.0} beats a minute."),
            None if self.minutes > 0.0 => "Your pulse at rest is still being learned.".to_owned(),
            None => String::new(),
        }
    }

    /// With numbers that were read from somewhere brought into their ranges.
    pub(super) fn sound(self) -> Self {
        let numbers = [self.minutes, self.rest, self.above];
        let usable = numbers.iter().all(|x| x.is_finite()) && self.minutes >= 0.0;
        if !usable || (self.minutes > 0.0 && !(30.0..=240.0).contains(&self.rest)) {
            return Self::default();
        }
        Self { above: self.above.clamp(ABOVE_BOUNDS.0, ABOVE_BOUNDS.1), ..self }
    }
}

/// The minute that is being heard.
#[derive(Debug, Clone, Copy)]
struct Minute {
    began: Timestamp,
    sum: f64,
    heard: u32,
}

/// Follows a pulse from rate to rate. Pure: equal calls give equal answers.
#[derive(Debug, Clone, Copy, Default)]
pub struct PulseFollower {
    minute: Option<Minute>,
    /// Minutes of exercise up to now.
    fast: u32,
    spoke: Option<Timestamp>,
}

/// What a rate says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PulseSays {
    /// This affect.
    Affect(AffectEstimate),
    /// Nothing of the mood, and why.
    Gap(SenseGap),
    /// Nothing new.
    Nothing,
}

impl PulseFollower {
    /// Takes a rate at a time that never goes back. Whole minutes teach `resting`, other than those of exercise.
    pub fn take(&mut self, rate: HeartRate, at: Timestamp, resting: &mut RestingPulse) -> PulseSays {
        self.count(rate, at, resting);
        if self.fast >= EXERCISE_MINUTES {
            return PulseSays::Gap(SenseGap::Exercise);
        }
        let Some(affect) = resting.affect(rate) else { return PulseSays::Gap(SenseGap::LearningRest) };
        if self.spoke.is_some_and(|spoke| at - spoke < EVERY) {
            return PulseSays::Nothing;
        }
        self.spoke = Some(at);
        PulseSays::Affect(affect)
    }

    fn count(&mut self, rate: HeartRate, at: Timestamp, resting: &mut RestingPulse) {
        let minute = self.minute.get_or_insert(Minute { began: at, sum: 0.0, heard: 0 });
        minute.sum += rate.per_minute;
        minute.heard += 1;
        if at - minute.began < Span::minutes(1) {
            return;
        }
        let (heard, mean) = (minute.heard, minute.sum / f64::from(minute.heard));
        self.minute = None;
        let fast = resting.rate().is_some_and(|rest| mean > EXERCISE * rest);
        self.fast = if fast { self.fast.saturating_add(1) } else { 0 };
        if heard >= HEARD_ENOUGH && !fast {
            resting.hear(mean);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rate(per_minute: f64) -> HeartRate {
        HeartRate::new(per_minute).unwrap()
    }

    /// A rate a second, from `from` seconds on.
    fn follow(
        f: &mut PulseFollower,
        resting: &mut RestingPulse,
        from: i64,
        rates: impl IntoIterator<Item = f64>,
    ) -> PulseSays {
        let mut last = PulseSays::Nothing;
        for (second, r) in (from..).zip(rates) {
            let says = f.take(rate(r), Timestamp(second * 1_000), resting);
            if says != PulseSays::Nothing {
                last = says;
            }
        }
        last
    }

    fn seated(seconds: usize) -> impl Iterator<Item = f64> {
        (0..seconds).map(|i| 62.0 + 8.0 * (1.0 + (i as f64 / 400.0).sin()))
    }

    #[test]
    fn nothing_is_said_before_the_pulse_at_rest_is_known() {
        let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
        let says = follow(&mut f, &mut resting, 0, seated(300));
        assert_eq!(says, PulseSays::Gap(SenseGap::LearningRest));
        assert_eq!(resting.rate(), None);
    }

    #[test]
    fn days_give_a_rate_at_rest_near_the_quietest_minutes() {
        let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
        follow(&mut f, &mut resting, 0, seated(3_600 * 8));
        let rest = resting.rate().unwrap();
        assert!((61.0..66.0).contains(&rest), "{rest}");
    }

    #[test]
    fn a_pulse_above_the_usual_is_arousal_and_never_valence() {
        let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
        follow(&mut f, &mut resting, 0, seated(3_600 * 4));
        let usual = resting.affect(rate(resting.rate().unwrap() + 3.0)).unwrap();
        assert!(usual.mean.arousal.abs() < 1e-12, "{usual:?}");
        let lively = resting.affect(rate(92.0)).unwrap();
        assert!(lively.mean.arousal > 0.2, "{lively:?}");
        assert!(lively.mean.valence.abs() < 1e-12 && lively.sd_valence > 5.0);
        let most = resting.affect(rate(180.0)).unwrap();
        assert!(most.mean.arousal <= 0.7 + 1e-9, "{most:?}");
    }

    #[test]
    fn it_weighs_at_most_a_fifth_of_a_look_at_a_face() {
        let face = crate::circumplex::coordinates(crate::Expression::Neutral).sd_arousal;
        assert!((face / SD_AROUSAL).powi(2) <= 0.2);
    }

    #[test]
    fn exercise_is_no_emotion_and_teaches_nothing() {
        let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
        follow(&mut f, &mut resting, 0, seated(3_600));
        let before = resting;
        let running = std::iter::repeat_n(130.0, 300);
        assert_eq!(follow(&mut f, &mut resting, 4_000, running), PulseSays::Gap(SenseGap::Exercise));
        // Of the minute in which it began the first part was still seated.
        assert!((resting.minutes - before.minutes) <= 1.0);
        let after = follow(&mut f, &mut resting, 4_400, seated(130));
        assert!(matches!(after, PulseSays::Affect(_)), "{after:?}");
    }

    #[test]
    fn it_speaks_every_five_seconds() {
        let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
        follow(&mut f, &mut resting, 0, seated(1_200));
        let words = (0..60).filter(|i| {
            matches!(f.take(rate(80.0), Timestamp((2_000 + i) * 1_000), &mut resting), PulseSays::Affect(_))
        });
        assert_eq!(words.count(), 12);
    }

    #[test]
    fn numbers_that_cannot_be_are_forgotten() {
        for wrong in [
            RestingPulse { minutes: f64::NAN, ..RestingPulse::default() },
            RestingPulse { minutes: -1.0, ..RestingPulse::default() },
            RestingPulse { minutes: 20.0, rest: 500.0, above: 8.0 },
            RestingPulse { minutes: 20.0, rest: 0.0, above: 8.0 },
        ] {
            assert_eq!(wrong.sound(), RestingPulse::default());
        }
        let wide = RestingPulse { minutes: 20.0, rest: 60.0, above: 900.0 }.sound();
        assert_eq!((wide.rate(), wide.above), (Some(60.0), ABOVE_BOUNDS.1));
    }

    proptest! {
        #[test]
        fn any_rates_leave_numbers_in_their_ranges(rates in proptest::collection::vec(30.0..240.0f64, 1..2_000)) {
            let (mut f, mut resting) = (PulseFollower::default(), RestingPulse::default());
            follow(&mut f, &mut resting, 0, rates);
            prop_assert_eq!(resting.sound(), resting);
            if let Some(e) = resting.affect(rate(100.0)) {
                prop_assert!(e.mean.arousal.abs() <= 0.7 + 1e-9);
            }
        }
    }
}
