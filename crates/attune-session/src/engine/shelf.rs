//! The tracks of one catalogue in memory.

use attune_core::catalogue::CatalogueInfo;
use attune_core::rank::TrackIndex;
use attune_core::{Track, TrackId};
use std::sync::Arc;

/// Tracks with an index by id, shared without copying. Making it takes a while for many tracks (about 0.1 s for
/// 100,000): make it on the thread that has read them, not inside a call to the engine.
#[derive(Debug, Clone, Default)]
pub struct ShelfTracks(Arc<Indexed>);

#[derive(Debug, Default)]
struct Indexed {
    tracks: Vec<Arc<Track>>,
    index: TrackIndex,
}

impl ShelfTracks {
    /// The tracks, which may be shared already; of several with the same id the first counts.
    #[must_use]
    pub fn new<T: Into<Arc<Track>>>(tracks: impl IntoIterator<Item = T>) -> Self {
        let mut shelved = Indexed::default();
        for track in tracks {
            let track = track.into();
            if shelved.index.find(&track.id, &shelved.tracks).is_none() {
                shelved.index.add(&track.id, &shelved.tracks);
                shelved.tracks.push(track);
            }
        }
        Self(Arc::new(shelved))
    }

    /// All of them, in their order.
    #[must_use]
    pub fn all(&self) -> &[Arc<Track>] {
        &self.0.tracks
    }

    /// The one of that id.
    #[must_use]
    pub fn find(&self, id: &TrackId) -> Option<&Arc<Track>> {
        self.0.index.find(id, &self.0.tracks).map(|i| &self.0.tracks[i as usize])
    }
}

impl From<Vec<Track>> for ShelfTracks {
    fn from(tracks: Vec<Track>) -> Self {
        Self::new(tracks)
    }
}

/// A catalogue with its tracks in memory.
#[derive(Debug, Clone)]
pub(super) struct Shelf {
    pub(super) info: CatalogueInfo,
    pub(super) tracks: ShelfTracks,
    /// Here for this session only: neither its tracks nor what is said of them is kept or learned from.
    pub(super) session_only: bool,
}

impl Shelf {
    pub(super) fn has(&self, id: &TrackId) -> bool {
        self.tracks.find(id).is_some()
    }
}
