//! What the window shows of the library at work.

use attune_core::AppError;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

/// The library at work changed; the whole picture of it.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub(crate) struct OwnMusicChange(pub(crate) OwnMusicView);

/// The library at work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnMusicView {
    /// The chosen folders, oldest first.
    pub(crate) folders: Vec<FolderView>,
    /// Tracks that can be played.
    pub(crate) tracks: u32,
    /// The scan under way.
    pub(crate) scan: Option<ScanView>,
    /// How much was listened to.
    pub(crate) listening: ListeningView,
    /// Grows whenever what is listed may have changed.
    pub(crate) version: u32,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FolderView {
    /// Its number.
    pub(crate) id: u32,
    /// Its path as people read it.
    pub(crate) path: String,
    /// Tracks with a file in it.
    pub(crate) tracks: u32,
    /// Files in it that could not be read.
    pub(crate) unreadable: u32,
    /// Whether it cannot be reached now.
    pub(crate) away: bool,
}

/// A scan under way.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScanView {
    /// Music files found so far.
    pub(crate) found: u32,
    /// Of these, new or changed ones; 0 while folders are looked through.
    pub(crate) to_read: u32,
    /// Of these, read so far.
    pub(crate) read: u32,
    /// Of these, files that could not be read.
    pub(crate) unreadable: u32,
    /// The file read last.
    pub(crate) file: Option<String>,
    /// Share of the reading that is done, in [0, 1].
    pub(crate) share: f64,
    /// Whether it rests.
    pub(crate) paused: bool,
}

/// How much of the library was listened to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListeningView {
    /// Tracks that are done, those in which nothing can be heard included.
    pub(crate) done: u32,
    /// Tracks in all.
    pub(crate) total: u32,
    /// Tracks in which nothing can be heard.
    pub(crate) failed: u32,
    /// Whether the listener lets it rest.
    pub(crate) paused: bool,
    /// Why nothing is listened to.
    pub(crate) problem: Option<AppError>,
}

/// What adding a folder did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddedFolder {
    /// Its path as people read it.
    pub(crate) path: String,
    /// Whether this computer was chosen to play the queue, since nothing was before.
    pub(crate) chose_player: bool,
}

impl From<attune_library::Folder> for FolderView {
    fn from(f: attune_library::Folder) -> Self {
        Self { id: f.id, path: f.path, tracks: f.tracks, unreadable: f.unreadable, away: f.away }
    }
}
