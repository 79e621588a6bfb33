//! `attune-cli session`.

use super::{has_runtime, json, portrait, run};
use serde_json::Value;
use std::fs;

fn frames(count: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for i in 0..count {
        fs::copy(portrait(), dir.path().join(format!("{i:03}.png"))).unwrap();
    }
    dir
}

#[test]
fn the_same_pictures_print_the_same_events() {
    if !has_runtime() {
        return;
    }
    let dir = frames(12);
    let folder = dir.path().display().to_string();
    let go = || run(&["session", "--frames", &folder, "--seed", "7", "--step", "1000", "--json"]);
    let (first, second) = (go(), go());
    assert_eq!(first.stdout, second.stdout);
    let events = json(&first);
    let of = |kind: &str| -> Vec<&Value> { events.iter().filter(|e| e["kind"] == kind).collect() };
    assert!(!of("queue").is_empty());
    let spreads: Vec<f64> =
        of("mood").iter().map(|e| e["value"]["estimate"]["sd_valence"].as_f64().unwrap()).collect();
    assert!(spreads.len() > 2);
    assert!(spreads.last() < spreads.first(), "looking makes surer: {spreads:?}");
    assert!(events.windows(2).all(|w| w[0]["time_ms"].as_i64() <= w[1]["time_ms"].as_i64()));
}

#[test]
fn another_seed_brings_other_songs() {
    if !has_runtime() {
        return;
    }
    let dir = frames(2);
    let folder = dir.path().display().to_string();
    let go = |seed: &str| run(&["session", "--frames", &folder, "--seed", seed, "--json"]).stdout;
    assert_ne!(go("1"), go("2"));
}
