//! The tests of the real window: on a virtual display, with their own bus, through the driver of `WebKitGTK`.

use std::fs;

use anyhow::Result;

use super::{counted::Counted, display::Display, flags::EVERYTHING, rust::live_tests, steps::Outcome};
use crate::{
    exec::{Exec, find},
    repo,
};

/// Builds all programs and all tests, once and under one set of features.
pub(crate) fn build_everything() -> Result<()> {
    Exec::cargo().args(["build", "--lib", "--bins", "--tests"]).args(EVERYTHING).go()
}

/// Runs the window tests, only those named in `filters` if there are any.
pub(crate) fn run(filters: &[&str]) -> Result<Outcome> {
    let skipped = |why: &str| Ok(Outcome::Skipped(why.to_owned()));
    if !cfg!(target_os = "linux") {
        return skipped("the window is driven on Linux only");
    }
    let Some(driver) = find("WebKitWebDriver") else { return skipped("there is no WebKitWebDriver here") };
    let Some(bus) = find("dbus-run-session") else { return skipped("there is no dbus-run-session here") };
    let Some(server) = find("Xvfb") else { return skipped("there is no Xvfb here") };
    let display = Display::start(&server, None)?;
    let pictures = repo::target().join("screenshots");
    fs::create_dir_all(&pictures)?;
    let counted = Counted::find()?;
    if counted.is_none() {
        println!("no network namespace can be made here (unshare, ip): what the windows send is not counted");
    }
    let tests = || {
        let tests = Exec::cargo()
            .within(&bus, "--")
            .args(["test", "--test", "desktop"])
            .args(EVERYTHING)
            .env("DISPLAY", &display.name)
            // Nobody listens to a screen reader here, and its services would only fill the log.
            .env("NO_AT_BRIDGE", "1")
            .env("ATTUNE_TEST_APP", repo::built("debug", "attune"))
            .env("ATTUNE_TEST_DRIVER", &driver)
            .env("ATTUNE_TEST_SCREENSHOTS", &pictures);
        match &counted {
            Some(counted) => counted.around(tests),
            None => tests,
        }
    };
    live_tests(tests, filters)
}
