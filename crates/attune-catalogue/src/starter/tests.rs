//! What the data file promises: `data/README.md`, word for word.

use super::*;
use crate::words;
use attune_core::track::{AffectSource, fold};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Which quadrant: pleasant?, energetic?
fn quadrant(t: &Track) -> (bool, bool) {
    (t.affect.estimate.mean.valence > 0.0, t.affect.estimate.mean.arousal > 0.0)
}

#[test]
fn every_row_is_good_and_there_are_enough() {
    let got = csv_import::import_by_itself(CSV).unwrap();
    assert_eq!((got.bad_rows, got.duplicates), (vec![], 0));
    assert!(got.tracks.len() >= 600, "{}", got.tracks.len());
    assert_eq!(got.tracks.len(), CSV.lines().count() - 1, "one line a track");
}

#[test]
fn every_quadrant_has_artists_enough() {
    let mut artists: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for t in tracks() {
        artists.entry(quadrant(&t)).or_default().insert(fold(&t.artist));
    }
    assert_eq!(artists.len(), 4);
    for (quadrant, artists) in artists {
        assert!(artists.len() >= 60, "{quadrant:?}: {}", artists.len());
    }
}

#[test]
fn decades_languages_and_genres_are_many() {
    let tracks = tracks();
    let decades: BTreeSet<_> = tracks.iter().filter_map(|t| t.year).map(|y| y / 10).collect();
    let languages: BTreeSet<_> = tracks.iter().filter_map(|t| t.language.clone()).collect();
    let genres: BTreeSet<_> = tracks.iter().filter_map(|t| t.genre.clone()).collect();
    assert!(decades.len() >= 7, "{decades:?}");
    assert!(languages.len() >= 10, "{languages:?}");
    assert!(genres.len() >= 30, "{genres:?}");
}

#[test]
fn every_track_is_complete_unique_and_in_range() {
    let mut ids = HashSet::new();
    for t in tracks() {
        assert!(ids.insert(t.id.clone()), "{} twice", t.id);
        assert!(t.id.spotify_id().is_none());
        assert!((1900..=2026).contains(&t.year.unwrap()), "{}", t.title);
        assert!(t.genre.is_some() && t.language.is_some(), "{}", t.title);
        assert_eq!(t.affect.sources, [AffectSource::Curated], "{}", t.title);
        let at = t.affect.estimate.mean;
        assert!(at.valence != 0.0 && at.arousal != 0.0, "{} lies on an axis", t.title);
    }
}

#[test]
fn mood_words_lie_in_the_quadrant_of_their_values() {
    for t in tracks() {
        let word = t.mood_word.as_deref().unwrap();
        let place = words::place(word).unwrap_or_else(|| panic!("'{word}' has no place"));
        assert_eq!((place.valence > 0.0, place.arousal > 0.0), quadrant(&t), "{} is '{word}'", t.title);
    }
}

/// Every genre word is a name of the genre table as it stands there, not only a spelling of one.
#[test]
fn genres_are_names_of_the_genre_table() {
    let rows: Vec<&str> = CSV.lines().skip(1).collect();
    for (t, row) in tracks().iter().zip(rows) {
        let (genre, language) = (t.genre.as_deref().unwrap(), t.language.as_deref().unwrap());
        assert!(crate::genre::find(genre).is_some_and(|g| g.whole && g.genre.name == genre), "{genre}");
        assert!(row.contains(&format!(",{genre},{language},")), "{row} is read as {genre}");
    }
}

#[test]
fn an_edition_is_the_same_recording_and_another_take_is_not() {
    let known = place("Take On Me", "a-ha").unwrap();
    assert_eq!(place("take on me - 2015 Remaster", "A-HA"), Some(known));
    assert_eq!(place("Take On Me (Single Version)", "a-ha"), Some(known));
    assert_eq!(place("Take On Me - Live", "a-ha"), None);
    assert_eq!(place("Take On Me", "nobody"), None);
}
