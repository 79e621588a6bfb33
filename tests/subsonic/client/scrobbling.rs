//! What a server is told of the listening: nothing, unless the listener said so.

use super::Scene;
use attune_core::{ErrorCode, Timestamp, TrackId};
use attune_subsonic::Heard;
use attune_testkit::subsonic::Trouble;

#[test]
fn nothing_is_told_until_it_is_switched_on() {
    let scene = Scene::new();
    let id = scene.scanned();
    let (track, servers) = (scene.track(0), &scene.servers);
    assert!(!servers.scrobble(&track, Heard::Whole(Timestamp(5))).unwrap());
    assert!(!servers.star(&track, true).unwrap());
    let count = |method: &str| scene.fake.world().count(method);
    assert_eq!((count("scrobble"), count("star")), (0, 0));

    let switched = servers.set_reporting(&id, true, true).unwrap();
    assert!(switched.scrobbles && switched.stars);
    assert!(servers.scrobble(&track, Heard::Begun).unwrap());
    assert!(servers.scrobble(&track, Heard::Whole(Timestamp(5_000))).unwrap());
    assert!(servers.star(&track, true).unwrap());
    assert!(servers.song(&track).unwrap().unwrap().starred);
    assert!(servers.star(&track, false).unwrap());
    let world = scene.fake.world();
    let told: Vec<_> = world.seen.iter().filter(|s| s.method == "scrobble").collect();
    assert_eq!((told[0].parameter("submission"), told[0].parameter("time")), (Some("false"), None));
    assert_eq!((told[1].parameter("submission"), told[1].parameter("time")), (Some("true"), Some("5000")));
    assert_eq!((world.count("star"), world.count("unstar")), (1, 1));
}

#[test]
fn other_tracks_and_failures_are_not_told_twice() {
    let scene = Scene::new();
    let id = scene.scanned();
    scene.servers.set_reporting(&id, true, true).unwrap();
    assert!(!scene.servers.scrobble(&TrackId("local:1".into()), Heard::Begun).unwrap());
    scene.fake.world().trouble("scrobble", 1, Trouble::Status(500));
    let failed = scene.servers.scrobble(&scene.track(0), Heard::Begun);
    assert_eq!(failed.unwrap_err().code, ErrorCode::ServerFailed);
    assert_eq!(scene.fake.world().count("scrobble"), 1);
}

#[test]
fn a_play_waits_while_its_server_is_out_of_reach() {
    let scene = Scene::new();
    let id = scene.scanned();
    scene.servers.set_reporting(&id, true, false).unwrap();
    scene.fake.world().trouble("scrobble", 2, Trouble::NoAnswer);
    for (n, at) in [(0, 0), (1, 1_000)] {
        assert!(scene.servers.scrobble(&scene.track(n), Heard::Whole(Timestamp(at))).is_err());
    }
    assert_eq!(scene.servers.send_waiting().unwrap(), 2, "both came in time and in order");
    let servers = scene.restarted();
    assert_eq!(servers.send_waiting().unwrap(), 0, "nothing is told twice");
    let world = scene.fake.world();
    let told: Vec<_> = world.seen.iter().filter(|s| s.method == "scrobble").skip(2).collect();
    let times: Vec<_> = told.iter().map(|s| (s.parameter("id"), s.parameter("time"))).collect();
    assert_eq!(times, [(Some("song-0"), Some("0")), (Some("song-1"), Some("1000"))]);
}

#[test]
fn what_waits_is_told_with_the_next_song_and_never_after_a_no() {
    let scene = Scene::new();
    let id = scene.scanned();
    scene.servers.set_reporting(&id, true, false).unwrap();
    let fail = || {
        scene.fake.world().trouble("scrobble", 1, Trouble::Status(503));
        assert!(scene.servers.scrobble(&scene.track(0), Heard::Whole(Timestamp(7_000))).is_err());
    };
    fail();
    assert!(scene.restarted().scrobble(&scene.track(1), Heard::Begun).unwrap());
    assert_eq!(scene.fake.world().count("scrobble"), 3);
    fail();
    scene.servers.set_reporting(&id, false, false).unwrap();
    scene.servers.set_reporting(&id, true, false).unwrap();
    assert_eq!(scene.servers.send_waiting().unwrap(), 0);
}
