//! What the table promises: `data/README.md`.

use super::*;
use std::collections::HashMap;

#[test]
fn every_row_is_read_and_there_are_enough() {
    let rows = table::rows(table::CSV).count();
    assert_eq!(all().len(), rows, "a row that is none is left out");
    assert!(rows >= 250, "{rows}");
    assert!(all().iter().filter(|g| g.parent.is_some()).count() >= 200);
}

#[test]
fn names_and_aliases_stand_once() {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for genre in all() {
        assert_eq!(genre.name, attune_core::track::fold(&genre.name));
        for name in std::iter::once(&genre.name).chain(&genre.aliases) {
            let folded = fold::fold(name);
            assert!(!folded.is_empty());
            let other = seen.insert(folded, &genre.name);
            assert_eq!(other, None, "'{name}' of {} stands twice", genre.name);
        }
    }
}

#[test]
fn parents_are_in_the_table_and_lead_to_the_top() {
    for genre in all() {
        let above: Vec<_> = ancestors(genre).collect();
        assert_eq!(genre.parent.is_some(), !above.is_empty(), "the parent of {} is unknown", genre.name);
        assert!(above.len() < table::DEPTH, "{} lies too deep, or in a circle", genre.name);
        assert!(above.last().is_none_or(|top| top.parent.is_none()), "{}", genre.name);
    }
}

#[test]
fn places_and_spreads_are_in_range() {
    for g in all() {
        assert!(g.place.valence.abs() <= 0.7 && g.place.arousal.abs() <= 0.95, "{} at {:?}", g.name, g.place);
        assert!((0.2..=TrackAffect::UNKNOWN_SD).contains(&g.spread), "{}: {}", g.name, g.spread);
    }
}

/// A kind of a genre may differ from it, but not without bound.
#[test]
fn a_kind_lies_within_reach_of_its_parent() {
    let far: Vec<_> = all()
        .iter()
        .filter_map(|g| Some((g, ancestors(g).next()?)))
        .filter(|(g, parent)| g.place.axis_distance(parent.place) > 2.4 * parent.spread)
        .map(|(g, parent)| format!("{} from {}", g.name, parent.name))
        .collect();
    assert_eq!(far, Vec::<String>::new());
}

#[test]
fn places_follow_what_everyone_knows() {
    let place = |name| find(name).unwrap().genre.place;
    for (louder, quieter) in [("death metal", "folk"), ("techno", "ambient"), ("punk", "bossa nova")] {
        assert!(place(louder).arousal > place(quieter).arousal + 0.5);
    }
    for (brighter, darker) in [("disco", "doom metal"), ("samba", "fado"), ("ska", "dark ambient")] {
        assert!(place(brighter).valence > place(darker).valence + 0.5);
    }
}

#[test]
fn common_spellings_are_found() {
    for (word, name) in [
        ("Hip Hop", "hip-hop"),
        ("hiphop", "hip-hop"),
        ("Rap", "hip-hop"),
        ("Hip-Hop/Rap", "hip-hop"),
        ("R&B", "contemporary r&b"),
        ("r & b", "contemporary r&b"),
        ("RnB", "contemporary r&b"),
        ("Drum & Bass", "drum and bass"),
        ("DnB", "drum and bass"),
        ("Synthpop", "synth-pop"),
        ("Rock & Roll", "rock and roll"),
        ("rock 'n' roll", "rock and roll"),
        ("lo-fi beats", "lo-fi"),
        ("EDM", "dance"),
        ("Soundtrack", "film score"),
        ("Forró", "baião"),
        ("Children’s Music", "children's music"),
        ("Pop/Rock", "pop rock"),
        ("K-Pop", "k-pop"),
    ] {
        let found = find(word).unwrap_or_else(|| panic!("{word}"));
        assert_eq!((found.genre.name.as_str(), found.whole), (name, true), "{word}");
    }
}

#[test]
fn a_part_of_the_name_is_better_than_nothing() {
    for (word, name) in [
        ("swedish indie pop", "indie pop"),
        ("atmospheric black metal from norway", "black metal"),
        ("indie pop swedish", "indie pop"),
        ("deep german techno", "techno"),
        ("jazz blues", "blues"),
    ] {
        let found = find(word).unwrap_or_else(|| panic!("{word}"));
        assert_eq!((found.genre.name.as_str(), found.whole), (name, false), "{word}");
        assert!(found.estimate().sd_valence > find(name).unwrap().estimate().sd_valence);
    }
    for nothing in ["", "  ", "popular", "zzyzx", "rocking"] {
        assert_eq!(find(nothing), None, "{nothing}");
    }
    assert_eq!(find(&"swedish ".repeat(10_000)), None);
}
