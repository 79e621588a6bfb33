//! What the window shows of Spotify.

use attune_core::{AppError, TrackId};
use attune_session::view::NamedTrack;
use attune_spotify::{Check, DeviceInfo, Match, MatchedBy, Patterns};
use serde::{Deserialize, Serialize};

/// Where the sign-in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SpotifyPhase {
    /// The keyring is being asked for an earlier sign-in.
    Starting,
    /// Nobody is signed in.
    SignedOut,
    /// The browser is open.
    SigningIn,
    /// Somebody is signed in.
    SignedIn,
}

/// Whether playback can be controlled, as far as that was tried: Spotify does not say which plan an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SpotifyControl {
    #[default]
    Untried,
    Works,
    NeedsPremium,
}

/// How things stand with Spotify. Times are Unix milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpotifyView {
    /// Where the sign-in stands.
    pub(crate) phase: SpotifyPhase,
    /// While signing in: the address that the browser should show.
    pub(crate) sign_in_address: Option<String>,
    /// The client id last signed in with.
    pub(crate) client_id: Option<String>,
    /// The account's name, once Spotify was asked for it.
    pub(crate) name: Option<String>,
    /// Why the sign-in ends with Attune, or could not be taken up: the keyring's trouble.
    pub(crate) keyring_error: Option<AppError>,
    /// When the sign-in ends by Spotify's rules.
    pub(crate) ends_at: Option<f64>,
    /// Whether that is within two weeks.
    pub(crate) ends_soon: bool,
    /// Until when Spotify asked for silence.
    pub(crate) waiting_until: Option<f64>,
    /// Whether playback can be controlled.
    pub(crate) control: SpotifyControl,
    /// How playlists are called and described.
    pub(crate) patterns: PlaylistPatterns,
    /// The address to register in the dashboard.
    pub(crate) redirect: String,
}

/// What the test of a client id found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "result")]
pub(crate) enum SpotifyCheck {
    /// Everything works.
    Works {
        /// The account's name.
        name: Option<String>,
    },
    /// The client id is right; the rest shows after signing in.
    NeedsSignIn,
    /// Spotify does not know the client id.
    WrongClientId,
    /// The app's owner has no Premium.
    OwnerNotPremium,
    /// The account is not on the app's list of users.
    NotAllowListed,
    /// There is no way to Spotify.
    Offline,
    /// Something else.
    Other {
        /// What.
        error: AppError,
    },
}

impl From<Check> for SpotifyCheck {
    fn from(check: Check) -> Self {
        match check {
            Check::Works { name } => Self::Works { name },
            Check::NeedsSignIn => Self::NeedsSignIn,
            Check::WrongClientId => Self::WrongClientId,
            Check::OwnerNotPremium => Self::OwnerNotPremium,
            Check::NotAllowListed => Self::NotAllowListed,
            Check::Offline => Self::Offline,
            Check::Other { error } => Self::Other { error },
        }
    }
}

/// An open Spotify app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpotifyDevice {
    /// None for one that cannot be steered.
    pub(crate) id: Option<String>,
    /// The name shown.
    pub(crate) name: String,
    /// "Computer", "Smartphone" and the like.
    pub(crate) kind: Option<String>,
    /// Whether it is the one that plays.
    pub(crate) active: bool,
}

impl From<DeviceInfo> for SpotifyDevice {
    fn from(d: DeviceInfo) -> Self {
        Self { id: d.id, name: d.name, kind: d.kind, active: d.active }
    }
}

/// How playlists are called and described; `{mood}` stands for the mood or policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaylistPatterns {
    /// At most 100 characters are used.
    pub(crate) name: String,
    /// At most 200 characters are used.
    pub(crate) description: String,
}

impl From<Patterns> for PlaylistPatterns {
    fn from(Patterns { name, description }: Patterns) -> Self {
        Self { name, description }
    }
}

impl From<PlaylistPatterns> for Patterns {
    fn from(PlaylistPatterns { name, description }: PlaylistPatterns) -> Self {
        Self { name, description }
    }
}

/// What a playlist is for: each mood and each policy has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PlaylistPurpose {
    /// The mood as it is now.
    Mood,
    /// The policy in force.
    Policy,
}

/// What will happen when the playlist is made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaylistPlan {
    /// What it is called, or will be.
    pub(crate) name: String,
    /// Whether it is there already, so that its tracks are replaced.
    pub(crate) exists: bool,
    /// The tracks that were found, in order, each once.
    pub(crate) found: Vec<PlannedTrack>,
    /// Those that were not.
    pub(crate) missed: Vec<NamedTrack>,
}

/// A track of the queue, found on Spotify.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlannedTrack {
    /// Our name for it.
    pub(crate) id: TrackId,
    /// The title there.
    pub(crate) title: String,
    /// The artists there.
    pub(crate) artist: String,
    /// How sure it is that it is the same, in [0, 1].
    pub(crate) score: f64,
    /// Whether it was only found by its names.
    pub(crate) by_names: bool,
}

impl From<(TrackId, Match)> for PlannedTrack {
    fn from((id, m): (TrackId, Match)) -> Self {
        let by_names = m.by == MatchedBy::Search;
        Self { id, title: m.title, artist: m.artist, score: m.score, by_names }
    }
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaylistMade {
    /// Its Spotify id.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it was made now.
    pub(crate) created: bool,
    /// How many tracks it has.
    pub(crate) tracks: u32,
}

/// The listener's own music, as far as it could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnMusic {
    /// Tracks of which our catalogues know the mood: by track, artist or genre. They are queued.
    pub(crate) known: u32,
    /// The others.
    pub(crate) unknown: u32,
}

/// Something of Spotify's that opens outside of Attune.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "what", content = "id")]
pub(crate) enum SpotifyPlace {
    /// The developer dashboard, where the listener's app is made.
    Dashboard,
    /// The page on which permissions are taken back.
    Permissions,
    /// The Spotify app.
    App,
    /// Where the Spotify app is to be had.
    Download,
    /// A playlist, by its id.
    Playlist(String),
    /// A track's page, by its id.
    Track(String),
}
