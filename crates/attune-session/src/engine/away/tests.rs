use super::super::EngineOptions;
use super::super::library::{OWN_MUSIC, SERVERS};
use super::*;
use crate::engine::playback::PlayerRequest;
use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, PlayerKind, PlayerState};
use attune_core::{FeedbackKind, Track};
use attune_testkit::{MemoryArchive, track};

const START: Timestamp = Timestamp(1_700_000_000_000);

fn tracks(kind: &str, count: usize) -> Vec<Track> {
    let one = |n| Track {
        id: TrackId(format!("{kind}:{n}")),
        ..track(&format!("{kind} {n}"), &format!("{kind} band {n}"), 0.1, 0.1).build()
    };
    (0..count).map(one).collect()
}

fn ids(tracks: &[Track]) -> HashSet<TrackId> {
    tracks.iter().map(|t| t.id.clone()).collect()
}

/// Thirty songs of a server and thirty files, played here.
fn engine() -> (Engine, Vec<Track>, Vec<Track>) {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: Vec::new(), warnings: vec![] };
    let mut e = Engine::new(Box::new(MemoryArchive::default()), options, START);
    let (songs, files) = (tracks("server", 30), tracks("local", 30));
    e.set_player(PlayerKind::Local, START);
    e.set_shelf(SERVERS, "Servers", songs.clone(), START);
    e.set_shelf(OWN_MUSIC, "Own", files.clone(), START);
    (e, songs, files)
}

fn queued(e: &Engine) -> HashSet<TrackId> {
    e.queued().iter().map(|t| t.id.clone()).collect()
}

#[test]
fn what_cannot_be_reached_is_left_out_until_it_can_be_again() {
    let (mut e, songs, files) = engine();
    assert!(queued(&e).iter().any(|id| ids(&songs).contains(id)), "both are queued at first");
    e.set_away(SERVERS, ids(&songs), START);
    assert!(!queued(&e).is_empty() && queued(&e).is_subset(&ids(&files)));
    // Whatever makes the pool or the taste anew keeps to it.
    e.feedback(&files[3].id, FeedbackKind::Liked, START).unwrap();
    e.undo_feedback(START);
    e.set_shelf(OWN_MUSIC, "Own", files.clone(), START);
    for _ in 0..40 {
        e.next_track(START);
        assert!(queued(&e).is_subset(&ids(&files)));
    }
    e.set_away(SERVERS, HashSet::new(), START);
    let mut seen = HashSet::new();
    for _ in 0..40 {
        e.next_track(START);
        seen.extend(queued(&e));
    }
    assert!(seen.iter().any(|id| ids(&songs).contains(id)), "back again");
}

#[test]
fn what_is_said_of_tracks_that_are_away_stays() {
    let (mut e, songs, _) = engine();
    e.feedback(&songs[0].id, FeedbackKind::Liked, START).unwrap();
    let taste = e.taste();
    e.set_away(SERVERS, ids(&songs), START);
    assert_eq!(e.taste(), taste);
    assert!(e.track(&songs[0].id).is_some());
}

#[test]
fn where_nothing_else_can_be_played_nothing_is_left_out() {
    let (mut e, songs, files) = engine();
    e.set_away(SERVERS, ids(&songs), START);
    e.set_away(OWN_MUSIC, ids(&files), START);
    assert!(!queued(&e).is_empty(), "the listener sees what is tried");
}

#[test]
fn a_track_that_sounds_is_not_cut_off() {
    let (mut e, songs, _) = engine();
    e.play_tracks(&[songs[4].id.clone()], START).unwrap();
    let tells = |id: &TrackId, position_ms| {
        PlayerEvent::State(PlayerState {
            status: PlayStatus::Playing,
            track: Some(id.clone()),
            position_ms,
            ..PlayerState::STOPPED
        })
    };
    e.on_player(tells(&songs[4].id, 90_000), START);
    e.take_player_requests();
    e.set_away(SERVERS, ids(&songs), START);
    assert_eq!(e.queued()[0].id, songs[4].id);
    let begins = |request: &PlayerRequest| matches!(request, PlayerRequest::Command(PlayerCommand::Play(_)));
    assert!(!e.take_player_requests().iter().any(begins));
    assert!(e.queued()[1..].iter().all(|t| t.id.0.starts_with("local")));
}
