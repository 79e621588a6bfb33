//! Noise that is the same everywhere: a linear congruential generator that the Python references share.

/// White noise from a seed.
#[derive(Debug, Clone)]
pub struct Noise {
    state: u64,
}

impl Noise {
    /// Equal seeds give equal noise.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next sample, evenly spread over [-1, 1). Multiplier and increment are Knuth's for 64 bits.
    pub fn sample(&mut self) -> f64 {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // 53 bits make a double.
        (self.state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }
}
