//! What each modality said over the last minute, and whether they say the same.

use super::filter::CHANNELS;
use super::learning::Learned;
use crate::{Affect, Timestamp};

/// The time over which a modality's readings are averaged, in seconds.
const AVERAGED_OVER: f64 = 60.0;
/// A modality silent for longer than this says nothing about now, in seconds.
const FRESH: f64 = 60.0;
/// The first reading weighs as much as one after this many seconds.
const FIRST: f64 = 1.0;
/// Variance of the average that comes from momentary expressions and noisy readings.
const AVERAGE_VARIANCE: f64 = 0.02;
/// Contradictions are taken for no more than this factor on the variance.
const DOUBT_AT_MOST: f64 = 6.0;

/// The average of a modality's readings, older ones counting for less. Readings of one moment count as one, in any
/// order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Channel {
    sum: (f64, f64),
    weight: f64,
    /// The last moment's readings: when, how much they weigh, their sum and number.
    last: Option<(Timestamp, f64, (f64, f64), f64)>,
}

impl Channel {
    pub(super) fn read(&mut self, reading: Affect, now: Timestamp) {
        let add = |s: (f64, f64)| (s.0 + reading.valence, s.1 + reading.arousal);
        match &mut self.last {
            Some((at, _, sum, n)) if *at == now => (*sum, *n) = (add(*sum), *n + 1.0),
            Some((at, ..)) => {
                let keep = (-(now - *at).as_seconds().max(0.0) / AVERAGED_OVER).exp();
                let (sum, weight) = self.totals();
                (self.sum, self.weight) = ((sum.0 * keep, sum.1 * keep), weight * keep);
                self.last = Some((now, 1.0 - keep, add((0.0, 0.0)), 1.0));
            }
            None => self.last = Some((now, 1.0 - (-FIRST / AVERAGED_OVER).exp(), add((0.0, 0.0)), 1.0)),
        }
    }

    fn totals(&self) -> ((f64, f64), f64) {
        let Some((_, weight, sum, n)) = self.last else { return (self.sum, self.weight) };
        let share = weight / n;
        ((self.sum.0 + share * sum.0, self.sum.1 + share * sum.1), self.weight + weight)
    }

    /// The average, if it is of the last minute.
    pub(super) fn fresh(&self, now: Timestamp) -> Option<Affect> {
        let (at, ..) = self.last?;
        let (sum, weight) = self.totals();
        let fresh = weight > 0.0 && (now - at).as_seconds() <= FRESH;
        fresh.then(|| Affect::new(sum.0 / weight, sum.1 / weight))
    }
}

/// The factors on (valence, arousal) variance by which modalities contradict one another more than they should,
/// each 1 or more: the Birge ratio (R. T. Birge, Phys. Rev. 40 (1932)), by which physics widens averages of
/// measurements that do not agree.
pub(super) fn contradiction(channels: &[Channel; CHANNELS], learned: &Learned, now: Timestamp) -> (f64, f64) {
    let said = channels.iter().zip(Learned::MODALITIES).filter_map(|(channel, modality)| {
        let (average, offset) = (channel.fresh(now)?, learned.offset(modality));
        let without = |x: f64, bias: f64, sd: f64| (x - bias, sd * sd + AVERAGE_VARIANCE);
        Some((
            without(average.valence, offset.mean.valence, offset.sd_valence),
            without(average.arousal, offset.mean.arousal, offset.sd_arousal),
        ))
    });
    let (valence, arousal): (Vec<_>, Vec<_>) = said.unzip();
    (birge(&valence), birge(&arousal))
}

/// The squared Birge ratio of (value, variance) pairs, in [1, [`DOUBT_AT_MOST`]]; 1 for fewer than two.
fn birge(said: &[(f64, f64)]) -> f64 {
    if said.len() < 2 {
        return 1.0;
    }
    let weights: f64 = said.iter().map(|(_, v)| 1.0 / v).sum();
    let mean = said.iter().map(|(x, v)| x / v).sum::<f64>() / weights;
    let chi2: f64 = said.iter().map(|(x, v)| (x - mean).powi(2) / v).sum();
    (chi2 / (said.len() - 1) as f64).clamp(1.0, DOUBT_AT_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: f64) -> Timestamp {
        Timestamp((seconds * 1_000.0) as i64)
    }

    #[test]
    fn the_average_forgets_and_goes_stale() {
        let mut c = Channel::default();
        assert_eq!(c.fresh(at(0.0)), None);
        (0..300).for_each(|i| c.read(Affect::new(0.8, 0.0), at(f64::from(i) * 0.2)));
        (0..300).for_each(|i| c.read(Affect::new(0.0, 0.0), at(60.0 + f64::from(i) * 0.2)));
        let v = c.fresh(at(120.0)).unwrap().valence;
        assert!((0.15..0.35).contains(&v), "{v}");
        assert_eq!(c.fresh(at(190.0)), None);
    }

    #[test]
    fn modalities_that_agree_leave_no_doubt() {
        assert!((birge(&[(0.3, 0.05)]) - 1.0).abs() < 1e-12);
        assert!((birge(&[(0.3, 0.05), (0.4, 0.05)]) - 1.0).abs() < 1e-12);
        assert!(birge(&[(0.7, 0.05), (-0.7, 0.05)]) > 3.0);
        assert!(birge(&[(1.0, 1e-3), (-1.0, 1e-3)]) <= DOUBT_AT_MOST);
    }

    proptest! {
        #[test]
        fn the_average_hardly_depends_on_the_rate(x in -1.0..1.0f64, y in -1.0..1.0f64) {
            let run = |step: f64| {
                let mut c = Channel::default();
                let n = (30.0 / step) as u32;
                (0..n).for_each(|i| c.read(Affect::new(x, 0.0), at(f64::from(i) * step)));
                (0..n).for_each(|i| c.read(Affect::new(y, 0.0), at(30.0 + f64::from(i) * step)));
                c.fresh(at(60.0)).map_or(9.0, |a| a.valence)
            };
            prop_assert!((run(0.1) - run(1.0)).abs() < 0.05, "{} {}", run(0.1), run(1.0));
        }

        #[test]
        fn readings_of_one_moment_have_no_order(xs in proptest::collection::vec(-1.0..1.0f64, 1..6)) {
            let run = |xs: &[f64]| {
                let mut c = Channel::default();
                c.read(Affect::new(0.1, 0.2), at(0.0));
                for x in xs {
                    c.read(Affect::new(*x, -*x), at(1.0));
                }
                c.fresh(at(1.0)).map_or(9.0, |a| a.valence)
            };
            let back: Vec<f64> = xs.iter().rev().copied().collect();
            prop_assert!((run(&xs) - run(&back)).abs() < 1e-9);
        }
    }
}
