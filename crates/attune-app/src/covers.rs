//! Covers for the window: of own files, and of servers' songs.

use crate::App;
use crate::desktop::Covers;
use crate::opening::OpenedFiles;
use attune_core::{AppError, TrackId};
use attune_library::{Library, small_picture};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

impl App {
    /// A track's cover as a `data:` address of a picture of at most `side` pixels; none where there is none. Waits for a
    /// server whose cover is not on the disk yet.
    pub fn cover_address(&self, id: &TrackId, side: u32) -> Result<Option<String>, AppError> {
        let jpeg = if self.servers().has(id) {
            self.servers().cover(id)?.and_then(|picture| small_picture(&picture, side))
        } else {
            file_cover(self.own_music().library(), self.opened_files(), id, side)?
        };
        Ok(jpeg.map(|bytes| format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes))))
    }

    /// Covers of what plays, as files for the desktop.
    #[must_use]
    pub fn desktop_covers(&self) -> Covers {
        let (library, opened) = (self.own_music().library().clone(), self.opened_files().clone());
        Covers::of(move |track, side| file_cover(&library, &opened, track, side).ok().flatten())
    }
}

/// The cover of a track of the library, or of a file that was opened.
fn file_cover(
    library: &Library,
    opened: &OpenedFiles,
    id: &TrackId,
    side: u32,
) -> Result<Option<Vec<u8>>, AppError> {
    library.cover(id, side).or_else(|error| {
        let path = opened.path_of(id).ok_or(error)?;
        Ok(attune_library::file_cover(&path, side))
    })
}
