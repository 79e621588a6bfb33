//! The cover of the playing track as a file, for desktops that show one. It lies in a folder of this run alone, which goes with it.

use attune_core::TrackId;
use attune_library::Library;
use std::path::PathBuf;
use tempfile::TempDir;

/// Longest side in pixels: what a lock screen shows.
const SIDE: u32 = 512;

/// Writes covers, one at a time.
pub struct Covers {
    library: Library,
    folder: Option<TempDir>,
    /// The track that was asked for last, and its file.
    last: Option<(TrackId, Option<PathBuf>)>,
}

impl Covers {
    /// Covers of the library's tracks.
    #[must_use]
    pub fn of(library: Library) -> Self {
        Self { library, folder: None, last: None }
    }

    /// The cover's file; none where the track has none or it cannot be written.
    pub fn file(&mut self, track: &TrackId) -> Option<PathBuf> {
        if let Some((_, file)) = self.last.as_ref().filter(|(last, _)| last == track) {
            return file.clone();
        }
        let file = self.write(track);
        if let Some((_, Some(old))) = self.last.replace((track.clone(), file.clone())) {
            // What stays behind goes with the folder.
            drop(std::fs::remove_file(old));
        }
        file
    }

    fn write(&mut self, track: &TrackId) -> Option<PathBuf> {
        let jpeg = self.library.cover(track, SIDE).ok().flatten()?;
        if self.folder.is_none() {
            self.folder = tempfile::Builder::new().prefix("attune-cover-").tempdir().ok();
        }
        // Desktops keep what they have read of an address.
        let path = self.folder.as_ref()?.path().join(format!("{}.jpg", super::mark(track)));
        std::fs::write(&path, jpeg).ok()?;
        Some(path)
    }
}
