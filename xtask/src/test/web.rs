//! The steps of the interface.

use anyhow::Result;

use super::{count, rust::counted, steps::Outcome};
use crate::exec::{Exec, find};

/// A script that checks something and counts nothing.
pub(super) fn script(name: &str) -> Result<Outcome> {
    Exec::npm().args(["run", name]).go().map(Outcome::from)
}

/// Unit tests, under Vitest.
pub(super) fn unit_tests() -> Result<Outcome> {
    counted(Exec::npm().args(["run", "test"]), count::vitest)
}

/// The interface in a real browser against its fake backend, under Playwright.
pub(super) fn browser_tests() -> Result<Outcome> {
    let Some(browser) = browser() else {
        return Ok(Outcome::Skipped("there is no Chromium here".to_owned()));
    };
    counted(Exec::npm().args(["run", "e2e"]).env("CHROMIUM", browser), count::playwright)
}

fn browser() -> Option<std::path::PathBuf> {
    // The first is Chromium without windows of its own, in which the tests take two fifths of the time.
    ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find)
}
