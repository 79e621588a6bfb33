//! Everything that is kept, for the listener to keep.

use crate::error::LocalError;
use crate::folders::Folder;
use crate::library::Library;
use crate::query::{LocalTrack, Query};
use attune_core::AppError;
use serde::Serialize;
use serde_json::Value;

/// The version of the document.
const VERSION: u32 = 1;
/// Tracks read at a time, so that a scan is not kept waiting.
const PART: u32 = 1_000;

#[derive(Serialize)]
struct Document {
    format: &'static str,
    version: u32,
    folders: Vec<Folder>,
    tracks: Vec<LocalTrack>,
}

impl Library {
    /// Folders and tracks with what was heard, as JSON: a part of the listener's export. The measurements behind
    /// an estimate are left out; listening again gives them again.
    pub fn export(&self) -> Result<Value, AppError> {
        let mut tracks = Vec::new();
        loop {
            let offset = tracks.len() as u32;
            let page = self.page(&Query { offset, limit: PART, ..Query::default() })?;
            if page.tracks.is_empty() {
                break;
            }
            tracks.extend(page.tracks);
        }
        let document =
            Document { format: "attune-catalogue", version: VERSION, folders: self.folders()?, tracks };
        Ok(serde_json::to_value(document).map_err(LocalError::from)?)
    }
}
