//! What the window shows of the library at work.

use attune_core::AppError;
use attune_library::PassedOver;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The library at work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnMusicView {
    /// The chosen folders, oldest first.
    pub folders: Vec<FolderView>,
    /// Files of music in the folders that are of kinds that are not read, the most frequent kind first.
    pub passed_over: Vec<PassedOverKind>,
    /// Tracks that can be played.
    pub tracks: u32,
    /// The scan under way.
    pub scan: Option<ScanView>,
    /// How much was listened to.
    pub listening: ListeningView,
    /// Grows whenever what is listed may have changed.
    pub version: u32,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FolderView {
    /// Its number.
    pub id: u32,
    /// Its path as people read it.
    pub path: String,
    /// Tracks with a file in it.
    pub tracks: u32,
    /// Files in it that could not be read.
    pub unreadable: u32,
    /// Whether it cannot be reached now.
    pub away: bool,
}

/// A kind of music files that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PassedOverKind {
    /// The ending of their names, in lower case.
    pub kind: String,
    /// How many there are.
    pub files: u32,
}

impl PassedOverKind {
    /// The kinds, the most frequent first.
    pub(super) fn all(kinds: PassedOver) -> Vec<Self> {
        let mut all: Vec<Self> = kinds.into_iter().map(|(kind, files)| Self { kind, files }).collect();
        all.sort_by_key(|kind| Reverse(kind.files));
        all
    }
}

/// A scan under way.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ScanView {
    /// Music files found so far.
    pub found: u32,
    /// Of these, new or changed ones; 0 while folders are looked through.
    pub to_read: u32,
    /// Of these, read so far.
    pub read: u32,
    /// Of these, files that could not be read.
    pub unreadable: u32,
    /// The file read last.
    pub file: Option<String>,
    /// Share of the reading that is done, in [0, 1].
    pub share: f64,
    /// Whether it rests.
    pub paused: bool,
}

/// How much of the library was listened to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ListeningView {
    /// Tracks that are done, those in which nothing can be heard included.
    pub done: u32,
    /// Tracks in all.
    pub total: u32,
    /// Tracks in which nothing can be heard.
    pub failed: u32,
    /// Whether the listener lets it rest.
    pub paused: bool,
    /// Why nothing is listened to.
    pub problem: Option<AppError>,
}

/// What adding a folder did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AddedFolder {
    /// Its path as people read it.
    pub path: String,
    /// Whether this computer was chosen to play the queue, since nothing was before.
    pub chose_player: bool,
}

impl From<attune_library::Folder> for FolderView {
    fn from(f: attune_library::Folder) -> Self {
        Self { id: f.id, path: f.path, tracks: f.tracks, unreadable: f.unreadable, away: f.away }
    }
}
