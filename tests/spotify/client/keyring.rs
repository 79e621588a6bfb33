//! A keyring that waits for its password while Spotify is asked.

use crate::scene::Scene;
use attune_core::ports::SecretStore as _;
use attune_core::{Secret, Span};
use attune_spotify::{Kept, SpotifyError};
use std::time::{Duration, Instant};

/// Far less than a keyring is waited for, far more than an answer from this computer takes.
const SOON: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_keyring_that_waits_does_not_hold_up_spotify() {
    let mut scene = Scene::signed_in().await;
    scene.fake.world().rotate = true;
    scene.secrets.wait(true);
    let begun = Instant::now();
    for _ in 0..3 {
        // Each hour brings a new refresh token that the keyring does not take.
        scene.skip(Span::minutes(61));
        scene.spotify.devices().await.unwrap();
        scene.spotify.devices().await.unwrap();
    }
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    scene.secrets.wait(false);
    assert!(scene.restart().await, "the keyring has a sign-in");
    scene.spotify.devices().await.unwrap();
    assert_eq!(scene.spotify.status().kept, Some(Kept::Keyring), "and it is the last one");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_sign_in_does_not_take_the_next_one_with_it() {
    let mut scene = Scene::signed_in().await;
    scene.secrets.wait(true);
    scene.fake.world().void_refresh();
    scene.skip(Span::minutes(61));
    let begun = Instant::now();
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::SignInEnded));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::NotSignedIn));
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    scene.secrets.wait(false);
    scene.sign_in().await.unwrap();
    assert!(scene.restart().await, "the new sign-in is kept");
    scene.spotify.devices().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_is_not_undone_by_a_token_that_waits() {
    let mut scene = Scene::signed_in().await;
    scene.fake.world().rotate = true;
    scene.secrets.wait(true);
    scene.skip(Span::minutes(61));
    scene.spotify.devices().await.unwrap();
    let spotify = scene.spotify.clone();
    let out = tokio::spawn(async move { spotify.sign_out().await });
    scene.until("signed out here", || !scene.spotify.status().signed_in).await;
    scene.secrets.wait(false);
    out.await.unwrap().unwrap();
    assert_eq!(scene.secrets.count(), 0);
    assert!(!scene.restart().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_entry_is_no_sign_in_and_the_next_one_takes_its_place() {
    let mut scene = Scene::signed_in().await;
    for damaged in ["", "{", r#"{"v":1}"#, r#"{"v":1,"client":7,"refresh":[],"at":"x"}"#, "\0\u{fffd}"] {
        scene.secrets.write("spotify", &Secret::new(damaged)).unwrap();
        assert!(!scene.restart().await, "{damaged:?}");
        assert_eq!(scene.spotify.devices().await, Err(SpotifyError::NotSignedIn));
    }
    scene.sign_in().await.unwrap();
    assert!(scene.restart().await, "a new sign-in is kept in its place");
}
