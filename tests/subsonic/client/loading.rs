//! Songs on their way: whole into the cache, read while they come, through everything that goes wrong.

use super::Scene;
use attune_core::{AppError, ErrorCode, TrackId};
use attune_subsonic::{CacheUse, Servers, SongReader, SubsonicError};
use attune_testkit::subsonic::{FakeSubsonic, Gate, Trouble};
use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn read(servers: &Servers, id: &TrackId) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    servers.open_song(id).map_err(std::io::Error::other)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Waits for the load that a reader has seen the end of to get its name.
fn cached(scene: &Scene, n: usize) -> bool {
    let ends = Instant::now() + Duration::from_mins(3);
    while Instant::now() < ends {
        if scene.servers.song_in_cache(&scene.track(n)).unwrap().is_some() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

fn streams(scene: &Scene) -> usize {
    scene.fake.world().count("stream")
}

#[test]
fn a_song_is_asked_for_as_it_is_and_once() {
    let scene = Scene::new();
    scene.scanned();
    let id = scene.track(0);
    assert_eq!(read(&scene.servers, &id).unwrap(), *scene.bytes(0));
    assert!(cached(&scene, 0));
    let path = scene.servers.song_in_cache(&id).unwrap().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), *scene.bytes(0));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    assert_eq!(read(&scene.servers, &id).unwrap(), *scene.bytes(0));
    let world = scene.fake.world();
    let asked: Vec<_> = world.seen.iter().filter(|s| s.method == "stream").collect();
    assert_eq!((asked.len(), asked[0].parameter("format"), asked[0].query.as_str()), (1, Some("raw"), ""));
}

#[test]
fn what_is_in_the_cache_plays_without_the_server_and_after_a_restart() {
    let scene = Scene::new();
    scene.scanned();
    let (id, bytes) = (scene.track(0), scene.bytes(0));
    scene.servers.whole_song(&id).unwrap();
    let Scene { fake, data, secrets, servers } = scene;
    drop((fake, servers));
    let servers = super::open(&data, &secrets, |_| {});
    assert_eq!(read(&servers, &id).unwrap(), *bytes);
    let away = TrackId(id.0.replace("song-0", "song-1"));
    let error = servers.open_song(&away).unwrap_err();
    assert_eq!(error.code, ErrorCode::ServerOffline);
}

#[test]
fn a_song_is_read_while_it_comes_and_from_any_place() {
    let scene = Scene::new();
    scene.scanned();
    let gate = Gate::default();
    scene.fake.world().trouble("stream", 1, Trouble::Hold(150_000, gate.clone()));
    let (mut reader, bytes) = (scene.servers.open_song(&scene.track(0)).unwrap(), scene.bytes(0));
    assert_eq!((reader.byte_len(), reader.suffix()), (Some(300_000), Some("flac")));
    let mut first = [0; 100];
    reader.read_exact(&mut first).unwrap();
    assert_eq!(first, bytes[..100]);
    // The server has not sent the second half yet. A place in it is waited for.
    assert!(scene.servers.song_in_cache(&scene.track(0)).unwrap().is_none());
    reader.seek(SeekFrom::End(-50)).unwrap();
    let waiting = thread::spawn(move || {
        let mut last = Vec::new();
        reader.read_to_end(&mut last).unwrap();
        (reader, last)
    });
    assert!(!waiting.is_finished());
    gate.open();
    let (mut reader, last) = waiting.join().unwrap();
    assert_eq!(last, bytes[299_950..]);
    reader.seek(SeekFrom::Start(1_000)).unwrap();
    reader.read_exact(&mut first).unwrap();
    assert_eq!(first, bytes[1_000..1_100]);
    assert!(reader.seek(SeekFrom::Start(400_000)).is_ok() && reader.read(&mut first).unwrap() == 0);
    assert!(reader.seek(SeekFrom::Current(-500_000)).is_err());
    assert_eq!(streams(&scene), 1);
}

#[test]
fn a_cut_song_goes_on_where_it_broke() {
    let scene = Scene::new();
    scene.scanned();
    scene.fake.world().trouble("stream", 2, Trouble::Cut(100_000));
    assert_eq!(read(&scene.servers, &scene.track(0)).unwrap(), *scene.bytes(0));
    let world = scene.fake.world();
    let ranges: Vec<_> =
        world.seen.iter().filter(|s| s.method == "stream").map(|s| s.range.clone()).collect();
    let range = |from: u32| Some(format!("bytes={from}-"));
    assert_eq!(ranges, [None, range(100_000), range(200_000)]);
}

#[test]
fn where_ranges_are_refused_what_is_known_is_passed_over() {
    let scene = Scene::new();
    scene.scanned();
    scene.fake.world().ranges = false;
    scene.fake.world().trouble("stream", 1, Trouble::Cut(100_000));
    scene.fake.world().trouble("stream", 1, Trouble::Cut(50_000));
    assert_eq!(read(&scene.servers, &scene.track(0)).unwrap(), *scene.bytes(0));
    assert_eq!(streams(&scene), 3);
}

#[test]
fn a_song_that_becomes_another_in_the_middle_is_not_joined() {
    for ranges in [true, false] {
        let scene = Scene::new();
        scene.scanned();
        scene.fake.world().trouble("stream", 1, Trouble::Cut(100_000));
        let mut reader = scene.servers.open_song(&scene.track(0)).unwrap();
        {
            let mut world = scene.fake.world();
            world.ranges = ranges;
            world.songs[0].bytes = Arc::new(vec![9; 350_000]);
        }
        let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
        assert_eq!(cause(&error), Some(ErrorCode::ServerSongChanged), "{error}");
        assert_eq!(scene.servers.song_in_cache(&scene.track(0)).unwrap(), None);
    }
}

fn cause(error: &std::io::Error) -> Option<ErrorCode> {
    Some(error.get_ref()?.downcast_ref::<SubsonicError>()?.code())
}

#[test]
fn lengths_that_lie_cost_nothing() {
    for trouble in [
        Trouble::WrongLength(5_000),
        Trouble::WrongLength(-5_000),
        Trouble::CutUnannounced(70_000),
        Trouble::CutUnannounced(300_000),
    ] {
        let scene = Scene::new();
        scene.scanned();
        scene.fake.world().trouble("stream", 1, trouble.clone());
        let read = read(&scene.servers, &scene.track(0)).unwrap();
        assert!(read == *scene.bytes(0), "{trouble:?}: {} bytes", read.len());
        assert!(cached(&scene, 0));
    }
}

#[test]
fn a_length_that_always_lies_is_found_out_without_ranges() {
    let scene = Scene::new();
    scene.scanned();
    scene.fake.world().ranges = false;
    scene.fake.world().trouble("stream", u32::MAX, Trouble::WrongLength(5_000));
    assert_eq!(read(&scene.servers, &scene.track(0)).unwrap(), *scene.bytes(0));
    assert_eq!(streams(&scene), 2, "asked once more");
}

#[test]
fn a_reader_that_is_given_up_waits_no_longer_and_one_that_comes_back_goes_on() {
    let scene = Scene::new();
    scene.scanned();
    let gate = Gate::default();
    scene.fake.world().trouble("stream", 1, Trouble::Hold(150_000, gate.clone()));
    let stop = Arc::new(AtomicBool::new(false));
    let given_up = Arc::clone(&stop);
    let asks = Arc::new(move |_| given_up.load(Ordering::SeqCst));
    let mut reader = scene.servers.open_song_until(&scene.track(0), asks).unwrap();
    let waiting = thread::spawn(move || reader.read_to_end(&mut Vec::new()).map_err(|e| cause(&e)));
    assert!(!waiting.is_finished());
    stop.store(true, Ordering::SeqCst);
    assert_eq!(waiting.join().unwrap(), Err(Some(ErrorCode::ServerInterrupted)));
    // The load goes on for whoever comes within a second, such as a reader at another place.
    let again = scene.servers.open_song(&scene.track(0)).unwrap();
    gate.open();
    again.wait_whole().unwrap();
    let mut all = Vec::new();
    again.again().unwrap().read_to_end(&mut all).unwrap();
    assert_eq!((all, streams(&scene)), (scene.bytes(0).to_vec(), 1));
}

#[test]
fn a_size_in_the_list_that_lies_is_no_trouble() {
    for ranges in [true, false] {
        let scene = Scene::new();
        scene.fake.world().songs[0].listed_size = Some(999_999);
        scene.fake.world().songs[1].listed_size = Some(5);
        scene.fake.world().ranges = ranges;
        scene.scanned();
        for n in [0, 1] {
            assert_eq!(read(&scene.servers, &scene.track(n)).unwrap(), *scene.bytes(n));
        }
        assert_eq!(streams(&scene), 3, "asked for more once");
    }
}

#[test]
fn a_stream_without_a_length_is_read_to_its_end() {
    let scene = Scene::new();
    scene.scanned();
    scene.fake.world().announces = false;
    let mut reader = scene.servers.open_song(&scene.track(0)).unwrap();
    assert_eq!(reader.seek(SeekFrom::End(-10)).unwrap(), 299_990);
    let mut last = Vec::new();
    reader.read_to_end(&mut last).unwrap();
    assert_eq!(last, scene.bytes(0)[299_990..]);
}

#[test]
fn a_silent_server_is_given_up() {
    let quick = |options: &mut attune_subsonic::Options| options.patience = Duration::from_millis(150);
    let scene = Scene::with(FakeSubsonic::start().unwrap(), quick);
    scene.scanned();
    scene.fake.world().trouble("stream", 1, Trouble::Stall(50_000, 60_000));
    scene.fake.world().trouble("stream", 99, Trouble::NoAnswer);
    let start = Instant::now();
    let mut reader = scene.servers.open_song(&scene.track(0)).unwrap();
    let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::TimedOut);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn refusals_in_the_place_of_a_song_are_refusals() {
    let scene = Scene::new();
    scene.scanned();
    let open = |n: usize| scene.servers.open_song(&scene.track(n)).map(drop).map_err(|e| e.code);
    for (trouble, code) in [
        (Trouble::Html, ErrorCode::ServerBadReply),
        (Trouble::Garbage, ErrorCode::ServerBadReply),
        (Trouble::Refusal(70), ErrorCode::ServerSongGone),
        (Trouble::Refusal(40), ErrorCode::ServerPassword),
        (Trouble::Status(401), ErrorCode::ServerPassword),
        (Trouble::Status(404), ErrorCode::ServerRefused),
        (Trouble::TooMany(Some("9000".into())), ErrorCode::ServerRateLimited),
    ] {
        scene.fake.world().trouble("stream", 1, trouble.clone());
        assert_eq!(open(0), Err(code), "{trouble:?}");
    }
    assert_eq!(open(1), Err(ErrorCode::ServerRateLimited), "the gate is shut");
    assert_eq!(
        scene.servers.open_song(&TrackId("local:1".into())).unwrap_err().code,
        ErrorCode::ServerSongGone
    );
}

#[test]
fn failures_that_pass_are_waited_out() {
    let scene = Scene::new();
    scene.scanned();
    for trouble in [Trouble::NoAnswer, Trouble::Status(502), Trouble::TooMany(Some("1".into()))] {
        scene.fake.world().trouble("stream", 1, trouble);
    }
    assert_eq!(read(&scene.servers, &scene.track(0)).unwrap(), *scene.bytes(0));
}

#[test]
fn the_cache_keeps_its_limit_and_what_was_used_last() {
    let small = |options: &mut attune_subsonic::Options| options.cache_limit = 1_000;
    let scene = Scene::with(FakeSubsonic::start().unwrap(), small);
    scene.fake.world().fill(5, 400);
    scene.scanned();
    let load = |n: usize| scene.servers.whole_song(&scene.track(n)).map(drop);
    let here = |n: usize| scene.servers.song(&scene.track(n)).unwrap().unwrap().cached;
    load(0).unwrap();
    load(1).unwrap();
    load(0).unwrap();
    load(2).unwrap();
    assert_eq!([0, 1, 2].map(here), [true, false, true]);
    let held = || -> u64 {
        let files = std::fs::read_dir(scene.data.path().join("server-songs")).unwrap();
        files.map(|f| f.unwrap().metadata().unwrap().len()).sum()
    };
    assert_eq!(held(), 800);
    // A song larger than the cache can be read, and is not kept.
    scene.fake.world().songs[3].bytes = Arc::new(vec![7; 5_000]);
    assert_eq!(read(&scene.servers, &scene.track(3)).unwrap(), [7; 5_000]);
    assert_eq!(load(3).unwrap_err().code, ErrorCode::ServerRefused);
    // Its file goes a moment after its last reader.
    let end = Instant::now() + Duration::from_mins(3);
    while held() > 1_000 {
        assert!(Instant::now() < end, "{}", held());
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn files_that_belong_to_nobody_are_removed_and_missing_ones_loaded_again() {
    let scene = Scene::new();
    scene.scanned();
    let path = scene.servers.whole_song(&scene.track(0)).unwrap();
    let stray = path.with_file_name("stray.flac");
    std::fs::write(&stray, "x").unwrap();
    std::fs::write(&path, "cut by somebody").unwrap();
    let again = scene.restarted();
    assert!(!stray.exists() && again.song_in_cache(&scene.track(0)).unwrap().is_none());
    std::fs::remove_file(again.whole_song(&scene.track(0)).unwrap()).unwrap();
    assert_eq!(read(&again, &scene.track(0)).unwrap(), *scene.bytes(0));
    // A song that goes from the list takes its file along once it is forgotten; the server's removal does at once.
    again.remove(&again.list().unwrap()[0].id).unwrap();
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 0);
}

#[test]
fn the_next_song_is_loaded_before_it_is_asked_for() {
    let scene = Scene::new();
    scene.scanned();
    scene.servers.load_ahead(&scene.track(1)).unwrap();
    assert!(cached(&scene, 1));
    scene.servers.load_ahead(&scene.track(1)).unwrap();
    assert_eq!(streams(&scene), 1);
}

#[test]
fn a_song_that_nobody_waits_for_is_let_go() {
    let scene = Scene::new();
    scene.fake.world().fill(3, 2_000_000);
    scene.scanned();
    scene.fake.world().trouble("stream", 1, Trouble::Slow(20));
    let left = || std::fs::read_dir(scene.data.path().join("server-songs")).unwrap().count();
    let mut reader = scene.servers.open_song(&scene.track(0)).unwrap();
    reader.read_exact(&mut [0; 100]).unwrap();
    assert_eq!(left(), 1);
    drop(reader);
    let ends = Instant::now() + Duration::from_mins(3);
    while left() > 0 && Instant::now() < ends {
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(left(), 0, "the half-written file is gone");
    assert_eq!(read(&scene.servers, &scene.track(0)).unwrap(), *scene.bytes(0));
}

#[test]
fn several_readers_share_one_load() {
    let scene = Scene::new();
    scene.scanned();
    scene.fake.world().trouble("stream", 1, Trouble::Slow(10));
    let open = || -> Result<SongReader, AppError> { scene.servers.open_song(&scene.track(2)) };
    let readers = [open().unwrap(), open().unwrap(), open().unwrap()];
    let bytes = scene.bytes(2);
    thread::scope(|scope| {
        for mut reader in readers {
            scope.spawn(|| {
                let mut all = Vec::new();
                reader.read_to_end(&mut all).unwrap();
                assert_eq!(all, *bytes);
                drop(reader);
            });
        }
    });
    assert_eq!(streams(&scene), 1);
}

#[test]
fn the_listener_chooses_how_much_is_kept() {
    let scene = Scene::new();
    scene.fake.world().fill(3, 600_000);
    scene.scanned();
    for n in 0..3 {
        scene.servers.whole_song(&scene.track(n)).unwrap();
    }
    let here = |servers: &Servers| [0, 1, 2].map(|n| servers.song(&scene.track(n)).unwrap().unwrap().cached);
    assert_eq!(scene.servers.cache_use().unwrap(), CacheUse { used: 2, limit: 2_000 });
    assert_eq!(scene.servers.set_cache_limit(1).unwrap(), CacheUse { used: 1, limit: 1 });
    assert_eq!(here(&scene.servers), [false, false, true]);
    let again = scene.restarted();
    assert_eq!(again.cache_use().unwrap().limit, 1, "it holds after a restart");
    again.whole_song(&scene.track(0)).unwrap();
    assert_eq!(here(&again), [true, false, false]);
    assert_eq!(scene.servers.set_cache_limit(0).unwrap(), CacheUse { used: 0, limit: 0 });
    assert_eq!(read(&scene.servers, &scene.track(1)).unwrap().len(), 600_000, "it plays all the same");
    scene.servers.erase().unwrap();
    assert_eq!(scene.servers.cache_use().unwrap().limit, 2_000, "the choice is forgotten");
    assert_eq!(scene.restarted().cache_use().unwrap().limit, 2_000);
}
