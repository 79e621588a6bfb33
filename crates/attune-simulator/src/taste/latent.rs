//! Hidden qualities: numbers that no chooser sees, along which listeners lean.

use crate::random::Random;

/// Dimensions of the latent qualities.
pub(super) const LATENT: usize = 6;
/// One such quality.
pub(super) type Latent = [f64; LATENT];

/// A new one, each dimension normal with standard deviation 1.
pub(super) fn latent(random: &mut Random) -> Latent {
    std::array::from_fn(|_| random.normal())
}
