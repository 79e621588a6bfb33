//! The tracks of one catalogue in memory.

use attune_core::catalogue::CatalogueInfo;
use attune_core::{TrackId, Tracks};

/// A catalogue with its tracks in memory.
#[derive(Debug, Clone)]
pub(super) struct Shelf {
    pub(super) info: CatalogueInfo,
    pub(super) tracks: Tracks,
    /// Here for this session only: neither its tracks nor what is said of them is kept or learned from.
    pub(super) session_only: bool,
}

impl Shelf {
    pub(super) fn has(&self, id: &TrackId) -> bool {
        self.tracks.find(id).is_some()
    }
}
