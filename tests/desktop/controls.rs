//! Media keys: the desktop's player controls drive the app over a real session bus, and show what the window shows.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

use attune_testkit::keyring_bus::KeyringBus;
use zbus::{
    blocking::{Connection, Proxy, connection::Builder, fdo::DBusProxy},
    zvariant::{ObjectPath, OwnedValue},
};

use crate::{
    launch::{self, Launch},
    playing,
    server::Server,
    window::Window,
    x11,
};

const NAME: &str = "org.mpris.MediaPlayer2.attune";

/// A bus of the test's own; none, said in a line, where there is none to be had.
pub(crate) fn own_bus(home: &Path) -> Option<KeyringBus> {
    if KeyringBus::is_possible() {
        return Some(KeyringBus::closed(home).unwrap());
    }
    println!("skipped: no dbus-run-session, dbus-send or gnome-keyring-daemon");
    None
}

pub(crate) fn connection(bus: &KeyringBus) -> Connection {
    Builder::address(bus.address()).unwrap().build().unwrap()
}

/// The app as a desktop's player controls see it.
pub(crate) struct Controls {
    player: Proxy<'static>,
    app: Proxy<'static>,
    bus: DBusProxy<'static>,
}

impl Controls {
    pub(crate) fn on(bus: &KeyringBus) -> Self {
        let connection = connection(bus);
        let path = "/org/mpris/MediaPlayer2";
        let proxy = |interface: &'static str| {
            let builder = zbus::blocking::proxy::Builder::<Proxy<'static>>::new(&connection);
            let proxy = builder.destination(NAME).unwrap().path(path).unwrap().interface(interface).unwrap();
            // What is read comes from the app each time.
            proxy.cache_properties(zbus::proxy::CacheProperties::No).build().unwrap()
        };
        Self {
            player: proxy("org.mpris.MediaPlayer2.Player"),
            app: proxy("org.mpris.MediaPlayer2"),
            bus: DBusProxy::new(&connection).unwrap(),
        }
    }

    fn call(&self, method: &str) {
        self.player.call_method(method, &()).unwrap();
    }

    fn text(&self, property: &str) -> String {
        self.player.get_property(property).unwrap()
    }

    fn number(&self, property: &str) -> i64 {
        self.player.get_property(property).unwrap()
    }

    fn metadata(&self) -> HashMap<String, OwnedValue> {
        self.player.get_property("Metadata").unwrap()
    }

    pub(crate) fn about(&self, key: &str) -> String {
        let value = self.metadata().remove(key).unwrap();
        String::try_from(value).unwrap()
    }

    fn track(&self) -> ObjectPath<'static> {
        let value = self.metadata().remove("mpris:trackid").unwrap();
        ObjectPath::try_from(value).unwrap()
    }

    pub(crate) fn is_there(&self) -> bool {
        self.bus.name_has_owner(NAME.try_into().unwrap()).unwrap()
    }
}

async fn label(window: &Window, expected: &str) {
    let what = format!("the button says {expected}");
    window.until(&what, async || window.attribute("player-play", "aria-label").await == expected).await;
}

#[test]
fn media_keys_do_what_the_buttons_do() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let Some(bus) = own_bus(&data.path().join("home")) else { return };
    let folder = data.path().join("my music");
    playing::music(&folder);
    image::RgbImage::from_pixel(640, 640, image::Rgb([200, 80, 40])).save(folder.join("cover.png")).unwrap();
    let launch = playing::heard_by(&sound, Launch::on(&data.path().join("app"), "media-keys"))
        .adding(folder)
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address().into());
    launch.run(async |window| {
        playing::without_soundscapes(window).await;
        playing::add_folder(window, 2).await;
        window.click("nav-now").await;
        let controls = Controls::on(&bus);
        window.until("Attune is on the bus", async || controls.is_there()).await;
        assert_eq!(controls.text("PlaybackStatus"), "Stopped");

        controls.call("PlayPause");
        label(window, "Pause").await;
        window.until("it is told", async || controls.text("PlaybackStatus") == "Playing").await;
        metadata(&controls, window).await;
        assert!(window.attribute("player-cover", "src").await.starts_with("data:image/jpeg"));
        places(&controls, window).await;

        controls.player.set_property("Volume", 0.3).unwrap();
        window
            .until("the volume is shown", async || {
                window.find("player-volume").await.prop("value").await.unwrap().as_deref() == Some("30")
            })
            .await;

        let first = window.text("current-title").await;
        controls.call("Next");
        window.until("the other is on", async || window.text("current-title").await != first).await;
        let second = window.text("current-title").await;
        window.until("it is told", async || controls.about("xesam:title") == second).await;

        controls.call("Pause");
        label(window, "Play").await;
        controls.call("Play");
        label(window, "Pause").await;
        controls.call("Stop");
        label(window, "Play").await;
        window.until("it is at the start", async || window.text("player-at").await == "0:00").await;

        controls.app.call_method("Quit", &()).unwrap();
        window.until("the app is gone", async || !controls.is_there()).await;
    });
}

#[test]
fn a_desktop_without_a_bus_is_said_in_one_line_and_the_app_runs() {
    let data = tempfile::tempdir().unwrap();
    let log = data.path().join("log");
    // Without the driver, which keeps what the program prints to itself.
    let mut app = Command::new(launch::app())
        .arg("--data-dir")
        .arg(data.path().join("app"))
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", data.path().join("no bus").display()))
        .stderr(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let said = || fs::read_to_string(&log).unwrap();
    wait(|| x11::shows("Attune") && said().contains("no session bus"), &said);
    assert_eq!(said().lines().filter(|line| line.contains("bus")).count(), 1, "{}", said());
    x11::close("Attune");
    let mut ended = None;
    wait(
        || {
            ended = app.try_wait().unwrap();
            ended.is_some()
        },
        &said,
    );
    assert!(ended.is_some_and(|status| status.success()), "{}", said());
}

/// Waits for that.
fn wait(mut condition: impl FnMut() -> bool, said: &dyn Fn() -> String) {
    let end = Instant::now() + Duration::from_mins(3);
    while !condition() {
        assert!(Instant::now() < end, "it never came to this: {}", said());
        sleep(Duration::from_millis(100));
    }
}

async fn metadata(controls: &Controls, window: &Window) {
    assert_eq!(controls.about("xesam:title"), window.text("current-title").await);
    let length = controls.metadata().remove("mpris:length").unwrap();
    assert_eq!(i64::try_from(length).unwrap(), 12_000_000, "in microseconds");
    let cover = controls.about("mpris:artUrl");
    let file = cover.strip_prefix("file://").expect("a file");
    assert_eq!(image::open(file).unwrap().to_rgb8().dimensions(), (512, 512));
}

/// Going elsewhere in the track.
async fn places(controls: &Controls, window: &Window) {
    controls.call("Pause");
    label(window, "Play").await;
    let position = |ms: i64| (controls.track(), ms * 1_000);
    controls.player.call_method("SetPosition", &position(8_000)).unwrap();
    window.until("it is at 8 s", async || window.text("player-at").await == "0:08").await;
    controls.player.call_method("Seek", &(-5_000_000_i64)).unwrap();
    window.until("it is at 3 s", async || window.text("player-at").await == "0:03").await;
    window.until("it is told", async || controls.number("Position") == 3_000_000).await;
    // Beyond the end, and for another track: to be ignored.
    controls.player.call_method("SetPosition", &position(60_000)).unwrap();
    let other = ObjectPath::try_from("/app/attune/track/0").unwrap();
    controls.player.call_method("SetPosition", &(other, 1_000_000_i64)).unwrap();
    controls.call("Play");
    label(window, "Pause").await;
    window.until("it goes on from there", async || window.text("player-at").await == "0:04").await;
}
