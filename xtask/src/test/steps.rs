//! What a step of the tests comes to.

use std::ops::AddAssign;

/// Tests counted.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// How a step ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It did what it should and counted these tests, none where it has none.
    Done(Tally),
    /// It failed, with these tests counted and the names of those that failed, as far as the runner gives them.
    Failed(Tally, Vec<String>),
    /// It cannot be done here.
    Skipped(String),
}

impl Outcome {
    /// From a program that counted `tally`, named `failed` and succeeded or did not.
    pub(crate) fn counted(tally: Tally, failed: Vec<String>, success: bool) -> Self {
        if success && tally.failed == 0 { Self::Done(tally) } else { Self::Failed(tally, failed) }
    }
}

impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Done(Tally::default())
    }
}
