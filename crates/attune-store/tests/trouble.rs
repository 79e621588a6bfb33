//! Damaged, newer, locked and missing files: there is always a store to work with.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_core::ErrorCode;
use attune_core::history::HistoryEdit;
use attune_core::ports::Archive;
use attune_core::{Settings, Timestamp};
use attune_store::back_up;
use common::{entry, feedback, fill, open, open_with_codes};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

fn database(dir: &Path) -> std::path::PathBuf {
    dir.join("attune.db")
}

/// A folder with a filled store, closed.
fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fill(&mut open(dir.path()), "canary");
    dir
}

fn works(store: &mut impl Archive) {
    store.add_feedback(&feedback("works", 1)).unwrap();
    assert!(store.feedback().unwrap().contains(&feedback("works", 1)));
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_saved_and_settings_are_kept() {
    // By where it is damaged: what holds the tables' places, a table, and tracks in the middle.
    let middle = fs::metadata(database(filled().path())).unwrap().len() as usize / 2;
    for (damage, saved) in [(0_usize, false), (100, false), (4_096, true), (middle, true)] {
        let dir = filled();
        let mut bytes = fs::read(database(dir.path())).unwrap();
        let end = (damage + 3_000).min(bytes.len());
        bytes[damage..end].fill(0xA5);
        fs::write(database(dir.path()), &bytes).unwrap();
        let (store, warnings) = attune_store::Store::open(dir.path()).unwrap();
        let codes: Vec<_> = warnings.iter().map(|w| w.code.as_str()).collect();
        assert_eq!(codes, ["database_set_aside"], "damage at {damage}");
        assert!(warnings[0].message.contains("attune.db.corrupt-1"), "{}", warnings[0].message);
        assert_eq!(warnings[0].message.contains("were saved"), saved, "{}", warnings[0].message);
        assert_eq!(fs::read(dir.path().join("attune.db.corrupt-1")).unwrap().len(), bytes.len());
        assert_eq!(store.settings().camera.as_deref(), Some("canary"));
        assert_eq!(store.feedback().unwrap().len(), usize::from(saved), "damage at {damage}");
        if damage == middle {
            let tracks = store.tracks("1").unwrap().len();
            assert!((400..500).contains(&tracks), "{tracks} of 500, from both sides of the damage");
        }
    }
}

#[test]
fn a_backup_brings_back_what_could_not_be_read_and_nothing_that_was_deleted() {
    let dir = filled();
    let mut store = open(dir.path());
    let kept = store.add_history(&entry(2.0, Some("kept"))).unwrap();
    let deleted = store.add_history(&entry(3.0, Some("deleted"))).unwrap();
    let unsaid = store.add_feedback(&feedback("unsaid", 9)).unwrap();
    assert!(back_up(dir.path()).unwrap(), "beside a store in use");
    store.delete_history(deleted).unwrap();
    store.remove_feedback(unsaid).unwrap();
    let edit = HistoryEdit { affect: None, note: Some("rewritten".into()) };
    store.edit_history(kept, &edit).unwrap();
    drop(store);
    fs::write(database(dir.path()), vec![0xA5; 50_000]).unwrap();
    let (store, warnings) = attune_store::Store::open(dir.path()).unwrap();
    assert!(warnings[0].message.contains("from a backup made within the last 24 hours"), "{warnings:?}");
    let notes = store.history(Timestamp(0), Timestamp(10_000)).unwrap();
    let notes: Vec<_> = notes.iter().filter_map(|e| e.note.as_deref()).collect();
    assert_eq!(notes, ["rewritten", "canary"]);
    assert_eq!(store.feedback().unwrap(), [feedback("canary", 2_000)]);
    assert_eq!(store.tracks("1").unwrap().len(), 500);
}

#[test]
fn random_bytes_are_set_aside_again_and_again() {
    let dir = tempfile::tempdir().unwrap();
    for (n, bytes) in
        [vec![7; 10], vec![0xFF; 5_000], b"SQLite format 3\0 and then nothing".to_vec()].iter().enumerate()
    {
        fs::write(database(dir.path()), bytes).unwrap();
        let (mut store, codes) = open_with_codes(dir.path());
        assert_eq!(codes, [ErrorCode::DatabaseSetAside], "{n}");
        works(&mut store);
        drop(store);
        assert_eq!(&fs::read(dir.path().join(format!("attune.db.corrupt-{}", n + 1))).unwrap(), bytes);
    }
    assert_eq!(open(dir.path()).feedback().unwrap().len(), 1);
}

#[test]
fn a_cut_off_database_is_set_aside() {
    let dir = filled();
    let file = fs::OpenOptions::new().write(true).open(database(dir.path())).unwrap();
    file.set_len(file.metadata().unwrap().len() / 2).unwrap();
    assert_eq!(open_with_codes(dir.path()).1, [ErrorCode::DatabaseSetAside]);
}

#[test]
fn a_newer_database_is_left_alone() {
    let dir = filled();
    Connection::open(database(dir.path())).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let before = fs::read(database(dir.path())).unwrap();
    let (mut store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::DatabaseNewer]);
    works(&mut store);
    assert_eq!(store.settings().camera.as_deref(), Some("canary"), "settings are a file of their own");
    drop(store);
    assert_eq!(fs::read(database(dir.path())).unwrap(), before);
}

#[test]
fn a_folder_that_cannot_be_made_gives_memory() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    let (mut store, codes) = open_with_codes(&dir.path().join("file/data"));
    assert_eq!(codes, [ErrorCode::DataFolderReadOnly]);
    works(&mut store);
    store.save_settings(&Settings { pace: 0.9, ..Settings::default() }).unwrap();
    assert!((store.settings().pace - 0.9).abs() < 1e-12);
    store.erase().unwrap();
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let dir = filled();
    let mode = |mode| fs::set_permissions(dir.path(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    if fs::write(dir.path().join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write anywhere");
        return;
    }
    let (mut store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::DataFolderReadOnly]);
    assert_eq!(store.feedback().unwrap(), [feedback("canary", 2_000)], "what was there is read");
    works(&mut store);
    assert_eq!(store.erase().unwrap_err().code, ErrorCode::DataFolderReadOnly, "it cannot be deleted");
    mode(0o700);
}

#[test]
fn a_database_that_is_a_folder_gives_memory() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(database(dir.path())).unwrap();
    let (mut store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::DataFolderReadOnly]);
    works(&mut store);
}

#[test]
fn settings_of_the_wrong_type_are_told() {
    let dir = filled();
    fs::write(dir.path().join("settings.json"), r#"{"pace":"quick","camera":"mine"}"#).unwrap();
    let (store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::SettingsRepaired]);
    assert_eq!(store.settings().camera.as_deref(), Some("mine"));
}

#[test]
fn a_second_process_reads_and_writes_beside() {
    let dir = filled();
    let mut first = open(dir.path());
    let mut second = open(dir.path());
    let reader = Connection::open(database(dir.path())).unwrap();
    let reading = reader.unchecked_transaction().unwrap();
    let count = || -> i64 { reading.query_row("SELECT count(*) FROM history", [], |r| r.get(0)).unwrap() };
    assert_eq!(count(), 1);
    first.add_history(&entry(10.0, None)).unwrap();
    second.add_history(&entry(20.0, None)).unwrap();
    assert_eq!(count(), 1, "a reader sees one moment");
    assert_eq!(first.history(Timestamp(0), Timestamp(100)).unwrap().len(), 2);
    drop(reading);
    let later: i64 = reader.query_row("SELECT count(*) FROM history", [], |r| r.get(0)).unwrap();
    assert_eq!(later, 3);
}

#[test]
fn several_processes_can_begin_at_once() {
    for _ in 0..5 {
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            let open = || scope.spawn(|| works(&mut open(dir.path())));
            let all = [open(), open(), open(), open()];
            assert!(all.into_iter().all(|thread| thread.join().is_ok()));
        });
        assert_eq!(open(dir.path()).feedback().unwrap().len(), 4);
    }
}

#[test]
fn a_failed_catalogue_leaves_nothing() {
    let dir = filled();
    let mut store = open(dir.path());
    let other = Connection::open(database(dir.path())).unwrap();
    other
        .execute_batch("CREATE TRIGGER full BEFORE INSERT ON tracks WHEN new.position = 3 BEGIN SELECT raise(ABORT, 'no'); END")
        .unwrap();
    let tracks: Vec<_> = (0..5).map(|i| common::track(&i.to_string())).collect();
    assert_eq!(store.add_catalogue("torn", &tracks, Timestamp(1)).unwrap_err().code, ErrorCode::StoreFailed);
    assert_eq!(store.catalogues().unwrap().len(), 1);
}
