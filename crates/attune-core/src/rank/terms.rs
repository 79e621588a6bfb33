//! The terms of a score.

use super::Row;
use crate::{Affect, Timestamp};

/// Width of the fit on either axis: a track this far from the target is worth e^-½ of a perfect one.
const BANDWIDTH: f32 = 0.28;
const LIKED: f32 = 0.15;
const FINISHED: f32 = 0.04;
const SKIPPED: f32 = -0.08;
const POPULAR: f32 = 0.06;
/// A track just played loses this; half of it half a day later.
const RECENT: f32 = -0.6;
const RECENT_HALF_LIFE_S: f32 = 12.0 * 3_600.0;
/// The seeded part, so that the same mood does not always bring the same songs.
const CHANCE: f32 = 0.08;

/// What adds up to a score. Each is a part of the sum, already weighted; the sum is at most about 1.4.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Terms {
    /// Closeness of the track's affect to the target, both uncertain, in (0, 1].
    pub fit: f32,
    /// The listener's heart.
    pub liked: f32,
    /// Finished before (up to five times).
    pub finished: f32,
    /// Skipped before (up to three times), 0 or less.
    pub skipped: f32,
    /// Popularity where a catalogue gives it.
    pub popular: f32,
    /// Played a short while ago, 0 or less.
    pub recent: f32,
    /// The seeded part.
    pub chance: f32,
}

impl Terms {
    /// The score.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.fit + self.liked + self.finished + self.skipped + self.popular + self.recent + self.chance
    }
}

/// Where to aim: a target with the variances of the mood behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aim {
    valence: f32,
    arousal: f32,
    var_valence: f32,
    var_arousal: f32,
    now: Timestamp,
    seed: u64,
}

impl Aim {
    pub(super) fn new(target: Affect, mood_sd: (f64, f64), now: Timestamp, seed: u64) -> Self {
        Self {
            valence: target.valence as f32,
            arousal: target.arousal as f32,
            var_valence: mood_sd.0.powi(2) as f32,
            var_arousal: mood_sd.1.powi(2) as f32,
            now,
            seed,
        }
    }
}

/// The terms of one track for one aim; `index` is the track's place in the pool and feeds the seeded part.
#[inline]
pub(super) fn terms(row: &Row, index: u32, aim: &Aim) -> Terms {
    Terms {
        fit: fit(row, aim),
        liked: if row.liked { LIKED } else { 0.0 },
        finished: FINISHED * f32::from(row.finished.min(5)),
        skipped: SKIPPED * f32::from(row.skipped.min(3)),
        popular: POPULAR * f32::from(row.popularity) / 100.0,
        recent: recent(row, aim.now),
        chance: CHANCE * unit(aim.seed, index),
    }
}

/// Expected value of a Gaussian kernel around the target when both the track's affect and the mood are
/// Gaussian: the closed form of the integral, so that a vague belief is worth less than a firm one nearby and
/// more than a firm one far away. Scaled so that a firm track right on a firm mood gives 1.
#[inline]
fn fit(row: &Row, aim: &Aim) -> f32 {
    const B2: f32 = BANDWIDTH * BANDWIDTH;
    let (sv, sa) = (B2 + row.var_valence + aim.var_valence, B2 + row.var_arousal + aim.var_arousal);
    let (dv, da) = (row.valence - aim.valence, row.arousal - aim.arousal);
    B2 / (sv * sa).sqrt() * (-0.5 * (dv * dv / sv + da * da / sa)).exp()
}

#[inline]
fn recent(row: &Row, now: Timestamp) -> f32 {
    if row.last_played.0 == i64::MIN {
        return 0.0;
    }
    let seconds = (now - row.last_played).as_seconds().max(0.0) as f32;
    RECENT * (-seconds / RECENT_HALF_LIFE_S).exp2()
}

/// A number in [0, 1) from a seed and an index, by the finaliser of `SplitMix64` (G. L. Steele et al., OOPSLA 2014).
#[inline]
fn unit(seed: u64, index: u32) -> f32 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(u64::from(index) + 1));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 40) as f32 / (1u64 << 24) as f32
}

/// The score of one row for a target: what [`rank`](super::rank) sorts by.
#[must_use]
pub fn score(row: &Row, index: u32, target: Affect, mood_sd: (f64, f64), now: Timestamp, seed: u64) -> Terms {
    terms(row, index, &Aim::new(target, mood_sd, now, seed))
}
