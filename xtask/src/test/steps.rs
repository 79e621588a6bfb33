//! What a step of the tests comes to.

use std::ops::AddAssign;

use anyhow::Result;
use serde::{Deserialize, Serialize};

/// Where a step runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// In this process: what cargo builds, one after another by its own lock.
    Here,
    /// Beside it: the interface's own tools.
    Interface,
    /// Beside it: real windows and sound servers, one test at a time, which wait more than they work.
    Live,
}

impl Lane {
    pub(crate) const BESIDE: [Self; 2] = [Self::Interface, Self::Live];
}

/// Tests counted.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failure {
    pub(crate) test: String,
    /// What it failed with, where the runner prints that.
    pub(crate) message: String,
}

/// How a step ended.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Outcome {
    /// It did what it should and counted these tests, none where it has none.
    Done(Tally),
    /// It did at the second try, which these tests needed.
    Flaky(Tally, Vec<Failure>),
    /// It failed, with these tests counted and those that failed, as far as the runner names them.
    Failed(Tally, Vec<Failure>),
    /// It cannot be done here.
    Skipped(String),
}

impl Outcome {
    /// From a program that counted `tally`, named `failed` and succeeded or did not.
    pub(crate) fn counted(tally: Tally, failed: Vec<Failure>, success: bool) -> Self {
        if success && tally.failed == 0 { Self::Done(tally) } else { Self::Failed(tally, failed) }
    }

    /// From named checks, each with what it found wrong, printed as they come. Each counts as a test; an error ends them all.
    pub(crate) fn of_checks(
        checks: impl IntoIterator<Item = (&'static str, Result<Vec<String>>)>,
    ) -> Result<Self> {
        let (mut tally, mut failed) = (Tally::default(), Vec::new());
        for (name, wrong) in checks {
            let wrong = wrong?;
            println!("{:<8}{name}", if wrong.is_empty() { "ok" } else { "FAILED" });
            for line in &wrong {
                println!("        {line}");
            }
            if wrong.is_empty() {
                tally.passed += 1;
            } else {
                tally.failed += 1;
                failed.push(Failure { test: name.to_owned(), message: wrong.join("; ") });
            }
        }
        Ok(Self::counted(tally, failed, true))
    }

    /// This first try together with a second one of the tests that failed in it.
    pub(crate) fn retried(self, second: impl FnOnce(&[Failure]) -> Result<Self>) -> Result<Self> {
        let Self::Failed(tally, failed) = self else { return Ok(self) };
        if failed.is_empty() || failed.len() as u64 != tally.failed {
            return Ok(Self::Failed(tally, failed));
        }
        Ok(match second(&failed)? {
            Self::Done(again) if again.passed == tally.failed => {
                Self::Flaky(Tally { passed: tally.passed + again.passed, failed: 0, ..tally }, failed)
            }
            _ => Self::Failed(tally, failed),
        })
    }

    /// Whether what builds on it can go on.
    pub(crate) fn succeeded(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Flaky(..))
    }
}

impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Done(Tally::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(test: &str) -> Failure {
        Failure { test: test.to_owned(), message: "left and right differ".to_owned() }
    }

    fn tally(passed: u64, failed: u64) -> Tally {
        Tally { passed, failed, skipped: 1 }
    }

    #[test]
    fn checks_count_as_tests_and_say_what_is_wrong() {
        let both =
            Outcome::of_checks([("a", Ok(vec![])), ("b", Ok(vec!["one".to_owned(), "two".to_owned()]))]);
        let Ok(Outcome::Failed(sum, failed)) = both else { panic!("{both:?}") };
        assert_eq!(sum, Tally { passed: 1, failed: 1, skipped: 0 });
        assert_eq!(failed, [Failure { test: "b".to_owned(), message: "one; two".to_owned() }]);
        assert!(Outcome::of_checks([("a", Err(anyhow::anyhow!("no wine")))]).is_err());
    }

    #[test]
    fn a_second_try_that_passes_all_that_failed_is_flaky() {
        let first = Outcome::Failed(tally(5, 2), vec![failure("a"), failure("b")]);
        let again = Tally { passed: 2, failed: 0, skipped: 0 };
        let both = first.retried(|failed| {
            assert_eq!(failed.len(), 2);
            Ok(Outcome::Done(again))
        });
        let Ok(Outcome::Flaky(sum, names)) = both else { panic!("{both:?}") };
        assert_eq!((sum, names.len()), (tally(7, 0), 2));
    }

    #[test]
    fn a_second_try_that_fails_or_runs_too_few_changes_nothing() {
        let none = Tally::default();
        for second in [Outcome::Failed(tally(1, 1), vec![failure("a")]), Outcome::Done(none)] {
            let first = Outcome::Failed(tally(5, 2), vec![failure("a"), failure("b")]);
            let both = first.retried(|_| Ok(second));
            assert!(matches!(&both, Ok(Outcome::Failed(sum, _)) if *sum == tally(5, 2)), "{both:?}");
        }
        let unnamed = Outcome::Failed(tally(5, 2), vec![failure("a")]);
        let both = unnamed.retried(|_| panic!("it is not known which to try again"));
        assert!(matches!(both, Ok(Outcome::Failed(..))));
    }
}
