//! Files that are in no folder of the library, looked at one by one because somebody opened them.

use crate::tags::{FileError, read_file};
use crate::{Levels, cover, put};
use attune_core::{Track, TrackId};
use std::path::Path;

/// A file as a track, with the id that it would have in a library, and how loud its tags say it is. Its title is its name where no
/// tag has one. Nothing was heard of it, neither its affect nor its loudness.
pub fn file_track(path: &Path) -> Result<(Track, Levels), FileError> {
    let read = read_file(path)?;
    let tags = read.tags;
    let stem = || path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let artist = tags.artist.or(tags.album_artist).unwrap_or_default();
    let title = tags.title.unwrap_or_else(stem);
    let levels = Levels {
        track_gain: tags.track_gain,
        track_peak: tags.track_peak,
        album_gain: tags.album_gain,
        album_peak: tags.album_peak,
        ..Levels::default()
    };
    let track = Track {
        album: tags.album,
        year: tags.year,
        genre: tags.genre.map(|genre| genre.to_lowercase()),
        duration_ms: tags.duration_ms,
        tempo: tags.bpm,
        ..Track::new(TrackId(put::name_of(&read.sound)), title, artist)
    };
    Ok((track, levels))
}

/// The cover of a file as [`Library::cover`](crate::Library::cover) gives it for a track's; none where there is none.
#[must_use]
pub fn file_cover(path: &Path, side: u32) -> Option<Vec<u8>> {
    cover::of_file(path, side)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    #[test]
    fn an_opened_file_is_the_track_that_a_library_would_have() {
        let scene = Scene::new();
        scene.write("a.wav", 1, "A title");
        let (track, levels) = file_track(&scene.path("a.wav")).unwrap();
        scene.scan();
        let known = scene.library.tracks().unwrap();
        assert_eq!(known.len(), 1);
        assert_eq!(
            (&track.id, &track.title, track.duration_ms),
            (&known[0].id, &known[0].title, known[0].duration_ms)
        );
        assert_eq!(levels.gain(false), Some(-7.5), "as its tag says");
        assert_eq!(levels, scene.library.loudness(&track.id).unwrap());
        assert!(file_track(&scene.path("none.wav")).is_err());
    }
}
