//! The Spotify client against the fake, over real HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod candidates;
mod check;
mod contract;
mod keyring;
mod network;
mod player;
mod playlists;
mod recordings;
mod scene;
mod sign_in;
mod trouble;
