//! Global shortcuts: a second start of the real program hands what it was asked for to the first, over a real bus.

use std::{
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Output},
};

use attune_testkit::keyring_bus::KeyringBus;
use zbus::blocking::fdo::DBusProxy;

use crate::{
    controls::{connection, own_bus},
    launch::{self, Launch},
    window::Window,
    x11,
};

/// A listener's home with a session bus.
pub(crate) struct Home {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) bus: KeyringBus,
}

impl Home {
    pub(crate) fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let bus = own_bus(&folder.path().join("home"))?;
        Some(Self { folder, bus })
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn launch(&self, name: &'static str) -> Launch {
        Launch::at_home(&self.data(), name).with("DBUS_SESSION_BUS_ADDRESS", self.bus.address().into())
    }

    /// Starts the program again, as a shortcut does, and waits for its end.
    pub(crate) fn again(&self, arguments: &[impl AsRef<OsStr>]) -> Output {
        // One that does not end is ended; that says 124.
        let mut second = Command::new("timeout");
        second.arg("60").arg(launch::app()).args(arguments);
        second.env("DBUS_SESSION_BUS_ADDRESS", self.bus.address()).env("XDG_DATA_HOME", self.data());
        second.output().unwrap()
    }

    /// Hands over, and succeeds.
    fn ask(&self, argument: &str) {
        let output = self.again(&[argument]);
        assert!(output.status.success(), "{argument}: {output:?}");
    }

    /// The process of the first one.
    fn first(&self) -> u32 {
        let bus = DBusProxy::new(&connection(&self.bus)).unwrap();
        let name = "app.attune.player.SingleInstance";
        bus.get_connection_unix_process_id(name.try_into().unwrap()).unwrap()
    }
}

#[test]
fn what_a_second_start_is_asked_for_is_done_by_the_first() {
    let Some(home) = Home::new() else { return };
    home.launch("second-start").run(async |window| {
        home.ask("--toggle-play");
        window.find("banner").await;
        let said = window.text("banner").await;
        assert!(said.contains("There’s nothing to play with yet"), "{said}");

        let first = window.text("current-title").await;
        home.ask("--next");
        window.until("the next is on", async || window.text("current-title").await != first).await;
        home.ask("--previous");
        window.until("it is back", async || window.text("current-title").await == first).await;

        home.ask("--mini");
        shows(window, "Attune – Mini player", "Attune").await;
        home.ask("--show");
        shows(window, "Attune", "Attune – Mini player").await;
        home.ask("--mini");
        shows(window, "Attune – Mini player", "Attune").await;
        // Whoever starts it once more wants to see it.
        assert!(home.again(&[""; 0]).status.success());
        shows(window, "Attune", "Attune – Mini player").await;
    });
}

async fn shows(window: &Window, this: &str, not: &str) {
    let what = format!("{this} is shown in place of {not}");
    window.until(&what, async || x11::shows(this) && !x11::shows(not)).await;
}

#[test]
fn a_first_one_that_hangs_keeps_no_later_one() {
    let Some(home) = Home::new() else { return };
    home.launch("hanging").run(async |window| {
        window.until("it is on the bus", async || home.again(&["--show"]).status.success()).await;
        let first = home.first().to_string();
        let signal =
            |name: &str| assert!(Command::new("kill").args([name, &first]).status().unwrap().success());
        signal("-STOP");
        let late = home.again(&["--next"]);
        signal("-CONT");
        assert_eq!(late.status.code(), Some(1), "{late:?}");
        let said = String::from_utf8_lossy(&late.stderr).into_owned();
        assert!(said.contains("already running but does not answer"), "{said}");
        // It goes on as if nothing had been.
        let title = window.text("current-title").await;
        home.ask("--next");
        window.until("the next is on", async || window.text("current-title").await != title).await;
    });
}
