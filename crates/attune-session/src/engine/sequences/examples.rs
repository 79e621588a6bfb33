//! Sequences written out: what each leads to can be read at a glance.

use super::scene::Scene;
use super::step::Step;
use attune_core::TrackId;

/// Runs steps separated by semicolons and compares what is on and what comes next. Tracks have the letters of their places
/// in the first queue: A is the current one, B the next. `>A` sounds, `=A` is silent.
fn check(steps: &str, expected: &str) {
    let mut scene = Scene::new();
    let first = scene.snapshot();
    let letters: Vec<TrackId> = first.current.into_iter().chain(first.next).collect();
    let name = |id: &TrackId| {
        let place = letters.iter().position(|l| l == id);
        place.map_or('?', |i| char::from(b'A' + u8::try_from(i).unwrap()))
    };
    for step in steps.split(';') {
        scene.take(&Step::parse(step));
    }
    let end = scene.snapshot();
    let sign = if end.sounding.is_some() { '>' } else { '=' };
    let current = end.current.as_ref().map_or('-', name);
    let next: String = end.next.iter().filter(|id| end.pinned.contains(*id)).map(name).collect();
    assert_eq!(format!("{sign}{current} {next}").trim_end(), expected, "{steps}");
    assert!(end.sounding.is_none() || end.sounding == end.current, "{steps}");
}

#[test]
fn what_the_listener_chooses_plays() {
    check("play", ">A");
    check("choose 3", ">D");
    check("play; choose 3", ">D");
    check("play; pause; choose 0", ">A");
    check("play; choose 0", ">A");
    check("play; put 4; put 5", ">A GE");
    check("list; choose 2", "=C");
}

#[test]
fn after_a_restart_the_queue_is_the_listeners() {
    check("choose 4; restart", "=E");
    check("choose 4; restart; play", ">E");
    check("choose 4; restart; choose 6; restart; play", ">G");
    check("choose 4; restart; remove 0; restart", "=A");
    check("play; pause; restart; play", ">A");
}

#[test]
fn what_is_paused_stays_silent() {
    check("play; pause; never 0", "=B");
    check("play; pause; never 0; undo", "=A");
    check("play; pause; remove 0; play", ">B");
    check("play; pause; mood -0.8 -0.7", "=A");
    check("play; pause; end; hand-over; mood 0.9 0.9", "=A");
    check("play; pause-there; never 0", "=B");
    check("play; pause-there; resume-there", ">A");
}

#[test]
fn undo_takes_back_its_own_effect_and_nothing_after() {
    check("play; like 0; choose 6; undo", ">G");
    check("play; like 0; put 8; put 9; undo", ">A JI");
    check("play; never 0; undo", ">A");
    check("play; never 0; choose 5; undo", ">F A");
    check("play; pin 3; undo", ">A");
    check("list; next; undo", "=A");
    check("play; next; undo", ">A");
    check("play; end; undo", ">B");
}

#[test]
fn the_queue_follows_a_player_that_was_quicker() {
    check("play; hand-over; mood -0.8 -0.7; end", ">B");
    check("play; hand-over; remove 1; end", ">I");
    check("play; unplayable; end", ">C");
    check("play; end; previous", ">A B");
}
