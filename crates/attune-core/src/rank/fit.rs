//! How close a track's affect is to a target when both are uncertain.

use super::Row;
use crate::AffectEstimate;
use crate::taste::features::Nearness;

/// Width of the fit on either axis: a track this far from the target is worth e^-½ of a perfect one.
const BANDWIDTH: f32 = 0.48;
const B: f32 = BANDWIDTH;
const B2: f32 = B * B;

/// Where to aim: a target with the variances of the mood behind it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim {
    valence: f32,
    arousal: f32,
    var_valence: f32,
    var_arousal: f32,
}

impl Aim {
    pub(crate) fn new(target: &AffectEstimate) -> Self {
        Self {
            valence: target.mean.valence as f32,
            arousal: target.mean.arousal as f32,
            var_valence: target.sd_valence.powi(2) as f32,
            var_arousal: target.sd_arousal.powi(2) as f32,
        }
    }

    /// Variance of the valence at which a track fits.
    fn width_valence(&self) -> f32 {
        B2 + self.var_valence
    }

    /// Variance of the arousal at which a track fits.
    fn width_arousal(&self) -> f32 {
        B2 + self.var_arousal
    }
}

/// Expected value of a Gaussian kernel around the target when both the track's affect and the mood are
/// Gaussian: the closed form of the integral, so that a vague belief is worth less than a firm one nearby and
/// more than a firm one far away. Scaled so that a firm track right on a firm mood gives 1. Which side of the target the
/// track lies on comes with it.
#[inline]
pub(crate) fn fit(row: &Row, aim: &Aim) -> Nearness {
    let (sv, sa) = (aim.width_valence() + row.var_valence, aim.width_arousal() + row.var_arousal);
    let (dv, da) = (row.valence - aim.valence, row.arousal - aim.arousal);
    let near = B2 / (sv * sa).sqrt() * (-0.5 * (dv * dv / sv + da * da / sa)).exp();
    Nearness { near, brighter: near * dv / B, livelier: near * da / B }
}
