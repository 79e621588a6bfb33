//! Tests against real music servers, which Python brings.

use anyhow::Result;

use super::{flags::EVERYTHING, rust::live_tests, steps::Outcome};
use crate::{exec::Exec, repo, setup::python};

/// A server from `PyPI` and the test against it.
struct Server {
    /// Its name, which is the test's.
    name: &'static str,
    /// The server and what serves it, in the versions that the test was written for.
    packages: &'static [&'static str],
    program: &'static str,
    /// The variable that names the folder of its programs.
    variable: &'static str,
    /// The least version of Python 3 that it runs on.
    python: u8,
}

const SUPYSONIC: Server = Server {
    name: "supysonic",
    packages: &["supysonic==0.7.9", "waitress==3.0.2"],
    program: "supysonic-server",
    variable: "ATTUNE_SUPYSONIC",
    python: 8,
};

const MANEKI: Server = Server {
    name: "maneki",
    packages: &["maneki==0.29.0"],
    program: "maneki",
    variable: "ATTUNE_MANEKI",
    python: 13,
};

/// Runs the test against a server that takes passwords only.
pub(super) fn supysonic() -> Result<Outcome> {
    against(&SUPYSONIC)
}

/// Runs the test against a server that takes hashes of passwords.
pub(super) fn maneki() -> Result<Outcome> {
    against(&MANEKI)
}

/// Installs a server into a folder of its own and runs the test against it. Without its Python, or where its packages cannot
/// be had, the test counts as skipped.
fn against(server: &Server) -> Result<Outcome> {
    let Server { name, packages, program, variable, python } = server;
    if cfg!(windows) {
        return Ok(Outcome::Skipped(format!("{name} is started on Unix only")));
    }
    let Some(python) = python::at_least(*python) else {
        return Ok(Outcome::Skipped(format!("there is no Python 3.{python} here, which {name} needs")));
    };
    let home = repo::target().join(name);
    let programs = home.join("bin");
    if !programs.join(program).is_file() {
        let made = Exec::new(python).args(["-m", "venv"]).arg(&home).succeeds()
            && Exec::new(programs.join("pip")).args(["install", "--quiet"]).args(*packages).succeeds();
        if !made {
            return Ok(Outcome::Skipped(format!("{name} could not be installed (python3-venv, network)")));
        }
    }
    let tests = || Exec::cargo().args(["test", "--test", name]).args(EVERYTHING);
    live_tests(|| tests().env(variable, &programs), &[])
}
