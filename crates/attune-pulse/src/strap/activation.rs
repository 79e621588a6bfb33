//! How far the heart rate is from what is usual at rest, as a hint of arousal.
//!
//! The rate says a little about arousal and nothing about valence. Small differences say nothing at all, large ones
//! not more than moderate ones, and exercise is no emotion.

use super::resting::Baseline;

/// Within so many usual spreads of the rate at rest nothing is said,
const DEAD_ZONE: f64 = 1.0;

/// and beyond so many, not more.
const MOST: f64 = 3.0;

/// Above so many times the rate at rest the body works,
const EXERCISE: f64 = 1.6;

/// if it does so for so many seconds; and as long below it, it has come to rest.
const EXERCISE_SECONDS: f64 = 120.0;

/// Seconds without a rate after which nothing is known of what went on.
const LONGEST_GAP: f64 = 60.0;

/// Why the rate says nothing of arousal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    /// What is usual is not known yet.
    Unfamiliar,
    /// The listener moves, or did so moments ago.
    Exercise,
    /// That is no rate.
    NoRate,
}

/// Follows the rate, to tell exercise from calm.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Activation {
    last: Option<f64>,
    is_exercise: bool,
    /// Since when the rate has been on the other side of what is taken for exercise.
    changed: Option<f64>,
}

impl Activation {
    /// Takes in a rate in beats a minute at a time in seconds on a clock that does not go back. Says how far it is
    /// beyond the dead zone of one usual spread, in spreads: from -2 to 2, 0 within.
    pub fn push(&mut self, time: f64, rate: f64, usual: Option<Baseline>) -> Result<f64, Unsaid> {
        if !(time.is_finite() && rate.is_finite() && rate > 0.0) {
            return Err(Unsaid::NoRate);
        }
        let usual = usual.ok_or(Unsaid::Unfamiliar)?;
        if self.last.is_none_or(|last| !(0.0..=LONGEST_GAP).contains(&(time - last))) {
            *self = Self::default();
        }
        self.last = Some(time);
        self.follow(time, rate > EXERCISE * usual.rate);
        if self.is_exercise {
            return Err(Unsaid::Exercise);
        }
        let spreads = (rate - usual.rate) / usual.spread;
        Ok((spreads.abs().min(MOST) - DEAD_ZONE).max(0.0).copysign(spreads))
    }

    fn follow(&mut self, time: f64, is_high: bool) {
        if is_high == self.is_exercise {
            self.changed = None;
            return;
        }
        let since = *self.changed.get_or_insert(time);
        if time - since >= EXERCISE_SECONDS {
            self.is_exercise = is_high;
            self.changed = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const USUAL: Option<Baseline> = Some(Baseline { rate: 60.0, spread: 5.0 });

    #[test]
    fn small_differences_say_nothing_and_large_ones_no_more_than_three_spreads() {
        let said = |rate| Activation::default().push(0.0, rate, USUAL);
        for rate in [60.0, 64.9, 65.0, 55.0] {
            assert_eq!(said(rate), Ok(0.0), "{rate}");
        }
        for (rate, expected) in [(70.0, 1.0), (75.0, 2.0), (90.0, 2.0), (50.0, -1.0), (30.0, -2.0)] {
            assert_eq!(said(rate), Ok(expected), "{rate}");
        }
    }

    #[test]
    fn exercise_is_no_emotion_until_two_minutes_after_it() {
        let mut activation = Activation::default();
        let mut said = |time: u32, rate| activation.push(f64::from(time), rate, USUAL).is_ok();
        assert!((0..119).all(|t| said(t, 100.0)), "a fright is short");
        assert!((119..121).any(|t| !said(t, 100.0)));
        assert!((121..300).all(|t| !said(t, 140.0)));
        assert!((300..419).all(|t| !said(t, 80.0)), "coming to rest");
        assert!((421..500).all(|t| said(t, 80.0)));
    }

    #[test]
    fn a_gap_starts_anew_and_what_is_unknown_is_said() {
        let mut activation = Activation::default();
        for time in 0..200 {
            let _ = activation.push(f64::from(time), 120.0, USUAL);
        }
        assert_eq!(activation.push(200.0, 120.0, USUAL), Err(Unsaid::Exercise));
        assert_eq!(activation.push(300.0, 62.0, USUAL), Ok(0.0));
        assert_eq!(activation.push(301.0, 62.0, None), Err(Unsaid::Unfamiliar));
        for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(activation.push(302.0, rate, USUAL), Err(Unsaid::NoRate));
        }
    }

    proptest! {
        #[test]
        fn what_is_said_stays_in_range(
            steps in prop::collection::vec((-10.0..400.0_f64, any::<f64>()), 0..60),
        ) {
            let (mut activation, mut time) = (Activation::default(), 0.0);
            for (step, rate) in steps {
                time += step;
                if let Ok(said) = activation.push(time, rate, USUAL) {
                    prop_assert!((-2.0..=2.0).contains(&said));
                }
            }
        }
    }
}
