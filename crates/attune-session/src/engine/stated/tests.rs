use super::*;
use crate::engine::EngineOptions;
use crate::view::UiEvent;
use StatedAnswer::{Like, RatherNot};
use attune_core::ErrorCode;
use attune_core::Track;
use attune_testkit::{MemoryArchive, catalogue, track};

const START: Timestamp = Timestamp(1_700_000_000_000);

/// Forty artists with two tracks each, half of them jazz.
fn songs() -> Vec<Track> {
    let song = |n: usize| {
        let mut t = track(&format!("Song {n}"), &format!("Band {}", n % 40), 0.1, 0.1).build();
        let (genre, year, language) = [("bebop", 1955, "zxx"), ("heavy metal", 1984, "en")][n % 2];
        (t.genre, t.year, t.language) = (Some(genre.into()), Some(year), Some(language.into()));
        t
    };
    (0..80).map(song).collect()
}

fn engine_over(archive: &MemoryArchive) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: songs(), warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, START)
}

/// How many of the tracks to come are jazz.
fn jazz(e: &mut Engine) -> usize {
    e.state(START).queue.next.iter().filter(|t| t.genre.as_deref() == Some("bebop")).count()
}

#[test]
fn what_is_said_counts_at_once_says_so_and_stays_over_a_restart() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    let before = jazz(&mut e);
    let current = e.state(START).queue.current.unwrap().id;
    e.drain();
    e.state_preference(StatedKind::Family, "jazz", Some(Like), START).unwrap();
    e.state_preference(StatedKind::Genre, "heavy metal", Some(RatherNot), START).unwrap();
    assert!(e.drain().contains(&UiEvent::Taste));
    for mut e in [e, engine_over(&archive)] {
        assert!(jazz(&mut e) > before, "{before} {}", jazz(&mut e));
        let said = e.taste().stated;
        assert_eq!(
            said.iter().map(|i| (i.name.as_str(), i.answer)).collect::<Vec<_>>(),
            [("jazz", Like), ("heavy metal", RatherNot)]
        );
        assert_eq!(e.taste().lessons, 0);
        assert!(e.taste().likes.is_empty(), "nothing was learned");
        let queue = e.state(START).queue;
        let reasons: Vec<_> = queue.next.iter().flat_map(|t| &t.reasons).map(|r| r.text.clone()).collect();
        assert!(reasons.iter().any(|r| r.starts_with("you said you like")), "{reasons:?}");
    }
    let mut again = engine_over(&archive);
    again.state_preference(StatedKind::Family, "JAZZ", None, START).unwrap();
    assert_eq!(again.taste().stated.len(), 1);
    assert!(again.state(START).queue.current.is_some_and(|t| !current.0.is_empty() && !t.title.is_empty()));
}

#[test]
fn what_is_on_goes_on() {
    let mut e = engine_over(&MemoryArchive::default());
    let current = e.state(START).queue.current.unwrap().id;
    e.state_preference(StatedKind::Genre, "bebop", Some(RatherNot), START).unwrap();
    e.state_preference(StatedKind::Genre, "heavy metal", Some(RatherNot), START).unwrap();
    assert_eq!(e.state(START).queue.current.unwrap().id, current);
}

#[test]
fn the_reset_is_taken_back_but_not_over_newer_answers() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    e.state_preference(StatedKind::Artist, "Band 3", Some(Like), START).unwrap();
    e.state_preference(StatedKind::Era, "1980", Some(Like), START).unwrap();
    e.forget_stated(START).unwrap();
    assert!(e.taste().stated.is_empty() && engine_over(&archive).taste().stated.is_empty());
    assert_eq!(e.state(START).queue.undo.unwrap().kind, UndoableAction::StatedForgotten);
    e.state_preference(StatedKind::Era, "1980", Some(RatherNot), START).unwrap();
    assert!(e.undo_feedback(START));
    for e in [e, engine_over(&archive)] {
        assert_eq!(e.preferences.answer(StatedKind::Artist, "Band 3"), Some(Like));
        assert_eq!(e.preferences.answer(StatedKind::Era, "1980"), Some(RatherNot));
    }
}

#[test]
fn a_reset_of_nothing_is_no_deed() {
    let mut e = engine_over(&MemoryArchive::default());
    e.forget_stated(START).unwrap();
    assert!(e.state(START).queue.undo.is_none());
}

#[test]
fn what_cannot_be_said_or_kept_changes_nothing() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    let code = |r: Result<(), AppError>| r.unwrap_err().code;
    assert_eq!(
        code(e.state_preference(StatedKind::Family, "no family", Some(Like), START)),
        ErrorCode::PreferenceUnknown
    );
    archive.set_full(true);
    assert_eq!(code(e.state_preference(StatedKind::Family, "jazz", Some(Like), START)), ErrorCode::DiskFull);
    assert!(e.taste().stated.is_empty());
}

#[test]
fn erasing_and_forgetting_what_was_learned_are_two_things() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    e.state_preference(StatedKind::Family, "jazz", Some(Like), START).unwrap();
    e.forget_learned(attune_core::LearnedPart::Taste, START).unwrap();
    assert_eq!(e.taste().stated.len(), 1);
    e.erase(START).unwrap();
    assert!(e.taste().stated.is_empty() && engine_over(&archive).taste().stated.is_empty());
}

#[test]
fn there_is_only_to_say_what_the_catalogues_have() {
    let mut e = engine_over(&MemoryArchive::default());
    let choices = e.catalogues().stated_choices();
    let families: Vec<_> = choices.families.iter().map(|f| (f.code.as_str(), f.words.clone())).collect();
    assert_eq!(families, [("metal", vec!["heavy metal".to_owned()]), ("jazz", vec!["bebop".to_owned()])]);
    assert_eq!(choices.eras, ["before1960", "1980"]);
    assert_eq!(choices.languages, ["en", "zxx"]);
    e.enable_catalogue("starter", false, START).unwrap();
    assert_eq!(e.catalogues().stated_choices(), crate::view::StatedChoices::default());
    assert!(e.catalogues().find_artists("", 5).is_empty());
}

#[test]
fn artists_are_found_by_any_part_of_their_name() {
    let mut e = engine_over(&MemoryArchive::default());
    assert_eq!(e.catalogues().find_artists(" BAND 39 ", 5), ["Band 39"]);
    assert_eq!(e.catalogues().find_artists("and 1", 3).len(), 3);
    let more: Vec<Track> =
        catalogue(6).into_iter().chain([track("x", "The Band 7", 0.0, 0.0).build()]).collect();
    e.add_catalogue("more", more, START).unwrap();
    assert_eq!(e.catalogues().find_artists("band 7", 5), ["Band 7", "The Band 7"]);
    assert!(e.catalogues().find_artists("nobody", 5).is_empty());
}
