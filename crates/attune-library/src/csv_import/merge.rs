//! Joining the rows of one track.

use attune_core::track::AffectSource;
use attune_core::{Track, TrackId};
use std::collections::HashMap;

/// Tracks, each once, in the order of their first row.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) tracks: Vec<Track>,
    pub(super) duplicates: u32,
    known: HashMap<TrackId, usize>,
}

impl Merged {
    /// Adds a track, or joins it to an earlier one with the same id or the same folded title and artist.
    pub(super) fn add(&mut self, track: Track) {
        let keys = [track.id.clone(), TrackId::from_names(&track.title, &track.artist)];
        let place = if let Some(&place) = keys.iter().find_map(|k| self.known.get(k)) {
            self.duplicates += 1;
            join(&mut self.tracks[place], track);
            place
        } else {
            self.tracks.push(track);
            self.tracks.len() - 1
        };
        for key in keys {
            self.known.entry(key).or_insert(place);
        }
    }
}

/// The richer of two rows, or the more popular of equals, completed from the other.
fn join(kept: &mut Track, mut other: Track) {
    let rank = |t: &Track| (richness(t), t.popularity);
    if rank(&other) > rank(kept) {
        std::mem::swap(kept, &mut other);
    }
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
    if is_unknown(kept) {
        kept.affect = other.affect;
    }
}

fn is_unknown(track: &Track) -> bool {
    track.affect.sources == [AffectSource::Unknown]
}

/// How many things are known of a track; evidence of its affect counts most.
fn richness(track: &Track) -> usize {
    let known = [
        track.album.is_some(),
        track.year.is_some(),
        track.genre.is_some(),
        track.language.is_some(),
        track.mood_word.is_some(),
        track.duration_ms.is_some(),
        track.tempo.is_some(),
    ];
    let affect = if is_unknown(track) { 0 } else { track.affect.sources.len() };
    known.into_iter().filter(|k| *k).count() + 10 * affect
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::{Affect, AffectEstimate, TrackAffect};

    fn track(id: Option<&str>, title: &str, popularity: u8) -> Track {
        Track {
            id: id.map_or_else(|| TrackId::from_names(title, "b"), TrackId::from_spotify),
            title: title.into(),
            artist: "b".into(),
            album: None,
            year: None,
            genre: None,
            language: None,
            mood_word: None,
            popularity: Some(popularity),
            duration_ms: None,
            tempo: None,
            affect: TrackAffect::fused(&[]),
        }
    }

    #[test]
    fn the_same_id_or_the_same_names_are_one_track() {
        let mut m = Merged::default();
        m.add(track(Some("1"), "a", 10));
        m.add(track(Some("2"), "A ", 20));
        m.add(track(Some("2"), "another title", 5));
        m.add(track(None, "c", 5));
        assert_eq!((m.tracks.len(), m.duplicates), (2, 2));
        assert_eq!(m.tracks[0].popularity, Some(20));
    }

    #[test]
    fn the_richer_row_is_kept_and_completed() {
        let mut m = Merged::default();
        m.add(track(Some("1"), "a", 90));
        let mut rich = track(None, "a", 40);
        rich.affect = TrackAffect::fused(&[(
            AffectSource::MoodWord,
            AffectEstimate::with_sd(Affect::new(0.5, 0.5), 0.3),
        )]);
        rich.album = Some("album".into());
        m.add(rich.clone());
        let got = &m.tracks[0];
        assert_eq!((got.id.spotify_id(), got.popularity), (Some("1"), Some(90)));
        assert_eq!((&got.affect, &got.album), (&rich.affect, &rich.album));
    }
}
