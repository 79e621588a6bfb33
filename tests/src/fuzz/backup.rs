//! A backup that is to be restored: of another version, of another program, damaged on a disk, or written to do harm.

use attune_core::AppError;
use attune_core::ports::Archive;
use attune_store::{BackupFile, Store, read_backup};
use std::io::Cursor;

fn read(bytes: &[u8]) -> Result<BackupFile, AppError> {
    read_backup(Cursor::new(bytes))
}

/// What is read can be kept, every number in its range; what is kept can be read and restored again, and is the same.
#[expect(clippy::expect_used, reason = "a broken promise")]
pub(super) fn check(bytes: &[u8]) {
    let Ok(file) = read(bytes) else { return };
    for said in file.backup.feedback.iter().filter_map(|f| f.circumstances.as_ref()) {
        assert!(said.hour < 24 && said.propensity.is_none_or(|p| p > 0.0 && p <= 1.0), "{said:?}");
    }
    let mut store = Store::in_memory().expect("a store in memory");
    let restored = |store: &mut Store, file: &BackupFile| {
        store.restore(&file.backup).expect("what was read can be kept");
        store.export().expect("what is kept can be exported")
    };
    let once = restored(&mut store, &file);
    let again = read(once.as_bytes()).expect("what was exported can be read");
    assert_eq!(restored(&mut store, &again), once);
}

/// A backup of the first format; an empty one; numbers at their limits; one of a later version; and what is none.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let folder = crate::root().join("crates/attune-store/tests/data");
    let first = std::fs::read(folder.join("export-1.json")).unwrap_or_default();
    let head = r#""format":"attune-export","settings":{},"history":[],"feedback":[],"catalogues":[]"#;
    let others = [
        format!("{{{head},\"version\":2,\"savedAt\":1.7e12}}"),
        format!("{{{head},\"version\":2,\"savedAt\":8.7e15,\"learned\":{{\"mood\":{{\"version\":1}}}}}}"),
        format!("{{{head},\"version\":3}}"),
        r#"{"format":"attune-export","version":1,"settings":{"pace":9},"history":[{"id":7,"at":1e12,"estimate":{"valence":9,"arousal":0,"sd_valence":0,"sd_arousal":1e308},"word":"calm","confidence":"sure","source":"you","expression":null,"note":" "}],"feedback":[{"track":"a","kind":"liked","at":5}],"catalogues":[]}"#.to_owned(),
        "[[[[".to_owned(),
    ];
    [first].into_iter().chain(others.map(String::into_bytes)).collect()
}
