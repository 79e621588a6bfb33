//! The listener's library as a list, to be written down elsewhere.

use super::Engine;
use super::library::SOUNDSCAPES;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{AffectEstimate, FeedbackKind, TrackId, Tracks};
use std::collections::{HashMap, HashSet};

/// The listener's library at one moment: cheap to take, and read on the thread of whoever asks.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The catalogues with their tracks, those that are off too; without soundscapes, of which there is no end, and without
    /// tracks that are here for the session only.
    pub catalogues: Vec<(CatalogueInfo, Tracks)>,
    /// The tracks with a heart.
    pub liked: HashSet<TrackId>,
    /// How often tracks were heard to their end.
    pub plays: HashMap<TrackId, u32>,
    /// What is believed of tracks of which the listener said where they lie.
    pub corrected: HashMap<TrackId, AffectEstimate>,
}

impl Engine {
    /// The library as a list.
    #[must_use]
    pub fn listing(&self) -> Listing {
        let kept = self.shelves.iter().filter(|s| !s.session_only && s.info.id != SOUNDSCAPES);
        let mut plays: HashMap<TrackId, u32> = HashMap::new();
        for heard in self.feedback.lasting().filter(|f| f.kind == FeedbackKind::Finished) {
            *plays.entry(heard.track.clone()).or_default() += 1;
        }
        Listing {
            catalogues: kept.map(|s| (s.info.clone(), s.tracks.clone())).collect(),
            liked: self.standing(FeedbackKind::Liked).map(|f| f.track.clone()).collect(),
            plays,
            corrected: self.track_moods().into_iter().map(|m| (m.track.id, m.affect)).collect(),
        }
    }
}
