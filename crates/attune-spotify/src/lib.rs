//! Spotify for Attune.
