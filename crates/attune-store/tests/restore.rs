//! What was exported comes back as it was, and what is no export changes nothing.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_core::backup::Backup;
use attune_core::history::HistoryEntry;
use attune_core::mood::{Confidence, MoodWord};
use attune_core::player::ResumePoint;
use attune_core::ports::Archive;
use attune_core::taste::{PastEnding, PastPlay, PastTrack, StatedAnswer, StatedKind, StatedPreferences};
use attune_core::{
    Affect, AffectEstimate, AppError, Circumstances, ErrorCode, Feedback, FeedbackKind, Modality, Policy,
    Settings, Timestamp, Track, TrackId,
};
use attune_store::{BEFORE_RESTORE, BackupFile, Store, read_backup};
use common::{fill, open};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::io::Cursor;

/// A document of the first format, as it was written then.
const FIRST: &str = include_str!("data/export-1.json");

fn read(document: &str) -> Result<BackupFile, AppError> {
    read_backup(Cursor::new(document))
}

fn restored(store: &mut Store, document: &str) {
    store.restore(&read(document).unwrap().backup).unwrap();
}

fn filled(canary: &str) -> Store {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, canary);
    let place = ResumePoint { track: TrackId(canary.into()), position_ms: 7 };
    store.save_resume_point(Some(&place)).unwrap();
    let learned = store.learned().unwrap();
    store.save_learned(&learned).unwrap();
    store
}

#[test]
fn what_was_exported_replaces_what_is_there() {
    let document = filled("canary").export().unwrap();
    let mut erased = filled("canary");
    erased.erase().unwrap();
    for mut store in [erased, filled("other"), Store::in_memory().unwrap()] {
        restored(&mut store, &document);
        assert_eq!(store.export().unwrap(), document);
    }
}

#[test]
fn it_outlives_the_store_and_new_rows_get_numbers_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let document = filled("canary").export().unwrap();
    let mut store = open(dir.path());
    restored(&mut store, &document);
    drop(store);
    let mut store = open(dir.path());
    assert_eq!(store.export().unwrap(), document);
    assert_eq!(store.add_history(&common::entry(5.0, None)).unwrap(), 2);
    assert_eq!(store.add_catalogue("new", &[common::track("new")], Timestamp(9)).unwrap().id, "2");
    restored(&mut store, &document);
    assert_eq!(store.export().unwrap(), document);
    assert_ne!(store.add_history(&common::entry(5.0, None)).unwrap(), 2, "no number is given twice");
}

#[test]
fn a_document_of_the_first_format_is_read() {
    let file = read(FIRST).unwrap();
    assert_eq!((file.version, file.saved_at, file.folders), (1, None, vec!["/home/mira/Music".to_owned()]));
    let Backup { history, feedback, catalogues, past, .. } = &file.backup;
    assert_eq!((history.len(), feedback.len(), catalogues.len(), past.len()), (1, 1, 1, 1));
    assert_eq!((catalogues[0].1.len(), past[0].0.plays), (3, 8));
    let mut store = Store::in_memory().unwrap();
    store.restore(&file.backup).unwrap();
    assert_eq!(store.settings().camera.as_deref(), Some("first"));
    let mut was: Value = serde_json::from_str(FIRST).unwrap();
    let is: Value = serde_json::from_str(&store.export().unwrap()).unwrap();
    for part in ["ownMusic", "servers", "taste"] {
        was.as_object_mut().unwrap().remove(part);
    }
    was["version"] = is["version"].clone();
    // What it does not know is as at first.
    let first = serde_json::to_value(Settings::default()).unwrap();
    for (name, value) in first.as_object().unwrap() {
        was["settings"].as_object_mut().unwrap().entry(name).or_insert_with(|| value.clone());
    }
    assert_eq!(is, was);
}

#[test]
fn what_is_damaged_cut_or_something_else_is_refused() {
    let document = filled("canary").export().unwrap();
    let code = |text: &str| read(text).unwrap_err().code;
    let lengths = (0..document.len() - 1).step_by(997);
    for length in lengths.filter(|length| document.is_char_boundary(*length)) {
        assert_eq!(code(&document[..length]), ErrorCode::BackupUnreadable, "{length}");
    }
    for other in
        ["", "null", "[]", "{}", "\u{feff}", r#"{"format":"attune-catalogue","version":1}"#, "Attune"]
    {
        assert_eq!(code(other), ErrorCode::BackupUnreadable, "{other}");
    }
    let deep = format!(r#"{{"format":"attune-export","version":1,"x":{}"#, "[".repeat(1_000_000));
    assert_eq!(code(&deep), ErrorCode::BackupUnreadable);
    assert_eq!(
        code(r#"{"format":"attune-export","version":1}"#),
        ErrorCode::BackupUnreadable,
        "nothing is in it"
    );
}

#[test]
fn what_is_larger_than_any_backup_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("huge.json");
    // Without a byte written: most file systems keep no room for it.
    std::fs::File::create(&path).unwrap().set_len(600 << 20).unwrap();
    let refused = read_backup(std::fs::File::open(&path).unwrap()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BackupUnreadable);
    assert!(refused.message.contains("too large"), "{}", refused.message);
}

/// The canary's document with a change.
fn changed(change: impl FnOnce(&mut Value)) -> Result<BackupFile, AppError> {
    let mut document: Value = serde_json::from_str(&filled("canary").export().unwrap()).unwrap();
    change(&mut document);
    read(&document.to_string())
}

#[test]
fn a_newer_one_is_refused_and_said() {
    let newer = changed(|d| d["version"] = json!(999)).unwrap_err();
    assert_eq!(newer.code, ErrorCode::BackupNewer);
    assert!(newer.message.contains("999"), "{}", newer.message);
    let odd =
        changed(|d| *d = json!({ "format": "attune-export", "version": 3_000, "history": "elsewhere" }));
    assert_eq!(odd.unwrap_err().code, ErrorCode::BackupNewer, "whatever else stands in it");
    let part = changed(|d| d["learned"]["told"]["version"] = json!(999)).unwrap_err();
    assert_eq!(part.code, ErrorCode::BackupNewer);
}

#[test]
fn numbers_that_nothing_here_could_have_are_refused() {
    type Change = fn(&mut Value);
    let changes: [Change; 10] = [
        |d| d["history"][0]["id"] = json!(0),
        |d| d["history"][0]["id"] = json!(u32::MAX),
        |d| d["history"][0]["at"] = json!(1e300),
        |d| {
            let again = d["history"][0].clone();
            d["history"].as_array_mut().unwrap().push(again);
        },
        |d| d["catalogues"][0]["id"] = json!("-1"),
        |d| {
            let again = d["catalogues"][0].clone();
            d["catalogues"].as_array_mut().unwrap().push(again);
        },
        |d| d["pastHistories"][0]["trackList"][0]["plays"][0]["times"] = json!(0),
        |d| {
            let plays = &mut d["pastHistories"][0]["trackList"][0]["plays"];
            plays[0]["times"] = json!(u32::MAX);
        },
        |d| d["feedback"][0]["at"] = json!(i64::MAX),
        |d| d["feedback"][0]["kind"] = json!("adored"),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        assert_eq!(changed(change).unwrap_err().code, ErrorCode::BackupUnreadable, "{number}");
    }
}

#[test]
fn numbers_out_of_range_are_brought_into_it() {
    let file = changed(|d| {
        d["settings"]["pace"] = json!(7.5);
        d["settings"]["theme"] = json!("plaid");
        d["history"][0]["estimate"]["valence"] = json!(40);
        let c = &mut d["feedback"][0]["circumstances"];
        (c["hour"], c["heard"], c["propensity"]) = (json!(200), json!(-3.0), json!(0.0));
        let track = &mut d["catalogues"][0]["trackList"][0];
        (track["popularity"], track["tempo"]) = (json!(255), json!(-5.0));
        track["affect"]["sources"] = json!([]);
    });
    let backup = file.unwrap().backup;
    assert_eq!((backup.settings.pace, backup.settings.theme), (1.0, Settings::default().theme));
    assert_eq!(backup.history[0].estimate.mean, Affect::new(1.0, -0.5));
    let c = backup.feedback[0].circumstances.unwrap();
    assert_eq!((c.hour, c.heard, c.propensity), (23, Some(0.0), None));
    let track = &backup.catalogues[0].1[0];
    assert_eq!((track.popularity, track.tempo, track.affect.sources.len()), (Some(100), None, 1));
}

#[test]
fn what_was_kept_before_a_restore_is_erased_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    std::fs::write(dir.path().join(BEFORE_RESTORE), "canary").unwrap();
    store.erase().unwrap();
    assert!(!dir.path().join(BEFORE_RESTORE).exists());
}

fn affect() -> impl Strategy<Value = Affect> {
    (-1.0..=1.0, -1.0..=1.0).prop_map(|(valence, arousal)| Affect::new(valence, arousal))
}

fn estimate() -> impl Strategy<Value = AffectEstimate> {
    (affect(), 0.01..1.0, 0.01..1.0).prop_map(|(mean, v, a)| AffectEstimate::new(mean, v, a))
}

fn mood() -> impl Strategy<Value = HistoryEntry> {
    let source = prop_oneof![Just(Modality::Face), Just(Modality::You), Just(Modality::Voice)];
    (0.0..4e12, estimate(), source, option::of(".{0,20}")).prop_map(|(at, estimate, source, note)| {
        let word = MoodWord::of(estimate.mean, None);
        let confidence = Confidence::of(&estimate);
        HistoryEntry { id: 0, at, estimate, word, confidence, source, expression: None, note }
    })
}

fn said() -> impl Strategy<Value = Feedback> {
    let circumstances = (estimate(), 0_u8..24, option::of(0.0..=1.0), option::of(0.001..=1.0)).prop_map(
        |(target, hour, heard, propensity)| Circumstances {
            target,
            policy: Policy::Lift,
            hour,
            heard,
            propensity,
        },
    );
    let kind = proptest::sample::select(FeedbackKind::ALL.to_vec());
    (
        ".{0,20}",
        kind,
        0..4_000_000_000_000_i64,
        option::of(".{0,9}"),
        option::of(affect()),
        option::of(circumstances),
    )
        .prop_map(|(track, kind, at, artist, track_affect, circumstances)| Feedback {
            artist,
            track_affect,
            circumstances,
            ..Feedback::new(TrackId(track), kind, Timestamp(at))
        })
}

fn track() -> impl Strategy<Value = Track> {
    (
        ".{0,20}",
        ".{0,20}",
        any::<Option<i16>>(),
        option::of(0_u8..=100),
        any::<Option<u32>>(),
        option::of(1.0_f32..400.0),
        estimate(),
    )
        .prop_map(|(title, artist, year, popularity, duration_ms, tempo, estimate)| {
            let mut track = Track { year, popularity, duration_ms, tempo, ..Track::named(title, artist) };
            track.affect.estimate = estimate;
            track
        })
}

fn heard() -> impl Strategy<Value = PastTrack> {
    let at = option::of((0..4_000_000_000_000_i64).prop_map(Timestamp));
    let play = (at, any::<Option<u32>>(), 1_u32..1_000).prop_map(|(at, heard_ms, times)| PastPlay {
        at,
        heard_ms,
        ending: PastEnding::Skipped,
        times,
    });
    let codes = (option::of("[A-Z0-9]{12}"), option::of("[a-f0-9-]{36}"), any::<Option<u32>>());
    (".{0,20}", ".{0,20}", option::of(".{0,20}"), codes, vec(play, 1..4)).prop_map(
        |(title, artist, album, (isrc, musicbrainz, length_ms), plays)| PastTrack {
            title,
            artist,
            album,
            spotify: None,
            isrc,
            musicbrainz,
            length_ms,
            plays,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_store_comes_back_byte_for_byte(
        moods in vec(mood(), 0..6),
        feedback in vec(said(), 0..6),
        catalogues in vec((".{0,20}", vec(track(), 0..4), any::<bool>()), 0..3),
        past in vec((".{0,20}", vec(heard(), 0..4)), 0..3),
        pace in 0.0..=1.0,
        artist in option::of("[a-z]{1,9}"),
        place in option::of((".{0,9}", any::<u32>())),
    ) {
        let mut store = Store::in_memory().unwrap();
        store.save_settings(&Settings { pace, ..Settings::default() }).unwrap();
        for mood in &moods {
            store.add_history(mood).unwrap();
        }
        for said in &feedback {
            store.add_feedback(said).unwrap();
        }
        for (name, tracks, enabled) in &catalogues {
            let made = store.add_catalogue(name, tracks, Timestamp(7)).unwrap();
            store.enable_catalogue(&made.id, *enabled).unwrap();
        }
        for (source, tracks) in &past {
            let begun = store.begin_past(source, Timestamp(8)).unwrap();
            store.extend_past(begun, tracks).unwrap();
            store.finish_past(begun).unwrap();
        }
        if let Some(artist) = artist {
            let mut stated = StatedPreferences::default();
            stated.say(StatedKind::Artist, &artist, Some(StatedAnswer::RatherNot));
            store.save_stated(&stated).unwrap();
        }
        let place = place.map(|(track, position_ms)| ResumePoint { track: TrackId(track), position_ms });
        store.save_resume_point(place.as_ref()).unwrap();
        let document = store.export().unwrap();
        store.erase().unwrap();
        restored(&mut store, &document);
        prop_assert_eq!(store.export().unwrap(), document);
    }
}
