//! How evenly the heart beats: RMSSD, the root mean square of differences between successive intervals.

use super::packet::Measurement;
use std::collections::VecDeque;

/// Seconds of intervals that are kept, and that there must be.
const KEPT: f64 = 120.0;
const NEEDED: f64 = 60.0;

/// Intervals that a heart has, in seconds: 240 to 25 beats a minute.
const POSSIBLE: std::ops::RangeInclusive<f64> = 0.25..=2.4;

/// By more than this share of the interval before, a change is an artefact (the rule of Malik et al. 1996).
const ARTEFACT: f64 = 0.2;

/// The share of artefacts above which nothing is said.
const MOST_ARTEFACTS: f64 = 0.05;

/// Artefacts in a row after which the next interval is believed again: the rhythm has changed, not the strap.
const GIVE_IN: usize = 3;

/// By how many seconds a message may come late before beats must have been missed in between.
const LATE: f64 = 2.5;

/// Why nothing is said of the variability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TooFew {
    /// Fewer than 60 seconds of intervals.
    Time {
        /// Seconds that are missing.
        left: f64,
    },
    /// 5 in 100 intervals or more are artefacts.
    Good {
        /// Their share, from 0 to 1.
        artefacts: f64,
    },
}

/// One interval.
#[derive(Debug, Clone, Copy)]
struct Beat {
    seconds: f64,
    is_artefact: bool,
    /// Whether it follows on the one before without a gap.
    follows: bool,
}

/// The intervals of the last two minutes.
#[derive(Debug, Clone, Default)]
pub struct Variability {
    beats: VecDeque<Beat>,
    /// The last interval that is no artefact.
    believed: Option<f64>,
    artefacts_in_a_row: usize,
    last_message: Option<f64>,
}

impl Variability {
    /// Takes in a message that came at a time, in seconds on a clock that does not go back.
    pub fn push(&mut self, time: f64, message: &Measurement) {
        if message.usable().is_none() {
            // Nothing before it is followed by what comes after.
            self.believed = None;
            self.last_message = None;
            return;
        }
        let span: f64 = message.intervals.iter().sum();
        let is_late = self.last_message.is_none_or(|last| !(0.0..=span + LATE).contains(&(time - last)));
        self.last_message = Some(time).filter(|time| time.is_finite());
        for (i, seconds) in message.intervals.iter().enumerate() {
            self.add(*seconds, i > 0 || !is_late);
        }
    }

    /// The natural logarithm of RMSSD in milliseconds, over the last 60 to 120 seconds of intervals.
    pub fn ln_rmssd(&self) -> Result<f64, TooFew> {
        let seconds = self.seconds();
        if seconds < NEEDED {
            return Err(TooFew::Time { left: NEEDED - seconds });
        }
        let artefacts = self.beats.iter().filter(|b| b.is_artefact).count() as f64 / self.beats.len() as f64;
        if artefacts >= MOST_ARTEFACTS {
            return Err(TooFew::Good { artefacts });
        }
        let pairs = self.beats.iter().zip(self.beats.iter().skip(1));
        let joined = pairs.filter(|(a, b)| b.follows && !a.is_artefact && !b.is_artefact);
        let squares: Vec<f64> = joined.map(|(a, b)| (1e3 * (b.seconds - a.seconds)).powi(2)).collect();
        let mean = squares.iter().sum::<f64>() / squares.len().max(1) as f64;
        // A strap's steps are 1 ms: below that nothing is known.
        Ok(mean.sqrt().max(1.0).ln())
    }

    fn seconds(&self) -> f64 {
        self.beats.iter().map(|beat| beat.seconds).sum()
    }

    fn add(&mut self, seconds: f64, follows: bool) {
        let believed = self.believed.filter(|_| follows && self.artefacts_in_a_row < GIVE_IN);
        let is_near = believed.is_none_or(|last| (seconds - last).abs() <= ARTEFACT * last);
        let is_artefact = !POSSIBLE.contains(&seconds) || !is_near;
        if is_artefact {
            self.artefacts_in_a_row += 1;
        } else {
            self.artefacts_in_a_row = 0;
            self.believed = Some(seconds);
        }
        let seconds = seconds.min(*POSSIBLE.end());
        self.beats.push_back(Beat { seconds, is_artefact, follows });
        while self.seconds() > KEPT || self.beats.len() > 600 {
            self.beats.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strap::Contact;
    use proptest::prelude::*;

    fn message(intervals: &[f64]) -> Measurement {
        Measurement { rate: 60, contact: Contact::Good, energy: None, intervals: intervals.to_vec() }
    }

    /// Intervals one a message, each when it is over.
    fn fed(intervals: &[f64]) -> Variability {
        let (mut variability, mut time) = (Variability::default(), 0.0);
        for interval in intervals {
            time += interval;
            variability.push(time, &message(&[*interval]));
        }
        variability
    }

    #[test]
    fn intervals_that_swing_have_the_rmssd_of_their_steps() {
        let swinging: Vec<f64> = (0..70).map(|i| if i % 2 == 0 { 0.98 } else { 1.02 }).collect();
        assert!((fed(&swinging).ln_rmssd().unwrap() - 40.0_f64.ln()).abs() < 1e-9);
    }

    #[test]
    fn a_minute_is_needed() {
        let said = fed(&[1.0; 45]).ln_rmssd();
        assert!(matches!(said, Err(TooFew::Time { left }) if (left - 15.0).abs() < 1e-9), "{said:?}");
        assert_eq!(fed(&[1.0; 60]).ln_rmssd(), Ok(0.0));
    }

    #[test]
    fn a_few_artefacts_are_left_out_and_many_are_refused() {
        let mut beats = vec![1.0; 100];
        beats[30] = 1.9;
        beats[60] = 0.5;
        assert_eq!(fed(&beats).ln_rmssd(), Ok(0.0));
        (0..100).step_by(19).for_each(|i| beats[i] = 1.5);
        assert!(matches!(fed(&beats).ln_rmssd(), Err(TooFew::Good { artefacts }) if artefacts >= 0.05));
    }

    #[test]
    fn a_rhythm_that_changes_is_believed_after_three_beats() {
        let beats = [vec![1.0; 90], vec![0.6; 60]].concat();
        let variability = fed(&beats);
        assert_eq!(variability.beats.iter().filter(|b| b.is_artefact).count(), 3);
        assert!(variability.ln_rmssd().is_ok());
    }

    #[test]
    fn nothing_is_compared_across_a_gap() {
        let (mut variability, mut time) = (Variability::default(), 0.0);
        for i in 0..100 {
            time += if i == 50 { 30.0 } else { 1.0 };
            let interval = if i < 50 { 1.0 } else { 1.15 };
            variability.push(time, &message(&[interval]));
        }
        assert_eq!(variability.ln_rmssd(), Ok(0.0));
        let lost = Measurement { contact: Contact::Lost, ..message(&[0.4]) };
        variability.push(time + 1.0, &lost);
        variability.push(time + 2.0, &message(&[0.9]));
        assert_eq!(variability.ln_rmssd(), Ok(0.0));
    }

    proptest! {
        #[test]
        fn any_intervals_give_a_finite_number_or_a_reason(
            beats in prop::collection::vec(prop_oneof![4 => 0.6..1.1, 1 => 0.0..64.0], 0..300),
            late in prop::collection::vec(prop_oneof![9 => Just(0.0), 1 => -100.0..100.0], 300),
        ) {
            let (mut variability, mut time) = (Variability::default(), 0.0);
            for (beat, late) in beats.iter().zip(late) {
                time += beat + late;
                variability.push(time, &message(&[*beat]));
            }
            if let Ok(said) = variability.ln_rmssd() {
                // Steps of neighbours that are no artefacts are below a fifth of 2.4 s.
                prop_assert!((0.0..=480.0_f64.ln()).contains(&said), "{said}");
            }
            prop_assert!(variability.seconds() <= KEPT);
        }
    }
}
