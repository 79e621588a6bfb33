//! A fake Spotify: a real web server with accounts, tokens, playlists, devices and a script of faults.
//!
//! It answers as Spotify answers a new app in development mode in November 2026: removed endpoints are refused,
//! searches give at most ten, refresh replies carry no refresh token. Tests change its [`World`] directly and
//! talk to it over HTTP only.

mod answer;
mod auth;
mod browser;
mod caller;
mod devices;
mod fault;
mod grants;
mod library;
mod playback;
mod playlists;
mod reply;
mod request;
mod search;
mod server;
mod shape;
mod world;

pub use browser::{Visit, visit};
pub use fault::{Fault, Trouble};
pub use request::Seen;
pub use server::FakeSpotify;
pub use world::{Account, App, Consent, Device, Playback, Playlist, Relink, Song, World};
