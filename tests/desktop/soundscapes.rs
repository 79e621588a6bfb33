//! Soundscapes: from the first start to sound, and from the mood to what is heard.

use std::time::Instant;

use crate::launch::Launch;
use crate::playing::{heard_by, loudest};
use crate::server::Server;

#[test]
fn the_first_start_sounds_and_the_music_follows_the_mood() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let recorder = sound.record("one");
    heard_by(&sound, Launch::on(data.path(), "soundscapes")).not_greeted().run(async |window| {
        window.click("first-start-next").await;
        window.picture("first-music").await;
        let pressed = Instant::now();
        window.click("first-soundscapes").await;
        window.until("it is heard", async || loudest(&recorder.so_far()) > 0.01).await;
        println!("sound {:.1} s after the press", pressed.elapsed().as_secs_f64());
        window.gone("first-start").await;
        window.find("soundscape-phrase").await;
        assert!(!window.has("listen-on").await, "there is nothing to open elsewhere");

        // Up is more energy.
        window.drag_dot(0, -120).await;
        let follows = async || window.text("soundscape-phrase").await.contains("for more energy");
        window.until("the next phrase follows", follows).await;
        window.picture("soundscapes").await;
        assert!(!window.has("player-problem").await);
    });
}
