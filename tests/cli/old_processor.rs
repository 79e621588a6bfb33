//! A processor without AVX, as qemu plays one: all but the networks works, and why they do not is said.

use super::{failure, has_runtime, lines, portrait};
use std::process::{Command, Output};

/// Runs `attune-cli` on a processor of 2008; none, and a line that says so, where there is no qemu for programs.
fn run(arguments: &[&str]) -> Option<Output> {
    let mut qemu = Command::new("qemu-x86_64");
    // Where a variable names a runtime, the program starts itself anew to set this one, and that leaves the emulator.
    qemu.env("ORT_DISABLE_TELEMETRY", "1").env("LC_ALL", "C");
    let run = qemu.args(["-cpu", "Nehalem", env!("CARGO_BIN_EXE_attune-cli")]).args(arguments).output();
    if run.is_err() || !cfg!(target_arch = "x86_64") {
        println!("skipped: no qemu-x86_64 here");
        return None;
    }
    run.ok()
}

#[test]
fn the_music_is_chosen_there() {
    let arguments = ["recommend", "--policy", "classic", "--expression", "happy"];
    let Some(output) = run(&arguments) else { return };
    let here = super::run(&arguments);
    assert_eq!(lines(&output), lines(&here), "as on any other");
}

#[test]
fn faces_say_what_the_processor_lacks() {
    if !has_runtime() {
        return;
    }
    let Some(output) = run(&["look", &portrait()]) else { return };
    let text = failure(&output);
    assert!(text.contains("processor"), "{text}");
}
