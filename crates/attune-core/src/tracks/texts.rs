//! Texts one after another in one buffer.

/// Numbered texts, which stay: at most 4 GiB in all; what would come after that is kept as nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text and gives its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        let start = self.ends.last().copied().unwrap_or(0);
        let end = u32::try_from(self.all.len() + text.len()).unwrap_or(start);
        if end > start {
            self.all.push_str(text);
        }
        self.ends.push(end);
        self.ends.len() as u32 - 1
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[number] as usize]
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    pub(super) fn bytes(&self) -> usize {
        self.all.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}
