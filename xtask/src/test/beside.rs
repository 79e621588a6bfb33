//! A step that runs beside the others, in a process of its own. What it prints is shown once it is over.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::steps::{Outcome, Tally};
use crate::{exec::Exec, repo};

/// A step under way.
pub(super) struct Beside {
    pub(super) name: &'static str,
    log: PathBuf,
    run: JoinHandle<(Result<Outcome>, Duration)>,
}

impl Beside {
    /// Starts the step `name` by this program's own command.
    pub(super) fn start(name: &'static str) -> Result<Self> {
        let folder = repo::target().join("test");
        fs::create_dir_all(&folder)?;
        let (log, outcome) = (folder.join(format!("{name}.log")), folder.join(format!("{name}.json")));
        if outcome.exists() {
            fs::remove_file(&outcome)?;
        }
        let step = Exec::new(env::current_exe()?).args(["test", "--only", name, "--outcome"]).arg(&outcome);
        let output = File::create(&log)?;
        println!("runs beside what follows; its output so far: {}", log.display());
        let run = thread::spawn(move || {
            let start = Instant::now();
            let outcome = step.quiet().log(output).and_then(|_| read(&outcome));
            (outcome, start.elapsed())
        });
        Ok(Self { name, log, run })
    }

    /// Waits for its end and shows what it printed.
    pub(super) fn end(self) -> (Outcome, Duration) {
        let (outcome, took) = self
            .run
            .join()
            .unwrap_or_else(|_| (Err(anyhow::anyhow!("its thread has panicked")), Duration::ZERO));
        println!("\n=== {} ===", self.name);
        match fs::read(&self.log) {
            Ok(output) => print!("{}", String::from_utf8_lossy(&output)),
            Err(error) => println!("its output cannot be read: {error}"),
        }
        (outcome.unwrap_or_else(|error| failed(&error)), took)
    }
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
