//! Files that the listener chooses. The platform's part opens the dialog; the work on the file is done before it returns,
//! since where files have no path it is a copy that goes afterwards.

pub(crate) use crate::platform::dialogs::{folder, open, save};

/// A kind of file, for the dialog's filter.
pub(crate) struct Kind {
    /// The name shown.
    pub(crate) name: &'static str,
    /// Without dots.
    pub(crate) extensions: &'static [&'static str],
}

/// Pictures.
pub(crate) const PICTURES: Kind = Kind { name: "Pictures", extensions: &["jpg", "jpeg", "png", "webp"] };
/// Catalogues.
pub(crate) const CATALOGUES: Kind = Kind { name: "CSV catalogues", extensions: &["csv", "tsv", "txt"] };
/// Histories that services and players export.
pub(crate) const HISTORIES: Kind =
    Kind { name: "Listening history", extensions: &["zip", "json", "jsonl", "csv", "txt", "xml"] };
/// Playlists that are read.
pub(crate) const PLAYLISTS: Kind =
    Kind { name: "Playlists", extensions: &["m3u8", "m3u", "pls", "xspf", "wpl", "zpl"] };
/// Playlists that are written.
pub(crate) const WRITTEN_PLAYLISTS: Kind = Kind { name: "M3U8 or XSPF", extensions: &["m3u8", "xspf"] };
/// Exports.
pub(crate) const EXPORTS: Kind = Kind { name: "JSON", extensions: &["json"] };
