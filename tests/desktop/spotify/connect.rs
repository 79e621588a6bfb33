//! The queue played by the listener's Spotify app, from no app being open to what is learned of it.

use std::{path::Path, time::Duration};

use attune_core::{FeedbackKind, ports::Archive as _};
use attune_store::Store;
use attune_testkit::spotify::{Device, Fault, Trouble};

use super::{Fixture, set_up};
use crate::window::Window;

const RIGHT: &str = "\u{e014}";

fn device(id: &str, name: &str) -> Device {
    Device { id: id.into(), name: name.into(), active: false, volume: 40 }
}

impl Fixture {
    /// The title of what plays at the fake, and whether it sounds.
    fn plays(&self) -> Option<(String, bool)> {
        let mut world = self.fake.world();
        let playback = world.account("mia").playback.clone()?;
        let id = playback.queue.front()?;
        let song = world.songs.iter().find(|s| s.id == *id)?;
        Some((song.name.clone(), playback.playing))
    }

    /// Lets time pass at the fake until so much is left of what plays.
    fn skip_to_end(&self, left: Duration) {
        let mut world = self.fake.world();
        let (now, playback) = (world.now(), world.account("mia").playback.clone().unwrap());
        let id = playback.queue.front().unwrap();
        let length = world.songs.iter().find(|s| s.id == *id).unwrap().duration;
        let position = playback.position + now.saturating_sub(playback.since);
        world.skip(length.saturating_sub(position + left));
    }

    fn device(&self, id: &str) -> Device {
        self.fake.world().account("mia").devices.iter().find(|d| d.id == id).unwrap().clone()
    }
}

/// Waits until the fake plays, or pauses, what the window shows; gives its title.
async fn agree(fixture: &Fixture, window: &Window, sounds: bool) -> String {
    let label = if sounds { "Pause" } else { "Play" };
    window
        .until("window and Spotify are at the same track", async || {
            let title = window.text("current-title").await;
            // There some titles are longer, as in "Ember (feat. Sol)".
            fixture.plays().is_some_and(|(name, on)| name.starts_with(&title) && on == sounds)
                && window.attribute("player-play", "aria-label").await == label
        })
        .await;
    window.text("current-title").await
}

async fn opened_and_waited_for(fixture: &Fixture, window: &Window) {
    window.click("nav-settings").await;
    window.click("spotify-play").await;
    window.click("nav-now").await;
    window.click("player-play").await;
    window.find("connect-trouble").await;
    assert!(window.text("connect-problem").await.contains("No Spotify app is active"));
    window.picture("connect-none").await;
    let before = fixture.opened().len();
    window.click("connect-open").await;
    window.find("connect-stop").await;
    assert!(window.text("connect-problem").await.contains("Waiting for Spotify"));
    assert_eq!(fixture.opened()[before..], ["spotify:"]);
    assert!(fixture.plays().is_none());
    fixture.fake.world().account("mia").devices.push(device("desk", "Desk"));
    window.gone("connect-trouble").await;
    agree(fixture, window, true).await;
    assert!(!window.has("player-problem").await);
    window.picture("connect-playing").await;
}

async fn steered(fixture: &Fixture, window: &Window) {
    window.click("player-play").await;
    agree(fixture, window, false).await;
    window.click("player-play").await;
    agree(fixture, window, true).await;
    window.keys("player-volume", RIGHT).await;
    window.until("it is a step louder there", async || fixture.device("desk").volume == 45).await;

    fixture.fake.world().account("mia").devices.push(device("kitchen", "Kitchen"));
    window.click("nav-settings").await;
    window.click("spotify-look").await;
    window.click("spotify-choose").await;
    window.until("it goes on in the kitchen", async || fixture.device("kitchen").active).await;
    window.picture("connect-devices").await;
    window.click("nav-now").await;
    agree(fixture, window, true).await;
}

async fn moved_on(fixture: &Fixture, window: &Window) {
    let first = agree(fixture, window, true).await;
    window.click("player-next").await;
    window.until("the next is on", async || window.text("current-title").await != first).await;
    let second = agree(fixture, window, true).await;
    fixture.skip_to_end(Duration::from_secs(8));
    window
        .until("the next is handed over", async || fixture.fake.world().count("POST", "me/player/queue") > 0)
        .await;
    fixture.fake.world().skip(Duration::from_secs(9));
    window.until("the track ends", async || window.text("current-title").await != second).await;
    agree(fixture, window, true).await;
}

/// A quota that is met while music plays is said, and forgotten when Spotify answers again.
async fn quota(fixture: &Fixture, window: &Window) {
    let trouble = Trouble::Quota(Some("5".into()));
    fixture.fake.world().trouble(Fault::new("GET", "me/player", 1, trouble));
    window
        .until("it is said", async || {
            window.has("player-problem").await
                && window.text("player-problem").await.contains("used up its requests")
        })
        .await;
    window.gone("player-problem").await;
    agree(fixture, window, true).await;
}

/// Only the listener's own music from Spotify, played and skipped.
async fn lent(fixture: &Fixture, window: &Window) {
    window.click("nav-settings").await;
    window.click("spotify-own-bring").await;
    window.find("spotify-own-end").await;
    window.click("nav-now").await;
    let starter = agree(fixture, window, true).await;
    window.click("nav-library").await;
    window.click("catalogue-toggle").await;
    window.click("nav-now").await;
    // The queue draws from another pool as soon as that is made.
    window.until("another track is on", async || window.text("current-title").await != starter).await;
    for _ in 0..2 {
        let before = agree(fixture, window, true).await;
        window.click("player-next").await;
        window.until("the next is on", async || window.text("current-title").await != before).await;
    }
    agree(fixture, window, true).await;
}

/// Who signs out while Spotify plays has just a list again, and Spotify is left alone.
async fn signed_out(fixture: &Fixture, window: &Window) {
    window.click("nav-settings").await;
    window.click("spotify-sign-out").await;
    window.click("spotify-leave-confirm").await;
    window.find("spotify-set-up").await;
    window.gone("player-play").await;
    let asked = fixture.fake.world().seen.len();
    window.click("nav-now").await;
    window.picture("connect-signed-out").await;
    assert!(!window.has("player-problem").await && !window.has("connect-trouble").await);
    assert_eq!(fixture.fake.world().seen.len(), asked, "nothing is asked any more");
}

fn said(app: &Path) -> Vec<(String, FeedbackKind)> {
    let (store, _) = Store::open(app).unwrap();
    store.feedback().unwrap().into_iter().map(|f| (f.track.0, f.kind)).collect()
}

#[test]
fn the_queue_plays_in_a_spotify_app() {
    let Some(fixture) = Fixture::set_up() else { return };
    fixture.fake.world().account("mia").devices.clear();
    fixture.launch("connect").run(async |window| {
        set_up(&fixture, window).await;
        opened_and_waited_for(&fixture, window).await;
        steered(&fixture, window).await;
        moved_on(&fixture, window).await;
        quota(&fixture, window).await;
    });
    let learned = said(&fixture.path("app"));
    let kinds: Vec<FeedbackKind> = learned.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds, [FeedbackKind::Skipped, FeedbackKind::Finished], "{learned:?}");
    assert!(learned.iter().all(|(track, _)| track.starts_with("name:")), "{learned:?}");

    fixture.launch("connect-lent").run(async |window| {
        window.click("player-play").await;
        agree(&fixture, window, true).await;
        lent(&fixture, window).await;
        signed_out(&fixture, window).await;
    });
    let after = said(&fixture.path("app"));
    assert!(after.len() <= learned.len() + 1, "one of ours may have been skipped: {after:?}");
    assert!(after.iter().all(|(track, _)| track.starts_with("name:")), "{after:?}");
}
