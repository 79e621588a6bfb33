//! The window as a screen reader has it: by the tree on the accessibility bus (AT-SPI 2), without a pointer or a look.

use std::{collections::HashSet, fs};

use attune_testkit::keyring_bus::KeyringBus;
use zbus::{
    blocking::{Connection, Proxy, connection::Builder},
    proxy::CacheProperties,
    zvariant::OwnedObjectPath,
};

use crate::{
    controls,
    launch::{Launch, screenshots},
    window::Window,
};

/// Kinds of parts, as `AtspiRole` numbers them.
mod role {
    pub(super) const DIALOG: u32 = 16;
    pub(super) const BUTTON: u32 = 43;
    pub(super) const RADIO: u32 = 44;
    pub(super) const SLIDER: u32 = 51;
    pub(super) const TABLE: u32 = 55;
    pub(super) const TOGGLE: u32 = 62;
    pub(super) const FIELD: u32 = 79;
    pub(super) const HEADING: u32 = 83;
    pub(super) const ROW: u32 = 90;
    pub(super) const DOCUMENT: u32 = 95;
    pub(super) const LANDMARK: u32 = 110;
}

/// What parts are, as `AtspiStateType` numbers it.
mod state {
    pub(super) const CHECKED: u32 = 4;
    pub(super) const FOCUSABLE: u32 = 11;
    pub(super) const FOCUSED: u32 = 12;
    pub(super) const PRESSED: u32 = 20;
}

/// More parts than the largest view has: past them the tree goes in circles.
const MANY: usize = 5_000;

/// A part of the window.
struct Part {
    connection: Connection,
    place: (String, OwnedObjectPath),
    role: u32,
    name: String,
    states: u64,
}

impl Part {
    /// None where it has gone meanwhile.
    fn read(connection: &Connection, place: (String, OwnedObjectPath)) -> Option<Self> {
        let accessible = proxy(connection, &place, "org.a11y.atspi.Accessible")?;
        let role = accessible.call("GetRole", &()).ok()?;
        let name = accessible.get_property("Name").ok()?;
        let states: Vec<u32> = accessible.call("GetState", &()).ok()?;
        let states = states.iter().rev().fold(0, |all, half| all << 32 | u64::from(*half));
        Some(Self { connection: connection.clone(), place, role, name, states })
    }

    fn is(&self, state: u32) -> bool {
        self.states >> state & 1 == 1
    }

    /// The places of its parts. One by one: what another process draws is missing from the list of all.
    fn parts(&self) -> Vec<(String, OwnedObjectPath)> {
        let Some(accessible) = proxy(&self.connection, &self.place, "org.a11y.atspi.Accessible") else {
            return Vec::new();
        };
        let count: i32 = accessible.get_property("ChildCount").unwrap_or(0);
        (0..count).filter_map(|index| accessible.call("GetChildAtIndex", &(index,)).ok()).collect()
    }

    /// Does what a click would do.
    fn press(&self) -> bool {
        proxy(&self.connection, &self.place, "org.a11y.atspi.Action")
            .and_then(|action| action.call("DoAction", &(0_i32,)).ok())
            .unwrap_or(false)
    }

    /// Takes the keyboard there.
    fn focus(&self) -> bool {
        proxy(&self.connection, &self.place, "org.a11y.atspi.Component")
            .and_then(|component| component.call("GrabFocus", &()).ok())
            .unwrap_or(false)
    }

    /// Where a slider stands, in percent of its way.
    fn value(&self) -> Option<f64> {
        proxy(&self.connection, &self.place, "org.a11y.atspi.Value")?.get_property("CurrentValue").ok()
    }
}

fn proxy(
    connection: &Connection,
    (name, path): &(String, OwnedObjectPath),
    interface: &'static str,
) -> Option<Proxy<'static>> {
    let builder = zbus::blocking::proxy::Builder::<Proxy<'static>>::new(connection);
    let builder =
        builder.destination(name.clone()).ok()?.path(path.clone()).ok()?.interface(interface).ok()?;
    builder.cache_properties(CacheProperties::No).build().ok()
}

/// A screen reader.
struct Reader {
    connection: Connection,
    address: String,
}

impl Reader {
    /// Switches the services for screen readers on; none, said in a line, where there are none.
    fn start(bus: &KeyringBus) -> Option<Self> {
        let session = controls::connection(bus);
        let place = ("org.a11y.Bus".to_owned(), OwnedObjectPath::try_from("/org/a11y/bus").unwrap());
        let address = proxy(&session, &place, "org.a11y.Bus")
            .and_then(|services| services.call::<_, _, String>("GetAddress", &()).ok());
        let Some(address) = address else {
            println!("skipped: no at-spi2-core");
            return None;
        };
        let status = proxy(&session, &place, "org.a11y.Status").unwrap();
        for switch in ["IsEnabled", "ScreenReaderEnabled"] {
            status.set_property(switch, true).unwrap();
        }
        let connection = Builder::address(address.as_str()).unwrap().build().unwrap();
        Some(Self { connection, address })
    }

    /// The parts that are there now, in reading order.
    fn parts(&self) -> Vec<Part> {
        let root = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").unwrap();
        let mut waiting = vec![("org.a11y.atspi.Registry".to_owned(), root)];
        let (mut parts, mut seen) = (Vec::new(), HashSet::new());
        while let Some(place) = waiting.pop() {
            if parts.len() > MANY || !seen.insert(place.clone()) {
                continue;
            }
            if let Some(part) = Part::read(&self.connection, place) {
                waiting.extend(part.parts().into_iter().rev());
                parts.push(part);
            }
        }
        parts
    }

    /// The first part of that kind whose name begins so.
    fn look_for(&self, role: u32, name: &str) -> Option<Part> {
        self.parts().into_iter().find(|part| part.role == role && part.name.starts_with(name))
    }

    /// The same, as soon as there is one.
    async fn find(&self, window: &Window, role: u32, name: &str) -> Part {
        let mut found = None;
        window
            .until(&format!("role {role}, “{name}”"), async || {
                found = self.look_for(role, name);
                found.is_some()
            })
            .await;
        found.unwrap()
    }

    async fn press(&self, window: &Window, role: u32, name: &str) {
        window
            .until(&format!("“{name}” can be pressed"), async || {
                self.look_for(role, name).is_some_and(|part| part.press())
            })
            .await;
    }

    /// What can be reached with the keyboard, and has no name to be read out.
    fn nameless(&self) -> Vec<(u32, String)> {
        self.parts()
            .into_iter()
            .skip_while(|part| part.role != role::DOCUMENT)
            // A row's name is in its cells.
            .filter(|part| part.role != role::ROW && part.is(state::FOCUSABLE) && part.name.trim().is_empty())
            .map(|part| (part.role, part.place.1.to_string()))
            .collect()
    }

    /// Every view says where it is, and names all it has.
    async fn read_view(&self, window: &Window, view: &str) {
        self.press(window, role::BUTTON, view).await;
        self.find(window, role::HEADING, view).await;
        assert_eq!(self.nameless(), [], "{view}");
    }
}

#[test]
fn every_journey_can_be_made_by_a_screen_readers_tree() {
    let data = tempfile::tempdir().unwrap();
    let Some(bus) = controls::own_bus(&data.path().join("home")) else { return };
    let Some(reader) = Reader::start(&bus) else { return };
    Launch::on(&data.path().join("app"), "screen-reader")
        .not_greeted()
        .with("DBUS_SESSION_BUS_ADDRESS", bus.address().into())
        .with("AT_SPI_BUS_ADDRESS", reader.address.clone().into())
        .with("NO_AT_BRIDGE", "0".into())
        .run(async |window| {
            first_start(&reader, window).await;
            now(&reader, window).await;
            library(&reader, window).await;
            for view in ["History", "Settings"] {
                reader.read_view(window, view).await;
            }
            settings(&reader, window).await;
            let tree: String = reader.parts().iter().map(|p| format!("{} {}\n", p.role, p.name)).collect();
            fs::write(screenshots().join("screen-reader.txt"), tree).unwrap();
        });
}

async fn first_start(reader: &Reader, window: &Window) {
    reader.find(window, role::DIALOG, "Welcome to Attune").await;
    assert_eq!(reader.nameless(), []);
    reader.press(window, role::BUTTON, "Next").await;
    reader.find(window, role::HEADING, "Where is your music?").await;
    assert_eq!(reader.nameless(), []);
    reader.press(window, role::BUTTON, "Skip").await;
    window.gone("first-start").await;
}

async fn now(reader: &Reader, window: &Window) {
    for landmark in ["Views", "Now playing", "Up next", "Player"] {
        reader.find(window, role::LANDMARK, landmark).await;
    }
    assert_eq!(reader.nameless(), []);

    let mood = reader.find(window, role::SLIDER, "Mood").await;
    println!("the mood stands at {:?}", mood.value());

    reader.press(window, role::RADIO, "Lift").await;
    let lift = async || reader.look_for(role::RADIO, "Lift").is_some_and(|lift| lift.is(state::CHECKED));
    window.until("Lift is chosen", lift).await;

    let title = window.text("current-title").await;
    reader.find(window, role::HEADING, &title).await;
    reader.press(window, role::TOGGLE, "Like").await;
    let liked = async || window.attribute("like", "aria-pressed").await == "true";
    window.until("the song is liked", liked).await;
    let pressed = async || reader.look_for(role::TOGGLE, "Like").is_none_or(|like| like.is(state::PRESSED));
    window.until("and that is read out", pressed).await;
    reader.press(window, role::BUTTON, "Next track").await;
    window.until("another song", async || window.text("current-title").await != title).await;
    let next = window.text("current-title").await;
    reader.find(window, role::HEADING, &next).await;
}

async fn library(reader: &Reader, window: &Window) {
    reader.read_view(window, "Library").await;
    reader.find(window, role::TABLE, "Tracks").await;
    let field = reader.find(window, role::FIELD, "Search").await;
    assert!(field.focus(), "the field takes no focus");
    let focused =
        async || reader.look_for(role::FIELD, "Search").is_some_and(|field| field.is(state::FOCUSED));
    window.until("the field has the focus", focused).await;
    window.keys("library-search", "Teardrop").await;
    window.until("the songs are found", async || window.texts("library-row").await.len() == 2).await;
    reader.press(window, role::BUTTON, "Play “Teardrop” next").await;
}

async fn settings(reader: &Reader, window: &Window) {
    let name = "Start the camera when Attune starts";
    let on = async || reader.look_for(role::TOGGLE, name).is_some_and(|switch| switch.is(state::CHECKED));
    assert!(!on().await);
    reader.press(window, role::TOGGLE, name).await;
    window.until("the switch is on", on).await;

    reader.press(window, role::BUTTON, "Delete…").await;
    reader.find(window, role::DIALOG, "Delete").await;
    assert_eq!(reader.nameless(), []);
    reader.press(window, role::BUTTON, "Cancel").await;
    window.until("the dialog is gone", async || reader.look_for(role::DIALOG, "Delete").is_none()).await;
}
