//! Titles that would do harm, in the tags of real files: in the window, at the desktop's player controls and in the tray.

use std::collections::BTreeSet;
use std::path::Path;

use attune_audio::synth::{Piece, Style, wav};
use attune_core::text::is_plain;

use crate::controls::{Controls, own_bus};
use crate::launch::Launch;
use crate::server::Server;
use crate::tray::Panel;
use crate::{playing, window::Window};

fn titles() -> Vec<String> {
    vec![
        "\u{202e}dnuos ot gnihtyna\u{202c} and on".into(),
        "W".repeat(10_000),
        "one\nline\r\n\tand another".into(),
        "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>".into(),
        "%s%n%x {0} {{}} $(reboot) `reboot`".into(),
        "before\0after".into(),
        "_File & Edit__&&".into(),
    ]
}

/// One piece a title, with it in a tag of version 2.4 of ID3 (id3.org).
fn music(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    for (seed, title) in (1_u16..).zip(titles()) {
        let bpm = 90.0 + 8.0 * f64::from(seed);
        let piece = Piece {
            style: Style::Dance,
            bpm,
            tonic: 2,
            minor: false,
            seconds: 8.0,
            peak_db: -3.0,
            seed: seed.into(),
        };
        let mut file = wav(&piece.render(22_050), 22_050);
        let tag = tag(&[("TIT2", &title), ("TPE1", &format!("Maker {seed}"))]);
        file.extend_from_slice(b"id3 ");
        file.extend_from_slice(&u32::try_from(tag.len()).unwrap().to_le_bytes());
        file.extend_from_slice(&tag);
        let length = u32::try_from(file.len() - 8).unwrap();
        file[4..8].copy_from_slice(&length.to_le_bytes());
        std::fs::write(folder.join(format!("{seed}.wav")), file).unwrap();
    }
}

fn tag(frames: &[(&str, &str)]) -> Vec<u8> {
    // Seven bits a byte.
    let size = |length: usize| [21, 14, 7, 0].map(|shift| (length >> shift & 0x7f) as u8);
    let mut body = Vec::new();
    for (id, text) in frames {
        body.extend_from_slice(id.as_bytes());
        body.extend_from_slice(&size(text.len() + 1));
        // No flags; then UTF-8.
        body.extend_from_slice(&[0, 0, 3]);
        body.extend_from_slice(text.as_bytes());
    }
    // Chunks begin at even places.
    body.resize(body.len().next_multiple_of(2), 0);
    [b"ID3\x04\x00\x00".as_slice(), &size(body.len()), &body].concat()
}

/// What can be compared: the window shows several spaces as one, a menu's own sign stands twice.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"_&".contains(*c)).collect()
}

/// The current track as the window, the player controls and the tray have it.
async fn everywhere(window: &Window, controls: &Controls, panel: &Panel) -> String {
    let title = window.text("current-title").await;
    window.until("it is told", async || letters(&controls.about("xesam:title")) == letters(&title)).await;
    let told = controls.about("xesam:title");
    assert!(told.chars().all(is_plain), "{told:?}");
    let start: String = letters(&title).chars().take(30).collect();
    let named = || panel.items().iter().any(|item| letters(&item.label).starts_with(&start));
    window.until("the tray has it", async || named()).await;
    let wide = "return document.documentElement.scrollWidth > innerWidth || Boolean(window.harmed)";
    assert_eq!(window.script(wide).await, false, "{title:?}");
    title
}

#[test]
fn titles_that_would_do_harm_are_text_everywhere() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let Some(bus) = own_bus(&data.path().join("home")) else { return };
    let folder = data.path().join("my music");
    music(&folder);
    let panel = Panel::on(&bus);
    let launch = playing::heard_by(&sound, Launch::on(&data.path().join("app"), "hostile-names"))
        .adding(folder)
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address().into());
    launch.run(async |window| {
        playing::without_soundscapes(window).await;
        let all = titles().len();
        playing::add_folder(window, all).await;
        window.picture("hostile-library").await;
        window.click("nav-now").await;
        let controls = Controls::on(&bus);
        window.until("Attune is on the bus", async || controls.is_there()).await;
        window.until("Attune is in the tray", async || panel.icon().is_some()).await;
        window.click("player-play").await;
        let mut met = BTreeSet::new();
        for _ in 0..4 * all {
            met.insert(everywhere(window, &controls, &panel).await);
            if met.len() == all {
                break;
            }
            let before = window.text("current-title").await;
            window.click("player-next").await;
            window.until("another is on", async || window.text("current-title").await != before).await;
        }
        window.picture("hostile-now").await;
        assert_eq!(met.len(), all, "{met:?}");
        assert!(controls.is_there());
    });
}
