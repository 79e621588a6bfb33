//! A step that runs beside the others, in a process of its own. What it prints is shown once it is over.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::steps::{Outcome, Tally};
use crate::{exec::Exec, repo};

/// Runs the step `name` by this program's own command, until it ends.
pub(super) fn run(name: &'static str) -> Result<Outcome> {
    fs::create_dir_all(folder())?;
    let outcome = folder().join(format!("{name}.json"));
    if outcome.exists() {
        fs::remove_file(&outcome)?;
    }
    let step = Exec::new(env::current_exe()?).args(["test", "--only", name, "--outcome"]).arg(&outcome);
    println!("({name} runs beside this; its output so far: {})", log(name).display());
    step.quiet().log(File::create(log(name))?)?;
    read(&outcome)
}

/// Shows what the step `name` has printed.
pub(super) fn show(name: &'static str) {
    println!("\n=== {name} ===");
    match fs::read(log(name)) {
        Ok(output) => print!("{}", String::from_utf8_lossy(&output)),
        Err(error) => println!("it has no output that can be read: {error}"),
    }
}

fn folder() -> PathBuf {
    repo::target().join("test")
}

fn log(name: &str) -> PathBuf {
    folder().join(format!("{name}.log"))
}

/// The outcome of a step that ended by an error.
pub(super) fn failed(error: &anyhow::Error) -> Outcome {
    println!("error: {error:#}");
    Outcome::Failed(Tally::default(), Vec::new())
}

/// Keeps `outcome` for the process that started this one.
pub(super) fn write(outcome: &Outcome, file: &Path) -> Result<()> {
    fs::write(file, serde_json::to_vec(outcome)?).with_context(|| format!("cannot write {}", file.display()))
}

fn read(file: &Path) -> Result<Outcome> {
    let Ok(text) = fs::read(file) else { bail!("it ended before it had an outcome") };
    Ok(serde_json::from_slice(&text)?)
}

#[cfg(test)]
mod tests {
    use super::{super::steps::Failure, *};

    #[test]
    fn an_outcome_comes_back_from_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("outcome.json");
        let failure = Failure { test: "a".to_owned(), message: "it broke".to_owned() };
        let outcome = Outcome::Flaky(Tally { passed: 3, failed: 0, skipped: 1 }, vec![failure]);
        write(&outcome, &file).unwrap();
        assert_eq!(format!("{:?}", read(&file).unwrap()), format!("{outcome:?}"));
    }

    #[test]
    fn a_step_that_left_no_outcome_has_failed() {
        assert!(read(Path::new("/no/such/file")).is_err());
    }
}
