use super::*;
use crate::engine::{EngineOptions, OWN_MUSIC};
use attune_core::ErrorCode;
use attune_core::{Affect, Track};
use attune_testkit::{MemoryArchive, catalogue, track};

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine() -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    Engine::new(Box::new(MemoryArchive::default()), options, START)
}

fn ids(engine: &Engine, n: usize) -> Vec<TrackId> {
    engine.pool.tracks().take(n).map(|t| t.track_id()).collect()
}

#[test]
fn the_map_holds_every_track_that_is_on_with_the_listeners_word() {
    let mut e = engine();
    let track = ids(&e, 1).remove(0);
    e.set_track_affect(&track, Affect::new(-0.9, 0.9), START).unwrap();
    let map = e.map(1_000);
    assert_eq!((map.ids.len(), map.left_out), (e.pool.rows().len(), 0));
    let at = map.ids.iter().position(|id| *id == track).unwrap();
    assert!(map.valence[at] < -0.6 && map.arousal[at] > 0.6 && map.spread[at] < 0.2);
    e.enable_catalogue("starter", false, START).unwrap();
    assert_eq!(e.map(1_000), MapView::default());
}

#[test]
fn a_map_of_too_many_leaves_some_out_evenly() {
    let e = engine();
    let all = e.pool.rows().len();
    let map = e.map(10);
    assert_eq!((map.ids.len(), map.left_out as usize), (10, all - 10));
    assert_eq!(map.ids[5], e.pool.look(5 * all as u32 / 10).track_id());
}

#[test]
fn rows_come_in_the_order_asked_for_and_unknown_ones_are_left_out() {
    let mut e = engine();
    let mut wanted = ids(&e, 3);
    wanted.reverse();
    e.set_track_affect(&wanted[0], Affect::new(0.9, 0.9), START).unwrap();
    let asked: Vec<_> = [vec![TrackId("gone".into())], wanted.clone()].concat();
    let rows = e.rows(&asked);
    assert_eq!(rows.iter().map(|r| r.id.clone()).collect::<Vec<_>>(), wanted);
    assert!(rows[0].affect.mean.valence > 0.6, "the listener's word counts");
}

#[test]
fn what_was_said_of_a_track_is_told_and_what_was_taken_back_is_not() {
    let mut e = engine();
    let track = ids(&e, 1).remove(0);
    for kind in [FeedbackKind::Liked, FeedbackKind::Never, FeedbackKind::WrongMood, FeedbackKind::Allowed] {
        e.feedback(&track, kind, START).unwrap();
    }
    e.set_track_affect(&track, Affect::new(0.1, 0.2), START).unwrap();
    let said = e.said(&track);
    let track_affect = Some(Affect::new(0.1, 0.2));
    assert_eq!(said, TrackSaid { liked: true, wrong_moods: 1, track_affect, ..TrackSaid::default() });
}

#[test]
fn tracks_put_next_follow_what_is_on_and_stay() {
    let mut e = engine();
    let own: Vec<Track> = (0..60).map(|i| track(&format!("own {i}"), "me", 0.0, 0.0).build()).collect();
    let ids: Vec<TrackId> = own.iter().map(|t| t.id.clone()).collect();
    e.set_shelf(OWN_MUSIC, "Your music", own, START);
    let on = e.state(START).queue.current.unwrap().id;
    e.play_next(&ids, START).unwrap();
    e.correct_mood(Affect::new(-0.8, -0.8), START);
    let queue = e.state(START).queue;
    assert_ne!(queue.current.unwrap().id, on, "nothing sounds, so it follows the mood too");
    assert_eq!(queue.next.into_iter().map(|t| t.id).collect::<Vec<_>>(), ids, "all sixty, in their order");
    assert_eq!(e.play_next(&[TrackId("gone".into())], START).unwrap_err().code, ErrorCode::TrackGone);
}
