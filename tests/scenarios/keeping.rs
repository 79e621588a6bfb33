//! What is kept over a restart, and what happens when it cannot be.

use super::{START, engine_in, options, watch};
use attune_core::ports::Archive;
use attune_core::{Affect, AppError, ErrorCode, Expression, FeedbackKind, Modality, Policy, Span};
use attune_session::Engine;
use attune_store::Store;
use std::fs;

#[test]
fn a_restart_keeps_history_settings_feedback_and_catalogues() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("mine.csv");
    fs::write(&file, "name,artist,valence,energy\nOnly here,Me,0.9,0.9\n").unwrap();
    let imported = attune_catalogue::csv_import::import(&file, &mut |_| true).unwrap();
    let data = dir.path().join("data");
    let mut engine = engine_in(&data);
    let now = watch(&mut engine, Expression::Happiness, START, 90);
    engine.correct_mood(Affect::new(-0.3, -0.6), now);
    engine.set_policy(Policy::Energise, now);
    let never = engine.state(now).queue.next[0].id.clone();
    engine.feedback(&never, FeedbackKind::Never, now).unwrap();
    engine.add_catalogue("mine.csv", imported.tracks, now).unwrap();
    let written = engine.history(START, now + Span(1)).unwrap();
    drop(engine);

    let mut again = engine_in(&data);
    let state = again.state(START);
    assert_eq!(state.settings.policy, Policy::Energise);
    assert_eq!(state.catalogues.len(), 2);
    assert_eq!(again.history(START, now + Span(1)).unwrap(), written);
    assert!(written.len() >= 2);
    assert!(again.track(&never).is_some(), "still in the library");
    again.correct_mood(Affect::new(0.8, 0.8), START);
    let queue = again.state(START).queue;
    assert!(queue.current.iter().chain(&queue.next).all(|e| e.id != never), "but never in the queue");
}

#[test]
fn a_damaged_database_is_set_aside_and_said() {
    let dir = tempfile::tempdir().unwrap();
    drop(engine_in(dir.path()));
    let database = dir.path().join("attune.db");
    fs::write(&database, b"this was a database once, but something wrote over it entirely").unwrap();
    let (store, warnings) = Store::open(dir.path()).unwrap();
    let codes: Vec<_> = warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [ErrorCode::DatabaseSetAside]);
    let mut options = options();
    options.warnings = warnings;
    let state = Engine::new(Box::new(store), options, START).state(START);
    assert_eq!(state.banners[0].error.code, ErrorCode::DatabaseSetAside);
    assert!(state.queue.current.is_some());
    let aside = fs::read_dir(dir.path()).unwrap().flatten();
    let kept = aside.filter(|f| f.file_name().to_string_lossy().contains("corrupt"));
    assert!(kept.count() > 0, "nothing is thrown away");
}

#[test]
fn an_export_holds_it_all_and_erasing_leaves_none() {
    let dir = tempfile::tempdir().unwrap();
    let mut engine = engine_in(dir.path());
    engine.correct_mood(Affect::new(0.25, -0.75), START);
    let id = engine.history(START, START + Span(1)).unwrap()[0].id;
    let edit = attune_core::history::HistoryEdit { affect: None, note: Some("a-canary-note".into()) };
    engine.edit_history(id, &edit).unwrap();
    let export = engine.export().unwrap();
    assert!(export.contains("a-canary-note") && export.contains("-0.75"));
    engine.erase(START).unwrap();
    drop(engine);
    for file in fs::read_dir(dir.path()).unwrap().flatten() {
        let bytes = fs::read(file.path()).unwrap();
        assert!(!bytes.windows(13).any(|w| w == b"a-canary-note"), "{:?} still holds it", file.path());
    }
    let fresh = engine_in(dir.path()).history(START, START + Span(1)).unwrap();
    assert!(fresh.is_empty());
}

#[test]
fn what_went_wrong_at_the_start_is_shown_once() {
    let mut options = options();
    options.warnings = vec![
        AppError::new(ErrorCode::DiskFull, "1"),
        AppError::new(ErrorCode::DiskFull, "2"),
        AppError::new(ErrorCode::DatabaseBusy, "3"),
    ];
    let state = Engine::new(Box::new(Store::in_memory().unwrap()), options, START).state(START);
    let shown: Vec<_> = state.banners.iter().map(|b| b.error.message.as_str()).collect();
    assert_eq!(shown, ["2", "3"]);
}

#[test]
fn what_could_not_be_overwritten_is_forgotten_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let mut engine = engine_in(dir.path());
    let liked = engine.state(START).queue.next[2].id.clone();
    engine.feedback(&liked, FeedbackKind::Liked, START).unwrap();
    let now = watch(&mut engine, Expression::Sadness, START, 1);
    engine.correct_mood(Affect::new(0.9, 0.9), now);
    assert_eq!(engine.state(now).mood_learning[0].corrections, 1);
    // Another reader, as a backup program is, keeps the log from being emptied.
    let other = rusqlite::Connection::open(dir.path().join("attune.db")).unwrap();
    other.execute_batch("BEGIN").unwrap();
    let _: i64 = other.query_row("SELECT count(*) FROM feedback", [], |row| row.get(0)).unwrap();
    assert_eq!(engine.erase(now).unwrap_err().code, ErrorCode::EraseIncomplete);
    assert!(engine.taste().hearts.is_empty(), "nothing that was erased is shown");
    assert_eq!(engine.state(now).mood_learning[0].corrections, 0);
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    engine.correct_mood(Affect::new(0.1, 0.1), now + Span::minutes(20));
    drop(engine);
    let (store, _) = Store::open(dir.path()).unwrap();
    let corrections = store.learned().unwrap().habit(Modality::Face).corrections();
    assert_eq!((store.feedback().unwrap().len(), corrections), (0, 0), "and none of it comes back");
}
