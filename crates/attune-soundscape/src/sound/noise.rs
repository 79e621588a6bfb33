//! White noise from a seed.

/// A linear congruential generator; good enough to hear, fast enough for every sample.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noise(u32);

impl Noise {
    pub(super) fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(2_654_435_761) | 1)
    }

    /// Evenly spread over [-1, 1).
    pub(super) fn sample(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0.cast_signed() as f32 / 2_147_483_648.0
    }
}
