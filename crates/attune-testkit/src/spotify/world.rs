//! Everything the fake knows, open for tests to change.

use super::fault::Fault;
use super::grants::Grants;
use super::request::Seen;
use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// A listener's account.
#[derive(Debug, Clone, Default)]
pub struct Account {
    /// User id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Whether playback can be controlled.
    pub premium: bool,
    /// Liked tracks, newest first, as track ids.
    pub liked: Vec<String>,
    /// Top tracks, as track ids.
    pub top: Vec<String>,
    /// Played lately, newest first, as track ids.
    pub recent: Vec<String>,
    /// Open Spotify apps.
    pub devices: Vec<Device>,
    /// What is playing.
    pub playback: Option<Playback>,
    /// Tracks that another edition is played for in the account's country, by track id.
    pub relinks: HashMap<String, Relink>,
}

/// What is played instead of a track.
#[derive(Debug, Clone)]
pub struct Relink {
    /// The track id of the other edition.
    pub instead: String,
    /// Whether the answer says so (`linked_from`).
    pub told: bool,
}

/// An app in the developer dashboard.
#[derive(Debug, Clone)]
pub struct App {
    /// Client id.
    pub client_id: String,
    /// Whether the app's owner pays for Premium; without it every call is refused.
    pub owner_premium: bool,
    /// Allow-listed user ids.
    pub allowed: Vec<String>,
    /// Redirect addresses as registered, loopback ones without a port.
    pub redirects: Vec<String>,
}

/// A place where music can sound.
#[derive(Debug, Clone)]
pub struct Device {
    /// Device id.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Whether commands without a device go here.
    pub active: bool,
    /// Percent.
    pub volume: u8,
}

/// What is playing, on which device.
#[derive(Debug, Clone)]
pub struct Playback {
    /// Track ids that are still to come, the current one first.
    pub queue: VecDeque<String>,
    /// Whether it sounds.
    pub playing: bool,
    /// Where in the current track it was at `since`.
    pub position: Duration,
    /// The fake's time of `position`.
    pub since: Duration,
}

/// A track of the fake's catalogue.
#[derive(Debug, Clone)]
pub struct Song {
    /// 22 characters.
    pub id: String,
    /// Title.
    pub name: String,
    /// Artists' names.
    pub artists: Vec<String>,
    /// Album's name.
    pub album: String,
    /// International Standard Recording Code.
    pub isrc: String,
    /// Length.
    pub duration: Duration,
}

/// A playlist.
#[derive(Debug, Clone)]
pub struct Playlist {
    /// 22 characters.
    pub id: String,
    /// The owner's user id.
    pub owner: String,
    /// Name.
    pub name: String,
    /// Description.
    pub description: String,
    /// Shown on the profile.
    pub public: bool,
    /// Whether the owner still has it in the library (deleting a playlist means no longer following it).
    pub followed: bool,
    /// Track addresses.
    pub items: Vec<String>,
    /// Grows with each change.
    pub snapshot: u32,
}

/// What the person at the sign-in page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Allows at once.
    Allow,
    /// Refuses at once.
    Deny,
    /// Is shown a page with both links.
    Ask,
}

/// The state of the fake.
#[derive(Debug)]
pub struct World {
    /// Known apps.
    pub apps: Vec<App>,
    /// Known accounts.
    pub accounts: Vec<Account>,
    /// Who sits at the browser.
    pub visitor: String,
    /// What they do.
    pub consent: Consent,
    /// How long access tokens live.
    pub access_life: Duration,
    /// How long refresh tokens live.
    pub refresh_life: Duration,
    /// Whether refresh replies carry a new refresh token. They do not, today.
    pub rotate: bool,
    /// The catalogue.
    pub songs: Vec<Song>,
    /// What every search gives, if not what fits of the catalogue.
    pub answer: Option<Vec<Song>>,
    /// All playlists.
    pub playlists: Vec<Playlist>,
    /// Troubles to come.
    pub faults: Vec<Fault>,
    /// Requests so far.
    pub seen: Vec<Seen>,
    /// Codes and tokens given out.
    pub(super) grants: Grants,
    pub(super) serial: u64,
    /// None when only skipping moves the time.
    started: Option<Instant>,
    skipped: Duration,
}

impl World {
    /// The app, the account and the catalogue that tests start from.
    #[must_use]
    pub fn usual() -> Self {
        let device = Device { id: "device-kitchen".into(), name: "Kitchen".into(), active: true, volume: 40 };
        let account = |id: &str, name: &str, premium| Account {
            id: id.into(),
            name: name.into(),
            premium,
            ..Account::default()
        };
        let mut mia = account("mia", "Mia", true);
        mia.devices.push(device);
        let songs = songs();
        mia.liked = songs.iter().take(3).map(|s| s.id.clone()).collect();
        mia.top = songs.iter().skip(2).take(3).map(|s| s.id.clone()).collect();
        mia.recent = songs.iter().skip(4).take(3).map(|s| s.id.clone()).collect();
        let app = App {
            client_id: "0123456789abcdef0123456789abcdef".into(),
            owner_premium: true,
            allowed: vec!["mia".into(), "noah".into()],
            redirects: vec!["http://127.0.0.1".into()],
        };
        Self {
            apps: vec![app],
            accounts: vec![mia, account("noah", "Noah", false), account("zoe", "Zoe", true)],
            visitor: "mia".into(),
            consent: Consent::Allow,
            access_life: Duration::from_hours(1),
            refresh_life: Duration::from_hours(182 * 24),
            rotate: false,
            songs,
            answer: None,
            playlists: Vec::new(),
            faults: Vec::new(),
            seen: Vec::new(),
            grants: Grants::default(),
            serial: 0,
            started: Some(Instant::now()),
            skipped: Duration::ZERO,
        }
    }

    /// The client id of the first app.
    #[must_use]
    pub fn client_id(&self) -> String {
        self.apps.first().map(|a| a.client_id.clone()).unwrap_or_default()
    }

    /// Time since the start, with what was skipped.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.started.map_or(Duration::ZERO, |s| s.elapsed()) + self.skipped
    }

    /// From now on time stands still but for [`World::skip`].
    pub fn stop_clock(&mut self) {
        (self.skipped, self.started) = (self.now(), None);
    }

    /// Lets time pass: tokens expire, music moves on.
    pub fn skip(&mut self, time: Duration) {
        self.skipped += time;
    }

    /// The account with that id; the first one if there is none.
    pub fn account(&mut self, id: &str) -> &mut Account {
        let at = self.accounts.iter().position(|a| a.id == id).unwrap_or(0);
        &mut self.accounts[at]
    }

    /// Adds a trouble for the next requests that it fits.
    pub fn trouble(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// How often a path was asked for, by method and the start of the path without `/v1/`.
    #[must_use]
    pub fn count(&self, method: &str, path: &str) -> usize {
        self.seen.iter().filter(|s| s.method == method && s.path.starts_with(path)).count()
    }

    /// Every access and refresh token given out so far: what must be found nowhere else.
    #[must_use]
    pub fn secrets(&self) -> Vec<String> {
        self.grants.secrets()
    }

    /// Makes all access tokens void, as when Spotify loses them before their time.
    pub fn void_access(&mut self) {
        self.grants.access.clear();
    }

    /// Makes all refresh tokens void, as when the listener takes the permission back.
    pub fn void_refresh(&mut self) {
        self.grants.refresh.clear();
    }

    pub(super) fn song(&self, id: &str) -> Option<&Song> {
        self.songs.iter().find(|s| s.id == id.trim_start_matches("spotify:track:"))
    }

    /// A new id of 22 characters.
    pub(super) fn new_id(&mut self) -> String {
        self.serial += 1;
        format!("{:022}", self.serial)
    }
}

/// A small catalogue: invented music, with names that are hard to match.
fn songs() -> Vec<Song> {
    let rows = [
        ("Paper Lanterns", "Mira Holm", "Low Tide", 201),
        ("Slow Harbour", "The Quiet Docks", "Moorings", 254),
        ("Élan Vital", "Céline Aubry & Tom Reed", "Printemps", 187),
        ("Run the Ridge - 2011 Remaster", "Northern Lights Club", "Altitude", 222),
        ("Run the Ridge - Live", "Northern Lights Club", "Live at the Hall", 305),
        ("Ember (feat. Sol)", "Ash Avenue", "Ember", 176),
        ("Glass Rain", "Mira Holm", "Low Tide", 240),
        ("Glass Rain", "Tribute Players", "Covers", 241),
        ("夜の海", "Aoi Nakamura", "海", 263),
    ];
    let song = |(i, (name, artists, album, secs)): (usize, (&str, &str, &str, u64))| Song {
        id: format!("song{i:018}"),
        name: name.into(),
        artists: artists.split(" & ").map(str::to_owned).collect(),
        album: album.into(),
        isrc: format!("XXA0126{i:05}"),
        duration: Duration::from_secs(secs),
    };
    rows.into_iter().enumerate().map(song).collect()
}
