//! What is kept, and what becomes of it when things go wrong.

use std::fs;

use crate::launch::Launch;

#[test]
fn history_and_settings_outlive_the_app() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "keep").run(async |window| {
        window.click("policy-lift").await;
        window.drag_dot(120, -60).await;
        window.find("undo-pill").await;
        window.click("nav-history").await;
        window.find("history-row").await;
    });
    Launch::on(data.path(), "kept").run(async |window| {
        // The window opens where it was left.
        window.find("history-row").await;
        window.picture("history").await;
        window.click("nav-now").await;
        assert_eq!(window.attribute("policy-lift", "aria-checked").await, "true");
    });
}

#[test]
fn a_damaged_database_is_set_aside_and_said() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "whole").run(async |window| {
        window.drag_dot(120, -60).await;
        window.find("undo-pill").await;
    });
    fs::write(data.path().join("attune.db"), "this is no database at all ".repeat(400)).unwrap();
    for beside in ["attune.db-wal", "attune.db-shm"] {
        let _ = fs::remove_file(data.path().join(beside));
    }
    Launch::on(data.path(), "damaged").run(async |window| {
        window.find("banner").await;
        window.picture("damaged").await;
        window.drag_dot(60, 60).await;
        window.find("undo-pill").await;
        window.click("banner-close").await;
        window.gone("banner").await;
    });
    let kept = fs::read_dir(data.path()).unwrap().filter_map(Result::ok);
    assert!(
        kept.filter(|entry| entry.file_name().to_string_lossy().contains("corrupt")).count() > 0,
        "the damaged file is not thrown away"
    );
}

#[test]
fn everything_can_be_erased() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "erase").run(async |window| {
        window.drag_dot(120, -60).await;
        window.find("undo-pill").await;
        window.click("nav-settings").await;
        window.click("delete-all").await;
        window.keys("delete-all-word", "delete").await;
        window.click("delete-all-confirm").await;
        window.find("first-start").await;
        window.click("first-start-skip").await;
        window.gone("first-start").await;
        window.click("nav-history").await;
        // Only a page that has loaded says that there is nothing.
        window.find("history-empty").await;
        assert!(!window.has("history-row").await);
    });
}

#[test]
fn what_was_exported_comes_back_after_everything_was_erased() {
    let (data, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = elsewhere.path().join("attune.json");
    Launch::on(data.path(), "restore").picking(file.clone()).run(async |window| {
        window.drag_dot(120, -60).await;
        window.find("undo-pill").await;
        window.click("nav-settings").await;
        window.click("export").await;
        window.until("the export is written", async || file.exists()).await;
        window.click("delete-all").await;
        window.keys("delete-all-word", "delete").await;
        window.click("delete-all-confirm").await;
        window.find("first-start").await;
        window.click("first-start-skip").await;
        window.gone("first-start").await;
        window.click("nav-settings").await;
        window.click("restore").await;
        window.find("restore-report").await;
        window.picture("restore-dialog").await;
        window.click("restore-confirm").await;
        window.find("put-back").await;
        window.picture("restored").await;
        window.click("nav-history").await;
        window.find("history-row").await;
        window.click("nav-settings").await;
        window.click("restore").await;
        window.find("restore-report").await;
        window.click("restore-dialog-close").await;
        window.gone("restore-dialog").await;
    });
    assert!(data.path().join("before-restore.json").exists());
}
