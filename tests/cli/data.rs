//! `attune-cli data`.

use super::{failure, json, lines, run};
use serde_json::Value;
use std::path::Path;

/// Calls `attune-cli data` on a data folder.
fn data(folder: &Path, arguments: &[&str]) -> std::process::Output {
    run(&[&["data"], arguments, &["--data-dir", &folder.display().to_string()]].concat())
}

/// A document without the moment at which it was written.
fn document(path: &Path) -> Value {
    let mut read: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert!(read.as_object_mut().unwrap().remove("savedAt").is_some());
    read
}

#[test]
fn what_was_exported_is_restored_elsewhere_and_can_be_put_back() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let text = |name: &str| at(name).display().to_string();
    std::fs::write(at("plays.csv"), "artist,track,date\nOda,Tide,1682944440\nOda,Bread,1714566840\n")
        .unwrap();
    let import = ["history", "import", &text("plays.csv"), "--data-dir", &text("one")];
    assert_eq!(lines(&run(&import)).len(), 1);
    assert!(lines(&data(&at("one"), &["export", &text("one.json")])).is_empty());

    let shown = json(&data(&at("two"), &["restore", "--dry-run", &text("one.json")]));
    assert_eq!((&shown[0]["backup"]["histories"], &shown[0]["backup"]["plays"]), (&1.into(), &2.into()));
    assert!(!at("two").exists(), "nothing was made");
    let told = json(&data(&at("two"), &["restore", &text("one.json")]));
    data(&at("two"), &["export", &text("two.json")]);
    assert_eq!(document(&at("two.json")), document(&at("one.json")));

    let before = told[1]["before"].as_str().unwrap();
    lines(&data(&at("two"), &["restore", before]));
    data(&at("two"), &["export", &text("two.json")]);
    assert_eq!(document(&at("two.json"))["pastHistories"], Value::Array(Vec::new()));
}

#[test]
fn what_is_no_backup_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file.json");
    let path = file.display().to_string();
    let restore = || failure(&data(&dir.path().join("kept"), &["restore", &path]));
    assert!(restore().contains("[file_unreadable]"));
    std::fs::write(&file, "{\"format\":\"attune-export\",\"version\":999}").unwrap();
    assert!(restore().contains("[backup_newer]"));
    std::fs::write(&file, "{\"format\":\"attune-export\",\"vers").unwrap();
    assert!(restore().contains("[backup_unreadable]"));
    assert!(!dir.path().join("kept").exists());
}

#[test]
fn tables_are_written() {
    let dir = tempfile::tempdir().unwrap();
    let (kept, file) = (dir.path().join("kept"), dir.path().join("table.csv"));
    let path = file.display().to_string();
    assert!(failure(&data(&kept, &["history", &path])).contains("[export_empty]"));
    assert!(lines(&data(&kept, &["library", &path])).is_empty());
    let table = std::fs::read_to_string(&file).unwrap();
    assert!(table.starts_with("title,artist,album,year,genre,"), "{table}");
    assert!(table.lines().count() > 800, "the starter catalogue");
    // What was written is a catalogue again.
    let chosen = run(&["recommend", "--affect=0.3,0.3", "--catalogue", &path, "--limit", "3", "--json"]);
    assert!(!lines(&chosen).is_empty());
}
