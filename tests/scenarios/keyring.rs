//! A listener who closes the keyring's question is not asked again before they want something of it.

use attune_core::ports::SecretStore as _;
use attune_core::{ErrorCode, Secret};
use attune_store::Keyring;
use attune_testkit::keyring_bus::{KeyringBus, at_home};
use attune_testkit::secret_service::{Answer, AskingKeyring};
use std::env;
use std::process::Command;
use std::thread;

/// Set for the program that asks: a process finds one bus in its life.
const INSIDE: &str = "ATTUNE_TEST_KEYRING_INSIDE";

/// What the program does: closed once, closed for all, and asked again when the listener wants it.
fn ask() {
    let keyring = Keyring::new("Attune");
    let code = |name: &str| keyring.write(name, &Secret::new("x")).map_err(|error| error.code);
    let closed = Err(ErrorCode::KeyringDismissed);
    thread::scope(|threads| {
        let both = ["a", "b"].map(|name| threads.spawn(move || code(name)));
        for one in both {
            assert_eq!(one.join().unwrap(), closed, "both at once");
        }
    });
    assert_eq!(code("a"), closed);
    assert!(keyring.clone().read("a").is_err_and(|error| error.code == ErrorCode::KeyringDismissed));
    keyring.wanted();
    assert_eq!((code("a"), code("b")), (closed, closed));
}

#[test]
fn a_question_that_is_closed_is_not_put_again_before_the_keyring_is_wanted() {
    if env::var_os(INSIDE).is_some() {
        return ask();
    }
    if !KeyringBus::is_possible() {
        println!("skipped: no dbus-run-session or gnome-keyring-daemon (cargo xtask setup brings them)");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let bus = KeyringBus::closed(home.path()).unwrap();
    let keyring = AskingKeyring::locked(bus.address(), Answer::Dismissed).unwrap();
    let mut program = Command::new(env::current_exe().unwrap());
    program.args([
        "--exact",
        "keyring::a_question_that_is_closed_is_not_put_again_before_the_keyring_is_wanted",
    ]);
    at_home(&mut program, home.path()).unwrap();
    let ran = program.env(INSIDE, "1").env("DBUS_SESSION_BUS_ADDRESS", bus.address()).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    assert_eq!(keyring.asked(), 2, "at first, and when it was wanted");
}
