//! The tray: a desktop's panel on a bus of its own shows the app's menu, and what is chosen there is done.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use attune_testkit::keyring_bus::KeyringBus;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use crate::{
    controls::{connection, own_bus},
    launch::Launch,
    playing,
    server::Server,
    window::Window,
    x11,
};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// What keeps the icons of a desktop's panel.
struct Watcher(Arc<Mutex<Vec<String>>>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        self.0.lock().unwrap().push(service);
    }

    #[expect(clippy::unused_self, reason = "the bus asks an object")]
    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }
}

/// A panel with a tray.
pub(crate) struct Panel {
    connection: Connection,
    icons: Arc<Mutex<Vec<String>>>,
}

/// An item of a menu: its number, its words, and whether it can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    id: i32,
    pub(crate) label: String,
    enabled: bool,
}

/// A menu as its protocol sends it: number, properties, and the items below.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

impl Panel {
    pub(crate) fn on(bus: &KeyringBus) -> Self {
        let (connection, icons) = (connection(bus), Arc::<Mutex<Vec<String>>>::default());
        let watcher = Watcher(icons.clone());
        connection.object_server().at("/StatusNotifierWatcher", watcher).unwrap();
        connection.request_name(WATCHER).unwrap();
        Self { connection, icons }
    }

    /// It goes, as panels do that are restarted.
    fn leave(&self) {
        self.connection.release_name(WATCHER).unwrap();
        self.icons.lock().unwrap().clear();
    }

    pub(crate) fn icon(&self) -> Option<String> {
        self.icons.lock().unwrap().last().cloned()
    }

    fn menu(&self) -> Proxy<'static> {
        let icon = self.icon().expect("an icon");
        let item =
            Proxy::new(&self.connection, icon.clone(), "/StatusNotifierItem", "org.kde.StatusNotifierItem");
        let path: OwnedObjectPath = item.unwrap().get_property("Menu").unwrap();
        Proxy::new(&self.connection, icon, path, "com.canonical.dbusmenu").unwrap()
    }

    pub(crate) fn items(&self) -> Vec<Item> {
        let answer = self.menu().call_method("GetLayout", &(0, -1, Vec::<String>::new())).unwrap();
        let (_, (_, _, children)): (u32, Layout) = answer.body().deserialize().unwrap();
        let item = |value: OwnedValue| {
            let (id, about, _) = Layout::try_from(value).unwrap();
            let label = about.get("label").map_or("", |l| l.downcast_ref::<&str>().unwrap());
            let enabled = about.get("enabled").is_none_or(|e| e.downcast_ref::<bool>().unwrap());
            Item { id, label: label.to_owned(), enabled }
        };
        children.into_iter().map(item).filter(|item| !item.label.is_empty()).collect()
    }

    fn has(&self, label: &str) -> bool {
        self.items().iter().any(|item| item.label == label)
    }

    /// Clicks on the item that says this.
    fn choose(&self, label: &str) {
        let items = self.items();
        let item = items.iter().find(|item| item.label == label);
        let item = item.unwrap_or_else(|| panic!("no {label} in {items:?}"));
        assert!(item.enabled, "{label} cannot be chosen");
        self.menu().call_method("Event", &(item.id, "clicked", Value::new(0), 0_u32)).unwrap();
    }
}

async fn label(window: &Window, expected: &str) {
    let what = format!("the button says {expected}");
    window.until(&what, async || window.attribute("player-play", "aria-label").await == expected).await;
}

/// Chooses German in the settings.
const GERMAN: &str = "
    const choice = document.querySelector('[data-testid=language]');
    choice.value = 'de';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
";

#[test]
fn the_menu_follows_what_happens_and_does_what_it_says() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let Some(bus) = own_bus(&data.path().join("home")) else { return };
    let (folder, camera) = (data.path().join("my music"), data.path().join("camera"));
    playing::music(&folder);
    std::fs::create_dir_all(&camera).unwrap();
    image::RgbImage::new(64, 64).save(camera.join("dark.png")).unwrap();
    let panel = Panel::on(&bus);
    let launch = playing::heard_by(&sound, Launch::on(&data.path().join("app"), "tray"))
        .adding(folder)
        .seeing(camera)
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address().into());
    launch.run(async |window| {
        window.until("Attune is in the tray", async || panel.icon().is_some()).await;
        let play = panel.items().into_iter().find(|item| item.label == "Play");
        assert!(play.is_some_and(|item| !item.enabled), "a list plays nothing");
        window.click("nav-library").await;
        playing::add_folder(window, 2).await;
        window.click("nav-now").await;
        window.find("player-play").await;
        let named = |title: &str| panel.items().iter().any(|item| item.label.starts_with(title));
        // Until it plays, what is heard in the two may still exchange them.
        window.until("the menu names the track", async || named(&window.text("current-title").await)).await;

        panel.choose("Play");
        label(window, "Pause").await;
        let first = window.text("current-title").await;
        window.until("the menu says so", async || panel.has("Pause")).await;
        panel.choose("Next track");
        window.until("the other is on", async || window.text("current-title").await != first).await;
        let second = window.text("current-title").await;
        window.until("the menu names it", async || named(&second)).await;
        panel.choose("Pause");
        label(window, "Play").await;

        panel.choose("Start camera");
        window.until("the camera is on", async || panel.has("Camera on")).await;
        panel.choose("Close camera");
        window.until("the camera is off", async || panel.has("Camera closed")).await;

        window.click("nav-settings").await;
        window.find("language").await;
        window.script(GERMAN).await;
        window
            .until("the menu speaks German", async || panel.has("Attune zeigen") && panel.has("Kamera aus"))
            .await;
    });
}

#[test]
fn closing_the_window_keeps_attune_in_the_tray_where_that_is_wanted() {
    let data = tempfile::tempdir().unwrap();
    let Some(bus) = own_bus(&data.path().join("home")) else { return };
    let panel = Panel::on(&bus);
    let launch = Launch::on(&data.path().join("app"), "close-to-tray")
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address().into());
    launch.run(async |window| {
        window.until("Attune is in the tray", async || panel.icon().is_some()).await;
        window.click("nav-settings").await;
        window.click("stay-in-tray").await;
        let kept = data.path().join("app/settings.json");
        let set = || std::fs::read_to_string(&kept).is_ok_and(|text| text.contains("\"stayInTray\": true"));
        window.until("it is set", async || set()).await;
        let shown = || x11::shows("Attune");
        assert!(shown());
        x11::close("Attune");
        window.until("the window is hidden", async || !shown()).await;
        panel.choose("Show Attune");
        window.until("the window is back", async || shown()).await;

        x11::close("Attune");
        window.until("the window is hidden again", async || !shown()).await;
        panel.leave();
        window.until("without a tray the window is back", async || shown()).await;
        window.click("nav-now").await;
        window.click("nav-settings").await;
        window.find("stay-in-tray").await;
        x11::close("Attune");
        window.until("now closing it quits", async || !shown() && !is_running(&bus)).await;
    });
}

fn is_running(bus: &KeyringBus) -> bool {
    let bus = zbus::blocking::fdo::DBusProxy::new(&connection(bus)).unwrap();
    bus.name_has_owner("org.mpris.MediaPlayer2.attune".try_into().unwrap()).unwrap()
}
