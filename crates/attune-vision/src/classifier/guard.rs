//! Whether what was read from a face should be believed.
//!
//! Limits on the picture are the models' own: `attune-cli evaluate guard` degrades pictures step by step and shows
//! where accuracy falls. Limits on the networks' answers differ from model to model and stand in the manifest.

use super::Quality;
use attune_core::{FaceBox, Unclear};
use attune_models::manifest::Limits;

/// The least side (square root of the area) in frame pixels of a face that can be read; smaller ones are passers-by
/// and pictures on the wall. At 32 pixels the classifier has lost 3 points of 87, at 16 pixels 15.
pub const MIN_FACE: f32 = 32.0;

/// Less detail than this is blur: a Gaussian of 1.5 of 48 pixels, which costs 9 points, lies below it, one of 1
/// pixel (3 points) above.
const BLURRED: f32 = 0.30;

/// More detail than this is noise, as where there is hardly any light: it costs 11 points and more.
const NOISY: f32 = 2.4;

/// A face is too dark or too bright when more than this share of it is black or white: that costs 12 points and more.
const CLIPPED: f32 = 0.5;

/// Faces in noise are called too dark up to this mean level, and too bright (washed out) above.
const DARK: f32 = 150.0;

/// The share of the square around the face that may lie outside the frame.
const OUTSIDE: f32 = 0.2;

/// What is known of one look at a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Evidence {
    pub(super) face: FaceBox,
    /// The share of the face's square outside the frame, in [0, 1].
    pub(super) outside: f32,
    pub(super) quality: Quality,
    /// See [`energy`].
    pub(super) energy: f32,
    /// The logit of the face being open to view, if the model gives one.
    pub(super) open: Option<f32>,
}

/// Why the look should not be used; none where it can be. The first reason in the order of [`Unclear::ALL`].
pub(super) fn judge(limits: Limits, evidence: &Evidence) -> Option<Unclear> {
    let Evidence { face, outside, quality, energy, open } = evidence;
    let noisy = quality.detail > NOISY;
    let covered = open.is_some_and(|logit| logit < limits.least_open);
    let found = [
        (face.area() < MIN_FACE * MIN_FACE, Unclear::TooSmall),
        (quality.black > CLIPPED || (noisy && quality.level <= DARK), Unclear::TooDark),
        (quality.white > CLIPPED || noisy, Unclear::TooBright),
        (quality.detail < BLURRED, Unclear::Blurred),
        (*outside > OUTSIDE || face.score < limits.clear_score || covered, Unclear::Hidden),
        (*energy < limits.least_energy, Unclear::Unfamiliar),
    ];
    found.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}

/// How much a classifier has to say, whatever it says: the logarithm of the sum of the exponentials of its logits
/// (the negative energy of Liu et al. 2020). What it was not taught tends to have less.
pub(super) fn energy(logits: &[f32]) -> f32 {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    top + logits.iter().map(|l| (l - top).exp()).sum::<f32>().ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { clear_score: 0.6, least_energy: 3.0, least_open: -1.0 };

    fn good() -> Evidence {
        Evidence {
            face: FaceBox { x: 0.0, y: 0.0, w: 40.0, h: 50.0, score: 0.8 },
            outside: 0.1,
            quality: Quality { level: 110.0, white: 0.1, black: 0.1, detail: 1.3 },
            energy: 4.0,
            open: Some(2.0),
        }
    }

    #[test]
    fn each_fault_has_its_reason() {
        assert_eq!(judge(LIMITS, &good()), None);
        let quality = good().quality;
        let with = |quality: Quality| judge(LIMITS, &Evidence { quality, ..good() });
        assert_eq!(with(Quality { black: 0.6, ..quality }), Some(Unclear::TooDark));
        assert_eq!(with(Quality { detail: 2.7, ..quality }), Some(Unclear::TooDark));
        assert_eq!(with(Quality { detail: 2.7, level: 210.0, ..quality }), Some(Unclear::TooBright));
        assert_eq!(with(Quality { white: 0.6, ..quality }), Some(Unclear::TooBright));
        assert_eq!(with(Quality { detail: 0.2, ..quality }), Some(Unclear::Blurred));
        let face = good().face;
        let at = |face: FaceBox| judge(LIMITS, &Evidence { face, ..good() });
        assert_eq!(at(FaceBox { w: 20.0, ..face }), Some(Unclear::TooSmall));
        assert_eq!(at(FaceBox { score: 0.55, ..face }), Some(Unclear::Hidden));
        assert_eq!(judge(LIMITS, &Evidence { outside: 0.3, ..good() }), Some(Unclear::Hidden));
        assert_eq!(judge(LIMITS, &Evidence { open: Some(-1.5), ..good() }), Some(Unclear::Hidden));
        assert_eq!(judge(LIMITS, &Evidence { open: None, ..good() }), None, "a model may go without");
        assert_eq!(judge(LIMITS, &Evidence { energy: 2.5, ..good() }), Some(Unclear::Unfamiliar));
    }

    #[test]
    fn what_the_listener_can_change_most_easily_is_said_first() {
        let dark = Quality { black: 0.9, detail: 0.1, ..good().quality };
        let worst = Evidence { quality: dark, energy: 0.0, outside: 1.0, ..good() };
        assert_eq!(judge(LIMITS, &worst), Some(Unclear::TooDark));
        let face = FaceBox { w: 1.0, ..worst.face };
        assert_eq!(judge(LIMITS, &Evidence { face, ..worst }), Some(Unclear::TooSmall));
    }

    #[test]
    fn without_limits_of_the_models_only_the_picture_counts() {
        let far = Evidence {
            energy: -9.0,
            open: Some(-9.0),
            face: FaceBox { score: 0.01, ..good().face },
            ..good()
        };
        assert_eq!(judge(Limits::default(), &far), None);
    }

    #[test]
    fn energy_is_the_softmaxs_denominator() {
        assert!((energy(&[0.0; 8]) - 8.0_f32.ln()).abs() < 1e-6);
        assert!((energy(&[1_000.0, 0.0]) - 1_000.0).abs() < 1e-3);
    }
}
