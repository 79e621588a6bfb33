//! The kinds of files that the listener chooses from, and what dialogs call them.

use serde::Deserialize;

/// A kind of file, for a dialog's filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Photos with a face.
    Pictures,
    /// Catalogues that are read, and tables that are written.
    Tables,
    /// Histories that services and players export.
    Histories,
    /// Playlists that are read.
    Playlists,
    /// Playlists that are written.
    WrittenPlaylists,
    /// Everything that is kept, in one file.
    Backups,
}

impl FileKind {
    /// The endings of their names, without dots.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pictures => &["jpg", "jpeg", "png", "webp"],
            Self::Tables => &["csv", "tsv", "txt"],
            Self::Histories => &["zip", "json", "jsonl", "csv", "txt", "xml"],
            Self::Playlists => &["m3u8", "m3u", "pls", "xspf", "wpl", "zpl"],
            Self::WrittenPlaylists => &["m3u8", "xspf"],
            Self::Backups => &["json"],
        }
    }
}

/// What the kinds are called in the window's language: the page sends it once it is there, before anything can be chosen,
/// and again when the language changes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FileKindTexts {
    /// Photos.
    pub pictures: String,
    /// Tables.
    pub tables: String,
    /// Exported histories.
    pub histories: String,
    /// Playlists.
    pub playlists: String,
    /// Backups.
    pub backups: String,
}

impl FileKindTexts {
    /// What a kind is called.
    #[must_use]
    pub fn of(&self, kind: FileKind) -> &str {
        match kind {
            FileKind::Pictures => &self.pictures,
            FileKind::Tables => &self.tables,
            FileKind::Histories => &self.histories,
            FileKind::Playlists | FileKind::WrittenPlaylists => &self.playlists,
            FileKind::Backups => &self.backups,
        }
    }
}
