//! What an artist's other tracks, and the genre, say about a track's affect.
//!
//! A track lies around its artist, and an artist around the genre, or around the middle of all music where no genre
//! is known. So genre and artist are not two witnesses: the genre is where an artist of whom nothing is known is
//! expected, and the artist's tracks pull that expectation towards their mean, the more the more there are
//! (a normal hierarchical model with known variances; e.g. A. Gelman et al., "Bayesian Data Analysis", section 5.4).
//!
//! Of the variance around the genre, [`ARTIST_SHARE`] lies between artists and the rest between one artist's
//! tracks. `attune-cli evaluate affect` estimates that share on tables with rated tracks; see `docs/track-affect.md`.

mod sums;

use crate::affect::{Own, Surroundings};
use crate::starter;
use attune_core::credits::{Credits, person_key};
use attune_core::track::AffectSource;
use attune_core::{Affect, AffectEstimate, TrackAffect};
use std::collections::HashMap;
use std::sync::OnceLock;
use sums::{Sums, within};

/// The share of the variance of tracks around their genre that lies between artists.
pub const ARTIST_SHARE: f64 = 0.25;
/// How surely a track is of a genre that only its artist is known for.
pub const ARTIST_GENRE: f64 = 0.7;

/// What is known of artists from tracks.
#[derive(Debug, Clone, Default)]
pub struct Artists {
    /// Which credits are of one artist.
    credits: Credits,
    /// By the number of their name.
    known: HashMap<u64, Known>,
}

/// What is known of one artist.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// What people said of their tracks.
    said: Sums,
    /// What was computed from their recordings.
    computed: Sums,
    /// The genres of their tracks.
    genre: GenreSum,
}

/// Sum of what genres say, over the tracks that have one.
#[derive(Debug, Clone, Copy, Default)]
struct GenreSum {
    tracks: u32,
    valence: f64,
    arousal: f64,
    spread: f64,
}

impl Artists {
    /// The artists of the starter catalogue.
    #[must_use]
    pub fn starter() -> &'static Self {
        static STARTER: OnceLock<Artists> = OnceLock::new();
        STARTER.get_or_init(|| {
            let tracks = starter::tracks();
            let credits = Credits::of(tracks.iter().map(|track| track.artist.as_str()));
            let mut artists = Self { credits, ..Self::default() };
            for track in tracks {
                let genre = track.genre.as_deref().and_then(|g| crate::genre::read(g).estimate);
                let at = track.affect.estimate.mean;
                artists.add(&track.artist, &Own::curated(at.valence, at.arousal), genre);
            }
            artists
        })
    }

    /// Nothing known yet of these artists, who are told apart by each other's credits and by the starter catalogue's.
    #[must_use]
    pub fn credited<'a>(credits: impl IntoIterator<Item = &'a str>) -> Self {
        let all = credits.into_iter().chain(starter::artists().iter().map(String::as_str));
        Self { credits: Credits::of(all), ..Self::default() }
    }

    /// Learns from a track: what is known of itself, and what its own genre says. Nothing where nobody is credited.
    pub fn add(&mut self, artist: &str, own: &Own, genre: Option<AffectEstimate>) {
        let Some(key) = self.key(artist) else { return };
        let known = self.known.entry(key).or_default();
        known.said.add(own.said().as_ref());
        known.computed.add(own.computed().as_ref());
        if let Some(genre) = genre {
            known.genre.add(&genre);
        }
    }

    /// What surrounds a track of this artist and genre. `left_out` is the track itself where it was
    /// [added](Self::add) to these artists: it is no evidence for itself. None where nothing is known.
    ///
    /// What was computed from the artist's other recordings is not used for a track whose own recording was
    /// computed: the computation errs alike on one artist's recordings.
    #[must_use]
    pub fn around(
        &self,
        also: Option<&Self>,
        artist: &str,
        genre: Option<AffectEstimate>,
        own: &Own,
    ) -> Option<Surroundings> {
        let key = self.key(artist);
        let known_of = |artists: &Self| key.and_then(|key| artists.known.get(&key).copied());
        let mut known = known_of(self).unwrap_or_default();
        known.said.remove(own.said().as_ref());
        known.computed.remove(own.computed().as_ref());
        if let Some(more) = also.and_then(known_of) {
            known = known.and(&more);
        }
        let tracks = if own.computed().is_some() { known.said } else { known.said.and(&known.computed) };
        surroundings(genre.or_else(|| known.genre.estimate()), &tracks)
    }

    /// How artists are compared: the main one of several, whatever case and spacing; none where nobody is credited.
    fn key(&self, credit: &str) -> Option<u64> {
        self.credits.read(credit).first().map(|name| person_key(name))
    }
}

impl Known {
    fn and(&self, other: &Self) -> Self {
        Self {
            said: self.said.and(&other.said),
            computed: self.computed.and(&other.computed),
            genre: self.genre.and(&other.genre),
        }
    }
}

impl GenreSum {
    fn add(&mut self, genre: &AffectEstimate) {
        self.tracks += 1;
        self.valence += genre.mean.valence;
        self.arousal += genre.mean.arousal;
        self.spread += genre.spread();
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            tracks: self.tracks + other.tracks,
            valence: self.valence + other.valence,
            arousal: self.arousal + other.arousal,
            spread: self.spread + other.spread,
        }
    }

    /// What the artist's genres say about a track without one: a mixture of that genre and music at large.
    fn estimate(&self) -> Option<AffectEstimate> {
        let n = f64::from(self.tracks);
        (self.tracks > 0).then(|| {
            let mixed = |mean: f64| {
                let inside = (self.spread / n).powi(2) + (1.0 - ARTIST_GENRE) * mean * mean;
                let variance = ARTIST_GENRE * inside + (1.0 - ARTIST_GENRE) * TrackAffect::UNKNOWN_SD.powi(2);
                (ARTIST_GENRE * mean, variance.sqrt().min(TrackAffect::UNKNOWN_SD))
            };
            let (valence, sd_valence) = mixed(self.valence / n);
            let (arousal, sd_arousal) = mixed(self.arousal / n);
            AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)
        })
    }
}

fn surroundings(genre: Option<AffectEstimate>, tracks: &Sums) -> Option<Surroundings> {
    let sources: Vec<_> =
        [genre.map(|_| AffectSource::Genre), (!tracks.is_empty()).then_some(AffectSource::Artist)]
            .into_iter()
            .flatten()
            .collect();
    let expected = genre.unwrap_or_else(|| TrackAffect::unknown().estimate);
    (!sources.is_empty()).then(|| Surroundings { estimate: within(&expected, tracks), sources })
}

#[cfg(test)]
mod tests;
