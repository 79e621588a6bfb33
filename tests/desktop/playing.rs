//! The listener's own music, sounding: the window drives a real player into a real sound server.

use std::{fs, path::Path};

use attune_audio::synth::{Piece, Style, wav};

use crate::launch::Launch;
use crate::server::Server;
use crate::window::Window;

/// Two pieces of twelve seconds.
pub(crate) fn music(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (seed, name) in [(1, "One Lantern.wav"), (2, "Two Lanterns.wav")] {
        let piece = Piece {
            style: Style::Dance,
            bpm: 124.0,
            tonic: 2,
            minor: false,
            seconds: 12.0,
            peak_db: -3.0,
            seed,
        };
        fs::write(folder.join(name), wav(&piece.render(22_050), 22_050)).unwrap();
    }
}

/// Leaves the queue to own music, which otherwise soundscapes follow.
pub(crate) async fn without_soundscapes(window: &Window) {
    window.click("nav-library").await;
    window.click("catalogue-toggle").await;
    let off = async || window.attribute("catalogue-toggle", "aria-checked").await == "false";
    window.until("soundscapes are off", off).await;
}

/// Adds the folder that the dialog answers with, in the library, and waits until all its tracks are in the table.
pub(crate) async fn add_folder(window: &Window, tracks: usize) {
    window.click("library-tab-own").await;
    window.click("own-add-folder").await;
    window.until("all are in the table", async || window.texts("own-row").await.len() == tracks).await;
}

/// The app plays into this server and nowhere else.
pub(crate) fn heard_by(sound: &Server, launch: Launch) -> Launch {
    let socket = format!("unix:{}", sound.path().join("pulse/native").display());
    launch
        .with("PULSE_SERVER", socket.into())
        .with("PULSE_COOKIE", sound.path().join("cookie"))
        .with("ALSA_CONFIG_PATH", sound.path().join("asound.conf"))
}

pub(crate) fn loudest(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |most, sample| most.max(sample.abs()))
}

#[test]
fn own_files_sound_pause_and_follow_each_other() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("my music");
    music(&folder);
    let launch = heard_by(&sound, Launch::on(&data.path().join("app"), "playing")).adding(folder);
    let recorder = sound.record("one");
    launch.run(async |window| {
        window.click("nav-library").await;
        add_folder(window, 2).await;
        window.click("nav-now").await;

        window.click("player-play").await;
        window.until("time passes", async || window.text("player-at").await == "0:03").await;
        // Before, what is heard in the two could still exchange them.
        let first = window.text("current-title").await;
        assert!(loudest(&recorder.so_far()) > 0.05, "it is heard");
        window.picture("playing").await;
        window.click("player-play").await;
        window
            .until("it pauses", async || window.attribute("player-play", "aria-label").await == "Play")
            .await;

        window.click("player-next").await;
        window.until("the other is on", async || window.text("current-title").await != first).await;
        assert!(!window.has("player-problem").await);
    });
}
