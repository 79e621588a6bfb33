//! How far a reading is, for those who watch it.

use crate::{HistoryError, MOST_PLAYS};

/// Hears what share of a file is read, in [0, 1], and says whether to go on.
pub type Watch<'w> = dyn FnMut(f64) -> bool + 'w;

/// Between two calls so many entries are read.
const EVERY: usize = 512;

/// Tells who watches, now and then.
pub(crate) struct Progress<'w, 'o> {
    watch: &'w mut Watch<'o>,
    entries: usize,
    /// The share of the whole that was read before the part in hand, and the part's own share.
    part: (f64, f64),
}

impl<'w, 'o> Progress<'w, 'o> {
    pub(crate) fn of(watch: &'w mut Watch<'o>) -> Self {
        Self { watch, entries: 0, part: (0.0, 1.0) }
    }

    /// From now on a part is read that is so much of the whole, after `before` of it.
    pub(crate) fn begin_part(&mut self, before: f64, share: f64) {
        self.part = (before, share);
    }

    /// Counts an entry; `read` says what share of the part is read. Fails where nobody wants more, and where there are more
    /// entries than anybody has.
    pub(crate) fn entry(&mut self, read: impl FnOnce() -> f64) -> Result<(), HistoryError> {
        self.entries += 1;
        if self.entries > MOST_PLAYS {
            return Err(HistoryError::TooLarge);
        }
        if !self.entries.is_multiple_of(EVERY) {
            return Ok(());
        }
        let (before, share) = self.part;
        let whole = before + share * read().clamp(0.0, 1.0);
        if (self.watch)(whole.clamp(0.0, 1.0)) { Ok(()) } else { Err(HistoryError::Stopped) }
    }
}
