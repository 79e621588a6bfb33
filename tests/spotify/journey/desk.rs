//! A desk to work at: a session bus with a Secret Service of its own, a data folder, a fake Spotify.

use attune_testkit::spotify::{FakeSpotify, visit};
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// What runs inside `dbus-run-session`: the keyring, then a shell that does what it reads.
const KEYRING: &str = "printf '%s' secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; \
                       echo \"bus $DBUS_SESSION_BUS_ADDRESS\"; cat >/dev/null";
/// The bus starts the keyring when it is asked for; nobody sets a password or unlocks it.
const CLOSED: &str = "echo \"bus $DBUS_SESSION_BUS_ADDRESS\"; cat >/dev/null";

pub(crate) struct Desk {
    pub(crate) fake: FakeSpotify,
    pub(crate) folder: tempfile::TempDir,
    bus: Child,
    address: String,
}

impl Desk {
    /// None, said in a line, where the programs for it are not installed.
    pub(crate) fn with_keyring() -> Option<Self> {
        Self::set_up(KEYRING)
    }

    pub(crate) fn with_closed_keyring() -> Option<Self> {
        Self::set_up(CLOSED)
    }

    /// Programs look for a bus that is not there.
    pub(crate) fn without_bus(mut self) -> Self {
        self.address = format!("unix:path={}/no-bus", self.folder.path().display());
        self
    }

    fn set_up(script: &str) -> Option<Self> {
        if !["dbus-run-session", "gnome-keyring-daemon"].iter().all(|p| installed(p)) {
            println!("skipped: no dbus-run-session or gnome-keyring-daemon (cargo xtask setup brings them)");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut bus = Command::new("dbus-run-session");
        bus.args(["--", "sh", "-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        at_home(&mut bus, folder.path());
        let mut bus = bus.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(bus.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("bus ").expect("the bus says where it is").to_owned();
        Some(Self { fake: FakeSpotify::start().unwrap(), folder, bus, address })
    }

    /// `attune-cli spotify …`.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attune-cli"));
        let data = self.folder.path().join("data");
        command.arg("spotify").arg("--data-dir").arg(data).args(arguments);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).env("ATTUNE_SPOTIFY_URL", self.fake.base());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        at_home(&mut command, self.folder.path());
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

impl Drop for Desk {
    fn drop(&mut self) {
        // The end of its input ends the shell, and with it the bus and the keyring.
        drop(self.bus.stdin.take());
        let _ = self.bus.wait();
    }
}

/// Nothing of the real person's is touched.
fn at_home(command: &mut Command, home: &Path) {
    let runtime = home.join("run");
    std::fs::create_dir_all(&runtime).unwrap();
    command.env("HOME", home).env("XDG_RUNTIME_DIR", &runtime).env("NO_PROXY", "127.0.0.1");
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK", "DISPLAY"] {
        command.env_remove(name);
    }
}

fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
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
