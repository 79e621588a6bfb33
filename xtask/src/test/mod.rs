//! `cargo xtask test`: every check and every test, cheap ones first, with one table and one line at the end.

mod count;
pub(crate) mod desktop;
pub(crate) mod display;
pub(crate) mod flags;
mod report;
mod rust;
mod servers;
pub(crate) mod steps;
mod web;

use std::process::ExitCode;

use crate::{
    exec::Exec,
    setup::{self, Level},
    tidy,
};
use report::Report;
use steps::Outcome;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only these steps (and setup)
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Leave these steps out
    #[arg(long, value_delimiter = ',')]
    skip: Vec<String>,
}

impl Options {
    fn wants(&self, step: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == step);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}

/// Runs all steps; the last line printed is `N passed, N failed, N skipped`.
pub(crate) fn test(options: &Options) -> ExitCode {
    let mut report = Report::new(|step| options.wants(step));
    report.step("setup", &[], || setup::setup(Level::Test).map(Outcome::from));
    report.step("fmt", &[], || Exec::cargo().args(["fmt", "--all", "--check"]).go().map(Outcome::from));
    report.step("tidy", &[], || tidy::tidy().map(Outcome::from));
    report.step("xtask", &["setup"], rust::xtask);
    report.step("ui-lint", &["setup"], || web::script("lint"));
    report.step("ui-check", &["setup"], || web::script("check"));
    report.step("ui-test", &["setup"], web::unit_tests);
    report.step("ui-build", &["setup"], || crate::ui::build().map(Outcome::from));
    report.step("ui-e2e", &["setup", "ui-build"], web::browser_tests);
    report.step("clippy", &["setup", "ui-build"], rust::clippy);
    report.step("docs", &["setup", "ui-build"], rust::docs);
    report.step("build", &["setup", "ui-build"], || desktop::build_everything().map(Outcome::from));
    report.step("rust", &["build"], rust::tests);
    report.step("doc", &["build"], rust::doc_tests);
    report.step("sound", &["build"], rust::sound);
    report.step("subsonic", &["build"], servers::supysonic);
    report.step("desktop", &["build"], || desktop::run(&[]));
    report.step("deny", &[], rust::deny);
    report.close()
}
