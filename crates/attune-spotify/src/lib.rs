//! Spotify for Attune, under the rules that a new app meets today.
//!
//! [`Spotify`] is the client: sign-in ([`Spotify::begin_sign_in`]), the test button ([`Spotify::check`]), mood
//! playlists ([`Spotify::plan`], [`Spotify::apply`]), candidates from the listener's own music, and Connect.
//! [`ConnectPlayer`] is Connect behind the core's `Player` port.
//!
//! All calls go one after the other through one gate; a refusal that names a time shuts it until then. The access
//! token exists in memory only, the refresh token in the keyring only, and neither in logs, errors or files.

mod account;
mod address;
mod callback;
mod candidates;
mod check;
mod classify;
mod client;
mod coalesce;
mod connect;
mod error;
#[cfg(feature = "fuzz")]
pub mod fuzz;
mod kept;
mod letters;
mod listener;
mod matching;
mod notes;
mod page;
mod player;
mod playlist;
mod queue;
mod reply;
mod search;
mod sign_in;
mod title;
mod token_store;
mod watch;
mod way;
mod wrap;

pub use account::Status;
pub use address::Addresses;
pub use candidates::{Candidate, Knowledge, Known};
pub use check::SpotifyCheck;
pub use client::{Codes, Options, Spotify};
pub use connect::{Playing, SpotifyDevice};
pub use error::SpotifyError;
pub use kept::Kept;
pub use matching::{Match, MatchedBy, Wanted};
pub use notes::PlaylistPatterns;
pub use player::ConnectPlayer;
pub use playlist::{MoodPlaylist, Plan, Target, Written};
pub use queue::{Cause, MOOD_CALLS};
pub use sign_in::SignIn;

/// What the listener is asked to allow: only what a call of ours needs. Reading private playlists is among them because Attune's own are private:
/// without it they could not be found again, and a second one would be made.
pub const SCOPES: [&str; 7] = [
    "playlist-modify-private",
    "playlist-read-private",
    "user-library-read",
    "user-modify-playback-state",
    "user-read-playback-state",
    "user-read-recently-played",
    "user-top-read",
];

/// The redirect address to register in the dashboard: without a port, so that any free one will do.
pub const REDIRECT: &str = "http://127.0.0.1";

/// Targets of the libraries below whose records describe requests. Tokens never reach them; a composition root
/// still switches them off, because addresses and searches need not be in a log either.
pub const QUIET_TARGETS: [&str; 5] = ["rspotify", "rspotify_http", "reqwest", "hyper_util", "hyper"];
