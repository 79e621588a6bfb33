//! The listener's own music: a folder read, heard, searched, looked at and played from.

use std::{fs, path::Path};

use attune_audio::synth::{Piece, Style, wav};

use crate::launch::Launch;
use crate::playing::without_soundscapes;

/// Short pieces of known character, and something that is none.
fn music(folder: &Path) {
    fs::create_dir_all(folder.join("Evening")).unwrap();
    let pieces = [
        ("Evening/Slow Harbour.wav", Style::Pads, 60.0),
        ("Iron Parade.wav", Style::Rock, 150.0),
        ("Dancing Lanterns.wav", Style::Dance, 124.0),
        ("Garden Strings.wav", Style::Strummed, 96.0),
    ];
    for (seed, (name, style, bpm)) in (1..).zip(pieces) {
        let piece = Piece { style, bpm, tonic: 2, minor: false, seconds: 12.0, peak_db: -3.0, seed };
        fs::write(folder.join(name), wav(&piece.render(22_050), 22_050)).unwrap();
    }
    fs::write(folder.join("torn.flac"), "fLaC and nothing else").unwrap();
}

#[test]
fn a_folder_is_read_heard_searched_and_played_from() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("my music");
    music(&folder);
    let launch = Launch::on(&data.path().join("app"), "own-music").adding(folder);
    launch.run(async |window| {
        without_soundscapes(window).await;
        window.click("library-tab-own").await;
        window.find("own-no-folder").await;
        window.click("own-add-folder").await;
        window.until("four tracks are in the table", async || window.texts("own-row").await.len() == 4).await;
        window.until("all are heard", async || !window.has("listening").await).await;
        window
            .until("the folder counts them", async || window.text("folder").await.contains("4 tracks"))
            .await;
        window
            .until("one file is told to be unreadable", async || {
                window.has("unreadable").await && window.text("unreadable").await.contains("1 file")
            })
            .await;
        window.click("unreadable").await;
        assert!(window.text("unreadable-file").await.contains("torn.flac"));
        window.click("unreadable-dialog-close").await;

        window.keys("library-search", "lant dan").await;
        window
            .until("the search narrows", async || {
                let rows = window.texts("own-row").await;
                rows.len() == 1 && rows[0].contains("Dancing Lanterns")
            })
            .await;
        window.click("own-about").await;
        window
            .until("what was heard is told", async || {
                window.text("page-evidence").await.contains("the recording itself")
            })
            .await;
        assert!(window.text("page-facts").await.contains("LUFS"));
        window.picture("track-page").await;
        window.click("track-page-close").await;
        window.picture("own-music").await;

        window.click("library-tab-map").await;
        window.find("map-points").await;
        window.picture("map").await;

        // Only what this computer can play is queued, each with its reason.
        window.click("nav-now").await;
        window.until("the queue is theirs", async || window.texts("queue-row").await.len() == 3).await;
        let headings = window.texts("queue-heading").await;
        assert!(headings.first().is_some_and(|h| !h.is_empty()), "a reason stands above the rows");
    });
}

#[test]
fn the_library_is_there_again_and_deleting_everything_forgets_it() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("my music");
    music(&folder);
    let app = data.path().join("app");
    Launch::on(&app, "own-music-first").adding(folder.clone()).run(async |window| {
        window.click("nav-library").await;
        window.click("add-folder").await;
        window.until("read", async || window.texts("own-row").await.len() == 4).await;
    });
    Launch::on(&app, "own-music-again").run(async |window| {
        window.click("nav-library").await;
        window.until("there again", async || window.texts("own-row").await.len() == 4).await;
        window.click("nav-settings").await;
        window.click("delete-all").await;
        window.keys("delete-all-word", "delete").await;
        window.click("delete-all-confirm").await;
        window.until("all is new", async || window.has("first-start").await).await;
        window.click("first-start-skip").await;
        window.gone("first-start").await;
        window.click("nav-library").await;
        window.click("library-tab-own").await;
        window.find("own-no-folder").await;
    });
    assert!(folder.join("Iron Parade.wav").is_file(), "files are not touched");
}
