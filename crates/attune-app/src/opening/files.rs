//! Where the files are that were opened, by the ids of their tracks: for the player and for covers.

use crate::lock::held;
use attune_core::TrackId;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The files of this session. Clones are handles on the same ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenedFiles(Arc<Mutex<HashMap<TrackId, PathBuf>>>);

impl OpenedFiles {
    /// Keeps where a track's file is.
    pub(crate) fn note(&self, id: TrackId, path: PathBuf) {
        held(&self.0).insert(id, path);
    }

    /// Where the file of a track is, if it was opened.
    pub(crate) fn path_of(&self, id: &TrackId) -> Option<PathBuf> {
        held(&self.0).get(id).cloned()
    }
}
