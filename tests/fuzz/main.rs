//! A few thousand inputs of a fixed seed through every check that `cargo xtask fuzz` runs for minutes.

use attune_tests::fuzz::{self, Mutations, TARGETS};
use std::env;
use std::time::{Duration, Instant};

/// How many seconds each check is to run for, instead of a number of inputs; `cargo xtask fuzz --plain` sets it.
const SECONDS: &str = "ATTUNE_FUZZ_SECONDS";
/// The only check to run; all without it.
const ONLY: &str = "ATTUNE_FUZZ_TARGET";
/// Enough to try every kind of change on every seed, in a few seconds for all.
const INPUTS: usize = 3_000;

fn smoke(name: &str) {
    if env::var(ONLY).is_ok_and(|only| !only.is_empty() && only != name) {
        println!("{name}: not chosen");
        return;
    }
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target of that name");
    let seeds = (target.seeds)();
    for seed in &seeds {
        (target.check)(seed);
    }
    let seconds = env::var(SECONDS).ok().and_then(|text| text.parse().ok()).map(Duration::from_secs);
    let (begun, mut count) = (Instant::now(), 0);
    for bytes in Mutations::new(seeds, 20_260_101) {
        if seconds.map_or(count >= INPUTS, |limit| begun.elapsed() >= limit) {
            break;
        }
        fuzz::check(name, &bytes);
        count += 1;
    }
    println!("{name}: {count} inputs in {:.0} s", begun.elapsed().as_secs_f64());
}

#[test]
fn settings_files() {
    smoke("settings");
}

#[test]
fn backups() {
    smoke("backup");
}

#[test]
fn listening_histories() {
    smoke("history");
}

#[test]
fn scores_of_soundscapes() {
    smoke("score");
}

#[test]
fn camera_pictures() {
    smoke("pixels");
}

#[test]
fn picture_files() {
    smoke("picture");
}

#[test]
fn model_manifests() {
    smoke("manifest");
}

#[test]
fn catalogue_files() {
    smoke("catalogue");
}

#[test]
fn music_files_scanned() {
    smoke("tags");
}

#[test]
fn music_files_that_the_first_reader_refuses() {
    smoke("fallback");
}

#[test]
fn music_files_listened_to() {
    smoke("sound");
}

#[test]
fn replies_from_spotify() {
    smoke("spotify_reply");
}

#[test]
fn replies_from_music_servers() {
    smoke("subsonic_reply");
}

#[test]
fn messages_of_straps() {
    smoke("strap");
}

#[test]
fn answers_of_the_browser() {
    smoke("spotify_callback");
}

#[test]
fn inputs_are_the_same_each_time_and_not_all_alike() {
    let few = || Mutations::new(vec![vec![1, 2, 3], vec![4; 40]], 5).take(50).collect::<Vec<_>>();
    let inputs = few();
    assert_eq!(inputs, few());
    let lengths: std::collections::BTreeSet<_> = inputs.iter().map(Vec::len).collect();
    assert!(lengths.len() > 8, "{lengths:?}");
}
