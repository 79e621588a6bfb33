//! The command line tool as a person or script uses it: the real program, real files, real models where the
//! runtime library is there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod data;
mod evaluate;
mod groups;
mod history;
#[path = "../isolation.rs"]
#[expect(dead_code, reason = "the window's tests use the rest")]
mod isolation;
mod language;
#[path = "../leftovers.rs"]
mod leftovers;
mod library;
mod look;
mod manual;
#[cfg(target_os = "linux")]
mod old_processor;
mod promise;
mod pulse;
mod pulse_camera;
#[path = "../pulsing.rs"]
mod pulsing;
mod recommend;
mod session;
mod soundscape;
#[cfg(target_os = "linux")]
mod strap;
mod taste;
mod voice;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// `attune-cli`, speaking English whatever the language of whoever runs the tests.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_attune-cli"));
    program.env("LC_ALL", "C");
    program
}

/// Runs `attune-cli` with arguments.
fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("attune-cli starts")
}

/// Standard output, line by line, after making sure that it went well.
fn lines(output: &Output) -> Vec<String> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// JSON lines.
fn json(output: &Output) -> Vec<Value> {
    lines(output).iter().map(|l| serde_json::from_str(l).expect("a JSON line")).collect()
}

/// What went wrong, after making sure that something did, and not by a panic.
fn failure(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "should have failed");
    assert!(!text.contains("panicked"), "{text}");
    text
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The portrait that ships with the tests.
fn portrait() -> String {
    root().join("crates/attune-vision/tests/data/astronaut.png").display().to_string()
}

/// Whether ONNX Runtime is there; says so when it is not.
fn has_runtime() -> bool {
    let folder = root().join("runtime");
    let found = std::env::var_os("ATTUNE_ONNXRUNTIME").is_some()
        || folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if !found {
        println!("skipped: no ONNX Runtime (cargo xtask setup brings it)");
    }
    found
}
