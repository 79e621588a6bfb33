//! `cargo xtask run`: from a fresh clone to the window.

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;

use crate::{
    exec::Exec,
    setup::{self, Level},
    ui,
};

/// Sets up, builds what changed, and starts the app with `args`.
pub(crate) fn run(release: bool, args: &[OsString]) -> Result<ExitCode> {
    setup::setup(Level::Build)?;
    ui::build()?;
    let mut cargo =
        Exec::cargo().args(["run", "--locked", "--package", "attune", "--features", "custom-protocol"]);
    if release {
        cargo = cargo.arg("--release");
    }
    let code = cargo.arg("--").args(args).code()?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}
