//! The few figures that reports are made of.

/// The mean; 0 of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Pearson's correlation; 0 where either side does not vary.
pub(super) fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mx, my) = (mean(&x), mean(&y));
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|&(a, b)| f(a - mx, b - my)).sum::<f64>();
    let (xy, xx, yy) = (sum(&|a, b| a * b), sum(&|a, _| a * a), sum(&|_, b| b * b));
    if xx * yy > 0.0 { xy / (xx * yy).sqrt() } else { 0.0 }
}

/// The means of the second numbers for each first number, in the order of the first.
pub(super) fn by_level(pairs: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut levels: Vec<f64> = pairs.iter().map(|p| p.0).collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup();
    let of =
        |level: f64| pairs.iter().filter(|p| p.0.total_cmp(&level).is_eq()).map(|p| p.1).collect::<Vec<_>>();
    levels.into_iter().map(|level| (level, mean(&of(level)))).collect()
}

/// Whether each level's mean lies above the one before.
pub(super) fn rises(levels: &[(f64, f64)]) -> bool {
    levels.windows(2).all(|w| w[1].1 > w[0].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_a_small_example() {
        let pairs = [(0.0, 1.0), (0.0, 3.0), (1.0, 4.0), (1.0, 2.0), (2.0, 5.0)];
        assert_eq!(by_level(&pairs), [(0.0, 2.0), (1.0, 3.0), (2.0, 5.0)]);
        assert!(rises(&by_level(&pairs)) && !rises(&[(0.0, 1.0), (1.0, 1.0)]));
        assert!((correlation(&pairs) - 4.0 / 28_f64.sqrt()).abs() < 1e-9, "{}", correlation(&pairs));
        assert_eq!(correlation(&[(1.0, 1.0), (1.0, 2.0)]).to_bits(), 0.0_f64.to_bits());
    }
}
