//! `attune-cli play`, told what to do through its standard input.

use crate::server::Server;
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Nothing here takes so long.
const PATIENCE: Duration = Duration::from_mins(3);

/// The running program.
pub(crate) struct Player {
    program: Child,
    commands: ChildStdin,
    lines: Receiver<Value>,
}

impl Player {
    pub(crate) fn start(server: &Server, files: &[&Path], options: &[&str]) -> Self {
        let mut command = server.command(env!("CARGO_BIN_EXE_attune-cli"));
        command.args(["play", "--json", "--control"]).args(options).args(files);
        let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (send, lines) = channel();
        let out = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || {
            let parsed = out.lines().map_while(Result::ok).map(|line| serde_json::from_str(&line).unwrap());
            parsed.map_while(|value: Value| send.send(value).ok()).for_each(drop);
        });
        let commands = program.stdin.take().unwrap();
        Self { program, commands, lines }
    }

    pub(crate) fn send(&mut self, command: &str) {
        writeln!(self.commands, "{command}").unwrap();
    }

    /// Waits for an event and gives it.
    pub(crate) fn wait(&self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let event = self.lines.recv_timeout(left).unwrap_or_else(|_| panic!("never came: {what}"));
            if is_it(&event) {
                return event;
            }
        }
    }

    /// Waits until it plays on that output, at that place or later.
    pub(crate) fn wait_for(&self, device: &str, from_ms: u64) {
        self.wait(&format!("{device} at {from_ms}"), |event| {
            let state = &event["state"];
            state["status"] == "playing"
                && state["device"] == device
                && state["positionMs"].as_u64().is_some_and(|at| at >= from_ms)
        });
    }

    /// Waits for its end and gives whether it went well.
    pub(crate) fn end(mut self) -> bool {
        self.program.wait().unwrap().success()
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
