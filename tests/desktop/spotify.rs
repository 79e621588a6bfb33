//! Spotify in the window, against a fake Spotify over HTTP and a real keyring on a bus of its own.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use attune_testkit::{
    keyring_bus::KeyringBus,
    spotify::{FakeSpotify, Fault, Trouble, visit},
};

use crate::{launch::Launch, window::Window};

mod connect;
mod keyring;
mod names;

/// Four tracks that the fake has, under other spellings, and one that it has not.
const CATALOGUE: &str = "\
track_id,track_name,artists,valence,energy
a1,Paper Lanterns,Mira Holm,0.6,0.5
a2,Slow Harbour,The Quiet Docks,0.5,0.5
a3,Glass Rain,Mira Holm,0.4,0.5
a4,Ember,Ash Avenue,0.5,0.6
a5,Nowhere at All,Nobody,0.5,0.4
";

struct Fixture {
    fake: FakeSpotify,
    bus: KeyringBus,
    folder: tempfile::TempDir,
}

impl Fixture {
    /// None, said in a line, where there is no keyring to be had.
    fn set_up() -> Option<Self> {
        Self::on(KeyringBus::open)
    }

    fn on(bus: impl FnOnce(&Path) -> io::Result<KeyringBus>) -> Option<Self> {
        if !KeyringBus::is_possible() {
            println!("skipped: no dbus-run-session, dbus-send or gnome-keyring-daemon");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let bus = bus(&folder.path().join("home")).unwrap();
        fs::write(folder.path().join("music.csv"), CATALOGUE).unwrap();
        Some(Self { fake: FakeSpotify::start().unwrap(), bus, folder })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn launch(&self, name: &'static str) -> Launch {
        Launch::on(&self.path("app"), name)
            .picking(self.path("music.csv"))
            .with("DBUS_SESSION_BUS_ADDRESS", self.bus.address().into())
            .with("ATTUNE_SPOTIFY_URL", self.fake.base().into())
            .with("ATTUNE_TEST_OPEN", self.path("opened"))
            .with("NO_PROXY", "127.0.0.1".into())
    }

    /// The addresses that the app has opened so far.
    fn opened(&self) -> Vec<String> {
        let text = fs::read_to_string(self.path("opened")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Is the browser for the next sign-in.
    async fn browse(&self, window: &Window, before: usize) {
        window.until("the browser is opened", async || self.opened().len() > before).await;
        let back = visit(&self.opened()[before]).unwrap().location.unwrap();
        let page = visit(&back).unwrap();
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("code="), "the page shows no code");
    }
}

/// The catalogue is imported, the account signed in and kept in the keyring.
async fn set_up(fixture: &Fixture, window: &Window) {
    window.click("nav-library").await;
    window.click("import-csv").await;
    window.find("import-report").await;
    window.click("starter-toggle").await;
    sign_in(fixture, window).await;
    assert!(!window.has("spotify-session-only").await, "the keyring holds the sign-in");
    window.picture("spotify-account").await;
}

async fn sign_in(fixture: &Fixture, window: &Window) {
    window.click("nav-settings").await;
    window.click("spotify-set-up").await;
    window.picture("spotify-why").await;
    window.click("spotify-next").await;
    window.picture("spotify-steps").await;
    window.click("spotify-next").await;
    window.keys("spotify-client-id", "ffffffffffffffffffffffffffffffff").await;
    outcome(window, "wrongClientId").await;
    let own_id = fixture.fake.world().client_id();
    window.retype("spotify-client-id", &own_id).await;
    outcome(window, "needsSignIn").await;
    window.picture("spotify-test").await;
    window.click("spotify-sign-in").await;
    fixture.browse(window, 0).await;
    window.find("spotify-account").await;
    window.gone("spotify-wizard").await;
    window.click("spotify-test").await;
    window
        .until("the account has its name", async || window.text("spotify-account").await.contains("Mia"))
        .await;
}

async fn outcome(window: &Window, expected: &str) {
    window.click("spotify-check").await;
    window
        .until(&format!("the test says {expected}"), async || {
            window.has("spotify-outcome").await
                && window.attribute("spotify-outcome", "data-result").await == expected
        })
        .await;
}

async fn playlist(window: &Window, exists: bool) {
    window.click("nav-now").await;
    window.click("make-playlist").await;
    window.click("playlist-look").await;
    let planned = window.attribute("playlist-plan", "data-exists").await;
    assert_eq!(planned, exists.to_string());
    assert!(window.text("playlist-missed").await.contains("Nowhere at All"));
    assert_eq!(window.all("playlist-found").await.len(), 4);
    window.picture(if exists { "playlist-again" } else { "playlist-plan" }).await;
    window.click("playlist-make").await;
    window.find("playlist-made").await;
    window.click("playlist-open").await;
    window.click("playlist-close").await;
    window.gone("playlist-dialog").await;
}

#[test]
fn from_setting_up_to_signing_out() {
    let Some(fixture) = Fixture::set_up() else { return };
    fixture.launch("spotify").run(async |window| {
        set_up(&fixture, window).await;
        playlist(window, false).await;
        playlist(window, true).await;
        let world = fixture.fake.world();
        assert_eq!((world.playlists.len(), world.playlists[0].items.len()), (1, 4));
        assert!(!world.playlists[0].public);
    });
    let opened = fixture.opened();
    assert!(opened[1].starts_with("https://open.spotify.com/playlist/"), "{}", opened[1]);
    assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 1);

    // Other runs: the sign-in is still there, each time with a new access token.
    fixture.launch("spotify-again").run(async |window| renewed(&fixture, window).await);
    fixture.launch("spotify-last").run(async |window| {
        renewed(&fixture, window).await;
        quota(&fixture, window).await;
        own_music(window).await;
        window.click("nav-settings").await;
        let secrets = fixture.fake.world().secrets();
        for (path, text) in files(&fixture.path("app")) {
            assert!(!secrets.iter().any(|s| text.contains(s)), "a token in {path}");
        }
        window.click("spotify-sign-out").await;
        window.click("spotify-leave-confirm").await;
        window.find("spotify-set-up").await;
    });
    assert_eq!(fixture.opened().len(), opened.len(), "no browser was needed again");
    assert!(files(&fixture.path("app")).iter().all(|(path, _)| !path.ends_with("spotify.json")));
    assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 0, "nothing is left in the keyring");
}

#[test]
fn deleting_everything_signs_out() {
    let Some(fixture) = Fixture::set_up() else { return };
    fixture.launch("spotify-erase").run(async |window| {
        set_up(&fixture, window).await;
        assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 1);
        window.click("delete-all").await;
        window.keys("delete-all-word", "delete").await;
        window.click("delete-all-confirm").await;
        window.find("first-start").await;
        assert_eq!(fixture.bus.secrets_of("Attune").unwrap(), 0);
    });
    assert!(!fixture.path("app/spotify.json").exists());
}

/// Finds the account signed in, and renews the access token with the first call.
async fn renewed(fixture: &Fixture, window: &Window) {
    let before = fixture.fake.world().count("POST", "api/token");
    window.click("nav-settings").await;
    window.find("spotify-account").await;
    assert_eq!(
        fixture.fake.world().count("POST", "api/token"),
        before,
        "nothing is asked before it is needed"
    );
    look(window).await;
    assert_eq!(window.texts("spotify-device").await.len(), 1);
    assert_eq!(fixture.fake.world().count("POST", "api/token"), before + 1);
}

/// Looks for devices, and waits until it was looked.
async fn look(window: &Window) {
    window.click("spotify-look").await;
    window.find("spotify-device").await;
    window
        .until("it was looked", async || window.attribute("spotify-look", "disabled").await.is_empty())
        .await;
}

/// A quota that is used up is said with its end, asks Spotify nothing meanwhile, and recovers by itself.
async fn quota(fixture: &Fixture, window: &Window) {
    let trouble = Trouble::Quota(Some("6".into()));
    fixture.fake.world().trouble(Fault::new("GET", "me/player", 1, trouble));
    window.click("spotify-look").await;
    window.find("spotify-waiting").await;
    assert!(window.text("failure").await.contains("used up its requests"));
    window.picture("spotify-quota").await;
    window.click("failure-action").await;
    window.gone("spotify-waiting").await;
    look(window).await;
}

async fn own_music(window: &Window) {
    window.click("spotify-own-bring").await;
    window.until("the tracks are there", async || window.has("spotify-own-end").await).await;
    window.click("nav-library").await;
    window
        .until("they are a catalogue", async || {
            window.texts("catalogue").await.iter().any(|c| c.contains("Spotify"))
        })
        .await;
    window.picture("spotify-own").await;
}

/// Every file below a folder, as text.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if let Ok(bytes) = fs::read(&path) {
            all.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    all
}
