//! Music servers of the listener's own, by the `OpenSubsonic` protocol: Navidrome, Gonic, LMS, Ampache, Nextcloud and
//! others.
//!
//! # Use
//!
//! [`Servers::open`] gives a handle that any thread may clone and use; the database (`servers.db` in the data folder) is
//! this crate's own. Opening asks no server for anything. Calls that do ask one wait for it: none belongs on a thread that
//! must not wait, nor inside an asynchronous task.
//!
//! - To add: [`Servers::check`] tests an address, a login and a certificate and says which of them is wrong;
//!   [`Servers::add`] tests and keeps, [`Servers::list`], [`Servers::check_again`], [`Servers::remove`],
//!   [`Servers::erase`].
//! - [`Servers::scan`] reads a server's list on the caller's thread and keeps what has changed.
//! - To show: [`Servers::page`]. To rank and join: [`Servers::all`], [`Song::track`].
//! - To play: [`Servers::open_song`] reads a song while it loads, [`Servers::load_ahead`] loads the next one,
//!   [`Servers::whole_song`] waits for it, [`Servers::song_in_cache`] asks no server.
//! - To keep: [`Servers::cache_use`], [`Servers::set_cache_limit`].
//! - To listen: [`Servers::unheard`], [`Servers::keep_analysis`], over what is in the cache.
//! - To show: [`Servers::cover`].
//! - [`Servers::scrobble`] and [`Servers::star`] send nothing unless the listener has switched that on.
//!
//! # Secrets
//!
//! Logins are in the keyring, or in memory where there is none. They travel as a hash with a salt, as an API key, or as the
//! password itself where a server takes nothing else: then only over TLS, on this computer, or with the listener's
//! consent. No address that holds a login is in a log, an error or a file.

mod address;
mod analysis;
mod cache;
mod cache_use;
mod certificate;
mod check;
mod connection;
mod cover_use;
mod covers;
mod database;
mod download;
mod error;
#[cfg(feature = "fuzz")]
pub mod fuzz;
mod login;
mod parts;
mod progress;
mod reader;
mod reply;
mod scan;
mod scrobble;
mod servers;
mod song;
mod songs;
mod sync;

pub use address::Address;
pub use analysis::Unheard;
pub use cache_use::CacheUse;
pub use certificate::{CertificateProblem, Fingerprint, NoFingerprint, Presented};
pub use check::{NewServer, ServerCheck};
pub use database::back_up;
pub use error::SubsonicError;
pub use login::Login;
pub use progress::GivenUp;
pub use reader::SongReader;
pub use scan::{ServerScanProgress, ServerScanReport};
pub use scrobble::Heard;
pub use servers::{Kept, Options, ServerInfo, Servers};
pub use song::{Loudness, Song};
pub use songs::{SongPage, SongQuery};

/// Targets of the libraries below whose records describe requests. A composition root switches them off, because
/// addresses need not be in a log.
pub const QUIET_TARGETS: [&str; 4] = ["reqwest", "hyper_util", "hyper", "rustls"];
