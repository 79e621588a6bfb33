//! The first start.

use crate::launch::Launch;

#[test]
fn cards_come_once_and_can_be_paged() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "first-start").not_greeted().run(async |window| {
        let first = window.text("first-start-step").await;
        window.picture("first-start").await;
        window.click("first-start-next").await;
        window.until("the second card", async || window.text("first-start-step").await != first).await;
        window.click("first-start-skip").await;
        window.gone("first-start").await;
    });
    Launch::on(data.path(), "second-start").not_greeted().run(async |window| {
        window.find("headline").await;
        assert!(!window.has("first-start").await);
    });
}
