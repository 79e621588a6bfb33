//! Builders for tracks and catalogues.

use attune_core::track::AffectSource;
use attune_core::{Affect, AffectEstimate, Track, TrackAffect};

/// A track in the making; what is not said is unknown.
#[derive(Debug, Clone)]
pub struct TrackBuilder(Track);

/// A track by that artist at a place of the plane, known to 0.2 on either axis.
#[must_use]
pub fn track(title: &str, artist: &str, valence: f64, arousal: f64) -> TrackBuilder {
    let estimate = AffectEstimate::with_sd(Affect::new(valence, arousal), 0.2);
    TrackBuilder(Track {
        affect: TrackAffect { estimate, sources: vec![AffectSource::Curated] },
        ..Track::named(title, artist)
    })
}

impl TrackBuilder {
    /// With a popularity of 0 to 100.
    #[must_use]
    pub fn popularity(mut self, popularity: u8) -> Self {
        self.0.popularity = Some(popularity);
        self
    }

    /// With a catalogue's mood word.
    #[must_use]
    pub fn mood_word(mut self, word: &str) -> Self {
        self.0.mood_word = Some(word.into());
        self
    }

    /// The track.
    #[must_use]
    pub fn build(self) -> Track {
        self.0
    }
}

/// `side * side` tracks by as many artists, spread evenly over the plane.
#[must_use]
pub fn catalogue(side: u32) -> Vec<Track> {
    let at = |i: u32| f64::from(i) * 2.0 / f64::from(side.max(2) - 1) - 1.0;
    (0..side * side)
        .map(|n| track(&format!("Song {n}"), &format!("Artist {n}"), at(n % side), at(n / side)).build())
        .collect()
}
