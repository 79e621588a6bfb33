//! Fourier transforms of real signals and changes of sample rate, by `realfft` and `rubato`, for all crates that look at
//! sound or at colours over time.
//!
//! Both libraries are generic over the sample type, so a crate that plans a transform compiles every algorithm they have,
//! optimised, and its tests do so once more: a minute each. What is made here comes as a trait object, so that it is
//! compiled in this crate only.

use std::sync::Arc;

pub use realfft::num_complex::{Complex, Complex64};
pub use realfft::{ComplexToReal, RealToComplex};
pub use rubato::{Resampler, WindowFunction};

use realfft::RealFftPlanner;
use rubato::{Fft, FixedSync, ResamplerConstructionError};

/// The transform of `length` real samples to `length / 2 + 1` bins, which are not scaled.
#[inline(never)]
#[must_use]
pub fn forward(length: usize) -> Arc<dyn RealToComplex<f32>> {
    RealFftPlanner::new().plan_fft_forward(length)
}

/// The transform of `length / 2 + 1` bins to `length` real samples, which come out `length` times too large.
#[inline(never)]
#[must_use]
pub fn inverse(length: usize) -> Arc<dyn ComplexToReal<f32>> {
    RealFftPlanner::new().plan_fft_inverse(length)
}

/// As [`forward`], in double precision.
#[inline(never)]
#[must_use]
pub fn forward_double(length: usize) -> Arc<dyn RealToComplex<f64>> {
    RealFftPlanner::new().plan_fft_forward(length)
}

/// As [`inverse`], in double precision.
#[inline(never)]
#[must_use]
pub fn inverse_double(length: usize) -> Arc<dyn ComplexToReal<f64>> {
    RealFftPlanner::new().plan_fft_inverse(length)
}

/// Changes the rate of one channel from `from` to `to` samples a second, about `block` input samples at a time; both the
/// samples that it takes and those that it gives at a time are fixed.
///
/// Fails for rates that cannot be changed, as 0.
#[inline(never)]
pub fn resampler(
    from: usize,
    to: usize,
    block: usize,
    window: WindowFunction,
) -> Result<Box<dyn Resampler<f32>>, ResamplerConstructionError> {
    Ok(Box::new(Fft::new_custom(from, to, block, 1, 1, window, FixedSync::Both)?))
}
