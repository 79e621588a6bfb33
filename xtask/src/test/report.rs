//! Summing up what was run.

use std::{process::ExitCode, time::Duration};

use super::steps::{Failure, Outcome, Tally};

/// How a step ended.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) outcome: Outcome,
    pub(super) took: Duration,
}

/// Prints the table and the closing line.
pub(super) fn close(rows: &[Row]) -> ExitCode {
    println!("\n=== summary ===");
    for row in rows {
        println!("{}", row.shown());
        for line in row.details() {
            println!("             {line}");
        }
    }
    let total = total(rows);
    println!("{} passed, {} failed, {} skipped", total.passed, total.failed, total.skipped);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// All tests. A step that failed without a failed test counts as one failure of its own, and one that was skipped as
/// one that was skipped.
pub(super) fn total(rows: &[Row]) -> Tally {
    let mut total = Tally::default();
    for row in rows {
        match row.outcome {
            Outcome::Done(tally) | Outcome::Flaky(tally, _) => total += tally,
            Outcome::Failed(tally, _) => total += Tally { failed: tally.failed.max(1), ..tally },
            Outcome::Skipped(_) => total.skipped += 1,
        }
    }
    total
}

impl Row {
    /// The tests that failed in it and with what, so that the end of a long output says it.
    pub(super) fn details(&self) -> Vec<String> {
        let (word, failures) = match &self.outcome {
            Outcome::Failed(_, failures) => ("failed", failures),
            Outcome::Flaky(_, failures) => ("passed at the second try", failures),
            Outcome::Done(_) | Outcome::Skipped(_) => return Vec::new(),
        };
        let line =
            |failure: &Failure| [format!("{word}: {}", failure.test), format!("  {}", failure.message)];
        failures.iter().flat_map(line).filter(|line| !line.trim().is_empty()).collect()
    }

    fn shown(&self) -> String {
        let counted = |tally: &Tally| {
            if *tally == Tally::default() {
                String::new()
            } else {
                format!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped)
            }
        };
        let (word, note) = match &self.outcome {
            Outcome::Done(tally) => ("ok", counted(tally)),
            Outcome::Flaky(tally, _) => ("flaky", counted(tally)),
            Outcome::Failed(tally, _) => ("FAILED", counted(tally)),
            Outcome::Skipped(why) => ("skipped", why.clone()),
        };
        format!("{:<12} {word:<8} {:>7.1} s  {note}", self.name, self.took.as_secs_f64())
            .trim_end()
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally { passed, failed, skipped }
    }

    fn row(name: &'static str, outcome: Outcome) -> Row {
        Row { name, outcome, took: Duration::ZERO }
    }

    #[test]
    fn a_skipped_step_is_counted() {
        let done = Outcome::Done(tally(5, 0, 1));
        let skipped = Outcome::Skipped("it is not installed".to_owned());
        assert_eq!(total(&[row("rust", done), row("deny", skipped)]), tally(5, 0, 2));
    }

    #[test]
    fn failed_tests_are_not_counted_twice() {
        let failed = ["a", "b"].map(|test| Failure { test: test.to_owned(), message: String::new() });
        let rows = [
            row("rust", Outcome::counted(tally(5, 2, 0), failed.into(), false)),
            row("doc", Outcome::counted(tally(1, 0, 0), Vec::new(), false)),
        ];
        assert_eq!(total(&rows), tally(6, 3, 0));
        assert_eq!(rows[0].details(), ["failed: a", "failed: b"]);
    }

    #[test]
    fn a_flaky_step_counts_as_passed_and_is_named() {
        let failure = Failure { test: "a".to_owned(), message: "it never came to this".to_owned() };
        let rows = [
            row("build", Outcome::Flaky(tally(3, 0, 0), vec![failure])),
            row("rust", Outcome::Done(tally(1, 0, 0))),
        ];
        assert_eq!(total(&rows), tally(4, 0, 0));
        assert_eq!(rows[0].details(), ["passed at the second try: a", "  it never came to this"]);
    }
}
