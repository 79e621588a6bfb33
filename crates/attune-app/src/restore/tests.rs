use super::*;
use crate::export::{Cells, Exported, KeptData};
use attune_core::ports::Archive;
use attune_core::{Affect, Feedback, FeedbackKind, Timestamp, TrackId};
use attune_store::Store;
use serde_json::Value;
use std::time::{Duration, Instant};

fn app(data_dir: &Path) -> App {
    App::start(crate::AppParts {
        data_dir: Some(data_dir.to_owned()),
        resources: None,
        version: "1.2.3".into(),
        listener: Box::new(|_| {}),
        on_own_music: Box::new(|_| {}),
        on_servers: Box::new(|_| {}),
        on_spotify: Box::new(|_| {}),
        on_camera: Box::new(|_| {}),
        open_page: Box::new(|_| Ok(())),
        show: Box::new(|| {}),
        phone: None,
    })
    .unwrap()
}

/// Something of what Attune learns: hearts and skips on tracks of the starter catalogue, a mood with a note, a catalogue.
fn fill(folder: &Path) {
    let (mut store, warnings) = Store::open(folder).unwrap();
    assert_eq!(warnings, []);
    let starter = crate::compose::starter_tracks();
    for (n, track) in (0_i64..60).zip(&starter) {
        let kind = if n % 3 == 0 { FeedbackKind::Skipped } else { FeedbackKind::Finished };
        store.add_feedback(&Feedback::new(track.id.clone(), kind, Timestamp(1_000 + n))).unwrap();
    }
    store.add_feedback(&Feedback::new(starter[3].id.clone(), FeedbackKind::Liked, Timestamp(5_000))).unwrap();
    let own = Feedback::new(TrackId("local:00ff".into()), FeedbackKind::Placed, Timestamp(6_000));
    store.add_feedback(&Feedback { track_affect: Some(Affect::new(0.123_456_789, -0.7)), ..own }).unwrap();
    store.add_catalogue("mine.csv", &starter[..20], Timestamp(7_000)).unwrap();
}

/// The document without the moment at which it was written.
fn without_date(app: &App) -> Value {
    let mut document: Value = serde_json::from_str(&app.document().unwrap()).unwrap();
    assert!(document.as_object_mut().unwrap().remove("savedAt").is_some());
    document
}

/// Waits until the model that is learned, which is made in the background, and with it the whole document is this.
fn until_it_is(app: &App, wanted: &Value) {
    let begun = Instant::now();
    while without_date(app) != *wanted {
        assert!(begun.elapsed() < Duration::from_mins(2), "{:#}", without_date(app));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn exported_erased_and_restored_it_is_the_same_app() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    let app = app(dir.path());
    app.call(|e, now| e.add_moment(now, Affect::new(0.3, 0.4), Some("canary".into()), now)).unwrap().unwrap();
    let file = dir.path().join("backup.json");
    app.export(Exported::Everything, &file).unwrap();
    let (before, taste) = (without_date(&app), app.call(|e, _| e.taste()).unwrap());
    app.call(attune_session::Engine::erase).unwrap().unwrap();
    assert_ne!(without_date(&app), before);
    let report = app.read_backup(&file).unwrap();
    assert_eq!((report.moods, report.ratings, report.catalogues, report.tracks), (1, 62, 1, 20));
    assert!(report.saved_at.is_some_and(|at| at > 1.7e12));
    assert_ne!(without_date(&app), before, "nothing changes before the answer");
    let kept = app.answer_backup(BackupAnswer::Restore).unwrap().unwrap();
    assert_eq!(Path::new(&kept), dir.path().join(BEFORE_RESTORE));
    until_it_is(&app, &before);
    assert_eq!(app.call(|e, _| e.taste()).unwrap(), taste);
    // Back, and forth again.
    app.answer_backup(BackupAnswer::PutBack).unwrap().unwrap();
    assert_eq!(without_date(&app)["history"], Value::Array(Vec::new()));
    app.answer_backup(BackupAnswer::PutBack).unwrap().unwrap();
    until_it_is(&app, &before);
    assert_eq!(app.answer_backup(BackupAnswer::Restore).unwrap(), None, "nothing was read");
    app.close();
}

#[test]
fn what_is_offered_is_the_same_after_a_restore_in_another_folder() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second) = (dir.path().join("first"), dir.path().join("second"));
    std::fs::create_dir(&first).unwrap();
    fill(&first);
    let (file, now) = (dir.path().join("backup.json"), Timestamp(1_800_000_000_000));
    KeptData::open(Some(first.clone()), "1")
        .unwrap()
        .export(Exported::Everything, &file, Cells::Safe)
        .unwrap();
    let before = KeptData::open(Some(second.clone()), "1").unwrap().restore(&file).unwrap();
    assert!(std::fs::read_to_string(before).unwrap().contains("attune-export"));
    let offered = |folder: &Path| {
        let (store, _) = Store::open(folder).unwrap();
        let options = crate::compose::engine_options("1".into(), 7, Vec::new());
        let mut engine = attune_session::Engine::new(Box::new(store), options, now);
        engine.correct_mood(Affect::new(0.5, 0.5), now);
        let queue = engine.state(now).queue;
        serde_json::to_string(&queue).unwrap()
    };
    assert_eq!(offered(&first), offered(&second));
}

#[test]
fn what_cannot_be_restored_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    let app = app(dir.path());
    let before = without_date(&app);
    let file = dir.path().join("cut.json");
    let whole = app.document().unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(app.read_backup(&file).unwrap_err().code, ErrorCode::BackupUnreadable);
    assert_eq!(app.read_backup(&dir.path().join("none")).unwrap_err().code, ErrorCode::FileUnreadable);
    assert_eq!(app.answer_backup(BackupAnswer::Restore).unwrap(), None);
    assert_eq!(app.answer_backup(BackupAnswer::PutBack).unwrap_err().code, ErrorCode::FileUnreadable);
    assert_eq!(without_date(&app), before);
    assert!(!dir.path().join(BEFORE_RESTORE).exists());
    app.close();
}

#[test]
fn what_fails_on_the_way_leaves_no_half_written_file() {
    let dir = tempfile::tempdir().unwrap();
    let failed = || Err(AppError::new(ErrorCode::DiskFull, "The disk is full."));
    assert_eq!(replacing(dir.path(), "{\n}", failed).unwrap_err().code, ErrorCode::DiskFull);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}
