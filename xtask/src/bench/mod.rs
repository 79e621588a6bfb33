//! `cargo xtask bench`: how fast it is, and on what.

mod machine;

use anyhow::Result;

use crate::exec::Exec;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only benchmarks whose name contains this
    filter: Option<String>,
}

/// Prints the machine, then the benchmarks of all crates that have some.
pub(crate) fn bench(options: &Options) -> Result<()> {
    println!("{}", machine::describe());
    let mut cargo =
        Exec::cargo().args(["bench", "--workspace", "--exclude", "xtask", "--exclude", "attune", "--locked"]);
    cargo = cargo.args(["--benches", "--"]);
    if let Some(filter) = &options.filter {
        cargo = cargo.arg(filter);
    }
    cargo.go()
}
