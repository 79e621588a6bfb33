//! A music server of the listener's own in the window: tested, added, read; against the fake over real connections.

use std::{fs, path::Path, sync::Arc};

use attune_testkit::{
    keyring_bus::KeyringBus,
    subsonic::{FakeSong, FakeSubsonic, Gate, Trouble},
};

use crate::{
    launch::Launch,
    playing::{heard_by, loudest, music},
    server::Server,
    window::Window,
};

/// A keyring of the test's own, where there can be one.
fn keyring(home: &Path) -> Option<KeyringBus> {
    if KeyringBus::is_possible() {
        return Some(KeyringBus::open(home).unwrap());
    }
    println!("without a keyring: no dbus-run-session, dbus-send or gnome-keyring-daemon");
    None
}

fn launch(data: &Path, bus: Option<&KeyringBus>, name: &'static str) -> Launch {
    let launch = Launch::on(&data.join("app"), name);
    match bus {
        Some(bus) => launch.with("DBUS_SESSION_BUS_ADDRESS", bus.address().into()),
        None => launch,
    }
}

async fn fill(window: &Window, address: &str, password: &str) {
    window.retype("server-address", address).await;
    window.retype("server-listener", "alice").await;
    window.retype("server-secret", password).await;
}

async fn outcome(window: &Window, is: &str) {
    window.until(is, async || window.attribute("server-outcome", "data-is").await == is).await;
}

async fn has_songs(window: &Window, songs: &str) {
    window.until(songs, async || window.attribute("server", "data-songs").await == songs).await;
}

#[test]
fn a_server_is_tested_added_and_read() {
    let (data, fake) = (tempfile::tempdir().unwrap(), FakeSubsonic::start_encrypted().unwrap());
    let bus = keyring(&data.path().join("home"));
    let mut world = fake.world();
    world.fill(240, 1_000);
    world.most = 20;
    world.trouble("search3", 4, Trouble::Stall(0, 300));
    drop(world);
    let address = fake.base();
    let host = address.split_once("://").unwrap().1.to_owned();
    launch(data.path(), bus.as_ref(), "servers").run(async |window| {
        window.click("nav-settings").await;
        window.click("add-server").await;

        // Nobody listens at port 1.
        fill(window, "http://127.0.0.1:1", "sesame").await;
        window.click("server-test").await;
        outcome(window, "wrongAddress").await;

        fill(window, &address, "wrong").await;
        window.click("server-test").await;
        outcome(window, "certificate").await;
        assert_eq!(window.text("server-fingerprint").await.split(':').count(), 32);
        window.picture("server-certificate").await;
        window.click("server-accept").await;
        outcome(window, "wrongPassword").await;
        assert!(!window.has("server").await, "nothing was added");

        window.retype("server-secret", "sesame").await;
        window.click("server-test").await;
        outcome(window, "works").await;
        window.picture("server-works").await;
        window.click("server-add").await;
        window.gone("server-dialog").await;
        window.find("server-scan").await;
        has_songs(window, "240").await;
        assert!(window.text("server").await.contains(&host), "its host is its name");
        assert!(window.text("server-found").await.contains("240 new"));
        assert_eq!(window.has("server-unsaved").await, bus.is_none(), "whether the password is kept");
        window.picture("servers").await;

        // They are music to choose from.
        window.click("nav-library").await;
        window.click("library-tab-catalogues").await;
        let offered = async || window.texts("catalogue").await.iter().any(|c| c.contains("240 tracks"));
        window.until("the songs are in the library", offered).await;
        window.click("nav-settings").await;

        // Switched on by the listener, and only then.
        assert_eq!(window.attribute("server-scrobbles", "aria-checked").await, "false");
        window.click("server-scrobbles").await;
        let told = async || window.attribute("server-scrobbles", "aria-checked").await == "true";
        window.until("plays are told", told).await;

        fake.world().songs.truncate(200);
        window.click("server-check").await;
        has_songs(window, "200").await;
        assert!(window.text("server-found").await.contains("40 gone"));
    });
    // After a restart it is there without being asked for anything but what is shown and comes next.
    let asked = || {
        let world = fake.world();
        let methods = world.seen.iter().map(|seen| seen.method.clone());
        methods
            .filter(|method| !["getCoverArt", "stream"].contains(&method.as_str()))
            .collect::<Vec<String>>()
    };
    let before = asked();
    launch(data.path(), bus.as_ref(), "servers-again").run(async |window| {
        window.click("nav-settings").await;
        has_songs(window, "200").await;
        assert_eq!(asked(), before);
        if bus.is_some() {
            // Its password is in the keyring.
            window.click("server-check").await;
            window.find("server-found").await;
        }
        window.click("server-more").await;
        window.click("server-remove").await;
        window.click("remove-server-confirm").await;
        window.gone("server").await;
        window.click("nav-library").await;
        window.click("library-tab-catalogues").await;
        let gone = async || !window.texts("catalogue").await.iter().any(|c| c.contains("200 tracks"));
        window.until("its songs are gone from the library", gone).await;
    });
}

#[test]
fn the_first_start_offers_a_server() {
    let (data, fake) = (tempfile::tempdir().unwrap(), FakeSubsonic::start().unwrap());
    let bus = keyring(&data.path().join("home"));
    launch(data.path(), bus.as_ref(), "first-server").not_greeted().run(async |window| {
        window.click("first-start-next").await;
        window.click("first-add-server").await;
        fill(window, &fake.base(), "sesame").await;
        window.click("server-add").await;
        window.gone("server-dialog").await;
        window.until("three songs", async || window.text("first-server").await.contains("3 songs")).await;
        window.picture("first-server").await;
    });
}

/// The pieces in that folder as songs of a server.
fn songs(folder: &Path) -> Vec<FakeSong> {
    music(folder);
    ["One Lantern", "Two Lanterns"]
        .map(|title| FakeSong {
            id: title.to_lowercase().replace(' ', "-"),
            title: title.into(),
            artist: format!("The Makers of {title}"),
            album: "Lanterns".into(),
            genres: vec!["Electronic".into()],
            seconds: 12,
            suffix: "wav".into(),
            bytes: Arc::new(fs::read(folder.join(format!("{title}.wav"))).unwrap()),
            ..FakeSong::default()
        })
        .into()
}

#[test]
fn songs_of_a_server_sound_are_told_of_and_outlast_the_network() {
    let Some(sound) = Server::start() else { return };
    let (data, fake) = (tempfile::tempdir().unwrap(), FakeSubsonic::start().unwrap());
    let bus = keyring(&data.path().join("home"));
    fake.world().songs = songs(&data.path().join("their music"));
    // Five seconds of twelve come before the gate is opened, of the song that plays and of the next.
    let gate = Gate::default();
    let part = fake.world().songs[0].bytes.len() * 5 / 12;
    // However often the player asks while it waits.
    fake.world().trouble("stream", u32::MAX, Trouble::Hold(part, gate.clone()));
    let recorder = sound.record("one");
    heard_by(&sound, launch(data.path(), bus.as_ref(), "server-sounds")).run(async |window| {
        window.click("nav-settings").await;
        window.click("sound-player-local").await;
        window.click("add-server").await;
        fill(window, &fake.base(), "sesame").await;
        window.click("server-add").await;
        has_songs(window, "2").await;
        window.click("server-scrobbles").await;
        window.click("nav-library").await;
        window.click("library-tab-catalogues").await;
        let toggle = "[data-id=soundscapes] [data-testid=catalogue-toggle]";
        window.script(&format!("document.querySelector('{toggle}').click()")).await;
        window.click("nav-now").await;
        let theirs = async || window.text("current-title").await.contains("Lantern");
        window.until("their songs are in the queue", theirs).await;

        window.click("player-play").await;
        window.until("it is heard", async || loudest(&recorder.so_far()) > 0.05).await;
        window.find("scope").await;
        window.picture("server-loads").await;
        window.until("it waits", async || window.has("player-loading").await).await;
        gate.open();
        let told = |value: &str| {
            let world = fake.world();
            world.seen.iter().any(|s| s.method == "scrobble" && s.parameter("submission") == Some(value))
        };
        window.until("the server hears that it begins", async || told("false")).await;
        window.until("the next is loaded", async || fake.world().count("stream") >= 2).await;
        window.until("the server hears that it was heard", async || told("true")).await;

        fake.world().trouble("", u32::MAX, Trouble::NoAnswer);
        let first = window.text("current-title").await;
        window.click("player-next").await;
        window.until("the other is on", async || window.text("current-title").await != first).await;
        let before = recorder.so_far().len();
        let goes_on = async || loudest(recorder.so_far().get(before..).unwrap_or_default()) > 0.05;
        window.until("it is heard without the network", goes_on).await;
        assert!(!window.has("player-problem").await);
        window.picture("server-sounds").await;
    });
}
