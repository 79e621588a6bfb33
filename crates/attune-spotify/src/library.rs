//! The listener's library: liking a track here likes it there.

use crate::address::encoded;
use crate::client::{Spotify, Verb};
use crate::error::SpotifyError;
use crate::queue::Cause;
use serde_json::json;

/// The most addresses that one call takes.
const MOST: usize = 40;

impl Spotify {
    /// Adds tracks to the liked ones.
    pub async fn like(&self, uris: &[&str]) -> Result<(), SpotifyError> {
        self.library(Verb::Put, uris).await
    }

    /// Takes tracks from the liked ones.
    pub async fn unlike(&self, uris: &[&str]) -> Result<(), SpotifyError> {
        self.library(Verb::Delete, uris).await
    }

    async fn library(&self, verb: Verb, uris: &[&str]) -> Result<(), SpotifyError> {
        for chunk in uris.chunks(MOST) {
            let path = format!("me/library?uris={}", encoded(&chunk.join(",")));
            self.change(verb, &path, &json!({}), Cause::Listener).await?;
        }
        Ok(())
    }
}
