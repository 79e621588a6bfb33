//! Mood playlists.

use crate::scene::{Scene, wanted};
use attune_core::TrackId;
use attune_spotify::{Cause, MatchedBy, MoodPlaylist, SpotifyError, Target, Wanted};
use attune_testkit::spotify::Trouble;
use std::time::Duration;

fn calm() -> MoodPlaylist {
    MoodPlaylist::new("calm", "Attune · {mood}", "For {mood} hours.")
}

fn music() -> Vec<Wanted> {
    let mut by_code = wanted("Misspelt", "Whoever");
    by_code.isrc = Some("xx-a01-26-00001".into());
    let mut by_id = wanted("Anything", "Anyone");
    by_id.id = TrackId::from_spotify("song000000000000000008");
    vec![
        wanted("Paper Lanterns", "Mira Holm"),
        by_code,
        by_id,
        wanted("Not There At All", "Nobody"),
        wanted("Glass Rain", "Mira Holm"),
        wanted("paper lanterns", "mira holm "),
    ]
}

const FOUND: [&str; 4] = [
    "spotify:track:song000000000000000000",
    "spotify:track:song000000000000000001",
    "spotify:track:song000000000000000008",
    "spotify:track:song000000000000000006",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_changes_nothing_and_lists_what_is_missing() {
    let scene = Scene::signed_in().await;
    let plan = scene.spotify.plan(&calm(), &music(), Cause::Listener).await.unwrap();
    assert_eq!(plan.target, Target::New);
    let uris: Vec<&str> = plan.found.iter().map(|(_, m)| m.uri.as_str()).collect();
    assert_eq!(uris, FOUND);
    let by: Vec<MatchedBy> = plan.found.iter().map(|(_, m)| m.by).collect();
    assert_eq!(by, [MatchedBy::Search, MatchedBy::Isrc, MatchedBy::Identifier, MatchedBy::Search]);
    assert_eq!(plan.missed, [TrackId::from_names("Not There At All", "Nobody")]);
    assert!(scene.fake.world().playlists.is_empty());
    assert!(scene.fake.world().seen.iter().all(|s| s.method == "GET" || s.path == "api/token"));
    let limits_kept = |s: &attune_testkit::spotify::Seen| {
        s.path != "search" || s.query.get("limit").is_some_and(|l| l == "10")
    };
    assert!(scene.fake.world().seen.iter().all(limits_kept));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_private_playlist_is_made_and_used_again() {
    let mut scene = Scene::signed_in().await;
    for round in 0..3 {
        if round == 2 {
            // Even when the notes are lost: it is found by its mark.
            std::fs::remove_file(scene.folder.path().join("spotify.json")).unwrap();
            scene.restart().await;
        }
        let plan = scene.spotify.plan(&calm(), &music(), Cause::Listener).await.unwrap();
        let written = scene.spotify.apply(&plan, Cause::Listener).await.unwrap();
        assert_eq!((written.created, written.tracks), (round == 0, 4));
    }
    let world = scene.fake.world();
    assert_eq!(world.playlists.len(), 1);
    let list = &world.playlists[0];
    assert!(!list.public && list.name == "Attune · calm" && list.items == FOUND);
    assert!(list.description.starts_with("For calm hours."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_playlist_that_was_deleted_is_made_anew_and_each_mood_has_its_own() {
    let scene = Scene::signed_in().await;
    let write = async |list: &MoodPlaylist| {
        let plan = scene.spotify.plan(list, &music(), Cause::Listener).await.unwrap();
        scene.spotify.apply(&plan, Cause::Listener).await.unwrap()
    };
    let first = write(&calm()).await;
    scene.fake.world().playlists[0].followed = false;
    let second = write(&calm()).await;
    assert!(second.created && second.id != first.id);
    let lift = write(&MoodPlaylist::new("lift", "Attune · {mood}", "")).await;
    assert!(lift.created && lift.id != second.id);
    assert_eq!(scene.fake.world().playlists.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_a_hundred_tracks_go_in_several_calls() {
    let scene = Scene::signed_in().await;
    let many: Vec<Wanted> = (0..250)
        .map(|i| {
            let id = TrackId::from_spotify(&format!("many{i:018}"));
            Wanted { id, ..wanted("a", "b") }
        })
        .collect();
    let plan = scene.spotify.plan(&calm(), &many, Cause::Listener).await.unwrap();
    assert_eq!(scene.spotify.apply(&plan, Cause::Listener).await.unwrap().tracks, 250);
    let world = scene.fake.world();
    assert_eq!(world.playlists[0].items.len(), 250);
    assert_eq!(world.playlists[0].items[249], "spotify:track:many000000000000000249");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_never_makes_a_second_playlist() {
    for trouble in [
        Trouble::Cut,
        Trouble::StatusAfter(502),
        Trouble::MissingFields(vec!["id".into()]),
        Trouble::Garbage,
        Trouble::Slow(8_000),
    ] {
        let scene = Scene::with_patience(Duration::from_secs(2));
        scene.sign_in().await.unwrap();
        scene.trouble("POST", "me/playlists", 1, trouble.clone());
        let plan = scene.spotify.plan(&calm(), &music(), Cause::Listener).await.unwrap();
        let written = scene.spotify.apply(&plan, Cause::Listener).await;
        assert!(written.is_ok(), "{trouble:?}: {written:?}");
        let world = scene.fake.world();
        assert_eq!(world.playlists.len(), 1, "{trouble:?}");
        assert_eq!(world.count("POST", "me/playlists"), 1, "{trouble:?}");
        assert_eq!(world.playlists[0].items, FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_create_that_failed_is_not_tried_again() {
    let scene = Scene::signed_in().await;
    scene.trouble("POST", "me/playlists", 1, Trouble::Status(503));
    let plan = scene.spotify.plan(&calm(), &music(), Cause::Listener).await.unwrap();
    assert_eq!(scene.spotify.apply(&plan, Cause::Listener).await, Err(SpotifyError::Server(503)));
    assert_eq!(scene.count("POST", "me/playlists"), 1);
    assert!(scene.spotify.apply(&plan, Cause::Listener).await.is_ok(), "the listener may try again");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_tracks_nothing_is_written() {
    let scene = Scene::signed_in().await;
    let plan = scene.spotify.plan(&calm(), &[wanted("No Such", "Thing")], Cause::Listener).await.unwrap();
    assert_eq!(scene.spotify.apply(&plan, Cause::Listener).await, Err(SpotifyError::NotFound));
    assert!(scene.fake.world().playlists.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_a_recording_code_is_found_by_it_whatever_its_names() {
    let scene = Scene::signed_in().await;
    let mut file = wanted("track 07", "");
    file.id = TrackId("local:coded".into());
    let found = scene.spotify.find(&file, Cause::Listener).await.unwrap().unwrap();
    assert_eq!((found.by, found.title.as_str()), (MatchedBy::Isrc, "Glass Rain"));
    file.id = TrackId("local:plain".into());
    assert_eq!(scene.spotify.find(&file, Cause::Listener).await.unwrap(), None);
}
