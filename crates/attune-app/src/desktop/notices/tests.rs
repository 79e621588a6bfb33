//! Against a stand-in for the desktop's notifications on a bus of its own.

#![expect(clippy::too_many_arguments, clippy::used_underscore_binding, reason = "as the desktop has it")]

use super::*;
use crate::desktop::picture::tests::picture;
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use zbus::blocking::connection::{Builder, Connection};
use zbus::zvariant::OwnedValue;

/// What the stand-in was asked to show.
#[derive(Debug, Clone)]
struct Shown {
    replaces: u32,
    title: String,
    body: String,
    actions: Vec<String>,
    hints: HashMap<String, OwnedValue>,
}

impl Shown {
    fn hint<T: TryFrom<OwnedValue>>(&self, name: &str) -> Option<T> {
        T::try_from(self.hints.get(name)?.try_clone().ok()?).ok()
    }
}

#[derive(Clone)]
struct Shows {
    capabilities: Vec<String>,
    all: Arc<Mutex<Vec<Shown>>>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Shows {
    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    fn notify(
        &self,
        app: &str,
        replaces: u32,
        _icon: &str,
        title: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        assert_eq!(app, "Attune");
        self.all.lock().unwrap().push(Shown { replaces, title, body, actions, hints });
        41
    }
}

/// A bus with the stand-in; both end with the test.
struct Stage {
    bus: Child,
    address: String,
    shows: Shows,
    _served: Connection,
}

impl Stage {
    /// None where there is no program for a bus.
    fn new(capabilities: &[&str]) -> Option<Self> {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|_| println!("skipped: dbus-daemon is not installed"))
            .ok()?;
        let mut address = String::new();
        BufReader::new(bus.stdout.take()?).read_line(&mut address).ok()?;
        let address = address.trim().to_owned();
        let capabilities = capabilities.iter().map(ToString::to_string).collect();
        let shows = Shows { capabilities, all: Arc::default() };
        let builder =
            Builder::address(address.as_str()).unwrap().name("org.freedesktop.Notifications").unwrap();
        let served =
            builder.serve_at("/org/freedesktop/Notifications", shows.clone()).unwrap().build().unwrap();
        Some(Self { bus, address, shows, _served: served })
    }

    fn notices(&self) -> Notices {
        Notices { desktop: Desktop::at(&self.address), last: None }
    }

    fn shown(&self) -> Vec<Shown> {
        self.shows.all.lock().unwrap().clone()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// The picture with this track on, wanted.
fn playing(id: &str, title: &str, artist: &str) -> Picture {
    let mut picture = picture();
    picture.announce = true;
    let track = picture.track.as_mut().unwrap();
    (track.id, track.title, track.artist) = (TrackId(id.into()), title.into(), artist.into());
    picture
}

#[test]
fn each_track_is_told_once_quietly_in_the_place_of_the_one_before() {
    let Some(stage) = Stage::new(&["body"]) else { return };
    let mut notices = stage.notices();
    notices.show(&playing("a", "Glass Rain", "Mira Holm"), Some(Path::new("/tmp/a b.jpg")), || false);
    notices.show(&playing("a", "Glass Rain", "Mira Holm"), None, || false);
    notices.show(&playing("b", "Second", "Other"), None, || false);
    let shown = stage.shown();
    assert_eq!(shown.len(), 2);
    assert_eq!(
        (shown[0].title.as_str(), shown[0].body.as_str(), shown[0].replaces),
        ("Glass Rain", "Mira Holm", 0)
    );
    assert_eq!(shown[1].replaces, 41, "the next one replaces it");
    for one in &shown {
        assert_eq!((one.hint("transient"), one.hint("suppress-sound")), (Some(true), Some(true)));
        assert_eq!(one.hint::<u8>("urgency"), Some(0));
        assert!(one.actions.is_empty());
    }
    assert_eq!(shown[0].hint::<String>("image-path").as_deref(), Some("file:///tmp/a%20b.jpg"));
    assert_eq!(shown[1].hint::<String>("image-path"), None);
}

#[test]
fn nothing_is_told_that_is_not_wanted_not_heard_or_seen_already() {
    let Some(stage) = Stage::new(&["body"]) else { return };
    let mut notices = stage.notices();
    let mut unwanted = playing("a", "A", "");
    unwanted.announce = false;
    notices.show(&unwanted, None, || false);
    let mut silent = playing("b", "B", "");
    silent.playing.status = attune_core::player::PlayStatus::Paused;
    notices.show(&silent, None, || false);
    notices.show(&playing("c", "C", ""), None, || true);
    // Looking away later is no news.
    notices.show(&playing("c", "C", ""), None, || false);
    assert!(stage.shown().is_empty());
    notices.show(&playing("d", "D", ""), None, || false);
    assert_eq!(stage.shown().len(), 1);
}

#[test]
fn hostile_names_are_text_and_nothing_else() {
    let hostile = "<a href=\"http://x\">R&B</a>\n\u{202e}evil";
    for (capabilities, body) in [
        (&["body", "body-markup"][..], "&lt;a href=\"http://x\"&gt;R&amp;B&lt;/a&gt;evil"),
        (&["body"][..], "<a href=\"http://x\">R&B</a>evil"),
    ] {
        let Some(stage) = Stage::new(capabilities) else { return };
        stage.notices().show(&playing("a", hostile, hostile), None, || false);
        let shown = stage.shown();
        assert_eq!(shown[0].body, body);
        assert_eq!(shown[0].title, "<a href=\"http://x\">R&B</a>evil", "a title has no marks");
    }
}

#[test]
fn names_of_any_length_and_with_any_sign_are_one_plain_line() {
    let Some(stage) = Stage::new(&["body"]) else { return };
    let mut notices = stage.notices();
    let names = [
        "\u{202e}dnuos ot gnihtyna\u{202c} and on".to_owned(),
        "W".repeat(10_000),
        "one\nline\r\n\tand another".to_owned(),
        "%s%n%x {0} {{}} $(reboot) `reboot`".to_owned(),
        "\u{1b}[31mred\u{7}".to_owned(),
    ];
    for (id, name) in ["a", "b", "c", "d", "e"].into_iter().zip(&names) {
        notices.show(&playing(id, name, name), None, || false);
    }
    let shown = stage.shown();
    assert_eq!(shown.len(), names.len());
    for text in shown.iter().flat_map(|one| [&one.title, &one.body]) {
        assert!(text.chars().all(attune_core::text::is_plain), "{text:?}");
        assert!(!text.is_empty() && text.chars().count() <= 100, "{text:?}");
    }
    assert_eq!(shown[3].title, names[3], "letters are letters");
}

#[test]
fn without_a_desktop_that_shows_them_nothing_happens() {
    let Some(stage) = Stage::new(&["body"]) else { return };
    let mut notices = Notices { desktop: Desktop::at("unix:path=/nowhere"), last: None };
    notices.show(&playing("a", "A", ""), None, || false);
    assert!(stage.shown().is_empty());
}
