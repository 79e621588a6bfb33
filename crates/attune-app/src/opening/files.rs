//! Where the files are that were opened, and how loud, by the ids of their tracks: for the player and for covers.

use crate::lock::held;
use attune_audio::Loudness;
use attune_core::TrackId;
use attune_library::Levels;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The files of this session. Clones are handles on the same ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenedFiles(Arc<Mutex<HashMap<TrackId, OpenedFile>>>);

#[derive(Debug)]
struct OpenedFile {
    path: PathBuf,
    levels: Levels,
}

impl OpenedFiles {
    /// Keeps where a track's file is, and how loud its tags say it is.
    pub(crate) fn note(&self, id: TrackId, path: PathBuf, levels: Levels) {
        held(&self.0).insert(id, OpenedFile { path, levels });
    }

    /// Where the file of a track is, if it was opened.
    pub(crate) fn path_of(&self, id: &TrackId) -> Option<PathBuf> {
        held(&self.0).get(id).map(|file| file.path.clone())
    }

    /// How loud a track is as far as that is known; nothing is of one that was not opened.
    pub(crate) fn levels(&self, id: &TrackId) -> Levels {
        held(&self.0).get(id).map(|file| file.levels).unwrap_or_default()
    }

    /// Keeps what was measured of a track.
    pub(super) fn measured(&self, id: &TrackId, loudness: &Loudness) {
        if let Some(file) = held(&self.0).get_mut(id) {
            file.levels.loudness = loudness.integrated;
            file.levels.peak = loudness.peak;
        }
    }
}
