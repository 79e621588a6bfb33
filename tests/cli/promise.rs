//! What the command line tool leaves behind, and whom it tries to reach: nothing but our own files, and nobody.

use super::{has_runtime, portrait};
use crate::{isolation, leftovers};
use attune_audio::synth::{Piece, Style, wav};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A home with nothing in it, and pictures and music beside it.
struct Scene(tempfile::TempDir);

impl Scene {
    fn new() -> Self {
        let scene = Self(tempfile::tempdir().unwrap());
        for folder in ["home", "pictures", "music"] {
            fs::create_dir(scene.at(folder)).unwrap();
        }
        for i in 0..8 {
            fs::copy(portrait(), scene.at("pictures").join(format!("{i}.png"))).unwrap();
        }
        let piece = Piece {
            style: Style::Pads,
            bpm: 90.0,
            tonic: 2,
            minor: false,
            seconds: 6.0,
            peak_db: -3.0,
            seed: 1,
        };
        fs::write(scene.at("music/piece.wav"), wav(&piece.render(22_050), 22_050)).unwrap();
        scene
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// What is done without Spotify, in the order in which it makes sense.
    fn actions(&self) -> Vec<Vec<String>> {
        let (picture, pictures) = (portrait(), self.at("pictures").display().to_string());
        let (music, piece) =
            (self.at("music").display().to_string(), self.at("music/piece.wav").display().to_string());
        let all: [&[&str]; 8] = [
            &["look", &picture],
            &["recommend", "--image", &picture],
            &["recommend", "--affect", "0.5,-0.5", "--policy", "lift"],
            &["listen", &piece],
            &["session", "--frames", &pictures, "--seed", "1", "--step", "1000", "--json"],
            &["library", "add", &music],
            &["library", "scan"],
            &["library", "search"],
        ];
        all.iter().map(|action| action.iter().map(|word| (*word).to_owned()).collect()).collect()
    }

    /// Makes a command live in the empty home.
    fn at_home(&self, command: &mut Command) {
        leftovers::misleading().for_each(|name| {
            command.env_remove(name);
        });
        command.env("HOME", self.at("home"));
    }
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_attune-cli"))
}

/// A library with the address of its maker's collector is refused unless its own switch is set. The program sets it for one
/// that a person names, so that what is wrong here is only that it is no library.
#[cfg(unix)]
#[test]
fn a_library_that_a_person_names_is_told_not_to_report() {
    let dir = tempfile::tempdir().unwrap();
    let library = dir.path().join("library.so");
    fs::write(&library, "https://mobile.events.data.microsoft.com/OneCollector/1.0/").unwrap();
    let mut command = Command::new(program());
    command.env("ATTUNE_ONNXRUNTIME", &library).env_remove("ORT_DISABLE_TELEMETRY");
    let said = super::failure(&command.args(["look", &portrait()]).output().unwrap());
    assert!(said.contains("runtime_incompatible"), "{said}");
}

#[test]
fn only_our_own_files_are_left_in_a_home() {
    if !has_runtime() {
        return;
    }
    let scene = Scene::new();
    for action in scene.actions() {
        let mut command = Command::new(program());
        scene.at_home(&mut command);
        let output = command.args(&action).output().unwrap();
        assert!(output.status.success(), "{action:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let left = leftovers::files(&scene.at("home"));
    println!("left: {left:?}");
    let foreign: Vec<_> = left.iter().filter(|file| !file.starts_with(".local/share/attune")).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert!(left.iter().any(|file| file.ends_with("library.db")), "the library is kept: {left:?}");
}

#[test]
fn nobody_is_reached_without_spotify() {
    if !has_runtime() {
        return;
    }
    let Some(mut control) = isolation::command(Path::new("bash")) else { return };
    let script =
        "\"$@\" >/dev/null; code=$?; cat /proc/self/net/snmp; echo; cat /proc/self/net/snmp6; exit $code";
    let tried = |output: &std::process::Output| {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let (snmp, snmp6) = text.split_once("\n\n").unwrap_or((&text, ""));
        isolation::counted(snmp, snmp6)
    };
    // That somebody who tries is noticed is tried first.
    let reaching =
        control.args(["-c", script, "bash", "bash", "-c", "echo > /dev/tcp/192.0.2.1/443"]).output().unwrap();
    assert_ne!(tried(&reaching), Vec::<String>::new(), "a connection that was tried is counted");
    let scene = Scene::new();
    for action in scene.actions() {
        let Some(mut command) = isolation::command(Path::new("bash")) else { return };
        scene.at_home(&mut command);
        let output = command.args(["-c", script, "bash"]).arg(program()).args(&action).output().unwrap();
        assert!(output.status.success(), "{action:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(tried(&output), Vec::<String>::new(), "{action:?}");
    }
}
