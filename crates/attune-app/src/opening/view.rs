//! What the window shows of what was opened.

use attune_core::AppError;
use attune_core::catalogue::ImportReport;
use attune_library::PlaylistImport;
use serde::Serialize;
use std::path::PathBuf;

/// What became of files that were opened together, as far as the listener is to see or to answer it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// A playlist, found in the library.
    pub playlist: Option<PlaylistImport>,
    /// Folders that can be added, as people read their paths.
    pub folders: Vec<String>,
    /// What the last table came to.
    pub report: Option<ImportReport>,
    /// How many music files were more than the queue takes at a time.
    pub too_many: u32,
    /// What was not used.
    pub left_out: Option<LeftOut>,
    /// What went wrong first.
    pub problem: Option<AppError>,
}

/// Files that were not used: of no kind that is known, unreadable, or not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// The name of the first one.
    pub name: String,
    /// How many there are, this one included.
    pub files: u32,
}

impl LeftOut {
    /// These; none where there are none.
    pub(super) fn of(paths: &[PathBuf]) -> Option<Self> {
        let first = paths.first()?;
        let name = first.file_name().unwrap_or(first.as_os_str()).to_string_lossy().into_owned();
        Some(Self { name, files: paths.len() as u32 })
    }
}
