//! What the window shows of Spotify.

use attune_core::{AppError, TrackId};
use attune_session::view::NamedTrack;
use attune_spotify::{Match, MatchedBy, PlaylistPatterns};
use serde::{Deserialize, Serialize};

/// Where the sign-in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SpotifyPhase {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SpotifyControl {
    /// Nothing was played yet.
    #[default]
    Untried,
    /// Playback was controlled.
    Works,
    /// Spotify refused: the account has no Premium.
    NeedsPremium,
}

/// How things stand with Spotify. Times are Unix milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SpotifyView {
    /// Where the sign-in stands.
    pub phase: SpotifyPhase,
    /// While signing in: the address that the browser should show.
    pub sign_in_address: Option<String>,
    /// The client id last signed in with.
    pub client_id: Option<String>,
    /// The account's name, once Spotify was asked for it.
    pub name: Option<String>,
    /// Why the sign-in ends with Attune, or could not be taken up: the keyring's trouble.
    pub keyring_error: Option<AppError>,
    /// When the sign-in ends by Spotify's rules.
    pub ends_at: Option<f64>,
    /// Whether that is within two weeks.
    pub ends_soon: bool,
    /// Until when Spotify asked for silence.
    pub waiting_until: Option<f64>,
    /// Whether playback can be controlled.
    pub control: SpotifyControl,
    /// How playlists are called and described.
    pub patterns: PlaylistPatterns,
    /// The address to register in the dashboard.
    pub redirect: String,
}

/// What a playlist is for: each mood and each policy has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PlaylistPurpose {
    /// The mood as it is now.
    Mood,
    /// The policy in force.
    Policy,
}

/// What will happen when the playlist is made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaylistPlan {
    /// What it is called, or will be.
    pub name: String,
    /// Whether it is there already, so that its tracks are replaced.
    pub exists: bool,
    /// The tracks that were found, in order, each once.
    pub found: Vec<PlannedTrack>,
    /// Those that were not.
    pub missed: Vec<NamedTrack>,
}

/// A track of the queue, found on Spotify.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlannedTrack {
    /// Our name for it.
    pub id: TrackId,
    /// The title there.
    pub title: String,
    /// The artists there.
    pub artist: String,
    /// How sure it is that it is the same, in [0, 1].
    pub score: f64,
    /// Whether it was only found by its names.
    pub by_names: bool,
}

impl From<(TrackId, Match)> for PlannedTrack {
    fn from((id, m): (TrackId, Match)) -> Self {
        let by_names = m.by == MatchedBy::Search;
        Self { id, title: m.title, artist: m.artist, score: m.score, by_names }
    }
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaylistMade {
    /// Its Spotify id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it was made now.
    pub created: bool,
    /// How many tracks it has.
    pub tracks: u32,
}

/// The listener's own music, as far as it could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnMusic {
    /// Tracks of which our catalogues know the mood: by track, artist or genre. They are queued.
    pub known: u32,
    /// The others.
    pub unknown: u32,
}
