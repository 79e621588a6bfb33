//! The library's tracks as the engine gets them.

use attune_catalogue::own_files::{Evidence, OwnFiles};
use attune_core::{AffectEstimate, Track, TrackId};
use attune_session::Session;
use attune_session::engine::{OWN_MUSIC, ShelfTracks};
use std::sync::Arc;

/// The name of the shelf.
const NAME: &str = "Your music";
/// Tracks that are completed between two questions whether to go on.
const PART: usize = 1_000;

/// All tracks with everything that is known of their affect. The engine holds the same ones: a large library is in
/// memory once.
#[derive(Default)]
pub(super) struct Shelf {
    files: OwnFiles,
    tracks: ShelfTracks,
}

impl Shelf {
    /// Learns from all tracks, as the library has them, and completes each; those that stay what they were are shared
    /// with the shelf before. None if `go_on`, asked now and then, says no.
    pub(super) fn of(raw: Vec<Track>, before: &Self, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let files = OwnFiles::learn_while(&raw, go_on)?;
        let mut complete = Vec::with_capacity(raw.len());
        for track in raw {
            if complete.len() % PART == 0 && !go_on() {
                return None;
            }
            let track = files.complete(track);
            let known = before.tracks.find(&track.id).filter(|known| ***known == track).cloned();
            complete.push(known.unwrap_or_else(|| Arc::new(track)));
        }
        Some(Self { files, tracks: ShelfTracks::new(complete) })
    }

    /// Whether the engine would get the same tracks.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let (ours, others) = (self.tracks(), other.tracks());
        ours.len() == others.len() && ours.iter().zip(others).all(|(a, b)| Arc::ptr_eq(a, b))
    }

    pub(super) fn len(&self) -> usize {
        self.tracks().len()
    }

    /// The tracks, completed.
    pub(super) fn tracks(&self) -> &[Arc<Track>] {
        self.tracks.all()
    }

    /// What is believed of a track without the listener's own words.
    pub(super) fn affect(&self, id: &TrackId) -> Option<AffectEstimate> {
        self.tracks.find(id).map(|track| track.affect.estimate)
    }

    /// What that rests on, given the track as the library has it. If it was heard since the shelf was made, what its
    /// artist's other tracks say is left out: they were summed up with what it was before.
    pub(super) fn evidence(&self, track: &Track) -> Vec<Evidence> {
        let Some(known) = self.tracks.find(&track.id) else { return Vec::new() };
        if self.files.complete(track.clone()) == **known {
            self.files.evidence(track)
        } else {
            OwnFiles::default().evidence(track)
        }
    }

    /// Hands the tracks to the engine.
    pub(super) fn put_up(&self, session: &Session) {
        let tracks = self.tracks.clone();
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

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::track::AffectSource;
    use attune_core::{Affect, TrackAffect};

    fn track(name: &str, heard: Option<f64>) -> Track {
        let affect = heard.map(|at| (AffectSource::Audio, AffectEstimate::with_sd(Affect::new(at, at), 0.3)));
        let affect = affect.map_or_else(TrackAffect::unknown, |heard| TrackAffect::fused(&[heard]));
        Track { affect, ..Track::new(TrackId(name.into()), name, "Somebody") }
    }

    fn shelf(tracks: &[Track], before: &Shelf) -> Shelf {
        Shelf::of(tracks.to_vec(), before, &|| true).unwrap()
    }

    #[test]
    fn what_stays_the_same_is_in_memory_once() {
        let first = shelf(&[track("a", None), track("b", None)], &Shelf::default());
        let same = shelf(&[track("a", None), track("b", None)], &first);
        assert!(same.is_same(&first) && !first.is_same(&Shelf::default()));
        let more = shelf(&[track("a", None), track("b", None), track("c", None)], &first);
        assert!(!more.is_same(&first) && Arc::ptr_eq(&more.tracks()[1], &first.tracks()[1]));
        assert!(Shelf::of(vec![track("a", None)], &first, &|| false).is_none(), "it was told to stop");
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
