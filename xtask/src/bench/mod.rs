//! `cargo xtask bench`: how fast it is, and on what.

mod app;
mod machine;
mod processes;
mod screen;

use anyhow::Result;

use crate::{
    exec::Exec,
    setup::{self, Level},
    ui,
};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only benchmarks whose name contains this
    filter: Option<String>,
    /// Only the running app
    #[arg(long)]
    app: bool,
}

/// Prints the machine, then the benchmarks of all crates that have some, then figures of the running app.
pub(crate) fn bench(options: &Options) -> Result<()> {
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
