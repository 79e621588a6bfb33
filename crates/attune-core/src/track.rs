//! Tracks and what is believed of their affect.

mod affect;
mod corrected;
mod score;

pub use affect::{AffectSource, TrackAffect};
pub use corrected::{LABEL_SD, PERSONAL_SD};
pub use score::Score;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Everything but unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A track's stable name: `spotify:track:…` where that is known, else derived from title and artist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct TrackId(pub String);

impl TrackId {
    /// What the ids of soundscapes begin with.
    pub const SOUNDSCAPE: &str = "made:";

    /// The id of a track that has none of its own: the same title and artist always give the same id,
    /// whatever their case and spacing.
    #[must_use]
    pub fn from_names(title: &str, artist: &str) -> Self {
        Self(format!("name:{}|{}", fold(artist), fold(title)))
    }

    /// The id of a track on Spotify, from its 22-character identifier.
    #[must_use]
    pub fn from_spotify(id: &str) -> Self {
        Self(format!("spotify:track:{id}"))
    }

    /// Whether this names a soundscape, which is composed while it is played.
    #[must_use]
    pub fn is_soundscape(&self) -> bool {
        self.0.starts_with(Self::SOUNDSCAPE)
    }

    /// The Spotify identifier inside, if this is a Spotify track.
    #[must_use]
    pub fn spotify_id(&self) -> Option<&str> {
        self.0.strip_prefix("spotify:track:")
    }
}

impl fmt::Display for TrackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lower case with single spaces: how names are compared.
#[must_use]
pub fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A piece of music that can be ranked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Track {
    /// Stable name.
    pub id: TrackId,
    /// As credited.
    pub title: String,
    /// As credited; several artists in one string.
    pub artist: String,
    /// Album, where known.
    pub album: Option<String>,
    /// Year of first release.
    pub year: Option<i16>,
    /// Genre word, lower case.
    pub genre: Option<String>,
    /// ISO 639-1 code, `zxx` for instrumental music.
    pub language: Option<String>,
    /// The catalogue's mood word ("Calm"), as it stands there.
    pub mood_word: Option<String>,
    /// 0 to 100, as catalogues of streaming services give it.
    pub popularity: Option<u8>,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// Beats per minute.
    pub tempo: Option<f32>,
    /// What is known of its score, if it is composed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// What is believed of its affect.
    pub affect: TrackAffect,
}

impl Track {
    /// A track of which nothing more is known.
    #[must_use]
    pub fn new(id: TrackId, title: impl Into<String>, artist: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            artist: artist.into(),
            album: None,
            year: None,
            genre: None,
            language: None,
            mood_word: None,
            popularity: None,
            duration_ms: None,
            tempo: None,
            score: None,
            affect: TrackAffect::unknown(),
        }
    }

    /// A track of which nothing but its names is known, and whose id comes from them.
    #[must_use]
    pub fn named(title: impl Into<String>, artist: impl Into<String>) -> Self {
        let (title, artist) = (title.into(), artist.into());
        Self::new(TrackId::from_names(&title, &artist), title, artist)
    }

    /// Where Spotify shows this track: the track itself where its identifier is known, else a search for it.
    #[must_use]
    pub fn spotify_uri(&self) -> String {
        if self.id.spotify_id().is_some() {
            return self.id.0.clone();
        }
        format!("spotify:search:{}", escaped(&format!("{} {}", self.title, self.artist)))
    }
}

/// A text as part of an address.
pub(crate) fn escaped(text: &str) -> impl fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_the_same_id() {
        assert_eq!(TrackId::from_names(" Africa", "TOTO"), TrackId::from_names("africa ", "Toto"));
        assert_eq!(TrackId::from_spotify("abc").spotify_id(), Some("abc"));
        assert_eq!(TrackId::from_names("a", "b").spotify_id(), None);
    }

    #[test]
    fn spotify_finds_a_track_by_id_or_by_name() {
        let mut t = Track::named("Take On Me", "a-ha é");
        assert_eq!(t.spotify_uri(), "spotify:search:Take%20On%20Me%20a-ha%20%C3%A9");
        t.id = TrackId::from_spotify("abc");
        assert_eq!(t.spotify_uri(), "spotify:track:abc");
    }
}
