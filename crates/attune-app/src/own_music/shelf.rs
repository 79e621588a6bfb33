//! The library's tracks as the engine gets them.

use attune_catalogue::own_files::{Evidence, OwnFiles};
use attune_core::{AffectEstimate, Track, TrackId};
use attune_session::Session;
use attune_session::engine::{OWN_MUSIC, ShelfTracks};
use std::collections::HashMap;

/// The name of the shelf.
const NAME: &str = "Your music";
/// Tracks that are completed between two questions whether to go on.
const PART: usize = 1_000;

/// All tracks with everything that is known of their affect.
#[derive(Default)]
pub(super) struct Shelf {
    files: OwnFiles,
    /// As the library has them, in its order.
    raw: Vec<Track>,
    places: HashMap<TrackId, usize>,
    complete: Vec<Track>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl Shelf {
    /// Learns from all tracks and completes each; none if `go_on`, asked now and then, says no.
    pub(super) fn of(raw: Vec<Track>, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let files = OwnFiles::learn(&raw);
        let mut complete = Vec::with_capacity(raw.len());
        for part in raw.chunks(PART) {
            if !go_on() {
                return None;
            }
            complete.extend(part.iter().map(|t| files.complete(t.clone())));
        }
        let places = raw.iter().enumerate().map(|(i, t)| (t.id.clone(), i)).collect();
        Some(Self { files, raw, places, complete })
    }

    pub(super) fn len(&self) -> usize {
        self.raw.len()
    }

    /// The tracks, completed.
    pub(super) fn tracks(&self) -> &[Track] {
        &self.complete
    }

    /// What is believed of a track without the listener's own words.
    pub(super) fn affect(&self, id: &TrackId) -> Option<AffectEstimate> {
        self.places.get(id).map(|i| self.complete[*i].affect.estimate)
    }

    /// What that rests on.
    pub(super) fn evidence(&self, id: &TrackId) -> Vec<Evidence> {
        self.places.get(id).map(|i| self.files.evidence(&self.raw[*i])).unwrap_or_default()
    }

    /// Hands the tracks to the engine.
    pub(super) fn put_up(&self, session: &Session) {
        let tracks = ShelfTracks::new(self.complete.iter().cloned());
        let put = session.call(move |e, now| {
            if tracks.all().is_empty() {
                e.remove_shelf(OWN_MUSIC, now);
            } else {
                e.set_shelf(OWN_MUSIC, NAME, tracks, now);
            }
        });
        // A session that is gone needs no tracks.
        drop(put);
    }
}
