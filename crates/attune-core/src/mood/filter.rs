//! A Kalman filter over one axis of affect, with a mood that forgets.
//!
//! The hidden state is an Ornstein–Uhlenbeck process: left alone it drifts back to the middle of the plane
//! with a time constant, and its variance grows back to that of not knowing (G. E. Uhlenbeck and
//! L. S. Ornstein, Phys. Rev. 36 (1930); its exact discretisation is the scalar Kalman prediction).
//! Every mean is a convex combination of observations and 0, so it cannot leave [-1, 1].

/// Standard deviation of a mood about which nothing is known, on either axis.
pub const UNKNOWN_SD: f64 = 0.6;

/// The belief about one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisFilter {
    mean: f64,
    variance: f64,
}

impl Default for AxisFilter {
    fn default() -> Self {
        Self { mean: 0.0, variance: UNKNOWN_SD * UNKNOWN_SD }
    }
}

impl AxisFilter {
    /// The expected value, in [-1, 1].
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation, in (0, [`UNKNOWN_SD`]].
    #[must_use]
    pub fn sd(&self) -> f64 {
        self.variance.sqrt()
    }

    /// Lets `seconds` pass (0 or more) with a time constant of `tau` seconds (above 0).
    pub fn predict(&mut self, seconds: f64, tau: f64) {
        let keep = (-seconds.max(0.0) / tau).exp();
        let unknown = UNKNOWN_SD * UNKNOWN_SD;
        self.mean *= keep;
        self.variance = unknown + (self.variance - unknown) * keep * keep;
    }

    /// Takes an observation in [-1, 1] with its variance (above 0).
    pub fn update(&mut self, observed: f64, variance: f64) {
        let gain = self.variance / (self.variance + variance);
        self.mean += gain * (observed - self.mean);
        self.variance *= 1.0 - gain;
    }

    /// Replaces the belief: the listener has said how it is.
    pub fn set(&mut self, mean: f64, sd: f64) {
        *self = Self { mean, variance: sd * sd };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_mean_never_leaves_the_axis(
            steps in proptest::collection::vec((0.0..1e5f64, -1.0..=1.0f64, 1e-4..10.0f64), 0..50),
        ) {
            let mut f = AxisFilter::default();
            for (dt, x, var) in steps {
                f.predict(dt, 300.0);
                f.update(x, var);
                prop_assert!((-1.0..=1.0).contains(&f.mean()), "{f:?}");
                prop_assert!(f.sd() > 0.0 && f.sd() <= UNKNOWN_SD + 1e-12);
            }
        }

        #[test]
        fn uncertainty_grows_while_nothing_is_seen(x in -1.0..1.0f64, a in 0.1..5_000.0f64, b in 0.1..5_000.0f64) {
            let mut f = AxisFilter::default();
            f.update(x, 0.01);
            f.predict(a, 300.0);
            let before = f;
            f.predict(b, 300.0);
            prop_assert!(f.sd() >= before.sd());
            prop_assert!(f.mean().abs() <= before.mean().abs());
        }

        #[test]
        fn two_waits_are_one(x in -1.0..1.0f64, a in 0.0..500.0f64, b in 0.0..500.0f64) {
            let (mut once, mut twice) = (AxisFilter::default(), AxisFilter::default());
            once.update(x, 0.05);
            twice.update(x, 0.05);
            once.predict(a + b, 300.0);
            twice.predict(a, 300.0);
            twice.predict(b, 300.0);
            prop_assert!((once.mean() - twice.mean()).abs() < 1e-9 && (once.sd() - twice.sd()).abs() < 1e-9);
        }
    }
}
