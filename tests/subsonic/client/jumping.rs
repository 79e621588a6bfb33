//! Places far ahead in a song that is on its way.

use super::Scene;
use attune_core::ErrorCode;
use attune_subsonic::{SongReader, SubsonicError};
use attune_testkit::subsonic::Trouble;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::sync::Arc;

const LENGTH: usize = 4_000_000;
const FAR: u64 = 3_000_000;

/// A song that would take hours, of which the start is here; whatever is asked for next comes at once.
fn begun() -> (Scene, SongReader) {
    let scene = Scene::new();
    scene.fake.world().fill(1, LENGTH);
    scene.scanned();
    scene.fake.world().trouble("stream", 1, Trouble::Slow(500));
    let reader = scene.servers.open_song(&scene.track(0)).unwrap();
    (scene, reader)
}

/// The bytes at a place.
fn at(reader: &mut SongReader, place: u64) -> std::io::Result<[u8; 1_000]> {
    let mut bytes = [0; 1_000];
    reader.seek(SeekFrom::Start(place))?;
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The first bytes of what was asked for.
fn asked(scene: &Scene) -> Vec<Option<String>> {
    scene.fake.world().seen.iter().filter(|s| s.method == "stream").map(|s| s.range.clone()).collect()
}

#[test]
fn a_far_place_comes_first_and_the_rest_is_filled_in() {
    let (scene, mut reader) = begun();
    let bytes = scene.bytes(0);
    assert!(reader.can_jump());
    assert_eq!(at(&mut reader, FAR).unwrap(), bytes[3_000_000..3_001_000]);
    let mut other = reader.again().unwrap();
    assert_eq!(at(&mut other, 0).unwrap(), bytes[..1_000], "the start stays");
    let mut last = Vec::new();
    reader.read_to_end(&mut last).unwrap();
    assert_eq!(last, bytes[3_001_000..]);
    let path = scene.servers.whole_song(&scene.track(0)).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), *bytes, "in the cache, it is whole");
    let asked = asked(&scene);
    assert_eq!(
        (asked.len(), &asked[0], asked[1].as_deref()),
        (3, &None, Some("bytes=3000000-")),
        "{asked:?}"
    );
}

#[test]
fn readers_at_several_places_all_get_there() {
    let (scene, reader) = begun();
    let bytes = scene.bytes(0);
    let threads = [0, 900_000, 1_800_000, 2_700_000].map(|from: usize| {
        let (mut reader, bytes) = (reader.again().unwrap(), Arc::clone(&bytes));
        std::thread::spawn(move || {
            let mut part = vec![0; 800_000];
            reader.seek(SeekFrom::Start(from as u64)).unwrap();
            reader.read_exact(&mut part).unwrap();
            assert!(part == bytes[from..from + 800_000], "from {from}");
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    let path = scene.servers.whole_song(&scene.track(0)).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), *bytes);
}

#[test]
fn readers_of_one_song_do_not_move_one_another() {
    let scene = Scene::new();
    scene.fake.world().fill(1, LENGTH);
    scene.scanned();
    let bytes = scene.bytes(0);
    scene.servers.whole_song(&scene.track(0)).unwrap();
    let reader = scene.servers.open_song(&scene.track(0)).unwrap();
    let threads = [0; 4].map(|_| {
        let (mut reader, bytes) = (reader.again().unwrap(), Arc::clone(&bytes));
        std::thread::spawn(move || {
            let mut piece = [0; 1_000];
            bytes.chunks_exact(1_000).all(|wanted| reader.read_exact(&mut piece).is_ok() && piece == wanted)
        })
    });
    assert!(threads.map(|thread| thread.join().unwrap()).iter().all(|same| *same));
}

#[test]
fn a_server_that_sends_no_ranges_after_all_is_waited_for() {
    let (scene, mut reader) = begun();
    let bytes = scene.bytes(0);
    scene.fake.world().ranges = false;
    assert_eq!(at(&mut reader, FAR).unwrap(), bytes[3_000_000..3_001_000]);
    let path = scene.servers.whole_song(&scene.track(0)).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), *bytes);
    assert!(!reader.can_jump());
}

#[test]
fn one_that_says_so_at_first_is_never_asked_for_a_far_place() {
    let scene = Scene::new();
    {
        let mut world = scene.fake.world();
        world.fill(1, LENGTH);
        world.ranges = false;
    }
    scene.scanned();
    let mut reader = scene.servers.open_song(&scene.track(0)).unwrap();
    assert!(!reader.can_jump());
    assert_eq!(at(&mut reader, FAR).unwrap(), scene.bytes(0)[3_000_000..3_001_000]);
    assert_eq!(asked(&scene), [None]);
}

#[test]
fn a_song_that_has_become_another_is_not_joined() {
    let (scene, mut reader) = begun();
    scene.fake.world().songs[0].bytes = Arc::new(vec![9; LENGTH + 7]);
    let error = at(&mut reader, FAR).unwrap_err();
    let cause = error.get_ref().and_then(|e| e.downcast_ref::<SubsonicError>()).map(SubsonicError::code);
    assert_eq!(cause, Some(ErrorCode::ServerSongChanged), "{error}");
    assert_eq!(scene.servers.song_in_cache(&scene.track(0)).unwrap(), None);
}
