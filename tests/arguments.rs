//! The program's own arguments, without a display.

use std::process::{Command, Output};

fn attune(argument: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attune"));
    command.arg(argument).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.output().expect("the program starts")
}

#[test]
fn help_and_version_need_no_display() {
    for (argument, wanted) in [("--help", "--toggle-play"), ("--version", env!("CARGO_PKG_VERSION"))] {
        let output = attune(argument);
        assert_eq!(output.status.code(), Some(0), "{argument}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(wanted), "{argument}");
        assert!(output.stderr.is_empty(), "{argument}");
    }
}

#[test]
fn an_unknown_flag_is_refused_in_one_line() {
    let output = attune("--nope");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("--nope"), "{said}");
}
