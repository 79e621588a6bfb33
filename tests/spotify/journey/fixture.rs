//! What a journey needs: a session bus with a Secret Service of its own, a data folder, a fake Spotify.

use attune_testkit::keyring_bus::{KeyringBus, at_home};
use attune_testkit::spotify::{FakeSpotify, visit};
use serde_json::Value;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

pub(crate) struct Fixture {
    pub(crate) fake: FakeSpotify,
    pub(crate) folder: tempfile::TempDir,
    /// Gone where programs look for one that is not there.
    bus: Option<KeyringBus>,
}

impl Fixture {
    /// None, said in a line, where the programs for it are not installed.
    pub(crate) fn with_keyring() -> Option<Self> {
        Self::set_up(KeyringBus::open)
    }

    /// A keyring was made here once, and is locked now.
    pub(crate) fn with_locked_keyring() -> Option<Self> {
        Self::set_up(|home| {
            drop(KeyringBus::open(home)?);
            KeyringBus::closed(home)
        })
    }

    pub(crate) fn with_closed_keyring() -> Option<Self> {
        Self::set_up(KeyringBus::closed)
    }

    /// Programs look for a bus that is not there.
    pub(crate) fn without_bus(mut self) -> Self {
        self.bus = None;
        self
    }

    fn set_up(bus: impl FnOnce(&Path) -> io::Result<KeyringBus>) -> Option<Self> {
        if !KeyringBus::is_possible() {
            println!("skipped: no dbus-run-session or gnome-keyring-daemon (cargo xtask setup brings them)");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let bus = bus(folder.path()).unwrap();
        Some(Self { fake: FakeSpotify::start().unwrap(), folder, bus: Some(bus) })
    }

    /// Where the bus with the keyring is found.
    pub(crate) fn bus(&self) -> &str {
        self.bus.as_ref().unwrap().address()
    }

    /// How many secrets of Attune's the keyring holds.
    pub(crate) fn secrets(&self) -> usize {
        self.bus.as_ref().unwrap().secrets_of("Attune").unwrap()
    }

    /// `attune-cli spotify …`.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attune-cli"));
        let data = self.folder.path().join("data");
        command.arg("spotify").arg("--data-dir").arg(data).args(arguments);
        let nowhere = format!("unix:path={}/no-bus", self.folder.path().display());
        let address = self.bus.as_ref().map_or(nowhere.as_str(), KeyringBus::address);
        command
            .env("LC_ALL", "C")
            .env("DBUS_SESSION_BUS_ADDRESS", address)
            .env("ATTUNE_SPOTIFY_URL", self.fake.base());
        // One that waits for a password is waited for a minute else.
        command.env("ATTUNE_TEST_KEYRING_MS", "6000");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        at_home(&mut command, self.folder.path()).unwrap();
        command
    }

    pub(crate) fn output(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// The JSON lines of a command that goes well.
    pub(crate) fn lines(&self, arguments: &[&str], input: &str) -> Vec<Value> {
        let output = self.output(arguments, input);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect()
    }

    /// The error of a command that does not.
    pub(crate) fn failure(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments, "");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && !text.contains("panicked"), "{arguments:?}: {text}");
        text
    }

    /// Signs in, with this test as the browser; gives the status that the program prints.
    pub(crate) fn sign_in(&self) -> Value {
        let client_id = self.fake.world().client_id();
        let mut child = self.command(&["login", "--no-browser", "--client-id", &client_id]).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let first: Value = serde_json::from_str(&line).unwrap();
        let back = visit(first["open"].as_str().unwrap()).unwrap().location.unwrap();
        assert_eq!(visit(&back).unwrap().status, 200);
        let mut rest = String::new();
        out.read_to_string(&mut rest).unwrap();
        assert!(child.wait().unwrap().success());
        serde_json::from_str(rest.trim()).unwrap()
    }

    /// Every file below the folder, as text.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        walk(self.folder.path(), &mut all);
        all
    }
}

fn walk(folder: &Path, all: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, all);
        } else if let Ok(bytes) = std::fs::read(&path) {
            all.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}
