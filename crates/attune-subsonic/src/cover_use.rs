//! Covers of songs: asked for when they are shown, one at a time.

use crate::covers::Covers;
use crate::error::SubsonicError;
use crate::servers::Servers;
use crate::song::parts;
use crate::sync::locked;
use attune_core::{AppError, Span, TrackId};
use rusqlite::OptionalExtension;

/// The largest cover that is taken from a server, in bytes.
const LARGEST: usize = 8 << 20;
/// The side that servers are asked for, in pixels: what the largest place in the window needs on a dense screen.
const SIDE: &str = "600";
/// A server that failed to give a cover is asked for none for so long.
const REST: Span = Span::seconds(60);

impl Servers {
    /// The cover of a song as the server gives it, a picture of any format; none where it has none, where it cannot be had
    /// now, and for tracks that are no songs of a server. Waits for the server where the cover is not on the disk.
    pub fn cover(&self, id: &TrackId) -> Result<Option<Vec<u8>>, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(None) };
        let Some(cover) = self.cover_id(server, song)? else { return Ok(None) };
        let covers = &self.inner.covers;
        let file = covers.file(server, &cover);
        if let Some(known) = file.as_deref().and_then(Covers::known) {
            return Ok(picture(known));
        }
        let mut resting = locked(&covers.resting);
        if resting.get(server).is_some_and(|until| *until > self.now()) {
            return Ok(None);
        }
        // Somebody may have asked while this one waited.
        if let Some(known) = file.as_deref().and_then(Covers::known) {
            return Ok(picture(known));
        }
        let bytes = match self.connection(server).and_then(|c| c.cover(&cover, SIDE)) {
            Ok(bytes) if bytes.len() <= LARGEST => bytes,
            Ok(_) | Err(SubsonicError::SongGone | SubsonicError::Refused(_)) => Vec::new(),
            Err(error) => {
                tracing::debug!(%error, "a cover cannot be had now");
                resting.insert(server.to_owned(), self.now() + REST);
                return Ok(None);
            }
        };
        if let Some(file) = &file {
            covers.keep(file, &bytes);
        }
        Ok(picture(bytes))
    }

    /// What the server calls the cover of a song: that of the song itself where it names none.
    fn cover_id(&self, server: &str, song: &str) -> Result<Option<String>, AppError> {
        let sql = "SELECT coalesce(cover, song) FROM songs WHERE server = ?1 AND song = ?2";
        let found = self.reader().query_row(sql, [server, song], |row| row.get(0)).optional();
        Ok(found.map_err(SubsonicError::from)?)
    }
}

/// A cover's bytes, of which there are none where the server has none.
fn picture(bytes: Vec<u8>) -> Option<Vec<u8>> {
    (!bytes.is_empty()).then_some(bytes)
}
