//! Playlists: M3U, PLS, XSPF and WPL in, M3U8, XSPF and CSV out.

mod address;
mod entry;
mod list;
mod matching;
mod table;
mod wpl;
mod xml;
mod xspf;

pub use address::path_of_address;
pub use table::Cells;

use crate::error::LocalError;
use crate::library::Library;
use crate::query::LocalTrack;
use attune_core::{AppError, TrackId};
use matching::Places;
use serde::Serialize;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest playlist that is read, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What a playlist's file came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaylistImport {
    /// The playlist's name: its own, else the file's.
    pub name: String,
    /// Its tracks that are in the library, in its order.
    pub tracks: Vec<TrackId>,
    /// Its entries that are not.
    pub missing: Vec<Missing>,
}

/// An entry of a playlist that is not in the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// Its line in the file, from 1.
    pub line: u32,
    /// What stands there.
    pub entry: String,
}

impl Library {
    /// Reads an M3U, M3U8, PLS, XSPF or WPL playlist and finds its entries in the library.
    ///
    /// Entries may be relative to the playlist, absolute, `file://` addresses or percent-encoded, with either kind of
    /// slash, in UTF-8, UTF-16 or an older encoding, also mixed. One whose file is elsewhere is recognised by its name and
    /// the names of its folders if only one file has them, else by artist and title in the list; those go before a name
    /// alone. Fails with `playlist_failed`.
    pub fn import_playlist(&self, path: &Path) -> Result<PlaylistImport, AppError> {
        let mut bytes = Vec::new();
        let mut read = || File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes);
        read().map_err(LocalError::Playlist)?;
        let list = entry::read(&bytes);
        let db = self.reader();
        let places = Places::of(&db)?;
        let base = std::path::absolute(path).map_err(LocalError::Playlist)?;
        let base = base.parent().unwrap_or(&base);
        let (mut tracks, mut missing) = (Vec::new(), Vec::new());
        for entry in list.entries {
            match places.find(base, &entry)? {
                Some(id) => tracks.push(id),
                None => missing.push(Missing { line: entry.line, entry: entry.text }),
            }
        }
        let file_name = || path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        Ok(PlaylistImport { name: list.name.unwrap_or_else(file_name), tracks, missing })
    }

    /// Writes a playlist of these tracks, an XSPF if the file's name ends so, else an M3U8; gives how many were left out
    /// because they have no file. Files in or below the playlist's folder are named from there, others in full. Fails with
    /// `playlist_failed`, and then leaves an earlier file as it was.
    pub fn export_playlist(&self, ids: &[TrackId], to: &Path) -> Result<u32, AppError> {
        let to = std::path::absolute(to).map_err(LocalError::Playlist)?;
        let base = to.parent().unwrap_or(&to);
        let is_xspf = to.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("xspf"));
        let mut text = if is_xspf { xspf::HEAD } else { "#EXTM3U\n" }.to_owned();
        let mut left_out = 0;
        for id in ids {
            let place = crate::query::places(&self.reader(), id)?.into_iter().next();
            let Some((track, place)) = self.track(id)?.zip(place) else {
                left_out += 1;
                continue;
            };
            text += &if is_xspf {
                xspf::track(&track, &address::uri(&place, base))
            } else {
                lines(&track, &place, base)
            };
        }
        text += if is_xspf { xspf::FOOT } else { "" };
        attune_files::replace(&to, text.as_bytes()).map_err(LocalError::Playlist)?;
        Ok(left_out)
    }

    /// Writes a CSV table of these tracks, or of all if none is named, which the import of catalogues takes again. What
    /// was heard stands there as valence and energy from 0 to 1. Gives the number of rows. Fails as
    /// [`Self::export_playlist`] does.
    pub fn export_csv(&self, ids: &[TrackId], to: &Path, cells: Cells) -> Result<u32, AppError> {
        let all: Vec<TrackId>;
        let ids = if ids.is_empty() {
            all = self.tracks()?.into_iter().map(|t| t.id).collect();
            &all
        } else {
            ids
        };
        let mut text = table::HEADER.to_owned();
        let mut rows = 0;
        for id in ids {
            if let Some(track) = self.track(id)? {
                text += &table::row(&track, cells);
                rows += 1;
            }
        }
        attune_files::replace(to, text.as_bytes()).map_err(LocalError::Playlist)?;
        Ok(rows)
    }
}

/// A track's lines in an M3U8 playlist.
fn lines(track: &LocalTrack, place: &Path, base: &Path) -> String {
    let seconds = track.duration_ms.map_or(-1, |ms| i64::from(ms.div_ceil(1_000)));
    format!("#EXTINF:{seconds},{}\n{}\n", credited(track), address::plain(place, base))
}

/// Artist and title, as players show them.
fn credited(track: &LocalTrack) -> String {
    if track.artist.is_empty() { track.title.clone() } else { format!("{} - {}", track.artist, track.title) }
}

#[cfg(test)]
mod tests;
