//! The program between a test and the window.

use std::{
    env, fs,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A running `WebKitWebDriver`. It starts the app with its own environment, so that is where the app's settings go.
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a free port; what it and the app print goes to `log`.
    pub(crate) fn start(environment: &[(&str, PathBuf)], log: &Path) -> Self {
        let program = env::var_os("ATTUNE_TEST_DRIVER").unwrap_or_else(|| "WebKitWebDriver".into());
        let port = free_port();
        let out = fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        let child = Command::new(program)
            .arg("--host=127.0.0.1")
            .arg(format!("--port={port}"))
            // Makes the app let itself be driven.
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(key, value)| (key, value)))
            // A group of their own, so that the app goes when the driver goes.
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(out.try_clone().unwrap())
            .stderr(out)
            .spawn()
            .expect("WebKitWebDriver starts");
        Self { child, port }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
