//! `attune-cli soundscape`, and the report on what listeners said of its clips.

use super::{failure, json, lines, run};
use std::fs;
use std::path::Path;

/// Writes a minute-long program and gives its file.
fn written(folder: &Path, name: &str, more: &[&str]) -> Vec<u8> {
    let file = folder.join(name);
    let out = file.display().to_string();
    let printed = lines(&run(&[&["soundscape", "--out", &out], more].concat()));
    assert!(printed.iter().all(|line| line.contains(" in ")), "{printed:?}");
    fs::read(&file).unwrap()
}

#[test]
fn equal_seeds_give_equal_files_and_targets_differ() {
    let folder = tempfile::tempdir().unwrap();
    let calm = written(folder.path(), "calm.wav", &["--affect=0.5,-0.8", "--seed", "3"]);
    let again = written(folder.path(), "again.wav", &["--affect=0.5,-0.8", "--seed", "3"]);
    assert!(calm == again && calm.starts_with(b"RIFF"));
    // 90 to 150 s of 48,000 frames with two samples of three bytes.
    let seconds = (calm.len() - 44) / (48_000 * 6);
    assert!((90..=150).contains(&seconds), "{seconds}");
}

#[test]
fn scores_are_printed_one_a_piece() {
    let scores = json(&run(&["soundscape", "--affect", "0.3,0.1", "--minutes", "4", "--score"]));
    assert!(scores.len() >= 2);
    assert!(
        scores.iter().all(|s| s["phrases"].as_array().is_some_and(|p| p.len() > 4)),
        "{}",
        scores[0]["title"]
    );
    assert_eq!(scores[0]["target"]["valence"], 0.3);
}

#[test]
fn what_cannot_be_done_is_said() {
    assert!(failure(&run(&["soundscape"])).contains("--out"));
    assert!(failure(&run(&["soundscape", "--out", "a.mp3"])).contains(".flac"));
    assert!(failure(&run(&["soundscape", "--score", "--affect", "2,0"])).contains("-1 to 1"));
    assert!(failure(&run(&["soundscape", "--out", "/nowhere/at/all.wav"])).contains("cannot be written"));
}

#[test]
fn ratings_are_reported_for_each_person() {
    let folder = tempfile::tempdir().unwrap();
    let ratings = folder.path().join("ratings.csv");
    fs::write(folder.path().join("key.csv"), "clip,valence,arousal\n01,-0.9,0\n02,0,0.9\n03,0.9,-0.9\n")
        .unwrap();
    fs::write(&ratings, "rater,clip,valence,arousal\n\"A\",01,1,5\n\"A\",02,5,9\n\"A\",03,9,1\n").unwrap();
    let report =
        json(&run(&["evaluate", "soundscape", "--ratings", &ratings.display().to_string(), "--json"]));
    assert_eq!((&report[0][0]["who"], &report[0][0]["r2_arousal"]), (&"A".into(), &1.0.into()));
}
