//! What the listener said and did, in memory, and which of it is on disk.
//!
//! The log is what everything is learned from. A piece of feedback that could not be written is kept for this run and
//! written as soon as that is possible again; feedback on tracks of a session shelf is never written.

use super::unsaved::LIMIT;
use attune_core::ports::Archive;
use attune_core::{AppError, Feedback};

/// Names a piece of feedback of this run, to take it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FeedbackKey(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stored {
    /// In the archive, from an earlier run.
    Before,
    /// In the archive under this number.
    As(u32),
    /// Not yet: writing failed.
    NotYet,
    /// Not any more: more than [`LIMIT`] waited. It counts for this run.
    GivenUp,
    /// Never: it is about a track that is here for the session only.
    Never,
}

#[derive(Debug)]
struct Logged {
    key: FeedbackKey,
    stored: Stored,
    feedback: Feedback,
}

/// All feedback, oldest first.
#[derive(Debug, Default)]
pub(super) struct FeedbackLog {
    entries: Vec<Logged>,
    /// Counts keys.
    keys: u32,
    /// Raised by everything that changes the log other than by adding to it.
    rewritten: u64,
}

impl FeedbackLog {
    /// Replaces the log by what the archive holds.
    pub(super) fn load(&mut self, stored: Vec<Feedback>) {
        self.rewritten += 1;
        self.entries.clear();
        for feedback in stored {
            self.push(feedback, Stored::Before);
        }
    }

    /// Adds feedback that lasts; an error says that it could not be written and counts for this run only so far.
    pub(super) fn add(
        &mut self,
        archive: &mut dyn Archive,
        feedback: Feedback,
    ) -> (FeedbackKey, Result<(), AppError>) {
        let key = self.push(feedback, Stored::NotYet);
        self.give_up_oldest();
        (key, self.write_what_waits(archive))
    }

    /// Adds feedback that counts for this run.
    pub(super) fn add_for_session(&mut self, feedback: Feedback) -> FeedbackKey {
        self.push(feedback, Stored::Never)
    }

    /// Takes a piece back: from the archive first, so that one that cannot be removed there stays.
    pub(super) fn retract(&mut self, archive: &mut dyn Archive, key: FeedbackKey) -> Result<(), AppError> {
        let Some(place) = self.entries.iter().position(|l| l.key == key) else { return Ok(()) };
        if let Stored::As(id) = self.entries[place].stored {
            archive.remove_feedback(id)?;
        }
        self.entries.remove(place);
        self.rewritten += 1;
        Ok(())
    }

    /// Drops what does not satisfy `keep`; the archive has been told.
    pub(super) fn retain(&mut self, keep: impl Fn(&Feedback) -> bool) {
        self.entries.retain(|l| keep(&l.feedback));
        self.rewritten += 1;
    }

    /// Drops feedback of this session that does not satisfy `keep`.
    pub(super) fn retain_session(&mut self, keep: impl Fn(&Feedback) -> bool) {
        self.entries.retain(|l| l.stored != Stored::Never || keep(&l.feedback));
        self.rewritten += 1;
    }

    /// Whether a piece is still in the log.
    pub(super) fn has(&self, key: FeedbackKey) -> bool {
        self.entries.iter().any(|l| l.key == key)
    }

    /// All of it, of this session too.
    pub(super) fn all(&self) -> impl Iterator<Item = &Feedback> {
        self.entries.iter().map(|l| &l.feedback)
    }

    /// What is learned from.
    pub(super) fn lasting(&self) -> impl DoubleEndedIterator<Item = &Feedback> {
        self.entries.iter().filter(|l| l.stored != Stored::Never).map(|l| &l.feedback)
    }

    /// What was said of tracks that are here for the session only.
    pub(super) fn of_session(&self) -> impl Iterator<Item = &Feedback> {
        self.entries.iter().filter(|l| l.stored == Stored::Never).map(|l| &l.feedback)
    }

    /// Changes whenever the log changes, and whether only by growing.
    pub(super) fn version(&self) -> (u64, usize) {
        (self.rewritten, self.entries.len())
    }

    fn push(&mut self, feedback: Feedback, stored: Stored) -> FeedbackKey {
        self.keys += 1;
        let key = FeedbackKey(self.keys);
        self.entries.push(Logged { key, stored, feedback });
        key
    }

    /// Keeps what waits within its limit.
    fn give_up_oldest(&mut self) {
        let waiting = self.entries.iter().filter(|l| l.stored == Stored::NotYet).count();
        let oldest = self.entries.iter_mut().find(|l| l.stored == Stored::NotYet);
        if let Some(oldest) = oldest.filter(|_| waiting > LIMIT) {
            oldest.stored = Stored::GivenUp;
        }
    }

    /// Writes what could not be written so far, in its order, up to the first failure.
    pub(super) fn write_what_waits(&mut self, archive: &mut dyn Archive) -> Result<(), AppError> {
        for logged in self.entries.iter_mut().filter(|l| l.stored == Stored::NotYet) {
            logged.stored = Stored::As(archive.add_feedback(&logged.feedback)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::{FeedbackKind, Timestamp, TrackId};
    use attune_testkit::MemoryArchive;

    fn said(n: i64) -> Feedback {
        Feedback::new(TrackId(n.to_string()), FeedbackKind::Liked, Timestamp(n))
    }

    #[test]
    fn what_could_not_be_written_is_written_when_it_can_be_and_in_order() {
        let (mut archive, mut log) = (MemoryArchive::default(), FeedbackLog::default());
        archive.set_full(true);
        let (first, failed) = log.add(&mut archive, said(1));
        assert!(failed.is_err());
        assert!(log.add(&mut archive, said(2)).1.is_err());
        archive.set_full(false);
        assert!(log.add(&mut archive, said(3)).1.is_ok());
        assert_eq!(archive.feedback().unwrap(), [said(1), said(2), said(3)]);
        log.retract(&mut archive, first).unwrap();
        assert_eq!(archive.feedback().unwrap(), [said(2), said(3)]);
    }

    #[test]
    fn what_waits_is_bounded_and_the_newest_is_written() {
        let (mut archive, mut log) = (MemoryArchive::default(), FeedbackLog::default());
        archive.set_full(true);
        let count = i64::try_from(LIMIT).unwrap() + 10;
        for n in 1..=count {
            assert!(log.add(&mut archive, said(n)).1.is_err());
        }
        archive.set_full(false);
        log.write_what_waits(&mut archive).unwrap();
        let kept = archive.feedback().unwrap();
        assert_eq!((kept.len(), kept.first(), kept.last()), (LIMIT, Some(&said(11)), Some(&said(count))));
        assert_eq!(log.all().count(), LIMIT + 10, "all of it counts for this run");
    }

    #[test]
    fn what_cannot_be_removed_from_the_archive_stays() {
        let (mut archive, mut log) = (MemoryArchive::default(), FeedbackLog::default());
        let (key, _) = log.add(&mut archive, said(1));
        archive.set_full(true);
        assert!(log.retract(&mut archive, key).is_err());
        assert!(log.has(key));
    }
}
