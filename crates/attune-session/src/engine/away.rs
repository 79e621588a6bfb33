//! Tracks whose sound cannot be reached now: songs of a server that does not answer, files of a disk that is not
//! connected. They stay in the library and in what was learned, and are not queued while anything else can be played.

use super::Engine;
use attune_core::{Timestamp, TrackId};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// The tracks by the shelf that they stand on.
pub(super) type Away = BTreeMap<String, Arc<HashSet<TrackId>>>;

impl Engine {
    /// Says which tracks of the shelf of that id cannot be reached now; the others can. One that sounds goes on to where it comes.
    pub fn set_away(&mut self, id: &str, tracks: HashSet<TrackId>, now: Timestamp) {
        let before = self.away.get(id);
        if before.map_or(tracks.is_empty(), |before| **before == tracks) {
            return;
        }
        self.away.insert(id.to_owned(), Arc::new(tracks));
        self.rebuild_pool(now);
    }

    /// Whether a track is heard now although the rest of it cannot be reached.
    pub(super) fn is_heard_to_the_end(&self, id: &TrackId) -> bool {
        let state = self.playback.state();
        state.track.as_ref() == Some(id) && state.position_ms > 0 && self.pool.is_away(id)
    }
}

#[cfg(test)]
mod tests;
