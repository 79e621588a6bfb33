//! Setting the mood by hand.

use crate::{launch::Launch, window::Window};

const RIGHT: &str = "\u{e014}";
const UP: &str = "\u{e013}";
const ENTER: &str = "\u{e007}";

async fn queue(window: &Window) -> Vec<String> {
    window.find("queue-row").await;
    window.texts("queue-row").await
}

#[test]
fn dragging_the_dot_sets_the_mood_and_the_music() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "drag").run(async |window| {
        let headline = window.text("headline").await;
        let before = queue(window).await;
        assert!(!window.has("undo-pill").await);

        window.drag_dot(-130, 120).await;
        window.find("undo-pill").await;
        window.until("the headline follows", async || window.text("headline").await != headline).await;
        window.until("the queue follows", async || queue(window).await != before).await;
        let (valence, arousal) = window.dot().await;
        assert!(valence < -0.3 && arousal < -0.3, "({valence}, {arousal})");

        window.click("undo-correction").await;
        window.gone("undo-pill").await;
        window.until("the headline goes back", async || window.text("headline").await == headline).await;
    });
}

#[test]
fn the_dot_moves_by_keys() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "keys").run(async |window| {
        let (valence, arousal) = window.dot().await;
        window.keys("plane-dot", &format!("{}{}", RIGHT.repeat(6), UP.repeat(4))).await;
        assert!(!window.has("undo-pill").await, "nothing is set before Enter");
        window.keys("plane-dot", ENTER).await;
        window.find("undo-pill").await;
        window
            .until("the dot stays where the keys put it", async || {
                let (v, a) = window.dot().await;
                (v - valence - 0.3).abs() < 0.06 && (a - arousal - 0.2).abs() < 0.06
            })
            .await;
    });
}

#[test]
fn policies_change_the_goal() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "policies").run(async |window| {
        window.drag_dot(-130, 0).await;
        window.find("undo-pill").await;
        for policy in ["lift", "calm", "energise", "hold", "match"] {
            let button = format!("policy-{policy}");
            window.click(&button).await;
            window
                .until(&format!("{policy} is chosen"), async || {
                    window.attribute(&button, "aria-checked").await == "true"
                })
                .await;
        }
    });
}
