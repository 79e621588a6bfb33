//! The app where no window can be opened: a sentence and code 1, no backtrace.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::process::{Command, Output};

/// Starts the app with only this to say where a display is.
fn start(display: Option<&str>) -> Output {
    let mut app = Command::new(env!("CARGO_BIN_EXE_attune"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "GDK_BACKEND"] {
        app.env_remove(name);
    }
    // Where a Wayland desktop would be found by its usual name.
    app.env("XDG_RUNTIME_DIR", "/nonexistent").env("RUST_BACKTRACE", "1");
    app.envs(display.map(|display| ("DISPLAY", display))).output().unwrap()
}

#[test]
fn without_a_display_it_says_so_in_a_sentence() {
    for display in [None, Some(""), Some(":4711")] {
        let output = start(display);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{display:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{display:?}: {said}");
        assert!(said.contains("no display") && said.contains("Xvfb"), "{display:?}: {said}");
        assert!(output.stdout.is_empty());
    }
}
