#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use super::*;
use std::os::unix::fs::PermissionsExt as _;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn folders_new_and_old_are_closed_to_others() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("deep/data");
    private_folder(&data).unwrap();
    assert_eq!(mode(&data), 0o700);
    set(&data, 0o775);
    private_folder(&data).unwrap();
    assert_eq!(mode(&data), 0o700);
    // A folder that accounts share stays shared.
    set(&data, 0o1777);
    private_folder(&data).unwrap();
    assert_eq!(mode(&data), 0o1777);
}

#[test]
fn files_new_and_old_are_closed_to_others_and_keep_what_is_in_them() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    private_file(&path).unwrap();
    assert_eq!((mode(&path), fs::read(&path).unwrap().len()), (0o600, 0));
    for side in ["", "-wal", "-shm"] {
        fs::write(beside(&path, side), "rows").unwrap();
        set(&beside(&path, side), 0o644);
    }
    private_file(&path).unwrap();
    for side in ["", "-wal", "-shm"] {
        assert_eq!(mode(&beside(&path, side)), 0o600, "{side}");
    }
    assert_eq!(fs::read(&path).unwrap(), b"rows");
    // One that may not be written is not made writable.
    set(&path, 0o444);
    private_file(&path).unwrap();
    assert_eq!(mode(&path), 0o400);
}

#[test]
fn a_replaced_file_is_whole_and_private() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.json");
    fs::write(&path, "old").unwrap();
    set(&path, 0o644);
    replace(&path, b"new").unwrap();
    assert_eq!((fs::read(&path).unwrap(), mode(&path)), (b"new".to_vec(), 0o600));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    assert!(replace(&dir.path().join("none/a.json"), b"new").is_err());
}
