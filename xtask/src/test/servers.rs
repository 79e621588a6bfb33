//! Tests against a real music server, which Python brings.

use anyhow::Result;

use super::{flags::EVERYTHING, rust::live_tests, steps::Outcome};
use crate::{exec::Exec, repo, setup::python};

/// The server and what serves it, in the versions that the test was written for.
const PACKAGES: [&str; 2] = ["supysonic==0.7.9", "waitress==3.0.2"];

/// Installs supysonic into a folder of its own and runs the test against it. Without Python, or where its packages cannot
/// be had, the test counts as skipped.
pub(super) fn supysonic() -> Result<Outcome> {
    let skipped = |why: &str| Ok(Outcome::Skipped(why.to_owned()));
    if cfg!(windows) {
        return skipped("supysonic is started on Unix only");
    }
    let Some(python) = python::any() else { return skipped("there is no Python here") };
    let home = repo::target().join("supysonic");
    let programs = home.join("bin");
    if !programs.join("supysonic-server").is_file() {
        let made = Exec::new(python).args(["-m", "venv"]).arg(&home).succeeds()
            && Exec::new(programs.join("pip")).args(["install", "--quiet"]).args(PACKAGES).succeeds();
        if !made {
            return skipped("supysonic could not be installed (python3-venv, network)");
        }
    }
    let tests = || Exec::cargo().args(["test", "--test", "supysonic"]).args(EVERYTHING);
    live_tests(|| tests().env("ATTUNE_SUPYSONIC", &programs), &[])
}
