//! Files that are in no folder of the library, looked at one by one because somebody opened them.

use crate::tags::{FileError, read_file};
use crate::{cover, put};
use attune_core::{Track, TrackId};
use std::path::Path;

/// A file as a track, with the id that it would have in a library. Its title is its name where no tag has one. Nothing was heard
/// of its affect.
pub fn file_track(path: &Path) -> Result<Track, FileError> {
    let read = read_file(path)?;
    let tags = read.tags;
    let stem = || path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let artist = tags.artist.or(tags.album_artist).unwrap_or_default();
    let title = tags.title.unwrap_or_else(stem);
    Ok(Track {
        album: tags.album,
        year: tags.year,
        genre: tags.genre.map(|genre| genre.to_lowercase()),
        duration_ms: tags.duration_ms,
        tempo: tags.bpm,
        ..Track::new(TrackId(put::name_of(&read.sound)), title, artist)
    })
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
        let track = file_track(&scene.path("a.wav")).unwrap();
        scene.scan();
        let known = scene.library.tracks().unwrap();
        assert_eq!(known.len(), 1);
        assert_eq!(
            (&track.id, &track.title, track.duration_ms),
            (&known[0].id, &known[0].title, known[0].duration_ms)
        );
        assert!(file_track(&scene.path("none.wav")).is_err());
    }
}
