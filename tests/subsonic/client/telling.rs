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

    let switched = servers.set_told(&id, true, true).unwrap();
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
    scene.servers.set_told(&id, true, true).unwrap();
    assert!(!scene.servers.scrobble(&TrackId("local:1".into()), Heard::Begun).unwrap());
    scene.fake.world().trouble("scrobble", 1, Trouble::Status(500));
    let failed = scene.servers.scrobble(&scene.track(0), Heard::Begun);
    assert_eq!(failed.unwrap_err().code, ErrorCode::ServerFailed);
    assert_eq!(scene.fake.world().count("scrobble"), 1);
}
