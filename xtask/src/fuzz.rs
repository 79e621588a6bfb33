//! `cargo xtask fuzz`: libFuzzer on everything that takes bytes from outside.

use std::{fs, path::PathBuf, time::Instant};

use anyhow::{Context, Result, bail};

use crate::{exec::Exec, repo};

/// As the checks are called in tests/src/fuzz.
const TARGETS: [&str; 15] = [
    "pixels",
    "picture",
    "manifest",
    "catalogue",
    "tags",
    "fallback",
    "sound",
    "settings",
    "backup",
    "history",
    "score",
    "spotify_reply",
    "spotify_callback",
    "strap",
    "subsonic_reply",
];
/// Seconds for one input: nothing here may take a second in earnest; the sanitizer makes it slow.
const TIMEOUT: &str = "-timeout=20";
/// MiB: a picture may take 256 to decode, the sanitizer keeps freed memory for a while.
const MEMORY: &str = "-rss_limit_mb=3072";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only this one: pixels, picture, manifest, catalogue, tags, fallback, sound, settings, backup, history, score, `spotify_reply`, `spotify_callback`, strap or `subsonic_reply`
    target: Option<String>,
    /// Minutes for each target
    #[arg(long, default_value_t = 10)]
    minutes: u32,
    /// Without libFuzzer: variations of the seeds on stable Rust, which see nothing of the code's branches
    #[arg(long)]
    plain: bool,
}

/// By which name the edges between the code's branches stand; a fuzzer says them again and again, and the last one counts.
const EDGES: &str = "edges";

/// What one run came to.
struct Run {
    target: &'static str,
    seconds: u64,
    /// What libFuzzer counted, by name.
    figures: Vec<(String, String)>,
    /// Inputs that broke a promise, as files.
    findings: Vec<PathBuf>,
}

/// Runs the targets one after another and prints a table. Fails if anything was found.
pub(crate) fn fuzz(options: &Options) -> Result<()> {
    let chosen: Vec<_> =
        TARGETS.into_iter().filter(|t| options.target.as_deref().is_none_or(|one| one == *t)).collect();
    if chosen.is_empty() {
        bail!("there is no such target; there are {}", TARGETS.join(", "));
    }
    if options.plain {
        return plain(options);
    }
    prepare()?;
    let runs = chosen.into_iter().map(|t| run(t, options.minutes * 60)).collect::<Result<Vec<_>>>()?;
    println!(
        "\n{:16} {:>8} {:>12} {:>10} {:>8} {:>9} {:>8}",
        "target", "seconds", "inputs", "inputs/s", "edges", "MiB", "found"
    );
    for run in &runs {
        let figure =
            |name: &str| run.figures.iter().rfind(|(n, _)| n == name).map_or("?", |(_, v)| v.as_str());
        println!(
            "{:16} {:>8} {:>12} {:>10} {:>8} {:>9} {:>8}",
            run.target,
            run.seconds,
            figure("number_of_executed_units"),
            figure("average_exec_per_sec"),
            figure(EDGES),
            figure("peak_rss_mb"),
            run.findings.len()
        );
    }
    let found: Vec<_> = runs.iter().flat_map(|r| &r.findings).map(|path| repo::shown(path)).collect();
    if !found.is_empty() {
        bail!("inputs that break a promise:\n  {}", found.join("\n  "));
    }
    Ok(())
}

/// Runs the checks of tests/fuzz for that long each, all chosen ones side by side.
fn plain(options: &Options) -> Result<()> {
    let seconds = (options.minutes * 60).to_string();
    let cargo = Exec::cargo().args(["test", "--locked", "--package", "attune-tests", "--test", "fuzz", "--"]);
    let only = options.target.as_deref().unwrap_or_default();
    cargo.env("ATTUNE_FUZZ_SECONDS", &seconds).env("ATTUNE_FUZZ_TARGET", only).arg("--nocapture").go()
}

/// Nightly Rust and cargo-fuzz must be there; the versions are those of the workspace.
fn prepare() -> Result<()> {
    let have = nightly().args(["fuzz", "--version"]).succeeds();
    if !have {
        bail!(
            "fuzzing needs nightly Rust and cargo-fuzz:\n  rustup toolchain install nightly --profile minimal\n  \
             cargo install --locked cargo-fuzz\n\
             or, with less sight: cargo xtask fuzz --plain"
        );
    }
    let lock = repo::root().join("fuzz/Cargo.lock");
    fs::copy(repo::root().join("Cargo.lock"), &lock).with_context(|| repo::shown(&lock))?;
    Ok(())
}

/// cargo of nightly Rust, whichever cargo started us.
fn nightly() -> Exec {
    Exec::new("cargo").env("RUSTUP_TOOLCHAIN", "nightly").dir(&repo::root())
}

fn folder(name: &str) -> PathBuf {
    repo::target().join("fuzz").join(name)
}

fn run(target: &'static str, seconds: u32) -> Result<Run> {
    let (corpus, found) = (folder("corpus").join(target), folder("found").join(target));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&found)?;
    let cargo = nightly().args(["fuzz", "run", "--target-dir"]).arg(repo::target().join("fuzz")).arg(target);
    // The seeds go there first. What earlier runs left in the repository is read and not added to.
    let cargo = cargo.env("ATTUNE_CORPUS", &corpus).arg(corpus);
    let kept = repo::root().join("fuzz/corpus").join(target);
    let cargo = if kept.is_dir() { cargo.arg(kept) } else { cargo };
    let fuzzer = cargo.arg("--").args([TIMEOUT, MEMORY, "-print_final_stats=1", "-max_len=65536"]);
    let fuzzer = fuzzer.arg(format!("-max_total_time={seconds}"));
    let fuzzer = fuzzer.arg(format!("-artifact_prefix={}/", found.display()));
    let (started, mut figures) = (Instant::now(), Vec::new());
    let clean = fuzzer.watch(|line| figures.extend(figure(line)))?;
    let run = Run { target, seconds: started.elapsed().as_secs(), figures, findings: files(&found)? };
    if !clean && run.findings.is_empty() {
        bail!("the fuzzer of {target} broke off without an input to show");
    }
    Ok(run)
}

/// A line such as `stat::average_exec_per_sec:     812`, or such as `#2097152 pulse  cov: 412 ft: 1200`.
fn figure(line: &str) -> Option<(String, String)> {
    if line.starts_with('#') {
        let edges = line.split_once("cov: ")?.1.split_whitespace().next()?;
        return Some((EDGES.to_owned(), edges.to_owned()));
    }
    let (name, value) = line.strip_prefix("stat::")?.split_once(':')?;
    Some((name.to_owned(), value.trim().to_owned()))
}

fn files(folder: &PathBuf) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|e| Ok(e?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_the_last_lines() {
        let figure = figure("stat::number_of_executed_units: 51234").unwrap();
        assert_eq!(figure, ("number_of_executed_units".to_owned(), "51234".to_owned()));
        let edges = super::figure("#2\tINITED cov: 12 ft: 13 corp: 1/1b").unwrap();
        assert_eq!(edges, (EDGES.to_owned(), "12".to_owned()));
        assert!(super::figure("INFO: seed corpus: files: 9").is_none());
    }

    #[test]
    fn every_target_has_its_program() {
        for target in TARGETS {
            assert!(repo::root().join(format!("fuzz/fuzz_targets/{target}.rs")).is_file(), "{target}");
        }
    }
}
