//! A Kalman filter over one axis of affect that keeps apart what changes in seconds, in minutes, and hardly at all.
//!
//! What a face shows at one moment is the mood (minutes), plus a momentary expression (seconds: a laugh, a frown
//! at a word), plus what makes this face differ from this listener's mood for a long while. Each of these is an
//! Ornstein–Uhlenbeck process: left alone it drifts back to its middle with a time constant, and its variance
//! grows back to that of not knowing (G. E. Uhlenbeck and L. S. Ornstein, Phys. Rev. 36 (1930)). Their sum is
//! seen in noise, so the filter is exact (R. E. Kalman, J. Basic Eng. 82 (1960)). That a modality has an offset of its
//! own is what keeps an hour of one camera from becoming certainty, and what lets a second modality sharpen it.

use crate::Modality;

/// Standard deviation of a mood about which nothing is known, on either axis.
pub(super) const UNKNOWN_SD: f64 = 0.6;
/// Time constant of a momentary expression in seconds: laughs and frowns last for some seconds.
const MOMENT_TAU: f64 = 10.0;
/// Standard deviation of momentary expressions around the mood.
const MOMENT_SD: f64 = 0.27;
/// Time constant of a modality's offset in seconds: as long as somebody sits in the same light, or has a cold.
const OFFSET_TAU: f64 = 3_600.0;

/// The mood, the moment, and an offset for each of three modalities.
const N: usize = 5;
const MOOD: usize = 0;
const MOMENT: usize = 1;
const OFFSETS: usize = 2;

/// How many modalities can be observed; see [`channel`].
pub(super) const CHANNELS: usize = 3;

/// The number of a modality that is observed; none for the listener's own word, which is not weighed.
pub(super) fn channel(modality: Modality) -> Option<usize> {
    match modality {
        Modality::Face => Some(0),
        Modality::Voice => Some(1),
        Modality::Pulse => Some(2),
        Modality::You => None,
    }
}

/// Time constants and variances by which the state moves while nothing is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dynamics {
    /// Of the mood, in seconds, above 0.
    pub(super) mood_tau: f64,
    /// Standard deviation of each channel's offset, above 0.
    pub(super) offset_sd: [f64; CHANNELS],
}

impl Dynamics {
    fn of(&self, i: usize) -> (f64, f64) {
        match i {
            MOOD => (self.mood_tau, UNKNOWN_SD * UNKNOWN_SD),
            MOMENT => (MOMENT_TAU, MOMENT_SD * MOMENT_SD),
            _ => (OFFSET_TAU, self.offset_sd[i - OFFSETS].powi(2)),
        }
    }
}

/// The belief about one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct AxisFilter {
    mean: [f64; N],
    cov: [[f64; N]; N],
    /// Variance added to the mood's because the modalities contradict one another.
    doubt: f64,
}

impl AxisFilter {
    /// Knows nothing.
    pub(super) fn new(dynamics: &Dynamics) -> Self {
        let mut cov = [[0.0; N]; N];
        for (i, row) in cov.iter_mut().enumerate() {
            row[i] = dynamics.of(i).1;
        }
        Self { mean: [0.0; N], cov, doubt: 0.0 }
    }

    /// The expected mood; readings in [-1, 1] can carry it a little beyond.
    pub(super) fn mean(&self) -> f64 {
        self.mean[MOOD]
    }

    /// The mood's standard deviation, in (0, [`UNKNOWN_SD`]].
    pub(super) fn sd(&self) -> f64 {
        (self.cov[MOOD][MOOD] + self.doubt).sqrt()
    }

    /// What is shown at this moment, mood and expression together, and its standard deviation.
    pub(super) fn moment(&self) -> (f64, f64) {
        let variance = self.cov[MOOD][MOOD] + 2.0 * self.cov[MOOD][MOMENT] + self.cov[MOMENT][MOMENT];
        (self.mean[MOOD] + self.mean[MOMENT], variance.max(0.0).sqrt())
    }

    /// Lets `seconds` pass (0 or more).
    pub(super) fn predict(&mut self, seconds: f64, dynamics: &Dynamics) {
        let seconds = seconds.max(0.0);
        let keep: [f64; N] = std::array::from_fn(|i| (-seconds / dynamics.of(i).0).exp());
        for i in 0..N {
            self.mean[i] *= keep[i];
            for j in 0..N {
                self.cov[i][j] *= keep[i] * keep[j];
            }
            self.cov[i][i] += dynamics.of(i).1 * (1.0 - keep[i] * keep[i]);
        }
        self.doubt *= keep[MOOD] * keep[MOOD];
    }

    /// Takes a reading of a channel with its variance (above 0). A pulse knows no momentary expressions.
    pub(super) fn update(&mut self, channel: usize, reading: f64, variance: f64) {
        let shows_moments = channel < 2;
        let seen = |row: &[f64; N]| {
            row[MOOD] + row[OFFSETS + channel] + if shows_moments { row[MOMENT] } else { 0.0 }
        };
        let cross: [f64; N] = std::array::from_fn(|i| seen(&self.cov[i]));
        let total = seen(&cross) + variance;
        let surprise = reading - seen(&self.mean);
        for i in 0..N {
            self.mean[i] += cross[i] / total * surprise;
            for j in 0..N {
                self.cov[i][j] -= cross[i] * cross[j] / total;
            }
        }
    }

    /// Widens the mood by a factor on its variance (1 or more), though never beyond not knowing.
    pub(super) fn doubt(&mut self, factor: f64) {
        let known = self.cov[MOOD][MOOD];
        self.doubt = (known * factor).min(UNKNOWN_SD * UNKNOWN_SD).max(known) - known;
    }

    /// Makes the mood at least that uncertain.
    pub(super) fn widen_to(&mut self, sd: f64) {
        self.cov[MOOD][MOOD] = self.cov[MOOD][MOOD].max(sd * sd);
    }

    /// Replaces the belief: the listener has said how it is.
    pub(super) fn set(&mut self, mean: f64, sd: f64, dynamics: &Dynamics) {
        *self = Self::new(dynamics);
        self.mean[MOOD] = mean;
        self.cov[MOOD][MOOD] = sd * sd;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DYNAMICS: Dynamics = Dynamics { mood_tau: 300.0, offset_sd: [0.2, 0.25, 0.3] };

    fn filter() -> AxisFilter {
        AxisFilter::new(&DYNAMICS)
    }

    /// Looks at a channel once in ten seconds.
    fn look(f: &mut AxisFilter, channel: usize, reading: f64, times: u32) {
        for _ in 0..times {
            f.predict(10.0, &DYNAMICS);
            f.update(channel, reading, 0.09);
        }
    }

    #[test]
    fn one_modality_never_becomes_certainty_but_two_that_agree_are_surer() {
        let (mut alone, mut both) = (filter(), filter());
        look(&mut alone, 0, 0.6, 360);
        for _ in 0..360 {
            look(&mut both, 0, 0.6, 1);
            both.update(1, 0.6, 0.09);
        }
        assert!(alone.sd() > 0.15, "{}", alone.sd());
        assert!(both.sd() < 0.93 * alone.sd(), "{} {}", both.sd(), alone.sd());
    }

    #[test]
    fn a_laugh_moves_the_moment_more_than_the_mood_and_passes() {
        let mut f = filter();
        look(&mut f, 0, 0.0, 60);
        for _ in 0..4 {
            f.predict(1.0, &DYNAMICS);
            f.update(0, 0.8, 0.1);
        }
        let (moment, _) = f.moment();
        assert!(moment > 0.4 && f.mean() < 0.6 * moment, "{moment} {}", f.mean());
        look(&mut f, 0, 0.0, 12);
        assert!(f.mean() < 0.12, "{}", f.mean());
    }

    #[test]
    fn what_stays_becomes_the_mood() {
        let mut f = filter();
        look(&mut f, 0, 0.0, 30);
        look(&mut f, 0, 0.6, 60);
        assert!(f.mean() > 0.35, "{}", f.mean());
    }

    proptest! {
        #[test]
        fn it_stays_sound_whatever_is_seen(
            steps in proptest::collection::vec((0.0..1e5f64, 0..CHANNELS, -1.0..=1.0f64, 1e-4..10.0f64), 0..80),
        ) {
            let mut f = filter();
            for (dt, channel, x, var) in steps {
                f.predict(dt, &DYNAMICS);
                f.update(channel, x, var);
                prop_assert!(f.mean().abs() < 2.0 && f.sd() > 0.0 && f.sd() <= UNKNOWN_SD + 1e-9, "{f:?}");
                prop_assert!((0..N).all(|i| f.cov[i][i] > 0.0 && (0..N).all(|j| (f.cov[i][j] - f.cov[j][i]).abs() < 1e-12)));
            }
        }

        #[test]
        fn uncertainty_grows_while_nothing_is_seen(
            x in -1.0..1.0f64, factor in 1.0..5.0f64, a in 0.1..5_000.0f64, b in 0.1..5_000.0f64,
        ) {
            let mut f = filter();
            f.update(0, x, 0.01);
            f.doubt(factor);
            f.predict(a, &DYNAMICS);
            let before = f;
            f.predict(b, &DYNAMICS);
            prop_assert!(f.sd() >= before.sd() - 1e-12);
            prop_assert!(f.mean().abs() <= before.mean().abs());
        }

        #[test]
        fn two_waits_are_one(x in -1.0..1.0f64, a in 0.0..500.0f64, b in 0.0..500.0f64) {
            let (mut once, mut twice) = (filter(), filter());
            once.update(1, x, 0.05);
            twice.update(1, x, 0.05);
            once.predict(a + b, &DYNAMICS);
            twice.predict(a, &DYNAMICS);
            twice.predict(b, &DYNAMICS);
            prop_assert!((once.mean() - twice.mean()).abs() < 1e-9 && (once.sd() - twice.sd()).abs() < 1e-9);
            prop_assert!((once.moment().0 - twice.moment().0).abs() < 1e-9);
        }

        #[test]
        fn readings_of_one_moment_have_no_order(
            readings in proptest::collection::vec((0..CHANNELS, -1.0..1.0f64, 0.01..1.0f64), 1..6),
        ) {
            let run = |list: &[(usize, f64, f64)]| {
                let mut f = filter();
                for (c, x, v) in list {
                    f.update(*c, *x, *v);
                }
                (f.mean(), f.sd())
            };
            let there = run(&readings);
            let back = run(&readings.iter().rev().copied().collect::<Vec<_>>());
            prop_assert!((there.0 - back.0).abs() < 1e-9 && (there.1 - back.1).abs() < 1e-9);
        }

        #[test]
        fn doubt_widens_and_never_beyond_not_knowing(factor in 1.0..100.0f64) {
            let mut f = filter();
            f.update(0, 0.3, 0.05);
            let before = f.sd();
            f.doubt(factor);
            prop_assert!(f.sd() >= before && f.sd() <= UNKNOWN_SD + 1e-12);
        }
    }
}
