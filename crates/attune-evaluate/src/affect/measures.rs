//! What is measured of beliefs against the truth.

use super::super::round;
use attune_core::{Affect, AffectEstimate};
use serde::Serialize;

/// Half the width of a 90 % interval, in standard deviations.
pub(super) const Z90: f64 = 1.644_853_6;

/// One number an axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Axes {
    pub(super) valence: Option<f64>,
    pub(super) arousal: Option<f64>,
}

impl Axes {
    pub(super) fn of(measure: impl Fn(fn(Affect) -> f64) -> Option<f64>) -> Self {
        let rounded = |axis| measure(axis).map(round);
        Self { valence: rounded(|a| a.valence), arousal: rounded(|a| a.arousal) }
    }
}

/// How beliefs compare with where tracks lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Quality {
    /// Correlation of the means with the truth; none where the means are all the same.
    pub(super) r: Axes,
    /// Root of the mean squared error.
    pub(super) rmse: Axes,
    /// Share of tracks inside the 90 % interval.
    pub(super) coverage: Axes,
}

impl Quality {
    pub(super) fn of(pairs: &[(AffectEstimate, Affect)]) -> Self {
        let n = pairs.len() as f64;
        let some = |x: f64| (!pairs.is_empty()).then_some(x / n);
        Self {
            r: Axes::of(|axis| correlation(pairs.iter().map(|(e, t)| (axis(e.mean), axis(*t))))),
            rmse: Axes::of(|axis| {
                let squares = pairs.iter().map(|(e, t)| (axis(e.mean) - axis(*t)).powi(2));
                some(squares.sum()).map(f64::sqrt)
            }),
            coverage: Axes {
                valence: some(covered(pairs, |a| a.valence, |e| e.sd_valence)).map(round),
                arousal: some(covered(pairs, |a| a.arousal, |e| e.sd_arousal)).map(round),
            },
        }
    }
}

fn covered(
    pairs: &[(AffectEstimate, Affect)],
    axis: fn(Affect) -> f64,
    sd: fn(&AffectEstimate) -> f64,
) -> f64 {
    pairs.iter().filter(|(e, t)| (axis(e.mean) - axis(*t)).abs() <= Z90 * sd(e)).count() as f64
}

/// Pearson's correlation; none where either side does not vary.
pub(super) fn correlation(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let n = pairs.clone().count() as f64;
    let (sx, sy) = pairs.clone().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    let (mx, my) = (sx / n, sy / n);
    let (xx, yy, xy) = pairs.fold((0.0, 0.0, 0.0), |(xx, yy, xy), (x, y)| {
        (xx + (x - mx).powi(2), yy + (y - my).powi(2), xy + (x - mx) * (y - my))
    });
    let scale = (xx * yy).sqrt();
    (scale > 1e-9).then_some(xy / scale)
}

/// Mean and standard deviation.
pub(super) fn moments(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let n = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / n;
    (mean, (values.map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt())
}

/// The share of pairs in which the one of `high` is above the one of `low` (the area under the curve).
pub(super) fn ranked_above(high: &[f64], low: &[f64]) -> Option<f64> {
    let worth = |h: f64, l: f64| if h > l { 1.0 } else { f64::from(u8::from(h >= l)) * 0.5 };
    let sum: f64 = high.iter().map(|h| low.iter().map(|l| worth(*h, *l)).sum::<f64>()).sum();
    let pairs = (high.len() * low.len()) as f64;
    (pairs > 0.0).then(|| sum / pairs)
}

/// The share of the variance that lies between groups (one-way analysis of variance, moment estimate); none where
/// there is nothing to compare.
pub(super) fn share_between(groups: &[Vec<f64>]) -> Option<f64> {
    let (n, k) = (groups.iter().map(Vec::len).sum::<usize>() as f64, groups.len() as f64);
    let grand = groups.iter().flatten().sum::<f64>() / n;
    let mut within = 0.0;
    let mut between = 0.0;
    let mut squares = 0.0;
    for group in groups {
        let (mean, sd) = moments(group.iter().copied());
        let size = group.len() as f64;
        within += size * sd * sd;
        between += size * (mean - grand).powi(2);
        squares += size * size;
    }
    if n <= k || k < 2.0 {
        return None;
    }
    let inside = within / (n - k);
    let of_groups = (between / (k - 1.0) - inside) / ((n - squares / n) / (k - 1.0));
    Some(of_groups / (of_groups + inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn textbook_values() {
        let line = [(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)];
        assert!((correlation(line.into_iter()).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(correlation([(1.0, 2.0), (1.0, 3.0)].into_iter()), None);
        assert_eq!(correlation(std::iter::empty()), None);
        assert_eq!(ranked_above(&[1.0, 2.0], &[0.0, 1.0]), Some(0.875));
        assert_eq!(ranked_above(&[], &[0.0]), None);
        assert_eq!(moments([1.0, 3.0].into_iter()), (2.0, 1.0));
    }

    #[test]
    fn groups_share_what_they_share() {
        let apart = share_between(&[vec![0.0, 0.1], vec![5.0, 5.1], vec![9.0, 9.1]]).unwrap();
        assert!(apart > 0.99, "{apart}");
        let mixed = share_between(&[vec![0.0, 9.0], vec![1.0, 8.0], vec![0.5, 8.5]]).unwrap();
        assert!(mixed < 0.01, "{mixed}");
        assert_eq!(share_between(&[vec![1.0], vec![2.0]]), None);
        assert_eq!(share_between(&[]), None);
    }

    #[test]
    fn coverage_counts_what_lies_inside() {
        let e = AffectEstimate::with_sd(Affect::NEUTRAL, 0.2);
        let q = Quality::of(&[(e, Affect::new(0.32, 0.9)), (e, Affect::new(0.34, 0.1))]);
        assert_eq!((q.coverage.valence, q.coverage.arousal), (Some(0.5), Some(0.5)));
        assert_eq!(Quality::of(&[]).coverage.valence, None);
    }
}
