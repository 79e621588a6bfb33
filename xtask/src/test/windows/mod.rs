//! Attune for Windows, compiled on Linux: all of it is linted, and the command line tool runs under wine, where it must
//! print the same as on Linux.

mod answer;
mod program;
mod scenarios;
mod scene;

use std::fs;

use anyhow::Result;

use super::{flags::EVERYTHING, steps::Outcome};
use crate::{
    exec::Exec,
    repo,
    setup::windows::{self, TARGET},
};
use program::Program;
use scenarios::{SCENARIOS, Scenario};
use scene::Scene;

/// Lints all programs as they are compiled for Windows.
pub(super) fn lint() -> Result<Outcome> {
    if let Some(why) = windows::missing() {
        return Ok(Outcome::Skipped(why));
    }
    let clippy = Exec::cargo().arg("clippy").args(EVERYTHING).args(["--target", TARGET]);
    clippy.args(["--", "-D", "warnings"]).go().map(Outcome::from)
}

/// Runs every scenario on both systems. Each counts as a test.
pub(super) fn run() -> Result<Outcome> {
    if let Some(why) = windows::missing() {
        return Ok(Outcome::Skipped(why));
    }
    Exec::cargo().args(["build", "--package", "attune-cli", "--locked", "--target", TARGET]).go()?;
    let home = repo::target().join("windows");
    let programs = [Program::here(), Program::under_wine(&home)?];
    let scenes = [Scene::make(&home.join("scene/linux"))?, Scene::make(&home.join("scene/windows"))?];
    Outcome::of_checks(SCENARIOS.iter().map(|s| (s.name, differences(*s, &programs, &scenes))))
}

/// What the two programs do not answer alike.
fn differences(scenario: Scenario, programs: &[Program; 2], scenes: &[Scene; 2]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for line in scenario.lines {
        let [here, there] = [0, 1].map(|system| programs[system].answer(line, &scenes[system]));
        all.extend(here?.differences(&there?).into_iter().map(|difference| format!("{line}: {difference}")));
    }
    for file in scenario.files {
        let [here, there] = [0, 1].map(|system: usize| fs::read(scenes[system].folder().join(file)));
        if here? != there? {
            all.push(format!("{file} is not the same"));
        }
    }
    Ok(all)
}
