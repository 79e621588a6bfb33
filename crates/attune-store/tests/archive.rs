//! What is stored comes back as it was.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_core::ErrorCode;
use attune_core::history::HistoryEdit;
use attune_core::mood::{Confidence, MoodWord};
use attune_core::player::ResumePoint;
use attune_core::ports::Archive;
use attune_core::taste::{CountedTimes, StatedAnswer, StatedKind, StatedPreferences};
use attune_core::{Affect, Feedback, FeedbackKind, Modality, Policy, Settings, Timestamp, TrackId};
use attune_store::Store;
use common::{entry, feedback, fill, open, track};
use proptest::prelude::*;

const ALWAYS: (Timestamp, Timestamp) = (Timestamp(i64::MIN), Timestamp(i64::MAX));

#[test]
fn everything_survives_closing_and_opening() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    fill(&mut store, "canary");
    let before = store.export().unwrap();
    drop(store);
    let store = open(dir.path());
    assert_eq!(store.export().unwrap(), before);
    assert_eq!(store.settings().policy, Policy::Lift);
    assert_eq!(store.history(ALWAYS.0, ALWAYS.1).unwrap()[0].note.as_deref(), Some("canary"));
    assert_eq!(store.feedback().unwrap(), [feedback("canary", 2_000)]);
    assert_eq!(store.stated().unwrap().answer(StatedKind::Artist, "Canary"), Some(StatedAnswer::Like));
    assert!(before.contains(r#""kind": "artist""#), "{before}");
    assert_eq!(store.tracks("1").unwrap()[7], track("canary 7"));
}

#[test]
fn the_place_is_kept_replaced_and_forgotten() {
    let mut store = Store::in_memory().unwrap();
    assert_eq!(store.resume_point().unwrap(), None);
    let place = |position_ms| ResumePoint { track: TrackId("a".into()), position_ms };
    for position in [1, u32::MAX] {
        store.save_resume_point(Some(&place(position))).unwrap();
        assert_eq!(store.resume_point().unwrap(), Some(place(position)));
    }
    store.save_resume_point(None).unwrap();
    assert_eq!(store.resume_point().unwrap(), None);
}

#[test]
fn what_was_told_is_replaced_as_a_whole_and_unreadable_answers_are_said() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    assert!(store.stated().unwrap().is_empty());
    let mut stated = StatedPreferences::default();
    assert!(stated.say(StatedKind::Family, "jazz", Some(StatedAnswer::RatherNot)));
    store.save_stated(&stated).unwrap();
    assert_eq!(store.stated().unwrap(), stated);
    store.save_stated(&StatedPreferences::default()).unwrap();
    assert!(store.stated().unwrap().is_empty());
    drop(store);
    let db = rusqlite::Connection::open(dir.path().join("attune.db")).unwrap();
    db.execute("UPDATE learned SET document = '{\"version\":' WHERE part = 'told'", []).unwrap();
    drop(db);
    let store = open(dir.path());
    assert_eq!(store.stated().unwrap_err().code, ErrorCode::LearnedUnreadable);
    assert_eq!(store.learned().unwrap(), attune_core::mood::Learned::default());
}

#[test]
fn history_is_given_by_time_oldest_first() {
    let mut store = Store::in_memory().unwrap();
    for at in [3_000.5, 1_000.0, 2_000.0] {
        store.add_history(&entry(at, None)).unwrap();
    }
    let times = |from, to| -> Vec<f64> {
        store.history(Timestamp(from), Timestamp(to)).unwrap().iter().map(|e| e.at).collect()
    };
    assert_eq!(times(0, 10_000), [1_000.0, 2_000.0, 3_000.5]);
    assert_eq!(times(1_000, 2_000), [1_000.0], "from is in, to is not");
    assert!(times(9_000, 0).is_empty());
}

#[test]
fn an_edit_makes_the_entry_the_listeners() {
    let mut store = Store::in_memory().unwrap();
    let id = store.add_history(&entry(1.0, Some("old"))).unwrap();
    let note = HistoryEdit { affect: None, note: Some(" tired ".into()) };
    store.edit_history(id, &note).unwrap();
    let got = store.history(ALWAYS.0, ALWAYS.1).unwrap().remove(0);
    assert_eq!((got.note.as_deref(), got.source), (Some("tired"), Modality::Face));

    let mood = HistoryEdit { affect: Some(Affect::new(-0.6, 0.3)), note: None };
    store.edit_history(id, &mood).unwrap();
    let got = store.history(ALWAYS.0, ALWAYS.1).unwrap().remove(0);
    assert_eq!((got.source, got.word, got.confidence), (Modality::You, MoodWord::Upset, Confidence::Sure));
    assert_eq!((got.estimate.mean, got.note.as_deref()), (Affect::new(-0.6, 0.3), Some("tired")));

    store.edit_history(id, &HistoryEdit { affect: None, note: Some(" ".into()) }).unwrap();
    assert_eq!(store.history(ALWAYS.0, ALWAYS.1).unwrap()[0].note, None);
}

#[test]
fn what_is_gone_says_so_and_numbers_are_not_given_twice() {
    let mut store = Store::in_memory().unwrap();
    let id = store.add_history(&entry(1.0, None)).unwrap();
    store.delete_history(id).unwrap();
    store.delete_history(id).unwrap();
    assert_eq!(store.edit_history(id, &HistoryEdit::default()).unwrap_err().code, ErrorCode::HistoryGone);
    assert_ne!(store.add_history(&entry(1.0, None)).unwrap(), id);
    for catalogue in ["1", "starter", "-1", "99999999999", ""] {
        assert_eq!(store.tracks(catalogue).unwrap_err().code, ErrorCode::CatalogueGone);
        assert_eq!(store.enable_catalogue(catalogue, true).unwrap_err().code, ErrorCode::CatalogueGone);
        store.remove_catalogue(catalogue).unwrap();
    }
}

#[test]
fn feedback_can_be_taken_back() {
    let mut store = Store::in_memory().unwrap();
    let first = store.add_feedback(&feedback("a", 2)).unwrap();
    store.add_feedback(&feedback("b", 1)).unwrap();
    assert_eq!(store.feedback().unwrap(), [feedback("b", 1), feedback("a", 2)]);
    store.remove_feedback(first).unwrap();
    store.remove_feedback(first).unwrap();
    assert_eq!(store.feedback().unwrap(), [feedback("b", 1)]);
}

#[test]
fn feedback_of_a_kind_can_be_forgotten() {
    let mut store = Store::in_memory().unwrap();
    let liked = Feedback::new(TrackId("a".into()), FeedbackKind::Liked, Timestamp(3));
    for f in [&feedback("a", 1), &feedback("b", 2), &liked] {
        store.add_feedback(f).unwrap();
    }
    store.forget_feedback(&[FeedbackKind::WrongMood], Some(&TrackId("a".into()))).unwrap();
    assert_eq!(store.feedback().unwrap(), [feedback("b", 2), liked.clone()]);
    store.forget_feedback(&[FeedbackKind::WrongMood, FeedbackKind::Never], None).unwrap();
    assert_eq!(store.feedback().unwrap(), [liked]);
}

#[test]
fn catalogues_are_listed_switched_and_removed_with_their_tracks() {
    let mut store = Store::in_memory().unwrap();
    let one = store.add_catalogue("one", &[track("a"), track("b")], Timestamp(5)).unwrap();
    let two = store.add_catalogue("two", &[track("a")], Timestamp(4)).unwrap();
    assert_eq!((one.tracks, one.enabled, one.added_at), (2, true, Some(5.0)));
    store.enable_catalogue(&one.id, false).unwrap();
    let listed = store.catalogues().unwrap();
    assert_eq!(listed[0].id, one.id);
    assert!(!listed[0].enabled && listed[1].enabled);
    store.remove_catalogue(&one.id).unwrap();
    assert_eq!(store.catalogues().unwrap(), std::slice::from_ref(&two));
    assert_eq!(store.tracks(&one.id).unwrap_err().code, ErrorCode::CatalogueGone);
    assert_eq!(store.tracks(&two.id).unwrap(), [track("a")]);
}

#[test]
fn a_catalogue_is_not_there_before_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(dir.path()).unwrap();
    let id = store.begin_catalogue("large", Timestamp(5)).unwrap();
    store.extend_catalogue(&id, &[&track("a"), &track("b")]).unwrap();
    store.extend_catalogue(&id, &[&track("c")]).unwrap();
    assert_eq!(store.catalogues().unwrap(), []);
    assert!(!store.export().unwrap().contains("large"));
    let made = store.finish_catalogue(&id).unwrap();
    assert_eq!((made.tracks, made.name.as_str(), made.added_at), (3, "large", Some(5.0)));
    assert_eq!(store.catalogues().unwrap(), std::slice::from_ref(&made));
    assert_eq!(store.tracks(&id).unwrap(), [track("a"), track("b"), track("c")], "in their order");
    // The next one is broken off by the end of the program.
    let torn = store.begin_catalogue("torn", Timestamp(6)).unwrap();
    store.extend_catalogue(&torn, &[&track("a")]).unwrap();
    drop(store);
    let (mut store, _) = Store::open(dir.path()).unwrap();
    assert_eq!(store.catalogues().unwrap(), [made]);
    let gone = |result: Result<(), attune_core::AppError>| result.unwrap_err().code;
    assert_eq!(gone(store.extend_catalogue(&torn, &[&track("b")])), ErrorCode::CatalogueGone);
    assert_eq!(gone(store.finish_catalogue(&torn).map(drop)), ErrorCode::CatalogueGone);
}

#[test]
fn a_removed_catalogue_is_hidden_at_once_and_deleted_in_portions_also_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let stored = || -> u32 {
        let db = rusqlite::Connection::open(dir.path().join("attune.db")).unwrap();
        db.query_row("SELECT count(*) FROM tracks", [], |row| row.get(0)).unwrap()
    };
    let (mut store, _) = Store::open(dir.path()).unwrap();
    let tracks: Vec<_> = (0..25).map(|n| track(&n.to_string())).collect();
    let large = store.add_catalogue("large", &tracks, Timestamp(5)).unwrap();
    let kept = store.add_catalogue("kept", &tracks[..3], Timestamp(6)).unwrap();
    let torn = store.begin_catalogue("torn", Timestamp(7)).unwrap();
    store.extend_catalogue(&torn, &[&track("a")]).unwrap();
    store.remove_catalogue(&large.id).unwrap();
    assert_eq!(store.catalogues().unwrap(), std::slice::from_ref(&kept));
    assert_eq!(store.tracks(&large.id).unwrap_err().code, ErrorCode::CatalogueGone);
    assert!(!store.export().unwrap().contains("large"));
    assert!(store.sweep(10).unwrap());
    assert_eq!(stored(), 15 + 3 + 1, "a portion, and nothing of an import that goes on");
    drop(store);
    let (mut store, _) = Store::open(dir.path()).unwrap();
    while store.sweep(10).unwrap() {}
    assert_eq!(stored(), 3, "the one that was broken off is gone, too");
    assert_eq!(store.tracks(&kept.id).unwrap(), tracks[..3]);
}

#[test]
fn the_export_is_one_document_with_everything() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, "canary");
    let document: serde_json::Value = serde_json::from_str(&store.export().unwrap()).unwrap();
    assert_eq!(document["version"], 2);
    assert_eq!(document["settings"]["camera"], "canary");
    assert_eq!(document["history"][0]["note"], "canary");
    assert_eq!(document["feedback"][0]["track"], "canary");
    assert_eq!(document["catalogues"][0]["name"], "canary");
    assert_eq!(document["catalogues"][0]["trackList"].as_array().unwrap().len(), 500);
}

#[test]
fn settings_in_memory_are_kept_in_range() {
    let mut store = Store::in_memory().unwrap();
    store.save_settings(&Settings { pace: f64::NAN, ..Settings::default() }).unwrap();
    assert!((store.settings().pace - 0.5).abs() < 1e-12);
}

#[test]
fn a_hundred_thousand_tracks_come_back() {
    let mut store = Store::in_memory().unwrap();
    let tracks: Vec<_> = (0..100_000).map(|i| track(&i.to_string())).collect();
    let made = store.add_catalogue("large", &tracks, Timestamp(1)).unwrap();
    assert_eq!(made.tracks, 100_000);
    assert_eq!(store.tracks(&made.id).unwrap().last(), tracks.last());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_names_come_back(title in ".{0,40}", artist in ".{0,40}", note in ".{0,40}", popularity: Option<u8>, year: Option<i16>) {
        let mut store = Store::in_memory().unwrap();
        let t = attune_core::Track { artist, popularity, year, ..track(&title) };
        let made = store.add_catalogue(&title, std::slice::from_ref(&t), Timestamp(1)).unwrap();
        prop_assert_eq!(&store.tracks(&made.id).unwrap(), &[t]);
        store.add_history(&entry(0.0, Some(&note))).unwrap();
        let kept = store.history(ALWAYS.0, ALWAYS.1).unwrap().remove(0).note.unwrap_or_default();
        prop_assert_eq!(kept.as_str(), note.trim());
    }
}

#[test]
fn what_was_heard_elsewhere_is_kept_exported_and_removed_in_portions() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    let history = store.begin_past("Spotify", Timestamp(7)).unwrap();
    let tracks = ["one", "two", "three"].map(common::past_track);
    store.extend_past(history, &tracks[..2]).unwrap();
    assert_eq!(store.past_histories().unwrap(), [], "not before it is whole");
    store.extend_past(history, &tracks[2..]).unwrap();
    let info = store.finish_past(history).unwrap();
    assert_eq!((info.plays, info.tracks, info.from, info.to), (24, 3, Some(500.0), Some(500.0)));
    let begun = store.begin_past("Last.fm", Timestamp(8)).unwrap();
    store.extend_past(begun, &tracks).unwrap();
    drop(store);
    let mut store = open(dir.path());
    assert_eq!(
        store.past_histories().unwrap(),
        std::slice::from_ref(&info),
        "one that was broken off does not count"
    );
    let reader = store.past_reader().unwrap();
    let evidence = reader.plays(history, Timestamp(1_000), &CountedTimes::default()).unwrap().tracks;
    assert_eq!(evidence.len(), 3);
    assert_eq!((evidence[0].title.as_str(), evidence[0].finished), ("one", 1));
    assert_eq!((evidence[0].isrc.as_deref(), evidence[0].length_ms), (Some("GBAYE6900123"), Some(215_000)));
    assert!((evidence[0].summed.faded.unknown - 3.5).abs() < 1e-9, "plays of no known time count half");
    let document: serde_json::Value = serde_json::from_str(&store.export().unwrap()).unwrap();
    assert_eq!(document["pastHistories"][0]["trackList"][2]["plays"][1]["times"], 7);
    assert_eq!(document["pastHistories"][0]["trackList"][2]["isrc"], "GBAYE6900123");
    store.remove_past(history).unwrap();
    assert_eq!(store.past_histories().unwrap(), []);
    assert_eq!(store.extend_past(history, &tracks).unwrap_err().code, ErrorCode::HistoryGone);
    let mut sweeps = 0;
    while store.sweep(2).unwrap() {
        sweeps += 1;
    }
    assert!(sweeps >= 4, "two tracks at a time: {sweeps}");
    drop(store);
    let bytes = std::fs::read(dir.path().join("attune.db")).unwrap();
    assert!(!bytes.windows(8).any(|w| w == b"Artist \xc3"), "nothing is left in the file");
}
