//! Reading a server's list: all of it, what has changed in it, and what goes wrong meanwhile.

use super::Scene;
use attune_core::ErrorCode;
use attune_subsonic::{ServerScanReport, SongQuery};
use attune_testkit::subsonic::Trouble;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

fn report(songs: u32, added: u32, changed: u32, removed: u32) -> ServerScanReport {
    ServerScanReport { songs, added, changed, removed, ..ServerScanReport::default() }
}

#[test]
fn a_list_is_read_whole_and_then_by_its_changes() {
    let scene = Scene::new();
    scene.fake.world().fill(1_234, 0);
    let (server, _) = scene.servers.add("Home", &scene.new_server()).unwrap();
    assert_eq!(scene.scan(&server.id), report(1_234, 1_234, 0, 0));
    assert_eq!(scene.scan(&server.id), report(1_234, 0, 0, 0));
    {
        let mut world = scene.fake.world();
        world.songs.remove(7);
        world.songs[0].title = "Another title".into();
        let mut new = world.songs[3].clone();
        new.id = "new/one ü".into();
        world.songs.insert(500, new);
    }
    assert_eq!(scene.scan(&server.id), report(1_234, 1, 1, 1));
    let found = |text: &str| {
        let query = SongQuery { text: text.into(), limit: 10, ..SongQuery::default() };
        scene.servers.page(&query).unwrap()
    };
    assert_eq!((found("another TITLE").total, found("Title 7").total), (1, 110));
    assert_eq!(scene.servers.all().unwrap().len(), 1_234);
    // One that comes back is the same again.
    let gone = scene.track(7);
    assert!(scene.servers.song(&gone).unwrap().is_some());
    scene.fake.world().fill(1_234, 0);
    assert_eq!(scene.scan(&server.id), report(1_234, 1, 1, 1));
}

#[test]
fn a_song_carries_what_the_server_says_of_it() {
    let scene = Scene::new();
    scene.scanned();
    let song = scene.servers.song(&scene.track(1)).unwrap().unwrap();
    assert_eq!(
        (song.title.as_str(), song.moods.as_deref(), song.tempo),
        ("Title 1", Some("happy"), Some(61.0))
    );
    assert_eq!((song.isrc.as_deref(), song.genre.as_deref()), (Some("XXA010000001"), Some("Folk; Ambient")));
    let track = song.track();
    assert_eq!((track.mood_word.as_deref(), track.duration_ms), (Some("happy"), Some(121_000)));
    assert!(track.affect.is_unknown());
}

#[test]
fn a_server_that_says_that_nothing_changed_is_not_asked_for_its_list() {
    let scene = Scene::new();
    scene.fake.world().last_scan = Some("2026-11-29T01:00:00Z".into());
    let id = scene.scanned();
    let pages = || scene.fake.world().count("search3");
    let before = pages();
    let again = scene.scan(&id);
    assert!(again.skipped && again.songs == 3 && pages() == before);
    assert!(!scene.servers.scan(&id, true, &|| true, &mut |_| {}).unwrap().skipped);
    scene.fake.world().last_scan = Some("2026-11-29T02:00:00Z".into());
    assert!(!scene.scan(&id).skipped && pages() > before);
}

#[test]
fn servers_that_find_nothing_by_nothing_are_read_by_album() {
    let scene = Scene::new();
    {
        let mut world = scene.fake.world();
        world.fill(95, 0);
        world.finds_all = false;
    }
    let (server, _) = scene.servers.add("", &scene.new_server()).unwrap();
    assert_eq!(scene.scan(&server.id), report(95, 95, 0, 0));
    assert_eq!(scene.fake.world().count("getAlbum"), 10);
}

#[test]
fn servers_that_never_come_to_an_end_do() {
    let scene = Scene::new();
    {
        let mut world = scene.fake.world();
        world.fill(600, 0);
        world.ignores_offset = true;
    }
    let (server, _) = scene.servers.add("", &scene.new_server()).unwrap();
    assert_eq!(scene.scan(&server.id).songs, 500);
    scene.fake.world().ignores_offset = false;
    scene.fake.world().most = 17;
    assert_eq!(scene.scan(&server.id).songs, 600, "fewer on a page than asked for");
}

#[test]
fn a_scan_that_breaks_off_keeps_what_it_has_and_removes_nothing() {
    let scene = Scene::new();
    scene.fake.world().fill(2_000, 0);
    let id = scene.scanned();
    scene.fake.world().fill(1_000, 0);
    scene.fake.world().trouble("search3", 9, Trouble::Garbage);
    let broken = scene.servers.scan(&id, false, &|| true, &mut |_| {});
    assert_eq!(broken.unwrap_err().code, ErrorCode::ServerBadReply);
    assert_eq!(scene.servers.all().unwrap().len(), 2_000);
    scene.fake.world().faults.clear();
    let asked = AtomicU32::new(0);
    let stop = || asked.fetch_add(1, Ordering::SeqCst) < 2;
    let stopped = scene.servers.scan(&id, false, &stop, &mut |_| {}).unwrap();
    assert!(stopped.cancelled && stopped.removed == 0 && scene.servers.all().unwrap().len() == 2_000);
    assert_eq!(scene.scan(&id).removed, 1_000);
}

#[test]
fn passing_failures_pass_and_waits_are_kept() {
    let scene = Scene::new();
    let (server, _) = scene.servers.add("", &scene.new_server()).unwrap();
    scene.fake.world().trouble("search3", 1, Trouble::Status(503));
    scene.fake.world().trouble("search3", 1, Trouble::Cut(40));
    assert_eq!(scene.scan(&server.id).songs, 3);
    scene.fake.world().trouble("search3", 1, Trouble::TooMany(Some("5".into())));
    let start = Instant::now();
    assert_eq!(scene.scan(&server.id).songs, 3);
    assert!(
        start.elapsed().as_millis() >= 900,
        "by a clock that goes on by a second with each look: {:?}",
        start.elapsed()
    );

    scene.fake.world().trouble("search3", 1, Trouble::TooMany(Some("86000".into())));
    let asked = scene.fake.world().seen.len();
    let scan = || scene.servers.scan(&server.id, false, &|| true, &mut |_| {}).unwrap_err().code;
    assert_eq!((scan(), scan()), (ErrorCode::ServerRateLimited, ErrorCode::ServerRateLimited));
    assert_eq!(scene.fake.world().seen.len(), asked + 2, "the gate is shut");
}

#[test]
fn a_refused_login_ends_a_scan() {
    let scene = Scene::new();
    let id = scene.scanned();
    scene.fake.world().password = "another".into();
    let scan = scene.servers.scan(&id, false, &|| true, &mut |_| {});
    assert_eq!(scan.unwrap_err().code, ErrorCode::ServerPassword);
    scene.fake.world().trouble("getScanStatus", 1, Trouble::Status(401));
    let scan = scene.servers.scan(&id, false, &|| true, &mut |_| {});
    assert_eq!(scan.unwrap_err().code, ErrorCode::ServerPassword);
}

#[test]
fn a_hundred_thousand_songs_are_read() {
    let scene = Scene::new();
    scene.fake.world().fill(100_000, 0);
    let (server, _) = scene.servers.add("", &scene.new_server()).unwrap();
    let start = Instant::now();
    let mut told = 0;
    let first = scene.servers.scan(&server.id, false, &|| true, &mut |_| told += 1).unwrap();
    let (first_took, start) = (start.elapsed(), Instant::now());
    assert_eq!((first.songs, first.added, told >= 200), (100_000, 100_000, true));
    assert_eq!(scene.scan(&server.id), report(100_000, 0, 0, 0));
    println!("100,000 songs: first {first_took:?}, again {:?}", start.elapsed());
}
