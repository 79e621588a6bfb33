//! What the listener takes along: everything as one document, which can be restored, and tables of moods and of the library.

mod kept;
mod tables;

pub use attune_library::Cells;
pub use kept::KeptData;

use crate::App;
use attune_core::{AppError, ErrorCode, Timestamp};
use attune_library::{Library, Query};
use attune_session::Engine;
use attune_subsonic::Servers;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::path::Path;

/// All moments.
const ALWAYS: (Timestamp, Timestamp) = (Timestamp(i64::MIN), Timestamp(i64::MAX));
/// Files looked up at a time, so that a scan is not kept waiting.
const PART: u32 = 1_000;

/// What can be written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Exported {
    /// Everything that is kept, as JSON: a backup.
    Everything,
    /// The moods and what was played, as CSV.
    History,
    /// The tracks of all catalogues, as CSV.
    Library,
}

impl Exported {
    /// The name that is proposed for the file.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Everything => "attune.json",
            Self::History => "attune-history.csv",
            Self::Library => "attune-library.csv",
        }
    }
}

/// What is kept beside the session, for what is written at a moment.
pub(crate) struct Writer<'a> {
    pub(crate) library: &'a Library,
    pub(crate) servers: &'a Servers,
    pub(crate) now: Timestamp,
}

impl Writer<'_> {
    /// The whole document, from the engine's part of it.
    pub(crate) fn document(&self, engine: &str) -> Result<String, AppError> {
        let mut all: Map<String, Value> = serde_json::from_str(engine).map_err(not_exported)?;
        let servers = serde_json::to_value(self.servers.list()?).map_err(not_exported)?;
        all.insert("ownMusic".into(), self.library.export()?);
        all.insert("servers".into(), servers);
        all.insert("savedAt".into(), json!(self.now.0));
        serde_json::to_string_pretty(&all).map_err(not_exported)
    }

    /// Where the listener's own tracks lie.
    fn files(&self) -> Result<HashMap<String, String>, AppError> {
        let mut files = HashMap::new();
        loop {
            let offset = files.len() as u32;
            let page = self.library.page(&Query { offset, limit: PART, ..Query::default() })?;
            if page.tracks.is_empty() {
                return Ok(files);
            }
            files.extend(page.tracks.into_iter().map(|track| (track.id.0, track.file)));
        }
    }
}

/// The moods and what was played.
pub(crate) fn history(engine: &Engine, cells: Cells) -> Result<String, AppError> {
    let moods = engine.history(ALWAYS.0, ALWAYS.1)?;
    Ok(tables::history(&moods, &engine.played(ALWAYS.0, ALWAYS.1), &tables::local_time, cells))
}

impl App {
    /// Writes what the listener asks for to a file, whole or not at all; tables with texts as the settings have them. Not for a
    /// thread that must not wait. Fails with `export_failed`, and with `export_empty` where a table would have no rows.
    pub fn export(&self, what: Exported, path: &Path) -> Result<(), AppError> {
        let raw = self.call(|e, _| e.settings().raw_tables)?;
        let cells = if raw { Cells::Raw } else { Cells::Safe };
        let text = match what {
            Exported::Everything => self.document()?,
            Exported::History => self.call(move |e, _| history(e, cells))??,
            Exported::Library => {
                let listing = self.call(|e, _| e.listing())?;
                tables::library(&listing, &self.writer().files()?, cells)
            }
        };
        write(path, &text)
    }

    /// Everything that is kept, as one document.
    pub(crate) fn document(&self) -> Result<String, AppError> {
        let engine = self.call(|e, _| e.export())??;
        self.writer().document(&engine)
    }

    fn writer(&self) -> Writer<'_> {
        Writer {
            library: self.own_music().library(),
            servers: self.servers(),
            now: crate::compose::clock()(),
        }
    }
}

/// Writes a file, whole or not at all.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), AppError> {
    if text.lines().nth(1).is_none() {
        return Err(AppError::new(ErrorCode::ExportEmpty, "There is nothing to export."));
    }
    attune_files::replace(path, text.as_bytes()).map_err(|e| {
        let message = format!("{} could not be written: {e}. Choose another folder.", path.display());
        AppError::new(ErrorCode::ExportFailed, message).caused_by(e)
    })
}

fn not_exported(error: serde_json::Error) -> AppError {
    AppError::new(ErrorCode::ExportFailed, format!("The export failed: {error}. Try again.")).caused_by(error)
}
