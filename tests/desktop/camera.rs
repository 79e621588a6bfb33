//! The camera, or what stands in for it.

use std::{fs, path::PathBuf};

use crate::launch::Launch;

pub(crate) fn portrait() -> PathBuf {
    attune_tests::root().join("crates/attune-vision/tests/data/astronaut.png")
}

#[test]
fn without_a_camera_the_pad_still_works() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "no-camera").run(async |window| {
        window.click("camera-toggle").await;
        window
            .until("the camera says that it failed", async || {
                window.attribute("camera-state", "data-state").await == "failed"
            })
            .await;
        window.find("camera-error").await;
        window.picture("no-camera").await;
        window.drag_dot(100, -100).await;
        window.find("undo-pill").await;
        // Retry is the same button, and ends the same way.
        window.click("camera-toggle").await;
        window
            .until("it failed again", async || {
                window.attribute("camera-state", "data-state").await == "failed"
            })
            .await;
    });
}

#[test]
fn a_picture_changes_the_mood() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "picture").picking(portrait()).run(async |window| {
        let headline = window.text("headline").await;
        window.click("use-picture").await;
        window.until("the headline follows", async || window.text("headline").await != headline).await;
        let (valence, _) = window.dot().await;
        assert!(valence > 0.0, "the portrait smiles: {valence}");
        window.picture("picture").await;
    });
}

#[test]
fn a_camera_is_watched_and_closed() {
    let data = tempfile::tempdir().unwrap();
    let pictures = data.path().join("pictures");
    fs::create_dir(&pictures).unwrap();
    fs::copy(portrait(), pictures.join("1.png")).unwrap();
    Launch::on(&data.path().join("app"), "camera").seeing(pictures).run(async |window| {
        let state = async || window.attribute("camera-state", "data-state").await;
        let headline = window.text("headline").await;
        window.click("camera-toggle").await;
        window.until("it watches", async || state().await == "on").await;
        window.until("the mood follows", async || window.text("headline").await != headline).await;
        window.picture("camera").await;
        window.click("camera-toggle").await;
        window.until("it is closed", async || state().await == "off").await;
    });
}
