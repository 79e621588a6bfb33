//! Signing in, staying signed in, signing out.

use crate::scene::Scene;
use attune_core::ErrorCode;
use attune_core::Span;
use attune_spotify::{Kept, SCOPES, SpotifyError};
use attune_testkit::spotify::{Consent, Trouble, visit};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

const DAY: Span = Span::minutes(24 * 60);

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_goes_and_comes_back_once() {
    let scene = Scene::new();
    let client_id = scene.fake.world().client_id();
    let sign_in = scene.spotify.begin_sign_in(&format!(" {client_id}\n")).await.unwrap();
    for part in SCOPES.iter().chain(&["code_challenge_method=S256", "response_type=code"]) {
        assert!(sign_in.url().contains(part), "{part}");
    }
    let back = Scene::back(&sign_in);
    let finish = tokio::spawn(sign_in.finish());
    let page = visit(&back).unwrap();
    let code = back.split("code=").nth(1).unwrap().split('&').next().unwrap();
    assert!(page.status == 200 && !page.body.contains(code) && !page.head.contains(code));
    assert!(page.head.contains("no-store") && page.head.contains("default-src 'none'"));

    let status = finish.await.unwrap().unwrap();
    assert!(status.signed_in && status.kept == Some(Kept::Keyring) && !status.ends_soon);
    assert_eq!(scene.secrets.count(), 1);
    assert!(visit(&back).is_err(), "the listener is closed");
    assert!(scene.spotify.devices().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_at_the_listener_are_refused_and_disturb_nothing() {
    let scene = Scene::new();
    let client_id = scene.fake.world().client_id();
    let sign_in = scene.spotify.begin_sign_in(&client_id).await.unwrap();
    let back = Scene::back(&sign_in);
    let host = back.trim_start_matches("http://").split(['/', '?']).next().unwrap().to_owned();
    let finish = tokio::spawn(sign_in.finish());

    assert_eq!(visit(&format!("http://{host}/?code=evil&state=guessed")).unwrap().status, 400);
    assert_eq!(visit(&format!("http://{host}/favicon.ico")).unwrap().status, 404);
    let target = back.split_once('?').unwrap().1;
    assert_eq!(raw(&host, &format!("GET /?{target} HTTP/1.1\r\nHost: evil.example\r\n\r\n")), "400");
    assert_eq!(raw(&host, &format!("POST /?{target} HTTP/1.1\r\nHost: {host}\r\n\r\n")), "405");
    for length in [20_000, 64 * 1024] {
        assert_eq!(raw(&host, &format!("GET /?{} HTTP/1.1\r\n", "x".repeat(length))), "");
    }
    // Sixteen who come and say a letter now and then: those who come later are let in when their time is over.
    let dripping = drip(&host, 16);

    assert_eq!(visit(&back).unwrap().status, 200);
    assert!(finish.await.unwrap().is_ok());
    dripping.join().unwrap();
}

/// Opens connections that each say a letter now and then, until the other side has closed all of them.
fn drip(host: &str, count: usize) -> std::thread::JoinHandle<()> {
    let mut open: Vec<_> = (0..count).map(|_| TcpStream::connect(host).unwrap()).collect();
    std::thread::spawn(move || {
        while !open.is_empty() {
            open.retain_mut(|stream| stream.write_all(b"G").is_ok());
            std::thread::sleep(Duration::from_millis(100));
        }
    })
}

/// The status of what comes back; nothing when the connection is just closed.
fn raw(host: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let _ = stream.write_all(request.as_bytes());
    let mut reply = String::new();
    let _ = stream.read_to_string(&mut reply);
    reply.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_and_silence_end_a_sign_in() {
    let scene = Scene::new();
    scene.fake.world().consent = Consent::Deny;
    assert_eq!(scene.sign_in().await, Err(SpotifyError::Denied));
    let client_id = scene.fake.world().client_id();
    let sign_in = scene.spotify.begin_sign_in(&client_id).await.unwrap();
    let waited = sign_in.finish_within(Duration::from_millis(200)).await;
    assert_eq!(waited, Err(SpotifyError::SignInTimedOut));
    assert!(!scene.spotify.status().signed_in && scene.secrets.count() == 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_survives_restarts_and_refreshes_without_a_new_refresh_token() {
    let mut scene = Scene::signed_in().await;
    for _ in 0..3 {
        scene.skip(Span::minutes(61));
        assert!(scene.spotify.devices().await.is_ok());
    }
    assert!(scene.restart().await);
    assert!(scene.spotify.devices().await.is_ok());
    scene.fake.world().void_access();
    scene.skip(Span::minutes(1));
    assert!(scene.spotify.devices().await.is_ok());
    // One for the sign-in, three for the hours, one for the restart, one for the lost token.
    assert_eq!(scene.count("POST", "api/token"), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_that_changes_is_kept() {
    let mut scene = Scene::signed_in().await;
    scene.fake.world().rotate = true;
    for _ in 0..2 {
        scene.skip(Span::minutes(61));
        assert!(scene.spotify.devices().await.is_ok());
        assert!(scene.restart().await && scene.spotify.devices().await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_spotify_ended_is_forgotten_and_one_it_could_not_check_is_not() {
    let mut scene = Scene::signed_in().await;
    scene.restart().await;
    scene.trouble("POST", "api/token", 9, Trouble::Status(503));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::Server(503)));
    assert_eq!(scene.secrets.count(), 1);
    scene.fake.world().faults.clear();
    scene.fake.world().void_refresh();
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::SignInEnded));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::NotSignedIn));
    scene.until("removed from the keyring", || scene.secrets.count() == 0).await;
    assert!(scene.spotify.status().client_id.is_some(), "the client id will be used again");
    assert!(scene.sign_in().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_the_sign_in_is_for_this_session_and_says_so() {
    let mut scene = Scene::new();
    scene.secrets.lock(true);
    let status = scene.sign_in().await.unwrap();
    assert!(matches!(status.kept, Some(Kept::ThisSession(e)) if e.code == ErrorCode::KeyringLocked));
    assert!(scene.spotify.devices().await.is_ok());
    assert!(scene.spotify.restore().await.is_err_and(|e| e.code == ErrorCode::KeyringLocked));
    let written = scene.notes().unwrap_or_default();
    assert!(scene.fake.world().secrets().iter().all(|s| !written.contains(s)), "never plain text on disk");
    scene.secrets.lock(false);
    assert!(!scene.restart().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_after_six_months_is_told_two_weeks_before() {
    let scene = Scene::signed_in().await;
    scene.skip(Span(DAY.0 * 160));
    assert!(!scene.spotify.status().ends_soon);
    scene.skip(Span(DAY.0 * 8));
    assert!(scene.spotify.status().ends_soon && scene.spotify.status().signed_in);
    assert!(scene.spotify.devices().await.is_ok(), "it still works");
    scene.skip(Span(DAY.0 * 15));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::SignInEnded));
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_leaves_nothing() {
    let mut scene = Scene::signed_in().await;
    assert!(scene.notes().is_some());
    scene.spotify.sign_out().await.unwrap();
    assert_eq!((scene.secrets.count(), scene.notes()), (0, None));
    assert_eq!(scene.spotify.devices().await, Err(SpotifyError::NotSignedIn));
    assert_eq!(scene.spotify.status().client_id, None);
    assert!(!scene.restart().await);
}
