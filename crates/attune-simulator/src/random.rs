//! Repeatable randomness: the same seed gives the same numbers on every machine and in every release.

/// A small generator (`SplitMix64`: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). Good for simulations, not for secrets.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator of that seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// An independent generator for the part `index` of a simulation, so that parts do not disturb one another.
    #[must_use]
    pub fn part(&self, index: u64) -> Self {
        let mut mixed = Self(self.0 ^ index.wrapping_mul(0xD134_2543_DE82_EF95));
        Self(mixed.bits() ^ index)
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in [0, 1).
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number in [`low`, `high`).
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// An index in [0, `n`); 0 when there is none.
    pub fn index(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// True with that probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// A standard normal number (G. E. P. Box and M. E. Muller, Ann. Math. Stat. 29 (1958)).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    /// A waiting time with that mean.
    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.uniform()).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_have_the_moments_they_should() {
        let mut r = Random::new(7);
        let n = 20_000;
        let draws: Vec<(f64, f64, f64)> =
            (0..n).map(|_| (r.uniform(), r.normal(), r.exponential(3.0))).collect();
        let mean = |f: fn(&(f64, f64, f64)) -> f64| draws.iter().map(f).sum::<f64>() / f64::from(n);
        assert!((mean(|d| d.0) - 0.5).abs() < 0.01);
        assert!(mean(|d| d.1).abs() < 0.03 && (mean(|d| d.1 * d.1) - 1.0).abs() < 0.04);
        assert!((mean(|d| d.2) - 3.0).abs() < 0.1);
    }

    #[test]
    fn parts_differ_and_repeat() {
        let r = Random::new(1);
        assert_eq!(r.part(3).bits(), r.part(3).bits());
        assert_ne!(r.part(3).bits(), r.part(4).bits());
        let mut seen: Vec<u64> = (0..1_000).map(|i| r.part(i).bits()).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 1_000);
    }
}
