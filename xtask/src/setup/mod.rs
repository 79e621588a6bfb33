//! `cargo xtask setup`: from a fresh machine to one that can build, without doing anything twice.

pub(crate) mod android;
mod debian;
pub(crate) mod node;
pub(crate) mod onnxruntime;
pub(crate) mod python;
mod system;
pub(crate) mod telemetry;
pub(crate) mod windows;

use anyhow::Result;

/// How much is going to be done with the machine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Level {
    /// Build and run the app.
    Build,
    /// Also make packages.
    Bundle,
    /// Also run all tests: a browser, a virtual display, a driver for the real window.
    Test,
}

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Also what the tests need: a browser, a virtual display, a driver for the window
    #[arg(long)]
    test: bool,
    /// Also what making packages needs
    #[arg(long)]
    bundle: bool,
}

impl Options {
    pub(crate) fn level(&self) -> Level {
        match (self.test, self.bundle) {
            (true, _) => Level::Test,
            (false, true) => Level::Bundle,
            (false, false) => Level::Build,
        }
    }
}

/// Brings the machine to `level`. Quick when nothing is missing.
pub(crate) fn setup(level: Level) -> Result<()> {
    let needs_pip = onnxruntime::must_fetch()? && python::with_pip().is_none();
    system::install(level, if needs_pip { &["python3-pip"] } else { &[] })?;
    node::install()?;
    onnxruntime::install()?;
    if level == Level::Test {
        system::install_headless();
        windows::install();
        android::install();
    }
    Ok(())
}
