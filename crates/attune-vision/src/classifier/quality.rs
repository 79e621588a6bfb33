//! How well a face was seen, measured on the square that the classifier sees. The scale is that of the face, so that
//! the measures mean the same for a face of 40 and of 400 pixels.

use super::SIDE;

/// From this level on a pixel counts as washed out.
const WHITE: f32 = 250.0;

/// Up to this level a pixel counts as black.
const BLACK: f32 = 4.0;

/// How well a face was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// The mean level, in 0..=255.
    pub level: f32,
    /// The share of pixels that are washed out, in [0, 1].
    pub white: f32,
    /// The share of pixels that are black, in [0, 1].
    pub black: f32,
    /// How much of the change from pixel to pixel is detail: along rows and along columns the squared second
    /// differences over the squared first differences, the lesser of the two. A blurred picture lies near 0 (one
    /// that is smeared one way too), a sharp one near 1.4, pure noise at 3 and nothing above 4; flat pictures count
    /// as noise. The ratio is free of contrast, unlike the variance of the Laplacian (Pech-Pacheco et al. 2000).
    pub detail: f32,
}

impl Quality {
    /// Measures a face of [`SIDE`] x [`SIDE`] levels.
    #[must_use]
    pub fn of(samples: &[f32]) -> Self {
        let count = samples.len().max(1) as f32;
        let share = |counts: fn(f32) -> bool| samples.iter().filter(|v| counts(**v)).count() as f32 / count;
        Self {
            level: samples.iter().sum::<f32>() / count,
            white: share(|v| v >= WHITE),
            black: share(|v| v <= BLACK),
            detail: along(samples, 1, SIDE).min(along(samples, SIDE, 1)),
        }
    }
}

/// Squared second over squared first differences between neighbours `step` apart, on lines `next` apart.
fn along(samples: &[f32], step: usize, next: usize) -> f32 {
    let (mut first, mut second) = (0.0, 0.0);
    for line in 0..SIDE {
        let at = |i: usize| samples.get(line * next + i * step).copied().unwrap_or_default();
        let mut before = at(1) - at(0);
        first += before * before;
        for i in 2..SIDE {
            let change = at(i) - at(i - 1);
            first += change * change;
            second += (change - before) * (change - before);
            before = change;
        }
    }
    // Less than a level in a hundred steps is no picture but the noise of rounding.
    if first < 1e-2 * (SIDE * SIDE) as f32 { NOISE } else { second / first }
}

/// The detail of pure noise.
const NOISE: f32 = 3.0;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture(level: impl Fn(usize, usize) -> f32) -> Vec<f32> {
        (0..SIDE * SIDE).map(|i| level(i % SIDE, i / SIDE)).collect()
    }

    /// Numbers that look random, in 0..256.
    fn noise(x: usize, y: usize) -> f32 {
        let mixed = (x as u32).wrapping_mul(0x9E37_79B1) ^ (y as u32).wrapping_mul(0x85EB_CA77);
        let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2C1B_3C6D);
        ((mixed ^ (mixed >> 12)).wrapping_mul(0x297A_2D39) >> 24) as f32
    }

    #[test]
    fn shares_are_counted() {
        let quality =
            Quality::of(&picture(|x, _| [0.0, 90.0, 255.0][usize::from(x >= 12) + usize::from(x >= 36)]));
        assert!((quality.white - 0.25).abs() < 1e-6 && (quality.black - 0.25).abs() < 1e-6);
        assert!((quality.level - (0.5 * 90.0 + 0.25 * 255.0)).abs() < 1e-3);
    }

    #[test]
    fn smooth_pictures_have_little_detail_and_noise_has_three() {
        let waves = |x: usize| 120.0 + 60.0 * (x as f32 / 5.0).sin();
        let smooth = Quality::of(&picture(|x, y| waves(x) + waves(y)));
        assert!(smooth.detail < 0.06, "{smooth:?}");
        let noisy = Quality::of(&picture(noise));
        assert!((noisy.detail - 3.0).abs() < 0.15, "{noisy:?}");
        // Smeared along the rows, and still rough along the columns.
        let smeared = picture(|x, y| (0..9).map(|k| noise(x + k, y)).sum::<f32>() / 9.0);
        assert!(Quality::of(&smeared).detail < 2.2 && along(&smeared, SIDE, 1) > 2.7);
    }

    #[test]
    fn contrast_does_not_matter_but_flatness_does() {
        let full = Quality::of(&picture(|x, y| noise(x / 2, y / 2)));
        let faint = Quality::of(&picture(|x, y| 100.0 + noise(x / 2, y / 2) / 20.0));
        assert!((full.detail - faint.detail).abs() < 1e-3);
        assert!((Quality::of(&picture(|_, _| 77.0)).detail - 3.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn measures_stay_in_their_ranges(levels in proptest::collection::vec(0.0..255.0_f32, SIDE * SIDE)) {
            let q = Quality::of(&levels);
            prop_assert!((0.0..=255.0).contains(&q.level) && (0.0..=4.001).contains(&q.detail), "{q:?}");
            prop_assert!((0.0..=1.0).contains(&q.white) && (0.0..=1.0).contains(&q.black), "{q:?}");
        }
    }
}
