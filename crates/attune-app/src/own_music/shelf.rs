//! The library's tracks as the engine gets them.

use attune_catalogue::own_files::{Evidence, OwnFiles};
use attune_core::taste::{ShelfRecords, TrackRecord};
use attune_core::{Track, Tracks, TracksBuilder};
use attune_session::Session;
use attune_session::engine::OWN_MUSIC;
use std::sync::Arc;

/// The name of the shelf.
const NAME: &str = "Your music";

/// All tracks with everything that is known of their affect. The engine holds the same ones: a large library is in
/// memory once.
#[derive(Default)]
pub(super) struct Shelf {
    files: OwnFiles,
    tracks: Tracks,
    records: Arc<Vec<TrackRecord>>,
}

impl Shelf {
    /// Learns from all tracks, as the library has them, and completes each. If all stay what they were, they are shared
    /// with the shelf before. None if `go_on`, asked now and then, says no.
    pub(super) fn of(mut raw: TracksBuilder, before: &Self, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let files = OwnFiles::complete_all(&mut raw, go_on)?;
        let tracks = raw.finish();
        let tracks = if tracks == before.tracks { before.tracks.clone() } else { tracks };
        Some(Self { files, tracks, records: Arc::default() })
    }

    /// With what the library keeps of the tracks besides.
    pub(super) fn with_records(self, records: Vec<TrackRecord>) -> Self {
        Self { records: Arc::new(records), ..self }
    }

    /// Whether the engine would get the same tracks.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.tracks.is_shared_with(&other.tracks) && self.records == other.records
    }

    /// The tracks, completed.
    pub(super) fn tracks(&self) -> &Tracks {
        &self.tracks
    }

    /// What that rests on, given the track as the library has it. If it was heard since the shelf was made, what its
    /// artist's other tracks say is left out: they were summed up with what it was before.
    pub(super) fn evidence(&self, track: &Track) -> Vec<Evidence> {
        let Some(known) = self.tracks.find(&track.id) else { return Vec::new() };
        // As the shelf keeps it.
        if Tracks::new([self.files.complete(track.clone())]).get(0) == known {
            self.files.evidence(track)
        } else {
            OwnFiles::default().evidence(track)
        }
    }

    /// Hands the tracks to the engine.
    pub(super) fn put_up(&self, session: &Session) {
        let (tracks, records) = (self.tracks.clone(), Arc::clone(&self.records));
        let put = session.call(move |e, now| {
            if tracks.is_empty() {
                e.remove_shelf(OWN_MUSIC, now);
            } else {
                let records = ShelfRecords { tracks: tracks.clone(), records, knows_of_here: false };
                e.set_records(OWN_MUSIC, records);
                e.set_shelf(OWN_MUSIC, NAME, tracks, now);
            }
        });
        // A session that is gone needs no tracks.
        drop(put);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::track::AffectSource;
    use attune_core::{Affect, AffectEstimate, TrackAffect, TrackId};

    fn track(name: &str, heard: Option<f64>) -> Track {
        let affect = heard.map(|at| (AffectSource::Audio, AffectEstimate::with_sd(Affect::new(at, at), 0.3)));
        let affect = affect.map_or_else(TrackAffect::unknown, |heard| TrackAffect::fused(&[heard]));
        Track { affect, ..Track::new(TrackId(name.into()), name, "Somebody") }
    }

    fn raw(tracks: &[Track]) -> TracksBuilder {
        let mut all = TracksBuilder::default();
        for track in tracks {
            all.push(track.into());
        }
        all
    }

    fn shelf(tracks: &[Track], before: &Shelf) -> Shelf {
        Shelf::of(raw(tracks), before, &|| true).unwrap()
    }

    #[test]
    fn what_stays_the_same_is_in_memory_once() {
        let first = shelf(&[track("a", None), track("b", None)], &Shelf::default());
        let same = shelf(&[track("a", None), track("b", None)], &first);
        assert!(same.is_same(&first) && !first.is_same(&Shelf::default()));
        let more = shelf(&[track("a", None), track("b", None), track("c", None)], &first);
        assert!(!more.is_same(&first) && more.tracks().len() == 3);
        assert!(Shelf::of(raw(&[track("a", None)]), &first, &|| false).is_none(), "it was told to stop");
    }

    #[test]
    fn a_track_that_was_heard_since_is_no_part_of_what_its_artist_says() {
        let sources = |shelf: &Shelf, track: &Track| -> Vec<AffectSource> {
            shelf.evidence(track).into_iter().flat_map(|e| e.sources).collect()
        };
        let shelf = shelf(&[track("a", Some(0.5)), track("b", None)], &Shelf::default());
        assert_eq!(sources(&shelf, &track("b", None)), [AffectSource::Artist]);
        assert_eq!(sources(&shelf, &track("b", Some(0.2))), [AffectSource::Audio]);
        assert!(sources(&shelf, &track("c", None)).is_empty(), "not on the shelf");
    }
}
