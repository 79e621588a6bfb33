//! `cargo xtask faults`: the faults that take longer than `cargo xtask test` has time for.
//!
//! docs/reliability.md says which promise each one holds. One that cannot run here says why in a line.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::exec::{Exec, find};

/// A fault, what is run for it, and what must be there.
struct Fault {
    name: &'static str,
    package: &'static [&'static str],
    /// Only tests whose name contains this.
    filter: &'static str,
    environment: &'static [(&'static str, &'static str)],
    needs: &'static [&'static str],
}

const SCENARIOS: &[&str] = &["attune-tests", "--test", "scenarios"];
const FAULTS: [Fault; 11] = [
    Fault {
        name: "damaged-database",
        package: &["attune-files", "--features", "sqlite"],
        filter: "database",
        environment: &[],
        needs: &[],
    },
    Fault { name: "damaged-store", package: &["attune-store"], filter: "", environment: &[], needs: &[] },
    Fault {
        name: "small-disk",
        package: SCENARIOS,
        filter: "small_disk",
        environment: &[],
        needs: &["unshare"],
    },
    Fault {
        name: "bad-frames",
        package: SCENARIOS,
        filter: "bad_frames",
        environment: &[("ATTUNE_TEST_FRAMES", "10000")],
        needs: &[],
    },
    Fault { name: "bad-models", package: SCENARIOS, filter: "bad_models", environment: &[], needs: &[] },
    Fault {
        name: "network",
        package: &["attune-spotify", "--test", "client"],
        filter: "network",
        environment: &[],
        needs: &["unshare", "ip"],
    },
    Fault {
        name: "server-network",
        package: &["attune-app", "--lib"],
        filter: "a_link_that_goes_down",
        environment: &[],
        needs: &["unshare", "ip"],
    },
    Fault {
        name: "restless-mood",
        package: SCENARIOS,
        filter: "restless",
        // A minute for a thousand.
        environment: &[("ATTUNE_TEST_FLIP_MS", "60")],
        needs: &[],
    },
    Fault {
        name: "killed",
        package: SCENARIOS,
        filter: "killed",
        environment: &[("ATTUNE_TEST_KILLS", "200")],
        needs: &[],
    },
    Fault {
        name: "old-processor",
        package: &["attune-cli", "--test", "cli"],
        filter: "old_processor",
        environment: &[],
        needs: &["qemu-x86_64"],
    },
    Fault {
        name: "old-session",
        package: SCENARIOS,
        filter: "old_processor",
        environment: &[],
        needs: &["qemu-x86_64"],
    },
];

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only these: damaged-database, damaged-store, small-disk, bad-frames, bad-models, network, server-network, restless-mood, killed, old-processor, old-session
    names: Vec<String>,
}

/// How one ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// With the reasons of those tests that could not run here, where others did.
    Held(Vec<String>),
    Skipped(String),
    Failed,
}

/// Runs the faults one after another and prints a table. Fails if a promise did not hold.
pub(crate) fn faults(options: &Options) -> Result<()> {
    if let Some(name) = options.names.iter().find(|name| FAULTS.iter().all(|fault| fault.name != **name)) {
        let all: Vec<_> = FAULTS.iter().map(|fault| fault.name).collect();
        bail!("there is no fault {name}; there are {}", all.join(", "));
    }
    let chosen = |fault: &&Fault| options.names.is_empty() || options.names.iter().any(|n| n == fault.name);
    let mut table = Vec::new();
    for fault in FAULTS.iter().filter(chosen) {
        let begun = Instant::now();
        let end = run(fault)?;
        table.push((fault.name, end, begun.elapsed().as_secs()));
    }
    println!();
    for (name, end, seconds) in &table {
        println!("{name:<18} {seconds:>5} s  {}", said(end));
    }
    if table.iter().any(|(_, end, _)| *end == End::Failed) {
        bail!("a promise did not hold");
    }
    Ok(())
}

fn said(end: &End) -> String {
    match end {
        End::Held(skipped) if skipped.is_empty() => "held".into(),
        End::Held(skipped) => format!("held, but for {} skipped: {}", skipped.len(), skipped.join("; ")),
        End::Skipped(why) => format!("skipped: {why}"),
        End::Failed => "FAILED".into(),
    }
}

fn run(fault: &Fault) -> Result<End> {
    if let Some(missing) = fault.needs.iter().find(|program| find(program).is_none()) {
        return Ok(End::Skipped(format!("no {missing} here")));
    }
    let mut cargo = Exec::cargo().args(["test", "--locked", "--package"]).args(fault.package);
    for (name, value) in fault.environment {
        cargo = cargo.env(name, value);
    }
    let (mut skipped, mut passed) = (Vec::new(), 0);
    let success = cargo.args(["--", "--nocapture", "--include-ignored", fault.filter]).watch(|line| {
        if let Some((_, why)) = line.split_once("skipped: ") {
            skipped.push(why.to_owned());
        }
        passed += count(line);
    })?;
    Ok(end(success, passed, skipped))
}

/// How a fault ended whose tests passed, some of them by saying that they cannot run.
fn end(success: bool, passed: usize, skipped: Vec<String>) -> End {
    match skipped.first() {
        _ if !success || passed == 0 => End::Failed,
        Some(why) if skipped.len() >= passed => End::Skipped(why.clone()),
        _ => End::Held(skipped),
    }
}

/// The tests that passed, in a line such as `test result: ok. 7 passed; 0 failed; …`.
fn count(line: &str) -> usize {
    let passed = line.strip_prefix("test result: ok. ").and_then(|rest| rest.split(' ').next());
    passed.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo;

    #[test]
    fn every_fault_is_in_the_table_of_promises() {
        let table = std::fs::read_to_string(repo::root().join("docs/reliability.md")).unwrap();
        for fault in FAULTS {
            assert!(table.contains(&format!("`cargo xtask faults {}`", fault.name)), "{}", fault.name);
        }
    }

    #[test]
    fn passed_tests_are_counted_and_what_is_missing_is_said() {
        assert_eq!(count("test result: ok. 12 passed; 0 failed"), 12);
        assert_eq!(count("test result: FAILED. 12 passed; 1 failed"), 0);
        let fault =
            Fault { name: "x", package: &[], filter: "", environment: &[], needs: &["no-such-program-here"] };
        let why = || vec!["no disk".to_owned()];
        assert_eq!(end(true, 1, why()), End::Skipped("no disk".into()));
        assert_eq!(end(true, 9, why()), End::Held(why()));
        assert_eq!((end(true, 0, vec![]), end(false, 9, vec![])), (End::Failed, End::Failed));
        assert_eq!(run(&fault).unwrap(), End::Skipped("no no-such-program-here here".into()));
    }
}
