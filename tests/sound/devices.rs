//! Outputs that are chosen, go, come back, or are not there at all.

use crate::heard::file;
use crate::player::Player;
use crate::server::{Recorder, Server};
use serde_json::Value;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Waits until something is heard at the end of a recording.
fn sounds(recorder: &Recorder) {
    let start = Instant::now();
    loop {
        let all = recorder.so_far();
        let last = &all[all.len().saturating_sub(4_410)..];
        if last.iter().any(|x| x.abs() > 0.1) {
            return;
        }
        assert!(start.elapsed() < Duration::from_mins(3), "nothing is heard");
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_outputs_are_listed_with_the_default() {
    let Some(server) = Server::start() else { return };
    let list = server.command(env!("CARGO_BIN_EXE_attune-cli")).args(["outputs", "--json"]).output().unwrap();
    let text = String::from_utf8(list.stdout).unwrap();
    let outputs: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> = outputs.iter().map(|o| (o["name"].as_str().unwrap(), o["default"] == true)).collect();
    assert_eq!(names, [("one", true), ("two", false)]);
}

#[test]
fn playback_survives_its_output_and_even_the_server() {
    let Some(mut server) = Server::start() else { return };
    let long = file(&server, "long.wav", 0, 44_100 * 60);
    let player = Player::start(&server, &[&long], &["--output", "pulseaudio:two"]);
    player.wait_for("two", 400);
    sounds(&server.record("two"));

    server.control(&["unload-module", &server.module("two")]);
    player.wait_for("one", 400);
    sounds(&server.record("one"));

    server.kill();
    player.wait("the reason", |event| event["failed"]["code"] == "no_sound_output");
    player.wait("a pause", |event| event["state"]["status"] == "paused");
    server.run();
    // The chosen one is back.
    player.wait_for("two", 400);
    sounds(&server.record("two"));
}

#[test]
fn without_a_choice_playback_follows_the_default() {
    let Some(server) = Server::start() else { return };
    let long = file(&server, "long.wav", 0, 44_100 * 60);
    let mut player = Player::start(&server, &[&long], &[]);
    player.wait_for("one", 300);
    server.control(&["set-default-sink", "two"]);
    player.wait_for("two", 300);
    sounds(&server.record("two"));
    player.send("output pulseaudio:one");
    player.wait_for("one", 300);
    sounds(&server.record("one"));
}

#[test]
fn without_any_output_playing_says_so_and_ends() {
    let silent = Server::none();
    let tone = file(&silent, "tone.wav", 0, 44_100);
    for arguments in [vec!["outputs"], vec!["play", tone.to_str().unwrap()]] {
        let output = silent.command(env!("CARGO_BIN_EXE_attune-cli")).args(&arguments).output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains("[no_sound_output]"), "{arguments:?}: {text}");
        assert!(text.contains("works") && !text.contains("panicked"), "{text}");
    }
}
