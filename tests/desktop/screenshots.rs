//! Pictures of each view, light and dark, for people to look at.

use crate::launch::Launch;

#[test]
fn screenshots_of_all_views() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "views").run(async |window| {
        window.drag_dot(90, -40).await;
        window.find("undo-pill").await;
        let plane = window.find("plane").await.rectangle().await.unwrap();
        let current = window.find("current").await.rectangle().await.unwrap();
        assert!(plane.0 + plane.2 <= current.0, "the plane {plane:?} covers the music {current:?}");
        for theme in ["light", "dark"] {
            window.click("nav-settings").await;
            window.click(&format!("theme-{theme}")).await;
            for view in ["now", "library", "history", "settings"] {
                window.click(&format!("nav-{view}")).await;
                window.picture(&format!("{view}-{theme}")).await;
            }
        }
        let wider = window.script("return document.documentElement.scrollWidth - window.innerWidth").await;
        assert!(wider.as_f64().is_some_and(|pixels| pixels <= 0.0), "the page is {wider} pixels too wide");
        window.click("nav-now").await;
        window.resize(400, 800).await;
        window.picture("narrow-dark").await;
    });
}
