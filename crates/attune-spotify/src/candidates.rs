//! The listener's own music on Spotify as candidates, with what Attune itself knows of its mood.
//!
//! Spotify's tracks are looked up in our own catalogues by fixed rules. Nothing of them is kept after the session,
//! and nothing of them is learned from.

use crate::client::Spotify;
use crate::error::SpotifyError;
use crate::queue::Cause;
use crate::reply::{Saved, TrackObject};
use attune_core::track::{AffectSource, fold};
use attune_core::{Affect, AffectEstimate, Track, TrackAffect, TrackId, TrackRef};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

const PER_PAGE: usize = 50;
/// How many liked tracks are asked for.
const LIKED: usize = 200;
/// An artist's other tracks say less of a track than a genre would like them to: the spreads are at least these.
const ARTIST_SD: f64 = 0.3;
const GENRE_SD: f64 = 0.45;

/// What a candidate's mood rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known {
    /// The track itself is in a catalogue.
    Track,
    /// Other tracks of the artist are.
    Artist,
    /// Tracks of its genre are.
    Genre,
    /// Nothing is known.
    Nothing,
}

/// A track of the listener's.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// With our own belief about its affect.
    pub track: Track,
    /// What that rests on.
    pub known: Known,
}

/// A belief and its sources.
type Belief = (AffectEstimate, Vec<AffectSource>);

/// What our own catalogues know.
#[derive(Debug, Clone, Default)]
pub struct Knowledge {
    tracks: HashMap<TrackId, Belief>,
    artists: HashMap<String, Belief>,
    genres: HashMap<String, Belief>,
}

impl Knowledge {
    /// Gathers tracks by id, by names, by artist and by genre.
    pub fn gathered<'a, T: Into<TrackRef<'a>>>(catalogue: impl IntoIterator<Item = T>) -> Self {
        let mut knowledge = Self::default();
        let mut artists: HashMap<String, Vec<TrackRef<'_>>> = HashMap::new();
        let mut genres: HashMap<String, Vec<TrackRef<'_>>> = HashMap::new();
        for track in catalogue.into_iter().map(Into::into) {
            let belief = (track.estimate, track.sources.to_vec());
            knowledge.tracks.insert(track.track_id(), belief.clone());
            knowledge.tracks.insert(TrackId::from_names(track.title, track.artist), belief);
            artists.entry(fold(track.artist)).or_default().push(track);
            if let Some(genre) = track.genre {
                genres.entry(fold(genre)).or_default().push(track);
            }
        }
        let beliefs = |groups: HashMap<String, Vec<TrackRef<'_>>>, least| {
            groups.into_iter().filter_map(|(name, tracks)| Some((name, pooled(&tracks, least)?))).collect()
        };
        knowledge.artists = beliefs(artists, ARTIST_SD);
        knowledge.genres = beliefs(genres, GENRE_SD);
        knowledge
    }

    /// What is known of a track of that title, artists and genres.
    fn of(&self, id: &TrackId, title: &str, artists: &[&str], genres: &[String]) -> (Known, TrackAffect) {
        let named = || artists.iter().find_map(|a| self.tracks.get(&TrackId::from_names(title, a)));
        let affect =
            |(estimate, sources): &Belief| TrackAffect { estimate: *estimate, sources: sources.clone() };
        if let Some(belief) = self.tracks.get(id).or_else(named) {
            return (Known::Track, affect(belief));
        }
        if let Some(belief) = artists.iter().find_map(|a| self.artists.get(&fold(a))) {
            return (Known::Artist, affect(belief));
        }
        if let Some(belief) = genres.iter().find_map(|g| self.genres.get(&fold(g))) {
            return (Known::Genre, affect(belief));
        }
        (Known::Nothing, TrackAffect::fused(&[]))
    }
}

/// The mean of the tracks that something is known of, with their own and their mutual spread.
fn pooled(tracks: &[TrackRef<'_>], least: f64) -> Option<Belief> {
    let known: Vec<_> = tracks.iter().filter(|t| *t.sources != [AffectSource::Unknown]).collect();
    let count = known.len() as f64;
    let mean =
        |of: &dyn Fn(&AffectEstimate) -> f64| known.iter().map(|t| of(&t.estimate)).sum::<f64>() / count;
    let sources = known.first()?.sources.to_vec();
    let (v, a) = (mean(&|e| e.mean.valence), mean(&|e| e.mean.arousal));
    let spread_v = mean(&|e| e.sd_valence.powi(2) + (e.mean.valence - v).powi(2)).sqrt();
    let spread_a = mean(&|e| e.sd_arousal.powi(2) + (e.mean.arousal - a).powi(2)).sqrt();
    Some((AffectEstimate::new(Affect::new(v, a), spread_v.max(least), spread_a.max(least)), sources))
}

impl Spotify {
    /// Liked, top and recently played tracks, each once. Asked for once a session.
    pub async fn candidates(
        &self,
        knowledge: &Knowledge,
        cause: Cause,
    ) -> Result<Vec<Candidate>, SpotifyError> {
        let known = self.cache().own.clone();
        let own = match known {
            Some(own) => own,
            None => self.own_music(cause).await?,
        };
        Ok(own.iter().filter_map(|t| candidate(t, knowledge)).collect())
    }

    async fn own_music(&self, cause: Cause) -> Result<Arc<Vec<TrackObject>>, SpotifyError> {
        let liked: Vec<Saved> = self.pages("me/tracks", PER_PAGE, LIKED, cause).await?;
        let top: Vec<TrackObject> = self.pages("me/top/tracks", PER_PAGE, PER_PAGE, cause).await?;
        // Paged by time, not by offset: one page.
        let path = format!("me/player/recently-played?limit={PER_PAGE}");
        let recent: crate::reply::Page<Saved> = self.get(&path, cause).await?;
        let saved = |s: Saved| s.track;
        let all = liked.into_iter().map(saved).chain(top).chain(recent.items.into_iter().map(saved));
        let mut seen = HashSet::new();
        let own = Arc::new(all.filter(|t| seen.insert(t.uri.clone())).collect::<Vec<_>>());
        self.cache().own = Some(Arc::clone(&own));
        Ok(own)
    }
}

/// Local files and the like are no candidates.
fn candidate(from: &TrackObject, knowledge: &Knowledge) -> Option<Candidate> {
    let id = TrackId::from_spotify(from.id()?);
    let whole = from.artist();
    let artists: Vec<&str> =
        std::iter::once(whole.as_str()).chain(from.artists.iter().map(|a| a.name.as_str())).collect();
    let genres: Vec<String> = from.artists.iter().flat_map(|a| a.genres.iter().cloned()).collect();
    let (known, affect) = knowledge.of(&id, &from.name, &artists, &genres);
    let album = from.album.as_ref().map(|a| a.name.clone());
    let named = Track::new(id, from.name.clone(), whole.clone());
    let track = Track { album, duration_ms: from.duration_ms, affect, ..named };
    Some(Candidate { track, known })
}
