//! The journeys.

use crate::fixture::Fixture;
use attune_testkit::secret_service::{Answer, AskingKeyring, overwrite};
use attune_testkit::spotify::{Fault, Trouble};
use std::time::Duration;

const TRACKS: &str = "{\"title\":\"Paper Lanterns\",\"artist\":\"Mira Holm\"}\n\
                      {\"title\":\"Not There\",\"artist\":\"Nobody\"}\n\
                      {\"title\":\"Glass Rain\",\"artist\":\"Mira Holm\",\"isrc\":\"XXA012600006\"}\n";

#[test]
fn from_signing_in_to_signing_out() {
    let Some(fixture) = Fixture::with_keyring() else { return };
    assert_eq!(fixture.lines(&["status"], "")[0]["signedIn"], false);
    assert!(fixture.failure(&["devices"]).contains("spotify_not_signed_in"));

    let status = fixture.sign_in();
    assert_eq!(
        (&status["signedIn"], &status["kept"]["where"]),
        (&true.into(), &"keyring".into()),
        "{status}"
    );

    // Every command is a new run: the sign-in comes from the keyring, and each renews the access token.
    let tokens = fixture.fake.world().count("POST", "api/token");
    for _ in 0..2 {
        assert_eq!(fixture.lines(&["devices"], "")[0]["name"], "Kitchen");
        fixture.fake.world().skip(Duration::from_secs(3700));
    }
    assert_eq!(fixture.fake.world().count("POST", "api/token"), tokens + 2);
    assert_eq!(fixture.lines(&["check"], "")[0]["result"], "works");

    playlists(&fixture);
    playback(&fixture);

    let secrets = fixture.fake.world().secrets();
    for (path, text) in fixture.files() {
        assert!(!secrets.iter().any(|s| text.contains(s)), "a token in {path}");
    }
    assert_eq!(fixture.secrets(), 1);
    fixture.lines(&["logout"], "");
    assert_eq!(fixture.secrets(), 0, "nothing is left in the keyring");
    assert!(fixture.files().iter().all(|(path, _)| !path.ends_with("spotify.json")));
    assert_eq!(fixture.lines(&["status"], "")[0]["signedIn"], false);
    assert!(fixture.failure(&["devices"]).contains("spotify_not_signed_in"));
}

fn playlists(fixture: &Fixture) {
    let dry = fixture.lines(&["playlist", "--mood", "calm", "--dry-run"], TRACKS);
    assert_eq!((dry.len(), dry[0]["found"].as_array().unwrap().len()), (1, 2));
    assert_eq!(dry[0]["missed"][0], "name:nobody|not there");
    assert!(fixture.fake.world().playlists.is_empty());
    for created in [true, false] {
        let lines = fixture.lines(&["playlist", "--mood", "calm"], TRACKS);
        assert_eq!(
            (&lines[1]["written"]["created"], &lines[1]["written"]["tracks"]),
            (&created.into(), &2.into())
        );
    }
    let world = fixture.fake.world();
    assert_eq!((world.playlists.len(), world.playlists[0].items.len()), (1, 2));
    assert!(!world.playlists[0].public && world.playlists[0].name == "Attune · calm");
}

fn playback(fixture: &Fixture) {
    let uri = "spotify:track:song000000000000000001";
    let playing = fixture.lines(&["play", uri, "--volume", "20"], "");
    assert_eq!((&playing[0]["playing"], &playing[0]["title"]), (&true.into(), &"Slow Harbour".into()));
    assert_eq!(fixture.lines(&["play", "--pause"], "")[0]["playing"], false);
    fixture.fake.world().account("mia").devices[0].active = false;
    assert!(fixture.failure(&["play", uri]).contains("spotify_no_active_device"));
    assert_eq!(
        fixture.lines(&["play", uri, "--device", "device-kitchen"], "")[0]["device"]["name"],
        "Kitchen"
    );
}

#[test]
fn a_used_up_quota_is_remembered_and_recovers() {
    let Some(fixture) = Fixture::with_keyring() else { return };
    fixture.sign_in();
    let quota = Fault::new("GET", "me/player", 1, Trouble::Quota(Some("10".into())));
    fixture.fake.world().trouble(quota);
    assert!(fixture.failure(&["devices"]).contains("spotify_quota_exceeded"));
    let sent = fixture.fake.world().count("GET", "me/player");
    assert!(fixture.failure(&["devices"]).contains("spotify_quota_exceeded"), "another run remembers");
    assert_eq!(fixture.fake.world().count("GET", "me/player"), sent);
    assert!(fixture.lines(&["status"], "")[0]["waitingUntil"].is_i64());
    let waits = || fixture.lines(&["status"], "")[0]["waitingUntil"].is_i64();
    while waits() {
        std::thread::sleep(Duration::from_millis(200));
    }
    assert_eq!(fixture.lines(&["devices"], "")[0]["name"], "Kitchen");
}

#[test]
fn with_a_keyring_that_nobody_opens_the_sign_in_ends_with_the_run() {
    if let Some(fixture) = Fixture::with_closed_keyring() {
        // Writing wants a password that nobody gives. It can be asked, and has nothing.
        for_this_run_only(&fixture, "keyring_locked", "spotify_not_signed_in");
    }
}

#[test]
fn a_locked_keyring_that_nobody_opens_is_waited_for_and_then_done_without() {
    let Some(fixture) = Fixture::with_locked_keyring() else { return };
    // The real keyring says that the question was dismissed where its prompter comes too late to be shown.
    kept_in_memory(&fixture, &["keyring_silent", "keyring_dismissed"]);
}

#[test]
fn a_question_that_is_closed_is_no_silence_and_put_once_a_run() {
    let Some(fixture) = Fixture::with_closed_keyring() else { return };
    let keyring = AskingKeyring::locked(fixture.bus(), Answer::Dismissed).unwrap();
    kept_in_memory(&fixture, &["keyring_dismissed"]);
    assert_eq!((keyring.asked(), keyring.count()), (1, 0));
    keyring.answer(Answer::Given);
    assert_eq!(fixture.sign_in()["kept"]["where"], "keyring");
    assert_eq!((keyring.asked(), keyring.count()), (2, 1));
    assert_eq!(fixture.lines(&["devices"], "")[0]["name"], "Kitchen");
    keyring.lock();
    keyring.answer(Answer::Dismissed);
    assert!(fixture.failure(&["devices"]).contains("keyring_dismissed"));
    assert_eq!((keyring.asked(), keyring.count()), (3, 1));
    keyring.answer(Answer::Nothing);
    assert!(fixture.failure(&["devices"]).contains("keyring_silent"));
}

#[test]
fn a_question_about_writing_that_is_closed_is_told_as_such() {
    let Some(fixture) = Fixture::with_closed_keyring() else { return };
    let keyring = AskingKeyring::asking_to_write(fixture.bus(), Answer::Dismissed).unwrap();
    kept_in_memory(&fixture, &["keyring_dismissed"]);
    assert_eq!((keyring.asked(), keyring.count()), (1, 0));
}

#[test]
fn without_a_keyring_the_sign_in_ends_with_the_run() {
    if let Some(fixture) = Fixture::with_closed_keyring() {
        for_this_run_only(&fixture.without_bus(), "keyring_unavailable", "keyring_unavailable");
    }
}

#[test]
fn an_entry_that_something_wrote_over_is_no_sign_in_and_the_next_one_takes_its_place() {
    let Some(fixture) = Fixture::with_keyring() else { return };
    fixture.sign_in();
    for damaged in [
        &b""[..],
        b"{",
        b"\xff\xfe\x00",
        br#"{"v":1,"client":7,"refresh":[],"at":"x"}"#,
        &vec![b'x'; 100_000],
    ] {
        assert_eq!(overwrite(fixture.bus(), "Attune", damaged).unwrap(), 1);
        let failure = fixture.failure(&["devices"]);
        let shown = &damaged[..damaged.len().min(40)];
        let told = ["spotify_not_signed_in", "keyring_unusable"].iter().any(|code| failure.contains(code));
        assert!(told, "{shown:?}: {failure}");
    }
    assert_eq!(fixture.sign_in()["kept"]["where"], "keyring");
    assert_eq!(fixture.lines(&["devices"], "")[0]["name"], "Kitchen");
    assert_eq!(fixture.secrets(), 1, "in the damaged one's place");
}

/// Signs in, and finds nothing of it in any file; `why` is the keyring's trouble.
fn kept_in_memory(fixture: &Fixture, why: &[&str]) {
    let status = fixture.sign_in();
    assert_eq!(status["kept"]["where"], "thisSession", "{status}");
    assert!(why.iter().any(|why| status["kept"]["why"]["code"] == *why), "{status}");
    let secrets = fixture.fake.world().secrets();
    assert!(fixture.files().iter().all(|(_, text)| !secrets.iter().any(|s| text.contains(s))));
}

fn for_this_run_only(fixture: &Fixture, why: &str, next_run: &str) {
    kept_in_memory(fixture, &[why]);
    assert!(fixture.failure(&["devices"]).contains(next_run));
}
