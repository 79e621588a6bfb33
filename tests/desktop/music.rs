//! Catalogues and the queue.

use std::fs;

use crate::launch::Launch;

const CATALOGUE: &str = "\
track_id,track_name,artists,valence,energy,year
a1,Morning Letters,The Harbours,0.91,0.72,2011
a2,Slow Tide,The Harbours,0.35,0.21,2013
a3,Paper Lanterns,Ines Vale,0.62,0.40,2019
a4,No Numbers,Ines Vale,loud,0.40,2019
a5,Nobody Wrote It,,0.5,0.40,2019
";

#[test]
fn a_csv_becomes_a_catalogue() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("my songs.csv");
    fs::write(&file, CATALOGUE).unwrap();
    Launch::on(&data.path().join("app"), "import").picking(file).run(async |window| {
        window.click("nav-library").await;
        window.until("soundscapes are listed", async || window.all("catalogue").await.len() == 2).await;
        let before = window.all("catalogue").await.len();
        window.click("import-csv").await;
        let report = window.text("import-report").await;
        assert!(report.contains('4'), "four tracks have a title and an artist: {report}");
        assert!(window.has("import-bad-rows").await, "one has no artist: {report}");
        assert!(window.has("import-lost-values").await, "one number is none: {report}");
        window
            .until("the catalogue is listed", async || window.all("catalogue").await.len() == before + 1)
            .await;
        window.keys("library-search", "Lanterns").await;
        window
            .until("the track is found", async || {
                let rows = window.texts("library-row").await;
                rows.len() == 1 && rows[0].contains("Ines Vale")
            })
            .await;
        window.picture("library").await;
    });
}

#[test]
fn without_the_starter_catalogue_the_queue_is_empty() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "starter").run(async |window| {
        window.find("queue-row").await;
        window.click("nav-library").await;
        window.click("starter-toggle").await;
        window.click("nav-now").await;
        window.gone("queue-row").await;
        window.find("queue-empty").await;
        window.click("to-library").await;
        window.click("starter-toggle").await;
        window.click("nav-now").await;
        window.find("queue-row").await;
    });
}

#[test]
fn next_moves_on() {
    let data = tempfile::tempdir().unwrap();
    Launch::on(data.path(), "next").run(async |window| {
        let current = window.text("current-title").await;
        window.click("next").await;
        window.until("another title", async || window.text("current-title").await != current).await;
    });
}
