//! Affect on Russell's circumplex: valence (unpleasant to pleasant) and arousal (calm to energetic).

use serde::{Deserialize, Serialize};

/// A point on the valence–arousal plane. Both axes run from -1 to 1.
///
/// Source: J. A. Russell, "A circumplex model of affect", J. Pers. Soc. Psychol. 39 (1980).
///
/// It is made by [`Affect::new`] or read from data, and both clamp: outside this crate no other way exists to build one.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(from = "RawAffect", into = "RawAffect")]
#[non_exhaustive]
pub struct Affect {
    /// Unpleasant (-1) to pleasant (1).
    pub valence: f64,
    /// Calm (-1) to energetic (1).
    pub arousal: f64,
}

/// The written form: two numbers, whoever wrote them.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
struct RawAffect {
    valence: f64,
    arousal: f64,
}

impl From<Affect> for RawAffect {
    fn from(affect: Affect) -> Self {
        Self { valence: affect.valence, arousal: affect.arousal }
    }
}

impl From<RawAffect> for Affect {
    fn from(raw: RawAffect) -> Self {
        Self::new(raw.valence, raw.arousal)
    }
}

impl Affect {
    /// The middle of the plane: neither pleasant nor unpleasant, neither calm nor energetic.
    pub const NEUTRAL: Self = Self { valence: 0.0, arousal: 0.0 };

    /// A point from two numbers; each is clamped to [-1, 1], and what is no number becomes 0.
    #[must_use]
    pub fn new(valence: f64, arousal: f64) -> Self {
        Self { valence: clamp_axis(valence), arousal: clamp_axis(arousal) }
    }

    /// The larger of the two axis differences, in [0, 2].
    #[must_use]
    pub fn axis_distance(self, other: Self) -> f64 {
        (self.valence - other.valence).abs().max((self.arousal - other.arousal).abs())
    }

    /// Euclidean distance, in [0, 2.83].
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.valence - other.valence).hypot(self.arousal - other.arousal)
    }

    /// The point reached by moving at most `step` on each axis towards `goal`.
    #[must_use]
    pub fn towards(self, goal: Self, step: f64) -> Self {
        let step = step.max(0.0);
        Self::new(
            self.valence + (goal.valence - self.valence).clamp(-step, step),
            self.arousal + (goal.arousal - self.arousal).clamp(-step, step),
        )
    }
}

fn clamp_axis(x: f64) -> f64 {
    if x.is_nan() { 0.0 } else { x.clamp(-1.0, 1.0) }
}

/// An affect with its uncertainty: independent Gaussians on the two axes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(from = "FlatEstimate", into = "FlatEstimate")]
pub struct AffectEstimate {
    /// The expected affect.
    pub mean: Affect,
    /// Standard deviation of the valence, above 0.
    pub sd_valence: f64,
    /// Standard deviation of the arousal, above 0.
    pub sd_arousal: f64,
}

/// The written form: four numbers side by side, as the command line tool prints them.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
struct FlatEstimate {
    valence: f64,
    arousal: f64,
    sd_valence: f64,
    sd_arousal: f64,
}

impl From<FlatEstimate> for AffectEstimate {
    fn from(f: FlatEstimate) -> Self {
        Self::new(Affect::new(f.valence, f.arousal), f.sd_valence, f.sd_arousal)
    }
}

impl From<AffectEstimate> for FlatEstimate {
    fn from(e: AffectEstimate) -> Self {
        Self {
            valence: e.mean.valence,
            arousal: e.mean.arousal,
            sd_valence: e.sd_valence,
            sd_arousal: e.sd_arousal,
        }
    }
}

impl AffectEstimate {
    /// No estimate is surer than this: a zero spread would silence everything else it is fused with.
    pub const MIN_SD: f64 = 0.01;

    /// An estimate; spreads under [`Self::MIN_SD`] or not finite are raised to it or to 1.
    #[must_use]
    pub fn new(mean: Affect, sd_valence: f64, sd_arousal: f64) -> Self {
        Self { mean, sd_valence: valid_sd(sd_valence), sd_arousal: valid_sd(sd_arousal) }
    }

    /// An estimate equally sure on both axes.
    #[must_use]
    pub fn with_sd(mean: Affect, sd: f64) -> Self {
        Self::new(mean, sd, sd)
    }

    /// Root mean square of the two spreads: one number for "how unsure".
    #[must_use]
    pub fn spread(&self) -> f64 {
        self.sd_valence.powi(2).midpoint(self.sd_arousal.powi(2)).sqrt()
    }

    /// Product of two Gaussians: the estimate that weighs each by its precision.
    #[must_use]
    pub fn fuse(&self, other: &Self) -> Self {
        let (valence, sd_valence) =
            fuse_axis(self.mean.valence, self.sd_valence, other.mean.valence, other.sd_valence);
        let (arousal, sd_arousal) =
            fuse_axis(self.mean.arousal, self.sd_arousal, other.mean.arousal, other.sd_arousal);
        Self::new(Affect::new(valence, arousal), sd_valence, sd_arousal)
    }
}

fn valid_sd(sd: f64) -> f64 {
    if sd.is_finite() { sd.max(AffectEstimate::MIN_SD) } else { 1.0 }
}

fn fuse_axis(m1: f64, s1: f64, m2: f64, s2: f64) -> (f64, f64) {
    let (p1, p2) = (s1.powi(-2), s2.powi(-2));
    ((m1 * p1 + m2 * p2) / (p1 + p2), (p1 + p2).powf(-0.5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_point_never_leaves_the_plane(v in proptest::num::f64::ANY, a in proptest::num::f64::ANY) {
            let p = Affect::new(v, a);
            prop_assert!((-1.0..=1.0).contains(&p.valence) && (-1.0..=1.0).contains(&p.arousal));
        }

        #[test]
        fn a_step_is_bounded_and_never_overshoots(
            v in -1.0..1.0, a in -1.0..1.0, gv in -1.0..1.0, ga in -1.0..1.0, step in 0.0..0.5,
        ) {
            let (from, goal) = (Affect::new(v, a), Affect::new(gv, ga));
            let to = from.towards(goal, step);
            prop_assert!(from.axis_distance(to) <= step + 1e-12);
            prop_assert!(to.axis_distance(goal) <= from.axis_distance(goal) + 1e-12);
        }

        #[test]
        fn fusing_sharpens_and_commutes(m1 in -1.0..1.0, s1 in 0.05..1.0, m2 in -1.0..1.0, s2 in 0.05..1.0) {
            let a = AffectEstimate::with_sd(Affect::new(m1, 0.0), s1);
            let b = AffectEstimate::with_sd(Affect::new(m2, 0.0), s2);
            let (ab, ba) = (a.fuse(&b), b.fuse(&a));
            prop_assert!((ab.mean.valence - ba.mean.valence).abs() < 1e-12);
            prop_assert!(ab.sd_valence <= s1.min(s2) + 1e-12);
        }
    }

    #[test]
    fn numbers_out_of_range_are_clamped_when_read() {
        let read: Affect = serde_json::from_str(r#"{"valence":40.0,"arousal":-7}"#).unwrap();
        assert_eq!(read, Affect::new(1.0, -1.0));
    }

    #[test]
    fn an_estimate_is_written_flat() {
        let e = AffectEstimate::new(Affect::new(0.5, -0.25), 0.1, 0.2);
        let json = serde_json::to_string(&e).unwrap();
        assert_eq!(json, r#"{"valence":0.5,"arousal":-0.25,"sd_valence":0.1,"sd_arousal":0.2}"#);
        assert_eq!(serde_json::from_str::<AffectEstimate>(&json).unwrap(), e);
    }
}
