//! When music was on that counts already, so that a play of which two services tell counts once.

use crate::Timestamp;

/// Two services that tell of one play differ by no more: some name its beginning, others its end.
const SAME_PLAY_MS: i64 = 600_000;

/// The moments of plays that count already: those of here, and those of histories that were read before.
///
/// Who listens hears one thing at a time, so that the moment alone says that a play is known; services write titles in ways
/// of their own.
#[derive(Debug, Clone, Default)]
pub struct CountedTimes(Vec<i64>);

impl CountedTimes {
    /// Adds moments of plays, in any order.
    pub fn add(&mut self, times: impl IntoIterator<Item = Timestamp>) {
        self.0.extend(times.into_iter().map(|at| at.0));
        self.0.sort_unstable();
    }

    /// Whether a play that another service tells of at a moment is one of these.
    #[must_use]
    pub fn have(&self, Timestamp(at): Timestamp) -> bool {
        let next = self.0.partition_point(|known| *known < at.saturating_sub(SAME_PLAY_MS));
        self.0.get(next).is_some_and(|known| *known <= at.saturating_add(SAME_PLAY_MS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_play_near_one_that_counts_is_the_same() {
        let mut counted = CountedTimes::default();
        assert!(!counted.have(Timestamp(0)));
        counted.add([Timestamp(9_000_000), Timestamp(0)]);
        let known = [-600_001, -600_000, 240_000, 600_000, 600_001, 9_000_001];
        let known = known.map(|at| counted.have(Timestamp(at)));
        assert_eq!(known, [false, true, true, true, false, true]);
        assert!(!counted.have(Timestamp(i64::MIN)) && !counted.have(Timestamp(i64::MAX)));
    }
}
