//! What a file is to Attune, by what it is called.

use attune_library::{file_track, promises_music};
use std::path::Path;

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is played.
    Music,
    /// It is read, and shown before anything is done with it.
    Playlist,
    /// It is imported as a catalogue.
    Table,
    /// Its mood is read.
    Picture,
    /// It may be added.
    Folder,
}

/// The kind of a file; none for what is of no use, or not there. One whose name says nothing is looked into.
pub(super) fn kind(path: &Path) -> Option<Kind> {
    let about = path.metadata().ok()?;
    if about.is_dir() {
        return Some(Kind::Folder);
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        _ if promises_music(path) => Some(Kind::Music),
        "m3u" | "m3u8" | "pls" | "xspf" | "wpl" | "zpl" => Some(Kind::Playlist),
        "csv" | "tsv" => Some(Kind::Table),
        "jpg" | "jpeg" | "png" | "webp" => Some(Kind::Picture),
        "" => file_track(path).is_ok().then_some(Kind::Music),
        _ => None,
    }
}
