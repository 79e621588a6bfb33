//! Repeatable randomness in whole numbers: the same seed gives the same choices on every machine.

/// A small generator (`SplitMix64`: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). No floating point, so that scores do not depend on the platform.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// A generator of that seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// An independent generator for one part of a piece, so that a change in one part leaves the others alone.
    pub(crate) fn part(seed: u64, index: u64) -> Self {
        let mut mixed = Self(seed ^ (index + 1).wrapping_mul(0xD134_2543_DE82_EF95));
        Self(mixed.bits() ^ index)
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// An index in [0, `n`); 0 when there is none.
    pub(crate) fn index(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// A whole number in [`low`, `high`].
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = i64::from(high) - i64::from(low) + 1;
        low + self.index(span.max(1) as usize) as i32
    }

    /// True in `per_mille` of 1,000 cases.
    pub(crate) fn chance(&mut self, per_mille: i32) -> bool {
        self.between(0, 999) < per_mille
    }

    /// One of the items by their weights; the first if all weigh nothing.
    pub(crate) fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let total: u32 = items.iter().map(|(_, weight)| weight).sum();
        let mut left = self.index(total as usize) as u32;
        for &(item, weight) in items {
            if left < weight {
                return item;
            }
            left -= weight;
        }
        items[0].0
    }

    /// A whole number in [-`reach`, `reach`], the middle the likeliest (two dice).
    pub(crate) fn around(&mut self, reach: i32) -> i32 {
        let half = reach / 2;
        self.between(-half, half) + self.between(half - reach, reach - half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_stay_in_range_and_follow_their_weights() {
        let mut r = Random::new(3);
        let mut counts = [0; 3];
        for _ in 0..10_000 {
            assert!((-4..=9).contains(&r.between(-4, 9)));
            assert!((-7..=7).contains(&r.around(7)));
            counts[r.weighted(&[(0, 1), (1, 0), (2, 3)])] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2_300..2_700).contains(&counts[0]), "{counts:?}");
        assert_eq!(r.index(0), 0);
    }
}
