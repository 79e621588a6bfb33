//! `cargo xtask test`: every check and every test, cheap ones first, with one table and one line at the end.

mod android;
mod beside;
mod count;
mod counted;
pub(crate) mod desktop;
pub(crate) mod display;
mod failures;
pub(crate) mod flags;
mod lanes;
mod report;
mod rust;
mod servers;
mod skips;
pub(crate) mod steps;
mod web;
mod windows;
mod workflows;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;

use crate::{
    exec::Exec,
    setup::{self, Level},
    tidy,
};
use steps::{Lane, Outcome};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only these steps (and setup)
    #[arg(long, value_delimiter = ',', value_parser = known_step)]
    only: Vec<String>,
    /// Leave these steps out
    #[arg(long, value_delimiter = ',', value_parser = known_step)]
    skip: Vec<String>,
    /// Run the only step as part of another run of this command, and write into this file how it ended
    #[arg(long, hide = true)]
    outcome: Option<PathBuf>,
}

impl Options {
    fn wants(&self, step: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == step);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }

    /// Setup and the steps that are wanted. Where these are of one lane, all of them run here, their output as it comes.
    fn steps(&self) -> Vec<Step> {
        let wanted: Vec<Step> =
            STEPS.into_iter().filter(|step| step.name == "setup" || self.wants(step.name)).collect();
        match &wanted[1..] {
            [first, others @ ..] if others.iter().all(|step| step.lane == first.lane) => {
                wanted.into_iter().map(|step| step.within(Lane::Here)).collect()
            }
            _ => wanted,
        }
    }
}

/// One of the steps.
#[derive(Clone, Copy)]
struct Step {
    name: &'static str,
    /// Steps without which it makes no sense, all of them before it.
    needs: &'static [&'static str],
    lane: Lane,
    run: fn() -> Result<Outcome>,
}

const fn step(name: &'static str, needs: &'static [&'static str], run: fn() -> Result<Outcome>) -> Step {
    Step { name, needs, lane: Lane::Here, run }
}

impl Step {
    const fn within(self, lane: Lane) -> Self {
        Self { lane, ..self }
    }
}

/// All steps in their order.
const STEPS: [Step; 24] = [
    step("setup", &[], || setup::setup(Level::Test).map(Outcome::from)),
    step("fmt", &[], || Exec::cargo().args(["fmt", "--all", "--check"]).go().map(Outcome::from)),
    step("tidy", &[], || tidy::tidy().map(Outcome::from)),
    step("ui-build", &["setup"], || crate::ui::build().map(Outcome::from)),
    step("ui-lint", &["setup"], || web::script("lint")).within(Lane::Interface),
    step("ui-check", &["setup"], || web::script("check")).within(Lane::Interface),
    step("ui-test", &["setup"], web::unit_tests).within(Lane::Interface),
    step("ui-e2e", &["setup"], web::browser_tests).within(Lane::Interface),
    step("xtask", &["setup"], rust::xtask),
    step("workflows", &["setup"], workflows::check),
    step("build", &["setup", "ui-build"], || desktop::build_everything().map(Outcome::from)),
    step("desktop", &["build"], || desktop::run(&[])).within(Lane::Live),
    step("sound", &["build"], rust::sound).within(Lane::Live),
    step("rust", &["build"], rust::tests),
    step("doc", &["build"], rust::doc_tests),
    step("subsonic", &["build"], servers::supysonic),
    step("subsonic-maneki", &["build"], servers::maneki),
    step("clippy", &["setup", "ui-build"], rust::clippy),
    step("docs", &["setup", "ui-build"], rust::docs),
    step("windows-lint", &["setup", "ui-build"], windows::lint),
    step("windows", &["build"], windows::run),
    step("android-lint", &["setup", "ui-build"], android::lint),
    step("android", &["setup"], android::project),
    step("deny", &[], rust::deny),
];

/// Refuses the name of a step that there is not, and says which there are.
fn known_step(name: &str) -> Result<String, String> {
    let known = STEPS.map(|step| step.name);
    if known.contains(&name) {
        Ok(name.to_owned())
    } else {
        Err(format!("the steps are {}", known.join(", ")))
    }
}

/// Runs all steps; the last line printed is `N passed, N failed, N skipped`.
pub(crate) fn test(options: &Options) -> ExitCode {
    if let (Some(file), [only]) = (&options.outcome, &options.only[..]) {
        return part(only, file);
    }
    report::close(&lanes::run(&options.steps(), &beside::run, &beside::show))
}

/// Runs one step for another run of this command, which has done what it needs.
fn part(name: &str, file: &Path) -> ExitCode {
    let Some(step) = STEPS.into_iter().find(|step| step.name == name) else { return ExitCode::FAILURE };
    let outcome = (step.run)().unwrap_or_else(|error| beside::failed(&error));
    match beside::write(&outcome, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Parser, error::ErrorKind};

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn parse(line: &[&str]) -> Result<Options, clap::Error> {
        Line::try_parse_from([&["test"], line].concat()).map(|line| line.options)
    }

    #[test]
    fn steps_are_chosen_by_name() {
        let only = parse(&["--only", "fmt,tidy"]).ok().unwrap();
        assert!(only.wants("fmt") && only.wants("tidy") && !only.wants("rust"));
        let skip = parse(&["--skip", "desktop"]).ok().unwrap();
        assert!(skip.wants("fmt") && !skip.wants("desktop"));
    }

    #[test]
    fn a_name_that_no_step_has_is_refused_with_those_that_there_are() {
        for line in [["--only", "destkop"], ["--only", "fmt,Rust"], ["--skip", ""]] {
            let error = parse(&line).err().unwrap();
            assert_eq!((error.kind(), error.exit_code()), (ErrorKind::ValueValidation, 2), "{line:?}");
            let said = error.to_string();
            assert!(STEPS.iter().all(|step| said.contains(step.name)), "{said}");
        }
    }

    #[test]
    fn a_step_needs_only_what_comes_before_it() {
        for (at, step) in STEPS.iter().enumerate() {
            let before = STEPS.map(|step| step.name);
            assert!(step.needs.iter().all(|need| before[..at].contains(need)), "{}", step.name);
        }
    }
}
