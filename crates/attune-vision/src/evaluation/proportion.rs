//! Proportions of samples, and how much of a difference between two may be chance.

/// The quantile of the standard normal distribution for intervals of 95 %.
const Z: f64 = 1.959_964;

/// How many of some samples have a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proportion {
    hits: usize,
    count: usize,
}

impl Proportion {
    /// One more sample.
    pub fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.count += 1;
    }

    /// How many samples have the property.
    #[must_use]
    pub fn hits(&self) -> usize {
        self.hits
    }

    /// How many samples there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The share in [0, 1]; none without samples.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.count > 0).then(|| self.hits as f64 / self.count as f64)
    }

    /// The 95 % score interval (Wilson 1927), within [0, 1]; none without samples.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (share, count) = (self.share()?, self.count as f64);
        let spread = Z * Z / count;
        let middle = (share + spread / 2.0) / (1.0 + spread);
        let half = Z * (share * (1.0 - share) / count + spread / (4.0 * count)).sqrt() / (1.0 + spread);
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }

    /// This share less the other's, and the 95 % interval of the difference (Newcombe 1998, method 10) as
    /// (difference, low, high), each in [-1, 1]; none if either has no samples.
    #[must_use]
    pub fn less(&self, other: &Self) -> Option<(f64, f64, f64)> {
        let (first, second) = (self.share()?, other.share()?);
        let ((low, high), (other_low, other_high)) = (self.interval()?, other.interval()?);
        let difference = first - second;
        let below = (first - low).hypot(other_high - second);
        let above = (high - first).hypot(second - other_low);
        Some((difference, (difference - below).max(-1.0), (difference + above).min(1.0)))
    }
}

/// The proportion of `true`.
impl FromIterator<bool> for Proportion {
    fn from_iter<I: IntoIterator<Item = bool>>(samples: I) -> Self {
        let mut proportion = Self::default();
        samples.into_iter().for_each(|hit| proportion.add(hit));
        proportion
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(hits: usize, count: usize) -> Proportion {
        (0..count).map(|i| i < hits).collect()
    }

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 5e-5
    }

    #[test]
    fn intervals_are_those_of_newcombes_tables() {
        // R. G. Newcombe, Stat. Med. 17 (1998), 857-872, table I, method 3, and 873-890, table II, method 10.
        for (hits, count, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let found = of(hits, count).interval().unwrap();
            assert!(close(found.0, low) && close(found.1, high), "{hits} of {count}: {found:?}");
        }
        let (difference, low, high) = of(56, 70).less(&of(48, 80)).unwrap();
        assert!(close(difference, 0.2) && close(low, 0.0524) && close(high, 0.3339), "{low} {high}");
    }

    #[test]
    fn nothing_is_said_of_no_samples() {
        let none = Proportion::default();
        assert_eq!((none.share(), none.interval(), none.less(&of(1, 2))), (None, None, None));
    }

    proptest! {
        #[test]
        fn intervals_hold_the_share(count in 1..400_usize, part in 0.0..=1.0_f64) {
            let proportion = of((part * count as f64) as usize, count);
            let (low, high) = proportion.interval().unwrap();
            let share = proportion.share().unwrap();
            prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
        }
    }
}
