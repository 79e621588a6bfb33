//! `cargo xtask bench`: how fast it is, and on what.

mod app;
mod machine;
mod screen;
mod vision;

use anyhow::Result;

use crate::{
    exec::Exec,
    setup::{self, Level},
    ui,
};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only benchmarks whose name contains this; `vision` compares looking at faces with what others use, `library`
    /// scans ten thousand files
    filter: Option<String>,
    /// Only the running app
    #[arg(long)]
    app: bool,
}

/// Prints the machine, then the benchmarks of all crates that have some, then figures of the running app.
pub(crate) fn bench(options: &Options) -> Result<()> {
    if options.filter.as_deref() == Some("vision") {
        return vision::measure();
    }
    if options.filter.as_deref() == Some("library") {
        println!("{}", machine::describe());
        // Nothing of the other crates has to be built for it.
        for (package, bench) in [("attune-library", "library"), ("attune-app", "own_music")] {
            Exec::cargo().args(["bench", "--locked", "--package", package, "--bench", bench]).go()?;
        }
        return Ok(());
    }
    println!("{}", machine::describe());
    if !options.app {
        let mut cargo =
            Exec::cargo().args(["bench", "--workspace", "--exclude", "xtask", "--exclude", "attune"]);
        cargo = cargo.args(["--locked", "--bench", "*", "--"]);
        if let Some(filter) = &options.filter {
            cargo = cargo.arg(filter);
        }
        cargo.go()?;
    }
    if options.filter.is_none() {
        setup::setup(Level::Test)?;
        ui::build()?;
        app::measure()?;
    }
    Ok(())
}
