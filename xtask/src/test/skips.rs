//! Tests that return early because something is not there.
//!
//! Rust's test runners know no such end and count them as passed. A test of ours says it in a line that begins with
//! `skipped: `; the runners are told to show what passed tests print (`--show-output`, `--success-output immediate`), and
//! each test that says so counts as skipped.

use super::steps::Tally;

/// What a line of a runner's output belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The runner's own words, and all that failed tests print.
    Rest,
    /// What a passed test prints, under cargo's own runner.
    Passed,
    /// The same under nextest, where each test is a program with a heading and a sum of its own.
    PassedAlone,
}

/// Looks for skipped tests in the output of a runner, line by line.
#[derive(Debug)]
pub(super) struct Skips {
    part: Part,
    said: bool,
    tests: u64,
}

impl Skips {
    pub(super) fn new() -> Self {
        Self { part: Part::Rest, said: false, tests: 0 }
    }

    /// Takes the next line; whether a person should see it.
    pub(super) fn see(&mut self, line: &str) -> bool {
        let text = line.trim();
        if let Some(part) = heading(line, self.part) {
            self.part = part;
            self.said = false;
            return true;
        }
        let says = self.part != Part::Rest && text.starts_with("skipped: ");
        if says && !self.said {
            self.said = true;
            self.tests += 1;
        }
        says || self.part != Part::PassedAlone
    }

    /// The tally with the tests moved that were counted as passed.
    pub(super) fn moved(&self, tally: Tally) -> Tally {
        let tests = self.tests.min(tally.passed);
        Tally { passed: tally.passed - tests, skipped: tally.skipped + tests, ..tally }
    }
}

/// What the lines from here on belong to, if this one begins something.
fn heading(line: &str, before: Part) -> Option<Part> {
    match line {
        "successes:" => return Some(Part::Passed),
        "failures:" => return Some(Part::Rest),
        _ if line.starts_with("---- ") => return Some(before),
        _ if line.starts_with("test result: ") || line.starts_with("────") => {
            return Some(Part::Rest);
        }
        _ => {}
    }
    // `        PASS [   0.022s] (1/4) package test`
    let (word, rest) = line.trim_start().split_once(" [")?;
    let status = word.chars().all(|c| c.is_ascii_uppercase() || c == '-') && rest.contains("s] ");
    let part = if word == "PASS" { Part::PassedAlone } else { Part::Rest };
    (status && line.starts_with("    ")).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Tally = Tally { passed: 3, failed: 1, skipped: 0 };

    /// The tally, and the lines that are shown.
    fn seen(output: &str) -> (Tally, Vec<&str>) {
        let mut skips = Skips::new();
        let shown = output.lines().filter(|line| skips.see(line)).collect();
        (skips.moved(ALL), shown)
    }

    #[test]
    fn cargos_runner_shows_what_passed_tests_print() {
        let output = "running 4 tests\ntest a ... ok\ntest b ... FAILED\n\nsuccesses:\n\n\
            ---- a stdout ----\nskipped: no server here\nskipped: nor a bus\n\n\
            ---- c stdout ----\nskipped: no server here\n\n---- d stdout ----\nskipped a picture\n\n\
            successes:\n    a\n    c\n    d\n\nfailures:\n\n---- b stdout ----\nskipped: and failed all the same\n\n\
            failures:\n    b\n\ntest result: FAILED. 3 passed; 1 failed; 0 ignored\nskipped: nobody's\n";
        let (tally, shown) = seen(output);
        assert_eq!(tally, Tally { passed: 1, failed: 1, skipped: 2 });
        assert_eq!(shown.len(), output.lines().count(), "all is shown");
    }

    #[test]
    fn nextest_gives_each_test_an_output_of_its_own() {
        let output = "    Starting 4 tests across 1 binary
        PASS [   0.022s] (1/4) xtask::bin/xtask a
  stdout ───

    running 1 test
    skipped: no library in this checkout
    test a ... ok

    test result: ok. 1 passed; 0 failed; 0 ignored

        PASS [   0.006s] (2/4) xtask::bin/xtask b
        FAIL [   0.006s] (3/4) xtask::bin/xtask c
  stdout ───

    skipped: and failed all the same
────────────
     Summary [   0.283s] 4 tests run: 3 passed, 1 failed, 0 skipped";
        let (tally, shown) = seen(output);
        assert_eq!(tally, Tally { passed: 2, failed: 1, skipped: 1 });
        assert!(shown.contains(&"    skipped: no library in this checkout"), "{shown:?}");
        assert!(!shown.iter().any(|line| line.contains("running 1 test")), "{shown:?}");
        assert!(shown.contains(&"    skipped: and failed all the same"), "{shown:?}");
        assert!(shown.last().unwrap().contains("Summary"), "{shown:?}");
    }
}
