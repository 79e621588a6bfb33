//! Joining the rows of one track.

use crate::affect::Own;
use attune_core::{AffectEstimate, Track, TrackId};
use std::collections::HashMap;

/// A track as its row gives it: its affect is not known before the whole file is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) track: Track,
    /// What the row says of the track's affect.
    pub(super) own: Own,
    /// What its genres say.
    pub(super) genre: Option<AffectEstimate>,
}

/// Tracks, each once, in the order of their first row.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) entries: Vec<Entry>,
    pub(super) duplicates: u32,
    known: HashMap<TrackId, usize>,
}

impl Merged {
    /// Adds a track, or joins it to an earlier one with the same id or the same folded title and artist.
    pub(super) fn add(&mut self, entry: Entry) {
        let track = &entry.track;
        let keys = [track.id.clone(), TrackId::from_names(&track.title, &track.artist)];
        let place = if let Some(&place) = keys.iter().find_map(|k| self.known.get(k)) {
            self.duplicates += 1;
            join(&mut self.entries[place], entry);
            place
        } else {
            self.entries.push(entry);
            self.entries.len() - 1
        };
        for key in keys {
            self.known.entry(key).or_insert(place);
        }
    }
}

/// The richer of two rows, or the more popular of equals, completed from the other.
fn join(kept: &mut Entry, mut other: Entry) {
    let rank = |e: &Entry| (richness(e), e.track.popularity);
    if rank(&other) > rank(kept) {
        std::mem::swap(kept, &mut other);
    }
    complete(&mut kept.track, other.track);
    kept.genre = kept.genre.or(other.genre);
    if kept.own.count() == 0 {
        kept.own = other.own;
    }
}

fn complete(kept: &mut Track, other: Track) {
    if kept.id.spotify_id().is_none() && other.id.spotify_id().is_some() {
        kept.id = other.id;
    }
    kept.popularity = kept.popularity.max(other.popularity);
    kept.album = kept.album.take().or(other.album);
    kept.year = kept.year.or(other.year);
    kept.genre = kept.genre.take().or(other.genre);
    kept.language = kept.language.take().or(other.language);
    kept.mood_word = kept.mood_word.take().or(other.mood_word);
    kept.duration_ms = kept.duration_ms.or(other.duration_ms);
    kept.tempo = kept.tempo.or(other.tempo);
}

/// How many things are known of a track; evidence of its affect counts most.
fn richness(entry: &Entry) -> usize {
    let track = &entry.track;
    let known = [
        track.album.is_some(),
        track.year.is_some(),
        track.genre.is_some(),
        track.language.is_some(),
        track.mood_word.is_some(),
        track.duration_ms.is_some(),
        track.tempo.is_some(),
    ];
    known.into_iter().filter(|k| *k).count() + 10 * entry.own.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: Option<&str>, title: &str, popularity: u8) -> Entry {
        let id = id.map_or_else(|| TrackId::from_names(title, "b"), TrackId::from_spotify);
        let track = Track { popularity: Some(popularity), ..Track::new(id, title, "b") };
        Entry { track, own: Own::default(), genre: None }
    }

    #[test]
    fn the_same_id_or_the_same_names_are_one_track() {
        let mut m = Merged::default();
        m.add(entry(Some("1"), "a", 10));
        m.add(entry(Some("2"), "A ", 20));
        m.add(entry(Some("2"), "another title", 5));
        m.add(entry(None, "c", 5));
        assert_eq!((m.entries.len(), m.duplicates), (2, 2));
        assert_eq!(m.entries[0].track.popularity, Some(20));
    }

    #[test]
    fn the_richer_row_is_kept_and_completed() {
        let mut m = Merged::default();
        m.add(Entry { genre: crate::genre::read("pop").estimate, ..entry(Some("1"), "a", 90) });
        let mut rich = entry(None, "a", 40);
        rich.own = Own::curated(0.5, 0.5);
        rich.track.album = Some("album".into());
        m.add(rich.clone());
        let got = &m.entries[0];
        assert_eq!((got.track.id.spotify_id(), got.track.popularity), (Some("1"), Some(90)));
        assert_eq!((&got.own, &got.track.album), (&rich.own, &rich.track.album));
        assert!(got.genre.is_some());
    }
}
