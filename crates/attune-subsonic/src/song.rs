//! A song of a server.

use attune_core::{AffectEstimate, Track, TrackId};
use serde::Serialize;

/// How the names of servers' tracks begin.
const PREFIX: &str = "server:";

/// The id of a song as a track: `server:`, the server's id, a colon, and the song's id as the server has it.
pub(crate) fn track_id(server: &str, song: &str) -> TrackId {
    TrackId(format!("{PREFIX}{server}:{song}"))
}

/// The server's and the song's id of a track that is a song; none for other tracks.
pub(crate) fn parts(id: &TrackId) -> Option<(&str, &str)> {
    id.0.strip_prefix(PREFIX)?.split_once(':')
}

/// What `ReplayGain` says of a song. Gains in dB, peaks as a share of full scale.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Loudness {
    /// What brings the track to the reference loudness.
    pub track_gain: Option<f64>,
    /// What brings its album there.
    pub album_gain: Option<f64>,
    /// The track's highest sample.
    pub track_peak: Option<f64>,
    /// The album's.
    pub album_peak: Option<f64>,
}

/// What a server says of a song.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SongFacts {
    /// The server's id of it.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) artist: String,
    pub(crate) album: Option<String>,
    pub(crate) album_artist: Option<String>,
    pub(crate) number: Option<u32>,
    pub(crate) disc: Option<u32>,
    pub(crate) year: Option<i16>,
    /// Several are separated by "; ".
    pub(crate) genre: Option<String>,
    /// Several are separated by "; ".
    pub(crate) moods: Option<String>,
    /// Beats per minute, 20 to 400.
    pub(crate) tempo: Option<f32>,
    pub(crate) isrc: Option<String>,
    pub(crate) musicbrainz: Option<String>,
    pub(crate) duration_ms: Option<u32>,
    /// The ending of its file's name, lower case.
    pub(crate) suffix: Option<String>,
    /// Bytes of its file.
    pub(crate) size: Option<u64>,
    /// What the server calls its cover.
    pub(crate) cover: Option<String>,
    pub(crate) starred: bool,
    /// The listener's stars, 1 to 5.
    pub(crate) rating: Option<u8>,
    /// How often it was played, at least 1.
    pub(crate) plays: Option<u32>,
    pub(crate) loudness: Loudness,
}

/// A song of a server as it is shown, ranked and joined with others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Song {
    /// Stable name, `server:…`.
    pub id: TrackId,
    /// The server's id.
    pub server: String,
    /// Title.
    pub title: String,
    /// As credited; empty where the server names nobody.
    pub artist: String,
    /// Album.
    pub album: Option<String>,
    /// Whose album it is.
    pub album_artist: Option<String>,
    /// Place on its disc.
    pub number: Option<u32>,
    /// Which disc.
    pub disc: Option<u32>,
    /// Year of release.
    pub year: Option<i16>,
    /// Genre words as the server has them, several separated by "; ".
    pub genre: Option<String>,
    /// Mood words as the server has them, several separated by "; ".
    pub moods: Option<String>,
    /// Beats per minute as heard here, else as the server says.
    pub tempo: Option<f32>,
    /// International Standard Recording Code, 12 letters and digits.
    pub isrc: Option<String>,
    /// `MusicBrainz`'s id of the recording, lower case.
    pub musicbrainz: Option<String>,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// Whether the listener has starred it on the server.
    pub starred: bool,
    /// The listener's stars, 1 to 5, where they gave any.
    #[serde(skip)]
    pub rating: Option<u8>,
    /// How often it was played, at least 1, where the server counts.
    #[serde(skip)]
    pub plays: Option<u32>,
    /// Loudness as the server's tags say.
    pub loudness: Loudness,
    /// Whether its file is in the cache, so that it plays without the server.
    pub cached: bool,
    /// What was heard of its affect here; none until its cached file was listened to.
    pub heard: Option<AffectEstimate>,
}

impl Song {
    /// The song as it is ranked: its affect is what was heard in it, or unknown. The mood words stand in
    /// [`Track::mood_word`] until it was heard.
    #[must_use]
    pub fn track(&self) -> Track {
        use attune_core::track::{AffectSource, TrackAffect};
        let heard = self.heard.map(|estimate| TrackAffect::fused(&[(AffectSource::Audio, estimate)]));
        Track {
            album: self.album.clone(),
            year: self.year,
            genre: self.genre.clone(),
            mood_word: self.moods.clone().filter(|_| heard.is_none()),
            duration_ms: self.duration_ms,
            tempo: self.tempo,
            affect: heard.unwrap_or_else(TrackAffect::unknown),
            ..Track::new(self.id.clone(), self.title.clone(), self.artist.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_hold_whatever_a_server_calls_its_songs() {
        let id = track_id("a1b2", "x:y/ü z");
        assert_eq!((id.0.as_str(), parts(&id)), ("server:a1b2:x:y/ü z", Some(("a1b2", "x:y/ü z"))));
        assert_eq!(parts(&TrackId("local:00".into())), None);
    }
}
