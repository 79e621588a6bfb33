//! Choosing one of several by chance, so that each one's probability is known.
//!
//! Adding Gumbel noise to scores and taking the highest draws from the softmax of the scores (E. J. Gumbel, 1954;
//! the "Gumbel-max trick"). The noise comes from the seed, the place in the listener's history and the track, so
//! that the same queue comes out until something really changes, and never twice the same order.

/// Differences of about this in score are left to chance.
const TEMPERATURE: f32 = 0.012;
/// Where something is tried out, larger ones are, and what is unsure gains this many standard deviations.
const TRY_TEMPERATURE: f32 = 0.05;
const CURIOSITY: f32 = 0.6;

/// One that can be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) index: u32,
    pub(super) score: f32,
    pub(super) flow: f32,
    pub(super) sd: f32,
}

/// How to choose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dice {
    pub(super) seed: u64,
    /// How many plays came before.
    pub(super) slot: u64,
    /// The share of places at which something is tried out.
    pub(super) explore: f32,
}

/// What was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen {
    pub(super) candidate: Candidate,
    /// What chance added.
    pub(super) chance: f32,
    /// Whether it was tried out.
    pub(super) explored: bool,
    /// How probable it was to be chosen.
    pub(super) propensity: f32,
}

impl Dice {
    /// Chooses; none when there is nothing to choose from.
    pub(super) fn choose(&self, all: &[Candidate]) -> Option<Chosen> {
        let explored = unit(self.mixed(), 0) < self.explore;
        let value = |c: &Candidate| c.score + c.flow + self.chance(c, explored);
        let i = (0..all.len()).max_by(|a, b| value(&all[*a]).total_cmp(&value(&all[*b])))?;
        let candidate = all[i];
        let chance = self.chance(&candidate, explored);
        Some(Chosen { candidate, chance, explored, propensity: self.odds(all)[i] })
    }

    /// The probability of each.
    pub(super) fn odds(&self, all: &[Candidate]) -> Vec<f32> {
        let usual = softmax(all.iter().map(|c| (c.score + c.flow) / TEMPERATURE));
        let tried = softmax(all.iter().map(|c| (c.score + c.flow + CURIOSITY * c.sd) / TRY_TEMPERATURE));
        usual.zip(tried).map(|(u, t)| (1.0 - self.explore) * u + self.explore * t).collect()
    }

    fn chance(&self, c: &Candidate, explored: bool) -> f32 {
        let noise = gumbel(unit(self.mixed(), c.index + 1));
        if explored { CURIOSITY * c.sd + TRY_TEMPERATURE * noise } else { TEMPERATURE * noise }
    }

    fn mixed(&self) -> u64 {
        self.seed ^ self.slot.wrapping_mul(0xD134_2543_DE82_EF95)
    }
}

fn softmax(logits: impl Iterator<Item = f32> + Clone) -> impl Iterator<Item = f32> {
    let most = logits.clone().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.clone().map(|l| (l - most).exp()).sum();
    logits.map(move |l| (l - most).exp() / sum)
}

fn gumbel(unit: f32) -> f32 {
    -(-unit.clamp(1e-7, 1.0 - 1e-7).ln()).ln()
}

/// A number in [0, 1) from a seed and an index, by the finaliser of `SplitMix64` (G. L. Steele et al., OOPSLA 2014).
#[inline]
pub(crate) fn unit(seed: u64, index: u32) -> f32 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(u64::from(index) + 1));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 40) as f32 / (1u64 << 24) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_has_the_probability_that_is_said() {
        let c = |index, score, sd| Candidate { index, score, flow: 0.0, sd };
        let all = [c(0, 0.50, 0.1), c(1, 0.49, 0.1), c(2, 0.47, 0.3), c(3, 0.30, 0.4)];
        let mut drawn = [0_u32; 4];
        let dice = |slot| Dice { seed: 5, slot, explore: 0.2 };
        for slot in 0..20_000 {
            drawn[dice(slot).choose(&all).unwrap().candidate.index as usize] += 1;
        }
        let odds = dice(0).odds(&all);
        assert!((odds.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        for (n, p) in drawn.iter().zip(odds) {
            let share = *n as f32 / 20_000.0;
            assert!((share - p).abs() < 0.012, "drawn {share}, said {p}");
        }
    }

    #[test]
    fn nothing_to_choose_from_is_no_choice() {
        assert!(Dice { seed: 1, slot: 0, explore: 0.05 }.choose(&[]).is_none());
    }
}
