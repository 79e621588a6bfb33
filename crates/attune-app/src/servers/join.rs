//! Which of the servers' songs are recordings that the listener has already, as a file or on another server.

use attune_core::track::fold;
use attune_library::LocalTrack;
use attune_subsonic::Song;
use std::collections::{HashMap, HashSet};

/// How far the lengths of one recording lie apart at most, in milliseconds: servers know whole seconds.
const SAME_LENGTH_MS: u32 = 2_500;

/// Recordings that are known, by their codes and by their names and lengths.
#[derive(Debug, Default)]
pub struct SameRecordings {
    isrc: HashSet<String>,
    musicbrainz: HashSet<String>,
    /// Lengths by title and artist.
    names: HashMap<(String, String), Vec<u32>>,
}

impl SameRecordings {
    /// Those of the listener's files.
    #[must_use]
    pub fn of(files: &[LocalTrack]) -> Self {
        let mut known = Self::default();
        for file in files {
            known.isrc.extend(file.isrc.as_deref().map(code));
            known.name(&file.title, &file.artist, file.duration_ms);
        }
        known
    }

    /// Whether a song is none of them. It is one of them from now on, so that of two servers with one recording the first
    /// counts.
    ///
    /// Two recordings are one by their ISRC, their `MusicBrainz` id, or by title, artist and length; without an artist's
    /// name or a length the codes alone decide.
    pub fn is_new(&mut self, song: &Song) -> bool {
        let isrc = song.isrc.as_deref().map(code);
        let known = isrc.as_ref().is_some_and(|code| self.isrc.contains(code))
            || song.musicbrainz.as_ref().is_some_and(|id| self.musicbrainz.contains(id))
            || self.has(song);
        self.isrc.extend(isrc);
        self.musicbrainz.extend(song.musicbrainz.clone());
        self.name(&song.title, &song.artist, song.duration_ms);
        !known
    }

    fn has(&self, song: &Song) -> bool {
        let Some(length) = song.duration_ms else { return false };
        let lengths = self.names.get(&(fold(&song.title), fold(&song.artist)));
        lengths.is_some_and(|all| all.iter().any(|other| other.abs_diff(length) <= SAME_LENGTH_MS))
    }

    fn name(&mut self, title: &str, artist: &str, length: Option<u32>) {
        if let Some(length) = length
            && !artist.trim().is_empty()
        {
            self.names.entry((fold(title), fold(artist))).or_default().push(length);
        }
    }
}

/// A recording code as it is compared.
fn code(isrc: &str) -> String {
    isrc.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::TrackId;
    use attune_subsonic::Loudness;

    fn song(title: &str, artist: &str, isrc: Option<&str>, musicbrainz: Option<&str>, seconds: u32) -> Song {
        Song {
            id: TrackId(format!("server:a:{title}")),
            server: "a".into(),
            title: title.into(),
            artist: artist.into(),
            album: None,
            album_artist: None,
            number: None,
            disc: None,
            year: None,
            genre: None,
            moods: None,
            tempo: None,
            isrc: isrc.map(str::to_owned),
            musicbrainz: musicbrainz.map(str::to_owned),
            duration_ms: Some(seconds * 1_000),
            starred: false,
            rating: None,
            plays: None,
            loudness: Loudness::default(),
            cached: false,
            heard: None,
        }
    }

    #[test]
    fn one_recording_is_one_by_code_id_or_name_and_length() {
        let mut known = SameRecordings::default();
        assert!(known.is_new(&song("Rain", "Mira", Some("XXA012600006"), Some("m-1"), 200)));
        assert!(!known.is_new(&song("Other", "Else", Some("xx-a01-26-00006"), None, 90)));
        assert!(!known.is_new(&song("Rain (2020)", "Mira Holm", None, Some("m-1"), 500)));
        assert!(!known.is_new(&song(" RAIN", "mira", None, None, 202)));
        assert!(known.is_new(&song("Rain", "Mira", None, None, 240)), "a longer version");
        assert!(
            known.is_new(&song("Rain", "", None, None, 200))
                && known.is_new(&song("Rain", "", None, None, 200))
        );
    }
}
