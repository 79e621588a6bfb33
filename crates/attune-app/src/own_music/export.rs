//! Writing a choice of the listener's tracks to a file.

use super::OwnMusic;
use attune_core::{AppError, ErrorCode, TrackId};
use attune_library::Cells;
use std::path::Path;

/// Which tracks to write to a file.
#[derive(Debug, Clone, serde::Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum Chosen {
    /// Those that a search of the library finds.
    Found(String),
    /// These.
    Tracks(Vec<TrackId>),
}

impl OwnMusic {
    /// Writes a playlist, of the kind that the file's name ends in; how many tracks were left out, since no file of theirs is known.
    pub fn export_playlist(&self, chosen: Chosen, path: &Path) -> Result<u32, AppError> {
        self.library().export_playlist(&self.chosen(chosen)?, path)
    }

    /// Writes a table, with texts as the settings have them; how many rows it has. Fails with `export_empty` when nothing is chosen.
    pub fn export_csv(&self, chosen: Chosen, path: &Path) -> Result<u32, AppError> {
        let ids = self.chosen(chosen)?;
        if ids.is_empty() {
            let message = "There are no tracks to export.";
            return Err(AppError::new(ErrorCode::ExportEmpty, message));
        }
        let session = self.shared.session.upgrade();
        let raw = session.and_then(|s| s.call(|e, _| e.settings().raw_tables).ok()).unwrap_or_default();
        self.library().export_csv(&ids, path, if raw { Cells::Raw } else { Cells::Safe })
    }

    fn chosen(&self, chosen: Chosen) -> Result<Vec<TrackId>, AppError> {
        match chosen {
            Chosen::Found(text) => self.library().found(&text),
            Chosen::Tracks(ids) => Ok(ids),
        }
    }
}
