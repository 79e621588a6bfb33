//! Music services on which a track without a file can be listened to.

use crate::Track;
use crate::track::escaped;
use serde::{Deserialize, Serialize};

/// A music service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ListenOn {
    #[default]
    Spotify,
    YouTubeMusic,
    AppleMusic,
    Deezer,
    Tidal,
    Qobuz,
    Bandcamp,
    SoundCloud,
}

impl ListenOn {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Spotify,
        Self::YouTubeMusic,
        Self::AppleMusic,
        Self::Deezer,
        Self::Tidal,
        Self::Qobuz,
        Self::Bandcamp,
        Self::SoundCloud,
    ];

    /// The address at which the service shows the track or a search for it: for Spotify's app a `spotify:` address, else a
    /// page.
    #[must_use]
    pub fn address(self, track: &Track) -> String {
        let before = match self {
            Self::Spotify => return track.spotify_uri(),
            Self::YouTubeMusic => "https://music.youtube.com/search?q=",
            Self::AppleMusic => "https://music.apple.com/search?term=",
            Self::Deezer => "https://www.deezer.com/search/",
            Self::Tidal => "https://tidal.com/search?q=",
            Self::Qobuz => "https://play.qobuz.com/search?q=",
            Self::Bandcamp => "https://bandcamp.com/search?q=",
            Self::SoundCloud => "https://soundcloud.com/search?q=",
        };
        format!("{before}{}", escaped(&format!("{} {}", track.title, track.artist)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_has_an_address_of_its_own_into_which_no_name_breaks() {
        let track = Track::named("A/B & C?d=#e", "é \u{202e}\"");
        let addresses: std::collections::HashSet<_> =
            ListenOn::ALL.iter().map(|s| s.address(&track)).collect();
        assert_eq!(addresses.len(), ListenOn::ALL.len());
        for address in &addresses {
            assert!(address.ends_with("A%2FB%20%26%20C%3Fd%3D%23e%20%C3%A9%20%E2%80%AE%22"), "{address}");
            assert!(address.starts_with("https://") || address.starts_with("spotify:search:"), "{address}");
        }
    }
}
