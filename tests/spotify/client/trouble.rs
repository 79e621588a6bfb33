//! What the client does when Spotify does not do what it should.

use crate::scene::{START, Scene, wanted};
use attune_core::{Span, Timestamp};
use attune_spotify::{Cause, SpotifyError};
use attune_testkit::spotify::{Playlist, Trouble};
use std::sync::Arc;
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn a_429_is_obeyed_by_failing_fast_and_remembered_over_a_restart() {
    for (after, seconds) in [
        (Some("5".to_owned()), 5),
        (Some("79892".to_owned()), 79_892),
        (None, 30),
        (Some("-1".to_owned()), 30),
    ] {
        let mut scene = Scene::signed_in().await;
        scene.trouble("GET", "me/player", 1, Trouble::TooMany(after.clone()));
        let until = Timestamp(START) + Span::seconds(seconds);
        let limited = Err(SpotifyError::RateLimited { until });
        assert_eq!(scene.spotify.devices().await, limited, "{after:?}");
        assert_eq!(scene.spotify.devices().await, limited);
        assert!(scene.restart().await);
        assert_eq!(scene.spotify.devices().await, limited);
        assert_eq!(scene.spotify.status().waiting_until, Some(until));
        assert_eq!(scene.count("GET", "me/player"), 1, "nothing is sent while it lasts");
        scene.skip(Span::seconds(seconds));
        assert!(scene.spotify.devices().await.is_ok(), "{after:?}");
        assert_eq!(scene.spotify.status().waiting_until, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_up_quota_has_a_name_and_recovers() {
    let scene = Scene::signed_in().await;
    scene.trouble("", "me/player/pause", 1, Trouble::Quota(Some("3600".to_owned())));
    let until = Timestamp(START) + Span::minutes(60);
    assert_eq!(scene.spotify.pause().await, Err(SpotifyError::QuotaExceeded { until }));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::QuotaExceeded { until }));
    scene.skip(Span::minutes(60));
    assert!(scene.spotify.devices().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storm_of_401s_is_not_answered_with_a_storm() {
    let scene = Scene::signed_in().await;
    scene.trouble("", "me", u32::MAX, Trouble::Unauthorised);
    for _ in 0..10 {
        assert_eq!(scene.spotify.devices().await, Err(SpotifyError::Unauthorised));
    }
    // The sign-in's and one renewal; each question once, and once more after the renewal.
    assert_eq!((scene.count("POST", "api/token"), scene.count("GET", "me")), (2, 11));
    assert_eq!(scene.secrets.count(), 1, "the sign-in is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_repeated_after_a_5xx_and_changes_are_not() {
    let scene = Scene::signed_in().await;
    scene.trouble("GET", "me/player/devices", 2, Trouble::Status(503));
    assert!(scene.spotify.devices().await.is_ok());
    assert_eq!(scene.count("GET", "me/player/devices"), 3);
    scene.trouble("GET", "me/player/devices", 9, Trouble::Status(500));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::Server(500)));
    assert_eq!(scene.count("GET", "me/player/devices"), 6);
    scene.trouble("POST", "me/player/next", 1, Trouble::Status(502));
    assert_eq!(scene.spotify.next().await, Err(SpotifyError::Server(502)));
    assert_eq!(scene.count("POST", "me/player/next"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_cut_and_senseless_bodies_are_told_apart() {
    let scene = Scene::with_patience(Duration::from_secs(2));
    scene.sign_in().await.unwrap();
    scene.trouble("GET", "me/player", 1, Trouble::Cut);
    assert!(scene.spotify.devices().await.is_ok(), "asked again");
    scene.trouble("GET", "me/player", 1, Trouble::Garbage);
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::BadReply));
    scene.trouble("GET", "me/player", 3, Trouble::Slow(9_000));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::Interrupted));
    let uri = "spotify:track:song000000000000000001";
    scene.spotify.play(&[uri], None, Cause::Listener).await.unwrap();
    scene.trouble("GET", "me/player", 1, Trouble::UnknownFields);
    assert!(scene.spotify.playing().await.is_ok_and(|p| p.is_some_and(|p| p.uri.is_some())));
    let all = ["device", "progress_ms", "is_playing", "item"].map(String::from).into();
    scene.trouble("GET", "me/player", 1, Trouble::MissingFields(all));
    assert!(scene.spotify.playing().await.is_ok_and(|p| p.is_some_and(|p| !p.playing && p.uri.is_none())));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kinds_of_403_are_told_apart() {
    let scene = Scene::signed_in().await;
    scene.fake.world().apps[0].owner_premium = false;
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::OwnerNotPremium));
    scene.fake.world().apps[0].owner_premium = true;
    scene.fake.world().apps[0].allowed.clear();
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::NotAllowListed));
    scene.fake.world().apps[0].allowed = vec!["mia".into()];
    scene.fake.world().account("mia").premium = false;
    assert_eq!(scene.spotify.next().await, Err(SpotifyError::PremiumRequired));
    scene.fake.world().account("mia").premium = true;
    assert_eq!(scene.spotify.pause().await, Err(SpotifyError::NotNow), "nothing plays");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_playlist_is_left_alone() {
    let scene = Scene::signed_in().await;
    let list = attune_spotify::MoodPlaylist::new("calm", "Calm", "");
    let music = [wanted("Paper Lanterns", "Mira Holm")];
    let mut plan = scene.spotify.plan(&list, &music, Cause::Listener).await.unwrap();
    let id = "theirs0000000000000000".to_owned();
    scene.fake.world().playlists.push(Playlist {
        id: id.clone(),
        owner: "zoe".into(),
        name: "Hers".into(),
        description: String::new(),
        public: true,
        followed: true,
        items: Vec::new(),
        snapshot: 1,
    });
    plan.target = attune_spotify::Target::Existing { id, name: None };
    assert_eq!(scene.spotify.apply(&plan, Cause::Listener).await, Err(SpotifyError::PlaylistNotOwned));
    assert!(scene.fake.world().playlists[0].items.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_device_is_the_normal_first_case() {
    let scene = Scene::signed_in().await;
    scene.fake.world().account("mia").devices[0].active = false;
    let uri = "spotify:track:song000000000000000001";
    let play = async |device| scene.spotify.play(&[uri], device, Cause::Listener).await;
    assert_eq!(play(None).await, Err(SpotifyError::NoActiveDevice));
    assert_eq!(play(Some("gone")).await, Err(SpotifyError::DeviceGone));
    let devices = scene.spotify.devices().await.unwrap();
    assert!(devices.len() == 1 && !devices[0].active);
    assert_eq!(play(devices[0].id.as_deref()).await, Ok(()));
    assert!(scene.spotify.playing().await.unwrap().is_some_and(|p| p.playing));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_there_is_offline_and_costs_no_sign_in() {
    let Scene { fake, spotify, secrets, .. } = Scene::signed_in().await;
    drop(fake);
    assert_eq!(spotify.devices().await, Err(SpotifyError::Offline));
    assert_eq!(spotify.pause().await, Err(SpotifyError::Offline));
    assert_eq!(secrets.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_asked_at_once_is_sent_once() {
    let scene = Scene::signed_in().await;
    scene.trouble("GET", "me/player/devices", 1, Trouble::Slow(300));
    let ask = || scene.spotify.devices();
    let (a, b, c) = tokio::join!(ask(), ask(), ask());
    assert!(a.is_ok() && a == b && b == c);
    assert_eq!(scene.count("GET", "me/player/devices"), 1);
    assert!(scene.spotify.devices().await.is_ok());
    assert_eq!(scene.count("GET", "me/player/devices"), 2, "an old answer is not used again");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_with_an_old_token_renew_it_once() {
    const CALLS: usize = 20;
    let scene = Scene::signed_in().await;
    scene.fake.world().void_access();
    // All wait at the same line, each for a song of its own: the same question would be sent once.
    let line = Arc::new(tokio::sync::Barrier::new(CALLS));
    let calls: Vec<_> = (0..CALLS)
        .map(|number| {
            let (spotify, line) = (scene.spotify.clone(), line.clone());
            tokio::spawn(async move {
                line.wait().await;
                spotify.find(&wanted(&format!("Song {number}"), "Mira Holm"), Cause::Listener).await
            })
        })
        .collect();
    for call in calls {
        assert!(call.await.unwrap().is_ok());
    }
    assert!(scene.count("GET", "search") >= CALLS, "each was sent");
    assert_eq!(scene.count("POST", "api/token"), 2, "the sign-in's, and one more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restless_mood_makes_six_calls_a_minute_and_the_listener_any() {
    let scene = Scene::signed_in().await;
    let uri = "spotify:track:song000000000000000001";
    let mut sent = 0;
    for _ in 0..20 {
        sent += usize::from(scene.spotify.play(&[uri], None, Cause::Mood).await.is_ok());
    }
    assert_eq!((sent, scene.count("PUT", "me/player/play")), (6, 6));
    assert!(scene.spotify.play(&[uri], None, Cause::Listener).await.is_ok());
    scene.skip(Span::minutes(1));
    assert!(scene.spotify.play(&[uri], None, Cause::Mood).await.is_ok());
}
