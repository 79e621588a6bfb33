//! A Gaussian over the weights of a linear model, sharpened by one observation at a time.

/// Weights with their covariance: Bayesian linear regression with known noise, updated by rank one (the
/// Sherman–Morrison formula in its Kalman form; C. M. Bishop, *Pattern Recognition and Machine Learning*, 3.3).
///
/// The covariance stays symmetric because only its lower triangle is kept, and positive because what an
/// observation takes off is divided by a sum that its own noise keeps above the part being taken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gaussian {
    mean: Vec<f64>,
    /// Lower triangle by rows.
    covariance: Vec<f64>,
}

const fn at(i: usize, j: usize) -> usize {
    let (row, column) = if i >= j { (i, j) } else { (j, i) };
    row * (row + 1) / 2 + column
}

impl Gaussian {
    /// Independent weights with these means and standard deviations.
    pub(crate) fn new(prior: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (mean, sd): (Vec<f64>, Vec<f64>) = prior.into_iter().unzip();
        let mut covariance = vec![0.0; at(mean.len(), 0)];
        for (i, sd) in sd.iter().enumerate() {
            covariance[at(i, i)] = sd * sd;
        }
        Self { mean, covariance }
    }

    /// Says how two weights go together before anything is observed.
    pub(crate) fn relate(&mut self, i: usize, j: usize, covariance: f64) {
        self.covariance[at(i, j)] = covariance;
    }

    pub(crate) fn mean(&self) -> &[f64] {
        &self.mean
    }

    pub(crate) fn covariance(&self) -> &[f64] {
        &self.covariance
    }

    pub(crate) fn variance(&self, i: usize) -> f64 {
        self.covariance[at(i, i)]
    }

    /// The expected value of a sparse x.
    pub(crate) fn dot(&self, x: impl Iterator<Item = (usize, f64)>) -> f64 {
        x.map(|(i, x)| self.mean[i] * x).sum()
    }

    /// The variance of a sparse x's value, without noise.
    pub(crate) fn spread(&self, x: &(impl Iterator<Item = (usize, f64)> + Clone)) -> f64 {
        x.clone()
            .map(|(i, xi)| x.clone().map(|(j, xj)| xi * xj * self.covariance[at(i, j)]).sum::<f64>())
            .sum()
    }

    /// Takes an observation in: `gain` is how far the expected value was off divided by its whole variance,
    /// `total` that variance (of x, of whatever else was unsure about it, and the noise).
    pub(crate) fn observe(
        &mut self,
        x: &(impl Iterator<Item = (usize, f64)> + Clone),
        gain: f64,
        total: f64,
    ) {
        let n = self.mean.len();
        let px: Vec<f64> =
            (0..n).map(|i| x.clone().map(|(j, xj)| xj * self.covariance[at(i, j)]).sum()).collect();
        for i in 0..n {
            self.mean[i] += px[i] * gain;
            for j in 0..=i {
                self.covariance[at(i, j)] -= px[i] * px[j] / total;
            }
        }
    }

    /// Lets the variances go the given share of the way back to where they were: what is old says less.
    pub(crate) fn fade(&mut self, share: f64, prior_sd: impl Fn(usize) -> f64) {
        for i in 0..self.mean.len() {
            let (now, before) = (self.covariance[at(i, i)], prior_sd(i).powi(2));
            self.covariance[at(i, i)] += share * (before - now).max(0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: usize = 6;

    /// Numbers that look random, in [-1, 1].
    fn noise(seed: u64) -> f64 {
        f64::from(crate::rank::choose::unit(seed, 7)) * 2.0 - 1.0
    }

    fn observation(k: u64) -> (Vec<f64>, f64) {
        let x: Vec<f64> = (0..N as u64).map(|i| noise(k * 31 + i)).collect();
        let y =
            x.iter().enumerate().map(|(i, x)| x * (i as f64 - 2.0)).sum::<f64>() + 0.3 * noise(k + 9_000_000);
        (x, y)
    }

    fn learn(g: &mut Gaussian, (x, y): &(Vec<f64>, f64), noise: f64) {
        let x = x.iter().copied().enumerate();
        let total = g.spread(&x) + noise;
        let gain = (y - g.dot(x.clone())) / total;
        g.observe(&x, gain, total);
    }

    /// Solves (diag(1/prior²) + Σ x xᵀ / noise) w = Σ x y / noise by elimination: the batch answer.
    fn batch(data: &[(Vec<f64>, f64)], prior: f64, noise: f64) -> Vec<f64> {
        let mut m = vec![vec![0.0; N + 1]; N];
        for (i, row) in m.iter_mut().enumerate() {
            row[i] = prior.powi(-2);
            for (x, y) in data {
                (0..N).for_each(|j| row[j] += x[i] * x[j] / noise);
                row[N] += x[i] * y / noise;
            }
        }
        for i in 0..N {
            let pivot = m[i].clone();
            for (r, row) in m.iter_mut().enumerate().filter(|(r, _)| *r != i) {
                let _ = r;
                let f = row[i] / pivot[i];
                (0..=N).for_each(|j| row[j] -= f * pivot[j]);
            }
        }
        (0..N).map(|i| m[i][N] / m[i][i]).collect()
    }

    #[test]
    fn one_at_a_time_gives_the_batch_answer() {
        let data: Vec<_> = (0..200).map(observation).collect();
        let mut g = Gaussian::new([(0.0, 0.8); N]);
        for d in &data {
            learn(&mut g, d, 0.09);
        }
        for (a, b) in g.mean().iter().zip(batch(&data, 0.8, 0.09)) {
            assert!((a - b).abs() < 1e-9, "{a} {b}");
        }
    }

    #[test]
    fn it_stays_positive_over_a_hundred_thousand_observations() {
        let mut g = Gaussian::new([(0.0, 1.0); N]);
        // Two features that always come together cannot be told apart: the hard case.
        for k in 0..100_000 {
            let (mut x, y) = observation(k);
            x[1] = x[0];
            learn(&mut g, &(x, y), 0.09);
        }
        for k in 0..1_000 {
            let x = observation(k + 77).0;
            let spread = g.spread(&x.iter().copied().enumerate());
            assert!(spread > 0.0 && spread.is_finite(), "{spread}");
        }
        let together = g.mean()[0] + g.mean()[1];
        assert!((together + 2.0).abs() > 0.0 && together.is_finite());
    }

    #[test]
    fn fading_makes_it_less_sure_but_never_less_than_at_the_start() {
        let mut g = Gaussian::new([(0.0, 0.8); N]);
        (0..50).for_each(|k| learn(&mut g, &observation(k), 0.09));
        let before = g.variance(0);
        g.fade(0.5, |_| 0.8);
        assert!(g.variance(0) > before && g.variance(0) < 0.64);
        g.fade(1.0, |_| 0.8);
        assert!((g.variance(0) - 0.64).abs() < 1e-12);
    }
}
