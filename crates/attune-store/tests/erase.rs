//! What is erased cannot be read from the files any more.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_core::ErrorCode;
use attune_core::ports::Archive;
use attune_core::{Settings, Timestamp};
use common::{fill, open, open_with_codes};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

const CANARY: &str = "canary-5f0c";

/// The names of the files that hold the canary.
fn traces(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let bytes = fs::read(file.path()).unwrap();
        if bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes()) {
            found.push(file.file_name().to_string_lossy().into_owned());
        }
    }
    found
}

#[test]
fn nothing_is_left_in_any_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    fill(&mut store, CANARY);
    assert!(attune_store::back_up(dir.path()).unwrap());
    assert!(traces(dir.path()).contains(&"attune.db.backup-1".to_owned()), "the canary is found before");
    store.erase().unwrap();
    assert_eq!(traces(dir.path()), [""; 0]);
    assert_eq!(store.settings(), Settings::default());
    assert!(!dir.path().join("settings.json").exists());
    assert_eq!(store.history(Timestamp(i64::MIN), Timestamp(i64::MAX)).unwrap(), []);
    assert_eq!((store.feedback().unwrap(), store.catalogues().unwrap()), (vec![], vec![]));
    drop(store);
    assert_eq!(traces(dir.path()), [""; 0]);
    fill(&mut open(dir.path()), "new");
}

#[test]
fn a_single_deleted_entry_leaves_no_trace_once_closed() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    let id = store.add_history(&common::entry(1.0, Some(CANARY))).unwrap();
    assert!(attune_store::back_up(dir.path()).unwrap());
    store.delete_history(id).unwrap();
    drop(store);
    assert_eq!(traces(dir.path()), [""; 0]);
}

#[test]
fn what_was_set_aside_goes_too() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("attune.db"), format!("no database but a {CANARY}")).unwrap();
    fs::write(dir.path().join(".settings-torn"), CANARY).unwrap();
    fs::write(dir.path().join(".attune-torn"), CANARY).unwrap();
    let (mut store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::DatabaseSetAside]);
    assert_eq!(traces(dir.path()).len(), 3);
    store.erase().unwrap();
    assert_eq!(traces(dir.path()), [""; 0]);
}

#[test]
fn a_newer_database_goes_too() {
    let dir = tempfile::tempdir().unwrap();
    fill(&mut open(dir.path()), CANARY);
    Connection::open(dir.path().join("attune.db")).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let (mut store, codes) = open_with_codes(dir.path());
    assert_eq!(codes, [ErrorCode::DatabaseNewer]);
    store.erase().unwrap();
    assert_eq!(traces(dir.path()), [""; 0]);
}

#[test]
fn files_of_others_stay() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("attune.db.backup"), "mine").unwrap();
    open(dir.path()).erase().unwrap();
    assert!(dir.path().join("attune.db.backup").exists());
}

#[test]
fn a_reader_that_holds_on_is_told_of() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    fill(&mut store, CANARY);
    let reader = Connection::open(dir.path().join("attune.db")).unwrap();
    let reading = reader.unchecked_transaction().unwrap();
    let _: i64 = reading.query_row("SELECT count(*) FROM history", [], |r| r.get(0)).unwrap();
    assert_eq!(store.erase().unwrap_err().code, ErrorCode::EraseIncomplete);
    assert_eq!(store.feedback().unwrap(), [], "deleted all the same");
    drop(reading);
    store.erase().unwrap();
    assert_eq!(traces(dir.path()), [""; 0]);
}
