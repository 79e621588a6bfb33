//! Signing in where the keyring is locked, silent or not there: for this run only, said so, and nothing in any file.

use std::time::Duration;

use attune_testkit::{
    keyring_bus::KeyringBus,
    secret_service::{Answer, AskingKeyring},
};

use super::{Fixture, files, look, sign_in};
use crate::{launch::Launch, window::Window};

impl Fixture {
    /// Signs in; `why` is part of what is said of the keyring.
    async fn sign_in_for_this_run(&self, window: &Window, why: &str) {
        sign_in(self, window).await;
        let said = window.text("spotify-session-only").await;
        assert!(said.contains("until you close Attune") && said.contains(why), "{said}");
        self.nothing_on_disk();
    }

    fn nothing_on_disk(&self) {
        let secrets = self.fake.world().secrets();
        assert!(!secrets.is_empty());
        for (path, text) in files(&self.path("app")).into_iter().chain(files(&self.path("home"))) {
            assert!(!secrets.iter().any(|s| text.contains(s)), "a token in {path}");
        }
    }
}

/// Finds nobody signed in, and the client id of before.
async fn signed_out(window: &Window) {
    window.click("nav-settings").await;
    window.find("spotify-sign-in-again").await;
    assert!(!window.has("spotify-account").await);
}

#[test]
fn a_keyring_that_wants_a_password_nobody_gives_keeps_nothing() {
    let Some(fixture) = Fixture::on(KeyringBus::closed) else { return };
    fixture.launch("keyring-closed").run(async |window| {
        fixture.sign_in_for_this_run(window, "It’s locked").await;
        window.picture("keyring-locked").await;
    });
    fixture.nothing_on_disk();
    fixture.launch("keyring-closed-again").run(async |window| signed_out(window).await);
}

#[test]
fn a_keyring_that_was_locked_is_waited_for_and_done_without() {
    let Some(fixture) = Fixture::set_up() else { return };
    fixture.launch("keyring-open").run(async |window| {
        sign_in(&fixture, window).await;
        assert!(!window.has("spotify-session-only").await);
    });
    assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 1);
    fixture.bus.lock().unwrap();
    let impatient = |launch: Launch| launch.with("ATTUNE_TEST_KEYRING_MS", "4000".into());
    impatient(fixture.launch("keyring-locked")).run(async |window| {
        signed_out(window).await;
        // Where nothing can put the keyring's question, some keyrings answer as if it had been closed.
        let said = window.text("spotify-keyring").await;
        assert!(said.contains("is locked") || said.contains("question for its password"), "{said}");
        window.picture("keyring-locked-again").await;
        // The rest of Attune does not mind.
        window.click("nav-now").await;
        window.find("queue-row").await;
        // Signing in anew waits for the keyring, and does without.
        window.click("nav-settings").await;
        window.click("spotify-sign-in-again").await;
        let before = fixture.opened().len();
        window.click("spotify-sign-in").await;
        fixture.browse(window, before).await;
        let said = window.text("spotify-session-only").await;
        assert!(said.contains("until you close Attune. "), "{said}");
        fixture.nothing_on_disk();
    });
    fixture.nothing_on_disk();
    assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 1, "what the keyring holds is left there");
}

/// Signs in again where a client id is known.
async fn sign_in_again(fixture: &Fixture, window: &Window) {
    window.click("spotify-sign-in-again").await;
    let before = fixture.opened().len();
    window.click("spotify-sign-in").await;
    fixture.browse(window, before).await;
    window.find("spotify-account").await;
}

#[test]
fn a_question_that_the_listener_closes_is_not_put_again_before_they_sign_in() {
    let Some(fixture) = Fixture::on(KeyringBus::closed) else { return };
    let keyring = AskingKeyring::locked(fixture.bus.address(), Answer::Dismissed).unwrap();
    fixture.fake.world().rotate = true;
    fixture.launch("keyring-dismissed").run(async |window| {
        fixture.sign_in_for_this_run(window, "Its question for your password was closed").await;
        window.picture("keyring-dismissed").await;
        // An hour later Spotify gives another refresh token, about which nobody is asked.
        let tokens = fixture.fake.world().count("POST", "api/token");
        fixture.fake.world().skip(Duration::from_secs(3_700));
        look(window).await;
        assert!(fixture.fake.world().count("POST", "api/token") > tokens);
        assert!(
            window.text("spotify-session-only").await.contains("Its question for your password was closed")
        );
        assert_eq!(keyring.asked(), 1);
    });
    fixture.nothing_on_disk();
    keyring.answer(Answer::Given);
    fixture.launch("keyring-dismissed-given").run(async |window| {
        signed_out(window).await;
        sign_in_again(&fixture, window).await;
        assert!(!window.has("spotify-session-only").await);
    });
    assert_eq!((keyring.asked(), keyring.count()), (2, 1));
    keyring.lock();
    keyring.answer(Answer::Dismissed);
    fixture.launch("keyring-dismissed-again").run(async |window| {
        signed_out(window).await;
        let said = window.text("spotify-keyring").await;
        assert!(said.contains("The keyring’s question for its password was closed"), "{said}");
        window.picture("keyring-dismissed-again").await;
    });
    assert_eq!((keyring.asked(), keyring.count()), (3, 1), "what the keyring holds is left there");
}

#[test]
fn without_any_keyring_a_sign_in_is_for_this_run() {
    let Some(fixture) = Fixture::set_up() else { return };
    let nowhere = |launch: Launch| launch.with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere".into());
    nowhere(fixture.launch("keyring-none")).run(async |window| {
        fixture.sign_in_for_this_run(window, "doesn’t have one").await;
        window.picture("keyring-none").await;
    });
    fixture.nothing_on_disk();
    nowhere(fixture.launch("keyring-none-again")).run(async |window| {
        signed_out(window).await;
        assert!(window.text("spotify-keyring").await.contains("doesn’t have a keyring"));
    });
}
