//! Running steps and summing them up.

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Result;

use super::{
    beside::{self, Beside},
    steps::{Failure, Outcome, Tally},
};

/// What has been run so far.
pub(super) struct Report<'a> {
    wanted: Box<dyn Fn(&str) -> bool + 'a>,
    rows: Vec<Row>,
    /// What runs beside the others.
    beside: Vec<Beside>,
}

struct Row {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

impl<'a> Report<'a> {
    /// An empty report; steps that are not `wanted` are left out, all but setup.
    pub(super) fn new(wanted: impl Fn(&str) -> bool + 'a) -> Self {
        Self { wanted: Box::new(wanted), rows: Vec::new(), beside: Vec::new() }
    }

    /// Runs a step unless one that it needs has failed. A step that fails stops nothing else.
    pub(super) fn step(&mut self, name: &'static str, needs: &[&str], run: impl FnOnce() -> Result<Outcome>) {
        if name != "setup" && !(self.wanted)(name) {
            return;
        }
        println!("\n=== {name} ===");
        let start = Instant::now();
        let outcome = match self.lacking(needs) {
            Some(lacking) => Outcome::Skipped(format!("{lacking} did not succeed")),
            None => run().unwrap_or_else(|error| beside::failed(&error)),
        };
        self.rows.push(Row { name, outcome, took: start.elapsed() });
    }

    /// Starts a step that runs beside those after it, none of which may need it.
    pub(super) fn step_beside(&mut self, name: &'static str, needs: &[&str]) {
        if !(self.wanted)(name) || self.lacking(needs).is_some() {
            // Left out or skipped, as any other.
            return self.step(name, needs, || Ok(().into()));
        }
        println!("\n=== {name} ===");
        match Beside::start(name) {
            Ok(started) => self.beside.push(started),
            Err(error) => {
                self.rows.push(Row { name, outcome: beside::failed(&error), took: Duration::ZERO });
            }
        }
    }

    fn wait(&mut self) {
        for beside in self.beside.drain(..) {
            let name = beside.name;
            let (outcome, took) = beside.end();
            self.rows.push(Row { name, outcome, took });
        }
    }

    fn lacking(&self, needs: &[&str]) -> Option<&'static str> {
        let failed = |row: &&Row| needs.contains(&row.name) && !row.outcome.succeeded();
        self.rows.iter().find(failed).map(|row| row.name)
    }

    /// Waits for what runs beside, then prints the table and the closing line.
    pub(super) fn close(mut self) -> ExitCode {
        self.wait();
        println!("\n=== summary ===");
        for row in &self.rows {
            println!("{}", row.shown());
            for line in row.details() {
                println!("             {line}");
            }
        }
        let total = self.total();
        println!("{} passed, {} failed, {} skipped", total.passed, total.failed, total.skipped);
        if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// All tests. A step that failed without a failed test counts as one failure of its own, and one that was skipped as
    /// one that was skipped.
    fn total(&self) -> Tally {
        let mut total = Tally::default();
        for row in &self.rows {
            match row.outcome {
                Outcome::Done(tally) | Outcome::Flaky(tally, _) => total += tally,
                Outcome::Failed(tally, _) => total += Tally { failed: tally.failed.max(1), ..tally },
                Outcome::Skipped(_) => total.skipped += 1,
            }
        }
        total
    }
}

impl Row {
    /// The tests that failed in it and with what, so that the end of a long output says it.
    fn details(&self) -> Vec<String> {
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
    use anyhow::bail;

    use super::*;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally { passed, failed, skipped }
    }

    #[test]
    fn a_failed_step_stops_only_what_needs_it() {
        let mut ran = Vec::new();
        let mut report = Report::new(|_| true);
        report.step("build", &[], || bail!("no compiler"));
        report.step("rust", &["build"], || {
            ran.push("rust");
            Ok(().into())
        });
        report.step("ui-test", &["setup"], || {
            ran.push("ui-test");
            Ok(Outcome::Done(tally(3, 0, 1)))
        });
        assert_eq!(report.total(), tally(3, 1, 2), "the step that could not run is counted");
        drop(report);
        assert_eq!(ran, ["ui-test"]);
    }

    #[test]
    fn a_skipped_step_is_counted() {
        let mut report = Report::new(|_| true);
        report.step("rust", &[], || Ok(Outcome::Done(tally(5, 0, 1))));
        report.step("deny", &[], || Ok(Outcome::Skipped("it is not installed".to_owned())));
        assert_eq!(report.total(), tally(5, 0, 2));
    }

    #[test]
    fn failed_tests_are_not_counted_twice() {
        let mut report = Report::new(|_| true);
        report.step("rust", &[], || {
            let failed = ["a", "b"].map(|test| Failure { test: test.to_owned(), message: String::new() });
            Ok(Outcome::counted(tally(5, 2, 0), failed.into(), false))
        });
        report.step("doc", &[], || Ok(Outcome::counted(tally(1, 0, 0), Vec::new(), false)));
        assert_eq!(report.total(), tally(6, 3, 0));
        assert_eq!(report.rows[0].details(), ["failed: a", "failed: b"]);
    }

    #[test]
    fn a_flaky_step_counts_as_passed_and_is_named() {
        let mut report = Report::new(|_| true);
        let failure = Failure { test: "a".to_owned(), message: "it never came to this".to_owned() };
        report.step("build", &[], || Ok(Outcome::Flaky(tally(3, 0, 0), vec![failure])));
        report.step("rust", &["build"], || Ok(Outcome::Done(tally(1, 0, 0))));
        assert_eq!(report.total(), tally(4, 0, 0));
        let details = report.rows[0].details();
        assert_eq!(details, ["passed at the second try: a", "  it never came to this"]);
    }

    #[test]
    fn steps_can_be_left_out() {
        let mut report = Report::new(|step| step == "fmt");
        for step in ["setup", "fmt", "tidy"] {
            report.step(step, &[], || Ok(().into()));
        }
        assert_eq!(report.rows.iter().map(|row| row.name).collect::<Vec<_>>(), ["setup", "fmt"]);
    }
}
