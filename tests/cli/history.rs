//! `attune-cli history`.

use super::{failure, json, lines, run};

const TABLE: &str = "artist,track,date\nOda,Tide,1682944440\nOda,Bread,1714566840\n,Lost,1\n";

#[test]
fn an_export_is_shown_before_anything_is_made_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("scrobbles.csv");
    std::fs::write(&file, TABLE).unwrap();
    let path = file.display().to_string();
    let told = lines(&run(&["history", "preview", &path]));
    assert!(told[0].ends_with("Last.fm, 2023-05-01 to 2024-05-01"), "{told:?}");
    assert_eq!(told[1], "  2 plays of 2 tracks by 1 artist; 0 to the end, 0 skipped");
    assert_eq!(told[3], "    4: no title or no artist");
    let printed = json(&run(&["history", "preview", "--json", &path]));
    assert_eq!((&printed[0]["plays"], &printed[0]["unusable"]), (&2.into(), &1.into()));

    std::fs::write(&file, "no history").unwrap();
    assert!(failure(&run(&["history", "preview", &path])).contains("no listening history"));
}

#[test]
fn a_history_is_brought_along_listed_and_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let (file, kept) = (dir.path().join("scrobbles.csv"), dir.path().join("kept"));
    std::fs::write(&file, TABLE).unwrap();
    let (path, kept) = (file.display().to_string(), kept.display().to_string());
    let history = |arguments: &[&str]| run(&[&["history"], arguments, &["--data-dir", &kept]].concat());
    let told = lines(&history(&["import", &path]));
    assert_eq!(told, ["1: Last.fm, 2 plays of 2 tracks, 2023-05-01 to 2024-05-01"]);
    assert_eq!(lines(&history(&["list"])), told);
    let printed = json(&history(&["list", "--json"]));
    assert_eq!((&printed[0]["source"], &printed[0]["plays"]), (&"Last.fm".into(), &2.into()));
    assert!(lines(&history(&["remove", "1"])).is_empty() && lines(&history(&["list"])).is_empty());
    assert!(failure(&history(&["remove", "1"])).contains("[history_gone]"));
}
