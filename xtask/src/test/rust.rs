//! The steps in Rust.

use anyhow::Result;

use super::{
    count::{self, Counter},
    flags::EVERYTHING,
    skips::Skips,
    steps::{Outcome, Tally},
};
use crate::exec::Exec;

/// Runs a test runner and counts.
pub(super) fn counted(runner: Exec, counter: Counter) -> Result<Outcome> {
    let (mut tally, mut failed) = (Tally::default(), Vec::new());
    let success = runner.watch(|line| {
        counter(line, &mut tally);
        note(&mut failed, line);
    })?;
    Ok(Outcome::counted(tally, failed, success))
}

/// Notes the test that a line names as failed, once: runners repeat them, with more of their name or less.
fn note(failed: &mut Vec<String>, line: &str) {
    let known =
        |test: &String| failed.iter().any(|f| f.ends_with(test.as_str()) || test.ends_with(f.as_str()));
    failed.extend(count::failed_test(line).filter(|test| !known(test)));
}

/// Runs Rust's tests and counts those as skipped that say so. The runner must show what passed tests print.
fn counted_with_skips(runner: Exec, counter: Counter) -> Result<Outcome> {
    let (mut tally, mut skips, mut failed) = (Tally::default(), Skips::new(), Vec::new());
    let success = runner.follow(|line| {
        counter(line, &mut tally);
        note(&mut failed, line);
        if skips.see(line) {
            println!("{line}");
        }
    })?;
    Ok(Outcome::counted(skips.moved(tally), failed, success))
}

/// Runs `cargo test` as given, with further arguments for the test programs.
pub(super) fn cargo_test(test: Exec, arguments: &[&str]) -> Result<Outcome> {
    counted_with_skips(test.args(["--", "--show-output"]).args(arguments), count::cargo_test)
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
    clippy(&["--test", "desktop", "--test", "sound", "--test", "supysonic"]).map(Outcome::from)
}

/// The documentation, whose links must lead somewhere.
pub(super) fn docs() -> Result<Outcome> {
    let doc = Exec::cargo().args(["doc", "--no-deps", "--document-private-items"]).args(EVERYTHING);
    doc.env("RUSTDOCFLAGS", "-D warnings").go().map(Outcome::from)
}

/// All tests that need no window.
pub(super) fn tests() -> Result<Outcome> {
    if Exec::cargo().args(["nextest", "--version"]).succeeds() {
        let nextest = Exec::cargo().args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"]);
        counted_with_skips(nextest.args(["--success-output", "immediate"]).args(EVERYTHING), count::nextest)
    } else {
        let test =
            Exec::cargo().args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]).args(EVERYTHING);
        cargo_test(test, &[])
    }
}

/// What comes out of a real sound server, one test at a time: each starts a server of its own.
pub(super) fn sound() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the sound server is started on Linux only".to_owned()));
    }
    let tests = Exec::cargo().args(["test", "--test", "sound"]).args(EVERYTHING);
    cargo_test(tests, &["--test-threads=1"])
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
