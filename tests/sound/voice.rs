//! `attune-cli voice watch` on a microphone of the sound server: a source that records what is played into an output.

use crate::server::Server;
use attune_audio::synth::wav;
use attune_voice::synth::Voice;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// Nothing here takes so long.
const PATIENCE: Duration = Duration::from_mins(1);
const MICROPHONE: &str = "pulseaudio:mic";

/// Makes the microphone `mic` out of what is played into output `two`.
fn plug(server: &Server) {
    server.control(&[
        "load-module",
        "module-remap-source",
        "master=two.monitor",
        "source_name=mic",
        "source_properties=device.description=Mic",
    ]);
}

fn unplug(server: &Server) {
    server.control(&["unload-module", "module-remap-source"]);
}

/// The running program.
struct Watch {
    program: Child,
    input: Option<ChildStdin>,
    lines: Receiver<Value>,
}

impl Watch {
    fn start(server: &Server) -> Self {
        let mut command = server.command(env!("CARGO_BIN_EXE_attune-cli"));
        command.args(["voice", "watch", "--microphone", MICROPHONE]);
        let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (send, lines) = channel();
        let out = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || {
            let parsed = out.lines().map_while(Result::ok).map(|line| serde_json::from_str(&line).unwrap());
            parsed.map_while(|value: Value| send.send(value).ok()).for_each(drop);
        });
        let input = program.stdin.take();
        Self { program, input, lines }
    }

    fn wait(&self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let event = self.lines.recv_timeout(left).unwrap_or_else(|_| panic!("never came: {what}"));
            if is_it(&event) {
                return event;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// How many programs record from the server.
fn recording(server: &Server) -> usize {
    let list = server.command("pactl").args(["list", "short", "source-outputs"]).output().unwrap();
    // The microphone itself records from its output.
    String::from_utf8_lossy(&list.stdout).lines().filter(|line| line.contains("protocol-native")).count()
}

fn say(server: &Server, seconds: f64) {
    let file = server.path().join("speech.wav");
    std::fs::write(&file, wav(&[Voice::default().speak(seconds)], 16_000)).unwrap();
    let played = server.command("paplay").arg("--device=two").arg(&file).status().unwrap();
    assert!(played.success());
}

#[test]
fn microphones_are_listed_with_those_that_hear_an_output_last() {
    let Some(server) = Server::start() else { return };
    plug(&server);
    let list = server
        .command(env!("CARGO_BIN_EXE_attune-cli"))
        .args(["voice", "devices", "--json"])
        .output()
        .unwrap();
    let text = String::from_utf8(list.stdout).unwrap();
    let found: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = found.iter().map(|m| (m["id"].as_str().unwrap(), m["monitor"] == true)).collect();
    assert_eq!(ids[0], (MICROPHONE, false), "{ids:?}");
    assert!(ids.len() == 3 && ids[1..].iter().all(|(_, monitor)| *monitor), "{ids:?}");
}

#[test]
fn speech_is_heard_silence_is_told_and_closing_gives_the_device_back() {
    let Some(server) = Server::start() else { return };
    plug(&server);
    let mut watch = Watch::start(&server);
    let listening = watch.wait("the device", |e| e.get("listening").is_some());
    assert_eq!(listening["listening"]["id"], MICROPHONE);
    watch.wait("silence", |e| e["muted"] == true);
    say(&server, 4.0);
    watch.wait("sound", |e| e["muted"] == false);
    watch.wait("a speaker", |e| e["speaking"] == true);
    let heard = watch.wait("a phrase", |e| e.get("heard").is_some_and(|h| h.get("measures").is_some()));
    assert!(heard["heard"]["measures"]["speech_s"].as_f64().unwrap() > 1.5, "{heard}");
    assert_eq!(recording(&server), 1);
    drop(watch.input.take());
    let start = Instant::now();
    while recording(&server) > 0 {
        assert!(start.elapsed() < PATIENCE, "still recording");
        sleep(Duration::from_millis(50));
    }
    println!("the microphone was given back after {:.1?}", start.elapsed());
    assert!(watch.program.wait().unwrap().success());
}

#[test]
fn a_microphone_that_is_pulled_is_waited_for() {
    let Some(server) = Server::start() else { return };
    plug(&server);
    let watch = Watch::start(&server);
    watch.wait("the device", |e| e.get("listening").is_some());
    unplug(&server);
    watch.wait("the loss", |e| e["lost"]["code"] == "microphone_lost");
    plug(&server);
    watch.wait("the device again", |e| e["listening"]["id"] == MICROPHONE);
}

#[test]
fn a_microphone_that_is_not_there_is_said() {
    let Some(server) = Server::start() else { return };
    let mut watch = server.command(env!("CARGO_BIN_EXE_attune-cli"));
    let out = watch.args(["voice", "watch", "--microphone", MICROPHONE, "--seconds", "20"]).output().unwrap();
    let text = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(!out.status.success() && text.contains("[microphone_none]"), "{text}");
}
