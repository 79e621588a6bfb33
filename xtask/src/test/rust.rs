//! The steps in Rust.

use anyhow::Result;

use super::{
    count::{self, Counter},
    failures::Failures,
    flags::EVERYTHING,
    skips::Skips,
    steps::{Failure, Outcome, Tally},
};
use crate::exec::Exec;

/// Runs a test runner and counts.
pub(super) fn counted(runner: Exec, counter: Counter) -> Result<Outcome> {
    let (mut tally, mut failures) = (Tally::default(), Failures::default());
    let success = runner.watch(|line| {
        counter(line, &mut tally);
        failures.see(line);
    })?;
    Ok(Outcome::counted(tally, failures.all(), success))
}

/// Runs Rust's tests and counts those as skipped that say so. The runner must show what passed tests print.
fn counted_with_skips(runner: Exec, counter: Counter) -> Result<Outcome> {
    let (mut tally, mut skips, mut failures) = (Tally::default(), Skips::new(), Failures::default());
    let success = runner.follow(|line| {
        counter(line, &mut tally);
        failures.see(line);
        if skips.see(line) {
            println!("{line}");
        }
    })?;
    Ok(Outcome::counted(skips.moved(tally), failures.all(), success))
}

/// Runs `cargo test` as given, with further arguments for the test programs.
pub(super) fn cargo_test(test: Exec, arguments: &[&str]) -> Result<Outcome> {
    counted_with_skips(test.args(["--", "--show-output"]).args(arguments), count::cargo_test)
}

/// Runs tests against real servers and a real window, which depend on how busy the machine is: one at a time, each with a
/// server of its own.
pub(super) fn live_tests(test: impl Fn() -> Exec, filters: &[&str]) -> Result<Outcome> {
    with_second_try(test, &[&[ONE_AT_A_TIME], filters].concat())
}

const ONE_AT_A_TIME: &str = "--test-threads=1";

/// Runs `cargo test` and then those that failed once more, one at a time: a second try tells a fault from a busy machine.
/// The summary names what needed it.
fn with_second_try(test: impl Fn() -> Exec, arguments: &[&str]) -> Result<Outcome> {
    let test = || test().arg("--no-fail-fast");
    cargo_test(test(), arguments)?.retried(|failed| {
        announce_second_try(failed);
        let names = failed.iter().map(|failure| failure.test.as_str());
        let arguments: Vec<&str> = [ONE_AT_A_TIME, "--exact"].into_iter().chain(names).collect();
        cargo_test(test(), &arguments)
    })
}

fn announce_second_try(failed: &[Failure]) {
    println!("\n{} failed; a second try", failed.len());
}

/// This tool's own lints and tests.
pub(super) fn xtask() -> Result<Outcome> {
    let package = ["--package", "xtask", "--locked"];
    Exec::cargo().arg("clippy").args(package).args(["--all-targets", "--", "-D", "warnings"]).go()?;
    cargo_test(Exec::cargo().arg("test").args(package), &[])
}

/// Lints, in everything that is compiled.
pub(super) fn clippy() -> Result<Outcome> {
    let clippy = |targets: &[&str]| {
        Exec::cargo().arg("clippy").args(EVERYTHING).args(targets).args(["--", "-D", "warnings"]).go()
    };
    clippy(&["--all-targets"])?;
    if !cfg!(target_os = "linux") {
        return Ok(().into());
    }
    // Made for Linux. None is a default target, so that `cargo test` runs without a display, a sound server or a music server.
    clippy(&["--test", "desktop", "--test", "sound", "--test", "supysonic", "--test", "maneki"])
        .map(Outcome::from)
}

/// The documentation, whose links must lead somewhere.
pub(super) fn docs() -> Result<Outcome> {
    let doc = Exec::cargo().args(["doc", "--no-deps", "--document-private-items"]).args(EVERYTHING);
    doc.env("RUSTDOCFLAGS", "-D warnings").go().map(Outcome::from)
}

/// All tests that need no window.
pub(super) fn tests() -> Result<Outcome> {
    if !Exec::cargo().args(["nextest", "--version"]).succeeds() {
        let targets = ["test", "--lib", "--bins", "--tests"];
        return with_second_try(|| Exec::cargo().args(targets).args(EVERYTHING), &[]);
    }
    let run = |arguments: &[&str]| {
        let nextest = Exec::cargo().args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"]);
        let nextest = nextest.args(["--success-output", "immediate"]).args(EVERYTHING).args(arguments);
        counted_with_skips(nextest, count::nextest)
    };
    run(&[])?.retried(|failed| {
        announce_second_try(failed);
        run(&[ONE_AT_A_TIME, "--filterset", &only(failed)])
    })
}

/// The filter by which nextest runs these tests only. It names a test by its program and its path, with a space between.
fn only(failed: &[Failure]) -> String {
    let one = |failure: &Failure| match failure.test.split_once(' ') {
        Some((program, path)) => format!("(binary_id(={program}) & test(={path}))"),
        None => format!("test(={})", failure.test),
    };
    failed.iter().map(one).collect::<Vec<_>>().join(" | ")
}

/// What comes out of a real sound server.
pub(super) fn sound() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the sound server is started on Linux only".to_owned()));
    }
    live_tests(|| Exec::cargo().args(["test", "--test", "sound"]).args(EVERYTHING), &[])
}

/// The examples in the documentation.
pub(super) fn doc_tests() -> Result<Outcome> {
    counted(Exec::cargo().args(["test", "--no-fail-fast", "--doc"]).args(EVERYTHING), count::cargo_test)
}

/// A second opinion on licences and sources, where it is installed.
pub(super) fn deny() -> Result<Outcome> {
    if !Exec::cargo().args(["deny", "--version"]).succeeds() {
        return Ok(Outcome::Skipped("cargo-deny is not installed; tidy has checked the licences".to_owned()));
    }
    Exec::cargo().args(["deny", "--offline", "check", "licenses", "bans", "sources"]).go()?;
    println!(
        "Advisories are not checked here: their database has to be downloaded (`cargo deny check advisories`)."
    );
    Ok(().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_try_is_of_the_tests_that_failed_and_no_others() {
        let failure = |test: &str| Failure { test: test.to_owned(), message: String::new() };
        assert_eq!(
            only(&[failure("attune-audio::play later::a"), failure("b")]),
            "(binary_id(=attune-audio::play) & test(=later::a)) | test(=b)"
        );
    }
}
