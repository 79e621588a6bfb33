//! Changes that are gathered until it is quiet.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Folders with changes that nobody was told of yet.
#[derive(Debug)]
pub(super) struct Pending {
    quiet: Duration,
    longest: Duration,
    folders: BTreeSet<u32>,
    /// When the first and the last of the changes came.
    since: Option<(Instant, Instant)>,
}

impl Pending {
    pub(super) fn new(quiet: Duration, longest: Duration) -> Self {
        Self { quiet, longest, folders: BTreeSet::new(), since: None }
    }

    pub(super) fn add(&mut self, folder: u32, now: Instant) {
        self.folders.insert(folder);
        let first = self.since.map_or(now, |(first, _)| first);
        self.since = Some((first, now));
    }

    pub(super) fn add_all(&mut self, folders: impl Iterator<Item = u32>, now: Instant) {
        for folder in folders {
            self.add(folder, now);
        }
    }

    /// How long until something is ripe, if nothing more comes; none if there is nothing.
    pub(super) fn wait(&self, now: Instant) -> Option<Duration> {
        let (first, last) = self.since?;
        let quiet = (last + self.quiet).saturating_duration_since(now);
        Some(quiet.min((first + self.longest).saturating_duration_since(now)))
    }

    /// The folders, when it has been quiet for long enough or changes go on for too long.
    pub(super) fn ripe(&mut self, now: Instant) -> Option<Vec<u32>> {
        (self.wait(now)? == Duration::ZERO).then(|| {
            self.since = None;
            std::mem::take(&mut self.folders).into_iter().collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_ripen_when_it_is_quiet_or_takes_too_long() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut pending = Pending::new(Duration::from_millis(20), Duration::from_millis(100));
        assert_eq!((pending.wait(start), pending.ripe(start)), (None, None));
        pending.add(2, at(0));
        pending.add_all([1, 2].into_iter(), at(10));
        assert_eq!(pending.ripe(at(29)), None);
        assert_eq!(pending.ripe(at(30)), Some(vec![1, 2]));
        for ms in (40..140).step_by(10) {
            pending.add(3, at(ms));
            assert_eq!(pending.ripe(at(ms)), None);
        }
        pending.add(3, at(140));
        assert_eq!(pending.ripe(at(140)), Some(vec![3]));
    }
}
