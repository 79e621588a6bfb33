//! Places of Spotify's that open outside of Attune.

use attune_core::{AppError, ErrorCode};
use serde::{Deserialize, Serialize};

/// Something of Spotify's that opens outside of Attune.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "what", content = "id")]
pub enum SpotifyPlace {
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

impl SpotifyPlace {
    /// Its address. Fails with `spotify_not_found` for what cannot be an identifier.
    pub fn address(&self) -> Result<String, AppError> {
        match self {
            Self::Dashboard => Ok("https://developer.spotify.com/dashboard".into()),
            Self::Permissions => Ok("https://www.spotify.com/account/apps/".into()),
            Self::Download => Ok("https://www.spotify.com/download/".into()),
            Self::App => Ok("spotify:".into()),
            Self::Playlist(id) => shared("playlist", id),
            Self::Track(id) => shared("track", id),
        }
    }
}

/// The page of a playlist or track; only what can be an identifier becomes part of an address.
fn shared(kind: &str, id: &str) -> Result<String, AppError> {
    if id.is_empty() || id.len() > 64 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(AppError::new(ErrorCode::SpotifyNotFound, "Spotify does not have this any more."));
    }
    Ok(format!("https://open.spotify.com/{kind}/{id}"))
}

#[cfg(test)]
mod tests {
    use super::shared;
    use attune_core::ErrorCode;

    #[test]
    fn only_identifiers_become_addresses() {
        assert_eq!(shared("track", "a1").unwrap(), "https://open.spotify.com/track/a1");
        for id in ["", "a/b", "a?b", "../x", &"a".repeat(65)] {
            assert_eq!(shared("track", id).unwrap_err().code, ErrorCode::SpotifyNotFound);
        }
    }
}
