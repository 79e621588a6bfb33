//! Covers of songs: asked for once, kept, and never worth waiting for.

use super::Scene;
use attune_core::TrackId;
use attune_testkit::subsonic::Trouble;

/// A fake whose first album has a cover, and a listener who knows its songs.
fn scene() -> Scene {
    let scene = Scene::new();
    scene.fake.world().covers = vec![("cover-Album 0".into(), b"a picture".to_vec())];
    scene.scanned();
    scene
}

fn asked(scene: &Scene) -> usize {
    scene.fake.world().count("getCoverArt")
}

#[test]
fn a_cover_is_asked_for_once_and_shown_without_the_server() {
    let scene = scene();
    let cover = Some(b"a picture".to_vec());
    assert_eq!(scene.servers.cover(&scene.track(0)).unwrap(), cover);
    assert_eq!(scene.servers.cover(&scene.track(1)).unwrap(), cover, "of the same album");
    assert_eq!(asked(&scene), 1);
    scene.fake.world().covers.clear();
    assert_eq!(scene.restarted().cover(&scene.track(0)).unwrap(), cover);
    let id = scene.servers.list().unwrap()[0].id.clone();
    scene.servers.remove(&id).unwrap();
    let left = std::fs::read_dir(scene.data.path().join("server-covers")).unwrap().count();
    assert_eq!(left, 0, "they go with their server");
}

#[test]
fn a_song_without_a_cover_is_asked_about_once() {
    let scene = scene();
    scene.fake.world().covers.clear();
    for _ in 0..3 {
        assert_eq!(scene.servers.cover(&scene.track(0)).unwrap(), None);
    }
    assert_eq!(asked(&scene), 1);
    assert_eq!(scene.servers.cover(&TrackId("local:1".into())).unwrap(), None);
}

#[test]
fn a_server_that_fails_is_left_alone_for_a_minute() {
    let scene = scene();
    scene.fake.world().trouble("getCoverArt", 1, Trouble::Status(500));
    assert_eq!(scene.servers.cover(&scene.track(0)).unwrap(), None);
    assert_eq!(scene.servers.cover(&scene.track(0)).unwrap(), None);
    assert_eq!(asked(&scene), 1);
    // Each look at the clock takes a second.
    let shown = (0..100).any(|_| scene.servers.cover(&scene.track(0)).unwrap().is_some());
    assert!(shown && asked(&scene) == 2);
}

#[test]
fn what_is_no_picture_is_not_kept() {
    let scene = scene();
    scene.fake.world().trouble("getCoverArt", 1, Trouble::Html);
    assert_eq!(scene.servers.cover(&scene.track(0)).unwrap(), None);
    assert!(!scene.data.path().join("server-covers").exists());
}
