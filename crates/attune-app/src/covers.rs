//! Covers for the window: of own files, and of servers' songs.

use crate::App;
use attune_core::{AppError, TrackId};
use attune_library::small_picture;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

impl App {
    /// A track's cover as a `data:` address of a picture of at most `side` pixels; none where there is none. Waits for a
    /// server whose cover is not on the disk yet.
    pub fn cover_address(&self, id: &TrackId, side: u32) -> Result<Option<String>, AppError> {
        let jpeg = if self.servers().has(id) {
            self.servers().cover(id)?.and_then(|picture| small_picture(&picture, side))
        } else {
            self.own_music().library().cover(id, side)?
        };
        Ok(jpeg.map(|bytes| format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes))))
    }
}
