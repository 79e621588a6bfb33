//! Watching real folders.

use super::*;
use crate::scene::Scene;
use attune_core::ErrorCode;
use attune_core::Timestamp;
use std::fs;

const PATIENCE: Duration = Duration::from_secs(20);

fn quick() -> FolderWatchTiming {
    FolderWatchTiming {
        quiet: Duration::from_millis(50),
        longest: Duration::from_millis(500),
        look: Duration::from_millis(50),
        rescan: Duration::from_millis(100),
    }
}

fn watched(scene: &Scene) -> (FolderWatch, Receiver<FolderEvent>) {
    let (sender, told) = unbounded();
    let watch = FolderWatch::start(&scene.library, quick(), move |event| drop(sender.send(event)));
    // The watch stands once a change is told of.
    let (probe, end) = (scene.path("probe.wav"), Instant::now() + PATIENCE);
    while told.recv_timeout(Duration::from_millis(200)).is_err() {
        fs::write(&probe, "x").unwrap();
        assert!(Instant::now() < end);
    }
    fs::remove_file(&probe).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    while told.try_recv().is_ok() {}
    (watch, told)
}

#[test]
fn changes_are_told_and_other_files_are_not() {
    let scene = Scene::new();
    let (_watch, told) = watched(&scene);
    fs::write(scene.path("notes.txt"), "x").unwrap();
    assert!(told.recv_timeout(Duration::from_millis(300)).is_err());
    scene.write("deep/er/one.wav", 3, "One");
    let id = scene.library.folders().unwrap()[0].id;
    assert_eq!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(vec![id]));
    scene.scan();
    assert_eq!(scene.tracks().len(), 1);
    while told.recv_timeout(Duration::from_millis(300)).is_ok() {}
    fs::remove_dir_all(scene.path("deep")).unwrap();
    assert_eq!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(vec![id]));
}

#[test]
fn folders_that_come_back_or_are_new_are_told() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let (watch, told) = watched(&scene);
    let parked = scene.music.path().with_extension("parked");
    fs::rename(scene.music.path(), &parked).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    while told.try_recv().is_ok() {}
    fs::rename(&parked, scene.music.path()).unwrap();
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(_)));
    let other = tempfile::tempdir().unwrap();
    let id = scene.library.add_folder(other.path(), Timestamp(5)).unwrap().id;
    watch.look();
    let new = |event: FolderEvent| matches!(event, FolderEvent::Changed(ids) if ids.contains(&id));
    let end = Instant::now() + PATIENCE;
    while !new(told.recv_timeout(PATIENCE).unwrap()) {
        assert!(Instant::now() < end);
    }
}

#[test]
fn a_watch_that_fails_gives_way_to_the_clock() {
    let scene = Scene::new();
    let (watch, told) = watched(&scene);
    watch.send(Message::Notified(Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch))));
    let not_watched = told.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(not_watched, FolderEvent::NotWatched(_, e) if e.code == ErrorCode::LibraryNotWatched));
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(_)), "by the clock");
    // It is tried again from time to time, and then the system tells of changes as before.
    while told.recv_timeout(Duration::from_millis(600)).is_ok() {}
    scene.write("one.wav", 3, "One");
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(_)));
}

#[test]
fn a_folder_that_takes_the_place_of_another_is_watched() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let (_watch, told) = watched(&scene);
    let old = scene.music.path().with_extension("old");
    fs::rename(scene.music.path(), &old).unwrap();
    scene.write("one.wav", 3, "One");
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(_)), "the exchange itself");
    while told.recv_timeout(Duration::from_millis(600)).is_ok() {}
    scene.write("two.wav", 5, "Two");
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), FolderEvent::Changed(_)), "in the new folder");
    while told.recv_timeout(Duration::from_millis(600)).is_ok() {}
    fs::write(old.join("three.wav"), crate::scene::wav(9)).unwrap();
    assert!(told.recv_timeout(Duration::from_millis(600)).is_err(), "nobody asks for the old one");
    fs::remove_dir_all(old).unwrap();
}
