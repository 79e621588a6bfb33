//! Counting tests by what their runners print.

use super::steps::Tally;

/// Reads one line of a runner's output; adds to the tally where the line sums up tests.
pub(super) type Counter = fn(&str, &mut Tally);

/// `test result: ok. 12 passed; 0 failed; 3 ignored; …`
pub(super) fn cargo_test(line: &str, tally: &mut Tally) {
    let line = plain(line);
    let Some(sums) = line.trim().strip_prefix("test result: ") else { return };
    let sums = sums.split_once(". ").map_or(sums, |(_, sums)| sums);
    for (number, word) in sums.split(';').filter_map(number_and_word) {
        match word {
            "passed" => tally.passed += number,
            "failed" => tally.failed += number,
            "ignored" => tally.skipped += number,
            _ => {}
        }
    }
}

/// `Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
pub(super) fn nextest(line: &str, tally: &mut Tally) {
    let line = plain(line);
    let Some((_, sums)) = line.trim().strip_prefix("Summary [").and_then(|rest| rest.split_once("run: "))
    else {
        return;
    };
    for (number, word) in sums.split(',').filter_map(number_and_word) {
        match word {
            "passed" => tally.passed += number,
            "skipped" => tally.skipped += number,
            "failed" | "timed" | "exec" | "leaky-failed" => tally.failed += number,
            _ => {}
        }
    }
}

/// `Tests  1 failed | 11 passed | 2 skipped | 1 todo (15)`
pub(super) fn vitest(line: &str, tally: &mut Tally) {
    let line = plain(line);
    let Some(sums) = line.trim().strip_prefix("Tests ") else { return };
    for (number, word) in sums.split('|').filter_map(number_and_word) {
        match word {
            "passed" => tally.passed += number,
            "failed" => tally.failed += number,
            "skipped" | "todo" => tally.skipped += number,
            _ => {}
        }
    }
}

/// A line each at the end: `1 failed`, `1 flaky`, `2 skipped`, `5 did not run`, `12 passed (3.4s)`.
pub(super) fn playwright(line: &str, tally: &mut Tally) {
    let line = plain(line);
    let mut words = line.split_whitespace();
    let Some(Ok(number)) = words.next().map(str::parse::<u64>) else { return };
    let rest: Vec<&str> = words.collect();
    match rest.as_slice() {
        ["passed" | "flaky"] => tally.passed += number,
        ["passed", time] if time.starts_with('(') => tally.passed += number,
        ["failed"] => tally.failed += number,
        ["skipped"] | ["did", "not", "run"] => tally.skipped += number,
        _ => {}
    }
}

/// The test that a line of any of these runners names as failed: `test a::b ... FAILED`, `FAIL [ 1.2s] crate a::b`, `SIGSEGV [ 1.2s] crate a::b`,
/// `FAIL  src/a.test.ts > b`, `1) e2e/a.spec.ts:3:1 › b`.
pub(super) fn failed_test(line: &str) -> Option<String> {
    let line = plain(line);
    let line = line.trim();
    let cargo = line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED"));
    // Of nextest's `[ 1.2s] ( 3/9) crate a::b` only the test.
    let fail = || {
        // A program that ended by itself is named by how: `SIGSEGV [ 0.2s] …`.
        let (how, rest) = line.split_once(' ')?;
        let crashed =
            (how.starts_with("SIG") || how == "ABORT" || how == "TIMEOUT") && rest.trim().starts_with('[');
        let rest = Some(rest.trim()).filter(|_| how == "FAIL" || crashed)?;
        let rest = if rest.starts_with('[') { rest.split_once(']')?.1.trim() } else { rest };
        Some(if rest.starts_with('(') { rest.split_once(')')?.1.trim() } else { rest })
    };
    let numbered = || {
        let (number, test) = line.split_once(") ")?;
        (number.parse::<u64>().is_ok() && test.contains(".spec.ts:")).then_some(test)
    };
    cargo.or_else(fail).or_else(numbered).map(str::to_owned)
}

fn number_and_word(part: &str) -> Option<(u64, &str)> {
    let mut words = part.split_whitespace();
    Some((words.next()?.parse().ok()?, words.next()?))
}

/// `line` without colours.
pub(super) fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            // A colour ends at its letter.
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(counter: Counter, output: &str) -> (u64, u64, u64) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| counter(line, &mut tally));
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn cargo_sums_up_each_binary() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1.00s\n";
        assert_eq!(count(cargo_test, output), (4, 2, 1));
    }

    #[test]
    fn nextest_sums_up_once() {
        let output = "     Summary [   1.204s] 14 tests run: 11 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 3 skipped\n\
            \u{1b}[32m     Summary\u{1b}[0m [   0.100s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m, 0 skipped\n";
        assert_eq!(count(nextest, output), (13, 3, 3));
    }

    #[test]
    fn vitest_sums_up_tests_and_not_files() {
        let output = " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 2 skipped | 1 todo (15)\n";
        assert_eq!(count(vitest, output), (11, 1, 3));
        assert_eq!(count(vitest, "      Tests  12 passed (12)"), (12, 0, 0));
    }

    #[test]
    fn playwright_gives_a_line_each() {
        let output = "  1 failed\n    [chromium] › a.spec.ts:3:1 › x\n  1 flaky\n  2 skipped\n  5 did not run\n  12 passed (3.4s)\nRunning 21 tests using 1 worker\n";
        assert_eq!(count(playwright, output), (13, 1, 7));
    }

    #[test]
    fn failed_tests_are_named_by_every_runner() {
        let named = |line| failed_test(line).unwrap_or_default();
        assert_eq!(named("test queue::a_test ... \u{1b}[31mFAILED\u{1b}[0m"), "queue::a_test");
        assert_eq!(named("        FAIL [   0.004s] (  4/10) attune-core a::b"), "attune-core a::b");
        assert_eq!(named("        FAIL [   0.004s] attune-core a::b"), "attune-core a::b");
        assert_eq!(named("     SIGSEGV [   0.155s] ( 75/1729) attune-app a::b"), "attune-app a::b");
        assert_eq!(named("     TIMEOUT [  60.002s] attune-app a::b"), "attune-app a::b");
        assert_eq!(named(" FAIL  src/a.test.ts > what it does"), "src/a.test.ts > what it does");
        assert_eq!(named("  1) e2e/a.spec.ts:3:1 › what it does "), "e2e/a.spec.ts:3:1 › what it does");
        for line in [
            "test a ... ok",
            "test result: FAILED. 1 passed; 2 failed",
            "1) a list",
            "FAILED",
            "SIGNALS are [listed]",
            "PASS [ 1.0s] a b",
        ] {
            assert_eq!(failed_test(line), None, "{line}");
        }
    }
}
