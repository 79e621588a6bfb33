//! The tests of the real window: on a virtual display, with their own bus, through the driver of `WebKitGTK`.

use std::{
    fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::{count, flags::EVERYTHING, rust::counted, steps::Outcome};
use crate::{
    exec::{Exec, find},
    repo,
};

/// Builds all programs and all tests, once and under one set of features.
pub(crate) fn build_everything() -> Result<()> {
    Exec::cargo().args(["build", "--lib", "--bins", "--tests", "--test", "desktop"]).args(EVERYTHING).go()
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
    let display = Display::start(server)?;
    let pictures = repo::target().join("screenshots");
    fs::create_dir_all(&pictures)?;
    let tests = Exec::cargo()
        .within(bus, "--")
        .args(["test", "--test", "desktop"])
        .args(EVERYTHING)
        .arg("--")
        .args(filters)
        .arg("--test-threads=1")
        .env("DISPLAY", &display.name)
        .env("ATTUNE_TEST_APP", repo::built("debug", "attune"))
        .env("ATTUNE_TEST_DRIVER", driver)
        .env("ATTUNE_TEST_SCREENSHOTS", pictures);
    counted(tests, count::cargo_test)
}

/// A display that nobody looks at; gone when dropped.
pub(crate) struct Display {
    server: Child,
    /// What goes into `DISPLAY`.
    pub(crate) name: String,
}

impl Display {
    /// Starts one under a number that is free.
    pub(crate) fn start(server: PathBuf) -> Result<Self> {
        let number = (90..200)
            .find(|number| !PathBuf::from(format!("/tmp/.X{number}-lock")).exists())
            .context("all display numbers are taken")?;
        let name = format!(":{number}");
        let child = Command::new(server)
            .args([name.as_str(), "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut display = Self { server: child, name };
        display.wait(&PathBuf::from(format!("/tmp/.X11-unix/X{number}")))?;
        Ok(display)
    }

    fn wait(&mut self, socket: &std::path::Path) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(10);
        while !socket.exists() {
            if self.server.try_wait()?.is_some() || Instant::now() > end {
                bail!("Xvfb did not start on {}", self.name);
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
