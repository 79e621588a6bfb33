//! What is kept is the listener's alone, also in a folder and in files that were open to others before.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_core::ports::Archive;
use common::{fill, open};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Names and modes of everything in the folder that others may read, write or enter, the folder included.
fn open_to_others(dir: &Path) -> Vec<String> {
    let inside = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let all = inside.chain([dir.to_owned()]).filter(|path| mode(path) & 0o077 != 0);
    all.map(|path| format!("{} {:o}", path.display(), mode(&path))).collect()
}

#[test]
fn a_folder_that_was_there_before_is_closed_and_so_is_what_is_made_in_it() {
    let dir = tempfile::tempdir().unwrap();
    set(dir.path(), 0o755);
    let mut store = open(dir.path());
    fill(&mut store, "canary");
    store.save_settings(&store.settings().clone()).unwrap();
    assert!(dir.path().join("attune.db-wal").exists(), "the log is there to be looked at");
    assert_eq!(open_to_others(dir.path()), Vec::<String>::new());
}

#[test]
fn files_that_were_open_to_others_are_closed() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    fill(&mut store, "canary");
    store.save_settings(&store.settings().clone()).unwrap();
    fs::write(dir.path().join("attune.db.corrupt-1"), "set aside").unwrap();
    for name in ["attune.db", "attune.db-wal", "attune.db-shm", "settings.json", "attune.db.corrupt-1"] {
        set(&dir.path().join(name), 0o644);
    }
    set(dir.path(), 0o755);
    // A second one beside the first, so that the log is not put away meanwhile.
    let again = open(dir.path());
    assert_eq!(open_to_others(dir.path()), Vec::<String>::new());
    assert_eq!(again.feedback().unwrap(), store.feedback().unwrap());
}
