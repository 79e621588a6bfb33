//! `cargo xtask`: everything a person or a machine does to this repository, in one place.
//!
//! Each command says what it runs before it runs it, so that anything here can also be done by hand.

mod android;
mod bench;
mod bindings;
mod bundle;
mod camera_vm;
mod display;
mod exec;
mod faults;
mod fuzz;
mod hash;
mod icons;
mod notices;
mod processes;
mod release;
mod repo;
mod run;
mod screenshots;
mod setup;
mod soak;
mod test;
mod tidy;
mod tool;
mod ui;

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Set up, run, test, measure and bundle Attune")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what the build needs: system packages, the interface's packages, ONNX Runtime
    Setup(setup::Options),
    /// Build and start the app; further arguments go to the app
    Run {
        /// Build with optimisation
        #[arg(long)]
        release: bool,
        /// Passed to the app
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
    /// Run every check and every test, cheap ones first
    #[command(visible_alias = "ci")]
    Test(test::Options),
    /// Measure the crates and the running app
    Bench(bench::Options),
    /// Run the camera's tests on real V4L2 pictures, in a small machine with the kernel's vivid driver
    CameraVm(camera_vm::Options),
    /// Run the longer tests of what can go wrong: full disks, kills, old processors
    Faults(faults::Options),
    /// Watch the running app for a long time: memory, threads, handles, events
    Soak(soak::Options),
    /// Let libFuzzer look for inputs that break something (needs nightly Rust)
    Fuzz(fuzz::Options),
    /// Make the packages to install for this system
    Bundle(bundle::Options),
    /// Make the packages for Android, where its SDK is; says what is missing
    Android(android::Options),
    /// Check whether everything is ready for a release, and write what is published beside the packages
    Release(release::Options),
    /// Write ui/src/api/bindings.ts from the Rust types, and what the command line says from the window's texts
    Bindings,
    /// Check the rules the compiler does not know: layers, licences, sizes, paths
    Tidy,
    /// Take pictures of the real window into target/screenshots
    Screenshots,
    /// Draw the icons of all sizes from src-tauri/icons/icon.svg
    Icons,
}

fn main() -> ExitCode {
    match dispatch(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<ExitCode> {
    match command {
        Command::Setup(options) => setup::setup(options.level())?,
        Command::Run { release, args } => return run::run(release, &args),
        Command::Test(options) => return Ok(test::test(&options)),
        Command::Bench(options) => bench::bench(&options)?,
        Command::CameraVm(options) => camera_vm::run(&options)?,
        Command::Faults(options) => faults::faults(&options)?,
        Command::Soak(options) => soak::soak(&options)?,
        Command::Fuzz(options) => fuzz::fuzz(&options)?,
        Command::Bundle(options) => bundle::bundle(&options)?,
        Command::Android(options) => android::build(&options)?,
        Command::Release(options) => release::release(&options)?,
        Command::Bindings => bindings::write()?,
        Command::Tidy => tidy::tidy()?,
        Command::Screenshots => screenshots::take()?,
        Command::Icons => icons::draw()?,
    }
    Ok(ExitCode::SUCCESS)
}
