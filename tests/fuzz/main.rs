//! A few thousand inputs of a fixed seed through every check that `cargo xtask fuzz` runs for minutes.

use attune_tests::fuzz::{self, Mutations, TARGETS};

/// Enough to try every kind of change on every seed, in a few seconds for all.
const INPUTS: usize = 3_000;

fn smoke(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target of that name");
    let seeds = (target.seeds)();
    for seed in &seeds {
        (target.check)(seed);
    }
    for bytes in Mutations::new(seeds, 20_260_101).take(INPUTS) {
        fuzz::check(name, &bytes);
    }
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
