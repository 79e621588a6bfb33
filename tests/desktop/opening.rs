//! What a file manager and a desktop do with the program: files opened by a second start, starting at login, hidden in a tray.

use std::{
    ffi::OsStr,
    fs,
    os::unix::ffi::OsStrExt as _,
    path::Path,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use crate::{instance::Home, launch, playing, tray::Panel, x11};

/// Waits for what is no matter of the window.
fn until(what: &str, done: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_mins(2);
    while !done() {
        assert!(Instant::now() < end, "{what}");
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn files_of_a_second_start_play_and_folders_are_offered() {
    let Some(home) = Home::new() else { return };
    let music = home.folder.path().join("far away");
    playing::music(&music);
    let odd = music.join(OsStr::from_bytes(b"\xff.wav"));
    fs::copy(music.join("Two Lanterns.wav"), &odd).unwrap();
    fs::write(music.join("notes.txt"), "words").unwrap();
    home.launch("opening").run(async |window| {
        let title = async || window.text("current-title").await;
        let address = format!("file://{}", music.join("One Lantern.wav").display()).replace(' ', "%20");
        assert!(home.again(&[address]).status.success());
        window.until("an address plays", async || title().await == "One Lantern").await;
        assert!(home.again(&[&odd]).status.success());
        window.until("a name that is no text plays", async || title().await == "\u{fffd}").await;
        window.picture("opened").await;

        assert!(home.again(&[music.join("notes.txt")]).status.success());
        window
            .until("it is said what cannot be used", async || {
                window.has("toast-text").await && window.text("toast-text").await.contains("notes.txt")
            })
            .await;

        assert!(home.again(&[&music]).status.success());
        window.find("folder-offer").await;
        window.picture("folder-offer").await;
        window.click("folder-offer-add").await;
        window.click("nav-library").await;
        window.click("library-tab-own").await;
        window.until("it is in the library", async || window.texts("own-row").await.len() == 2).await;
    });
}

#[test]
fn starting_at_login_is_what_the_system_says() {
    let Some(home) = Home::new() else { return };
    let config = home.folder.path().join("config");
    let entry = config.join("autostart/app.attune.player.desktop");
    home.launch("autostart").with("XDG_CONFIG_HOME", config.clone()).run(async |window| {
        let says = async |on: &str| {
            window.click("nav-now").await;
            window.click("nav-settings").await;
            window.find("start-at-login").await;
            window
                .until("the switch says so", async || {
                    window.attribute("start-at-login", "aria-checked").await == on
                })
                .await;
        };
        says("false").await;
        window.click("start-at-login").await;
        says("true").await;
        let text = fs::read_to_string(&entry).unwrap();
        let program = fs::canonicalize(launch::app()).unwrap();
        assert!(text.contains(&format!("Exec=\"{}\" --hidden", program.display())), "{text}");
        fs::remove_file(&entry).unwrap();
        says("false").await;
    });
}

/// A start without a driver, which ends with the test.
struct Start(Child);

impl Start {
    fn hidden(home: &Home, data: &Path) -> Self {
        let mut start = Command::new(launch::app());
        start.arg("--hidden").env("DBUS_SESSION_BUS_ADDRESS", home.bus.address()).env("XDG_DATA_HOME", data);
        Self(start.spawn().unwrap())
    }
}

impl Drop for Start {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_hidden_start_waits_in_the_tray() {
    let Some(home) = Home::new() else { return };
    let panel = Panel::on(&home.bus);
    let _start = Start::hidden(&home, &home.data());
    until("it is in the tray", || panel.icon().is_some());
    assert!(!x11::shows("Attune"), "no window is shown");
    assert!(home.again(&["--hidden"]).status.success());
    assert!(!x11::shows("Attune"), "a further one shows none either");
    assert!(home.again(&["--show"]).status.success());
    until("it comes when it is asked for", || x11::shows("Attune"));
}

#[test]
fn a_hidden_start_without_a_tray_shows_its_window() {
    let Some(home) = Home::new() else { return };
    let _start = Start::hidden(&home, &home.data());
    until("there is no other way back", || x11::shows("Attune"));
}
