//! `attune-cli voice file`, `attune-cli evaluate voice` and its false reports.

use super::{failure, has_runtime, json, lines, run};
use attune_audio::synth::wav;
use attune_voice::synth::{Voice, noise};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

/// A second of a quiet room, seconds of a made-up voice, and the room again.
fn speech(voice: Voice, seconds: f64) -> Vec<f32> {
    let room: Vec<f32> = noise(16_000).iter().map(|x| 1e-4 * *x as f32).collect();
    [room.clone(), voice.speak(seconds), room].concat()
}

fn store(folder: &Path, name: &str, sound: &[f32]) {
    fs::write(folder.join(name), wav(&[sound.to_vec()], 16_000)).unwrap();
}

/// Two clips of voices, one of silence, one that is no sound, one that is not there.
fn set() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("in")).unwrap();
    store(dir.path(), "in/calm.wav", &speech(Voice::default(), 3.0));
    store(dir.path(), "lively.wav", &speech(Voice { pitch: 240.0, range: 0.5, rate: 6.0 }, 3.0));
    store(dir.path(), "quiet.wav", &vec![0.0; 48_000]);
    fs::write(dir.path().join("broken.opus"), "no sound").unwrap();
    let table = "file,seconds,actor,emotion\nin/calm.wav,5,01,calm\nlively.wav,5,02,happy\nquiet.wav,3,02,sadness\n\
                 broken.opus,1,02,angry\ngone.flac,1,02,angry\n";
    fs::write(dir.path().join("labels.csv"), table).unwrap();
    dir
}

fn evaluate(dir: &Path, more: &[&str]) -> Output {
    let (clips, labels) = (dir.display().to_string(), dir.join("labels.csv").display().to_string());
    run(&[&["evaluate", "voice", "--clips", &clips, "--labels", &labels], more].concat())
}

#[test]
fn clips_are_compared_with_what_was_acted() {
    if !has_runtime() {
        return;
    }
    let dir = set();
    let out = evaluate(dir.path(), &["--json"]);
    let complaints = String::from_utf8_lossy(&out.stderr).into_owned();
    for said in ["broken.opus", "gone.flac", "2 of 5 recordings"] {
        assert!(complaints.contains(said), "{complaints}");
    }
    let report = &json(&out)[0];
    assert_eq!((&report["clips"], &report["answered"], &report["failed"]), (&3.into(), &2.into(), &2.into()));
    assert_eq!(report["abstained"]["noSpeech"], 1);
    assert_eq!(report["arousal_clips"], 2);
    assert!(report["accuracy"].is_f64() && report["ece"].is_f64() && report["arousal_ece"].is_f64());
    assert_eq!(report["speakers"].as_object().unwrap().len(), 2);
    assert_eq!(report["speakers"]["01"]["clips"], 1);
    let each = json(&evaluate(dir.path(), &["--each", "--json"]));
    assert_eq!(each.len(), 4);
    assert_eq!((&each[0]["file"], &each[0]["emotion"]), (&Value::from("in/calm.wav"), &Value::from("calm")));
    assert_eq!(each[2]["unheard"], "noSpeech");
    assert!(lines(&evaluate(dir.path(), &[])).iter().any(|l| l.starts_with("all")));
}

#[test]
fn tables_that_make_no_sense_and_folders_of_nothing_are_refused() {
    let dir = set();
    fs::write(dir.path().join("labels.csv"), "file,emotion\nquiet.wav,bored\n").unwrap();
    assert!(failure(&evaluate(dir.path(), &[])).contains("annotations_invalid"));
    if !has_runtime() {
        return;
    }
    fs::write(dir.path().join("labels.csv"), "file,emotion\ngone.wav,calm\n").unwrap();
    assert!(failure(&evaluate(dir.path(), &[])).contains("nothing_measured"));
}

#[test]
fn phrases_of_a_file_are_printed_with_their_spread_or_the_reason() {
    if !has_runtime() {
        return;
    }
    let dir = set();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let said = json(&run(&["voice", "file", &path("lively.wav"), &path("quiet.wav"), &path("broken.opus")]));
    assert_eq!(said.len(), 2);
    assert!(said[0]["affect"]["sd_arousal"].as_f64().unwrap() > 0.3 && said[0]["unheard"].is_null());
    assert_eq!(said[0]["scores"].as_object().unwrap().len(), 8);
    assert_eq!(said[1]["unheard"], "noSpeech");
    assert!(failure(&run(&["voice", "file", &path("broken.opus")])).contains("audio_"));
}

#[test]
fn music_and_noise_are_no_voices() {
    if !has_runtime() {
        return;
    }
    let report = &json(&run(&["evaluate", "voice-false-reports", "--minutes", "4", "--json"]))[0];
    assert_eq!(report["false_reports_an_hour"], 0.0, "{report}");
    assert!((report["music"]["minutes"].as_f64().unwrap() - 2.0).abs() < 1e-9);
}
