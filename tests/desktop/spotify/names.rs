//! Services by their real names, where nobody but a name server of the test's own can be reached.

use std::collections::BTreeSet;

use attune_core::{Policy, Settings};
use attune_testkit::subsonic::FakeSubsonic;

use super::{Fixture, set_up};
use crate::launch::{Launch, keep_settings};
use crate::namespace;
use crate::resolver::{CONFIGURATION, Resolver};
use crate::window::Window;

const TEST: &str = "spotify::names::whoever_set_services_up_asks_for_their_names_and_no_other";
/// The listener's own server, which is a stand-in here.
const SERVER: &str = "music.example.org";
/// Those of Spotify's that Attune and its embedded player may be after.
const SPOTIFY: [&str; 3] = ["accounts.spotify.com", "api.spotify.com", "open.spotify.com"];

/// Shows the embedded player from the start.
fn prepare(fixture: &Fixture) {
    let settings = Settings {
        first_start_done: true,
        spotify_embed: true,
        policy: Policy::Match,
        ..Settings::default()
    };
    keep_settings(&fixture.path("app"), &settings);
}

async fn add_server(window: &Window, address: &str) {
    window.click("nav-settings").await;
    window.click("add-server").await;
    window.retype("server-address", address).await;
    window.retype("server-listener", "alice").await;
    window.retype("server-secret", "sesame").await;
    window.click("server-test").await;
    let works = async || window.attribute("server-outcome", "data-is").await == "works";
    window.until("the server works", works).await;
    window.click("server-add").await;
    window.gone("server-dialog").await;
    let read = async || window.attribute("server", "data-songs").await == "40";
    window.until("its songs are read", read).await;
}

/// Everything that asks a service for something.
async fn use_services(window: &Window) {
    window.find("plane").await;
    window.drag_dot(60, -40).await;
    window.click("nav-library").await;
    window.click("nav-history").await;
    window.click("nav-settings").await;
    window.find("spotify-account").await;
    window.click("spotify-look").await;
    window.find("failure").await;
    window.click("server-check").await;
}

#[test]
fn whoever_set_services_up_asks_for_their_names_and_no_other() {
    if !namespace::is_inside(TEST, &[("/etc/resolv.conf", CONFIGURATION)]) {
        return;
    }
    let resolver = Resolver::start(&[SERVER]).unwrap();
    let Some(fixture) = Fixture::set_up() else { return };
    let server = FakeSubsonic::start().unwrap();
    server.world().fill(40, 1_000);
    let port = server.base().rsplit_once(':').unwrap().1.to_owned();
    prepare(&fixture);
    fixture.launch("names-set-up").run(async |window| {
        set_up(&fixture, window).await;
        add_server(window, &format!("http://{SERVER}:{port}")).await;
        // The view is kept for the next start, which begins with the plane.
        window.click("nav-now").await;
        window.find("plane").await;
    });

    // The same listener on another day, whose Spotify is the real one.
    let launch = Launch::on(&fixture.path("app"), "names");
    let launch = launch.with("DBUS_SESSION_BUS_ADDRESS", fixture.bus.address().into());
    launch.with("ATTUNE_TEST_OPEN", fixture.path("opened")).run(async |window| {
        let before = server.world().seen.len();
        use_services(window).await;
        window.until("the server is asked", async || server.world().seen.len() > before).await;
    });
    let asked = resolver.asked();
    println!("seen: names {asked:?}");
    let allowed: BTreeSet<String> = SPOTIFY.into_iter().chain([SERVER]).map(str::to_owned).collect();
    assert!(asked.is_subset(&allowed), "{asked:?}");
    assert!(asked.contains(SERVER) && asked.contains("accounts.spotify.com"), "{asked:?}");
    // Nor was anybody reached by a number.
    namespace::nothing_left();
}
