//! What Attune has learned: said on its page, kept over a start, forgotten and undone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{launch::Launch, window::Window};

/// A folder with the one portrait, which stands in for a camera.
fn camera(data: &Path) -> PathBuf {
    let pictures = data.join("pictures");
    fs::create_dir_all(&pictures).unwrap();
    let portrait = attune_tests::root().join("crates/attune-vision/tests/data/astronaut.png");
    fs::copy(portrait, pictures.join("1.png")).unwrap();
    pictures
}

async fn open_learned(window: &Window) {
    window.click("nav-settings").await;
    window.click("open-learned").await;
    window.find("learned").await;
}

async fn watch(window: &Window) {
    window.click("camera-toggle").await;
    window.until("it watches", async || window.attribute("camera-state", "data-state").await == "on").await;
}

async fn says(window: &Window, name: &str, words: &str) {
    window
        .until(&format!("{name} says {words:?}"), async || {
            window.texts(name).await.iter().any(|text| text.contains(words))
        })
        .await;
}

#[test]
fn never_again_is_undone_kept_and_taken_back() {
    let data = tempfile::tempdir().unwrap();
    let mut song = String::new();
    Launch::on(data.path(), "never").run(async |window| {
        let first = window.text("current-title").await;
        window.click("never").await;
        window.until("another song", async || window.text("current-title").await != first).await;
        window.click("undo-toast-action").await;
        open_learned(window).await;
        window.gone("blocked-track").await;
        window.click("nav-now").await;
        window.click("never").await;
        open_learned(window).await;
        song = window.text("blocked-track").await.lines().next().unwrap().to_owned();
    });
    Launch::on(data.path(), "never-kept").run(async |window| {
        open_learned(window).await;
        says(window, "blocked-track", &song).await;
        window.picture("learned").await;
        window.click("blocked-track-action").await;
        window.gone("blocked-track").await;
        window.click("undo-toast-action").await;
        says(window, "blocked-track", &song).await;
    });
}

#[test]
fn a_heart_teaches_and_is_forgotten() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "heart").run(async |window| {
        let song = window.text("current-title").await;
        open_learned(window).await;
        window.find("taste-empty").await;
        window.click("nav-now").await;
        window.click("like").await;
        open_learned(window).await;
        says(window, "heart", &song).await;
        window.gone("taste-empty").await;
        window.click("learned-hearts-forget").await;
        window.click("forget-dialog-confirm").await;
        window.find("taste-empty").await;
    });
    Launch::on(data.path(), "heart-forgotten").run(async |window| {
        open_learned(window).await;
        window.find("taste-empty").await;
    });
}

#[test]
fn a_correction_under_watch_teaches_what_to_take_off() {
    let data = tempfile::tempdir().unwrap();
    let app = data.path().join("app");
    Launch::on(&app, "habit").seeing(camera(data.path())).run(async |window| {
        let headline = window.text("headline").await;
        watch(window).await;
        window.until("the mood follows", async || window.text("headline").await != headline).await;
        window.drag_dot(-120, 60).await;
        window.find("undo-pill").await;
        open_learned(window).await;
        says(window, "habit-face", "You corrected it once").await;
    });
    Launch::on(&app, "habit-kept").run(async |window| {
        open_learned(window).await;
        says(window, "habit-face", "You corrected it once").await;
        window.click("habit-forget").await;
        window.click("forget-habit-dialog-confirm").await;
        says(window, "habit-face", "Nothing yet").await;
    });
}

#[test]
fn a_smile_is_no_face_at_rest() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(&data.path().join("app"), "neutral").seeing(camera(data.path())).run(async |window| {
        watch(window).await;
        open_learned(window).await;
        window.click("calibrate").await;
        window.click("calibration-start").await;
        says(window, "calibration-problem", "nothing was saved").await;
        window.picture("calibration").await;
        window.click("calibration-close").await;
        says(window, "learned-neutral", "Not calibrated yet").await;
    });
}

/// A picture of somebody calm, from the pictures that the detector is measured with; it is not ours to keep here.
fn calm(data: &Path) -> Option<PathBuf> {
    let all = attune_tests::root().join("../shared/data/faces/wider_val_train_416.tar");
    let pictures = data.join("calm");
    fs::create_dir_all(&pictures).unwrap();
    let name = "./images/9_Press_Conference_Press_Conference_9_352.jpg";
    let tar = Command::new("tar").arg("-xf").arg(&all).arg("-C").arg(&pictures).arg(name).output().ok()?;
    tar.status.success().then(|| pictures.join("images"))
}

#[test]
fn a_face_at_rest_is_shown_kept_and_cleared() {
    let data = tempfile::tempdir().unwrap();
    let Some(pictures) = calm(data.path()) else {
        println!("skipped: the pictures of faces are not here");
        return;
    };
    let app = data.path().join("app");
    Launch::on(&app, "at-rest").seeing(pictures).run(async |window| {
        watch(window).await;
        open_learned(window).await;
        window.click("calibrate").await;
        window.click("calibration-start").await;
        window.find("calibration-done").await;
        window.picture("calibration-done").await;
        window.click("calibration-finish").await;
        says(window, "neutral", "Last calibrated: Today").await;
    });
    Launch::on(&app, "at-rest-kept").run(async |window| {
        open_learned(window).await;
        says(window, "neutral", "Last calibrated: Today").await;
        window.click("neutral-clear").await;
        window.click("neutral-clear-dialog-confirm").await;
        says(window, "neutral", "Not calibrated yet").await;
    });
}
