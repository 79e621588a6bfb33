//! Variations of seeds, as a fuzzer without sight makes them: the same for the same number.

/// Bytes that parsers like least.
const AWKWARD: [u8; 8] = [0, 1, 0x7F, 0x80, 0xFF, b'"', b'\n', b'-'];
/// The most changes made to one seed.
const CHANGES: usize = 8;

/// An endless stream of inputs.
pub struct Mutations {
    seeds: Vec<Vec<u8>>,
    state: u64,
}

impl Mutations {
    /// Variations of `seeds`.
    ///
    /// # Panics
    /// When there are none.
    #[must_use]
    pub fn new(seeds: Vec<Vec<u8>>, number: u64) -> Self {
        assert!(!seeds.is_empty(), "something to vary");
        Self { seeds, state: number ^ 0x9E37_79B9_7F4A_7C15 }
    }

    /// Marsaglia's xorshift64 (Journal of Statistical Software 8(14), 2003), below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 16) as usize % limit.max(1)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        let value = self.below(256) as u8;
        match self.below(7) {
            _ if bytes.is_empty() => bytes.push(value),
            0 => bytes[at] ^= 1 << (value % 8),
            1 => bytes[at] = value,
            2 => bytes[at] = AWKWARD[usize::from(value) % AWKWARD.len()],
            3 => bytes.insert(at, value),
            4 => bytes.truncate(at),
            5 => drop(bytes.drain(at..bytes.len().min(at + 1 + usize::from(value) % 16))),
            _ => {
                let other = self.below(self.seeds.len());
                let from = self.below(self.seeds[other].len());
                bytes.truncate(at);
                bytes.extend_from_slice(&self.seeds[other][from..]);
            }
        }
    }
}

impl Iterator for Mutations {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let which = self.below(self.seeds.len());
        let mut bytes = self.seeds[which].clone();
        for _ in 0..self.below(CHANGES) {
            self.change(&mut bytes);
        }
        Some(bytes)
    }
}
