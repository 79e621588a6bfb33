//! A session bus with a real Secret Service (`gnome-keyring`) that belongs to one test.

use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What runs inside `dbus-run-session`: the keyring, then a shell that ends with its input.
const OPEN: &str = "printf '%s' secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; \
                    echo \"bus $DBUS_SESSION_BUS_ADDRESS\"; cat >/dev/null";
/// The bus starts the keyring when it is asked for; nobody gives it a password.
const CLOSED: &str = "echo \"bus $DBUS_SESSION_BUS_ADDRESS\"; cat >/dev/null";

/// A running bus. Dropping it ends the bus and the keyring; what the keyring has written stays in its home.
#[derive(Debug)]
pub struct KeyringBus {
    child: Child,
    address: String,
    home: PathBuf,
}

impl KeyringBus {
    /// Whether the programs for it are installed.
    #[must_use]
    pub fn is_possible() -> bool {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = |program| std::env::split_paths(&path).any(|dir| dir.join(program).is_file());
        ["dbus-run-session", "dbus-send", "gnome-keyring-daemon"].into_iter().all(found)
    }

    /// A bus with a keyring that is open; `home` holds its files.
    pub fn open(home: &Path) -> io::Result<Self> {
        Self::start(OPEN, home)
    }

    /// A bus with a keyring that nobody opens. Where an open one has been in this home before, it is locked; else
    /// there is none.
    pub fn closed(home: &Path) -> io::Result<Self> {
        Self::start(CLOSED, home)
    }

    fn start(script: &str, home: &Path) -> io::Result<Self> {
        let mut bus = Command::new("dbus-run-session");
        bus.args(["--", "sh", "-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        at_home(&mut bus, home)?;
        let mut child = bus.spawn()?;
        let mut line = String::new();
        if let Some(out) = child.stdout.as_mut() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let address = line.trim().strip_prefix("bus ").ok_or_else(|| io::Error::other("no bus"))?.to_owned();
        Ok(Self { child, address, home: home.to_path_buf() })
    }

    /// Where programs find it: the value of `DBUS_SESSION_BUS_ADDRESS`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// How many secrets the keyring holds under the name of a service.
    pub fn secrets_of(&self, service: &str) -> io::Result<usize> {
        let reply = self.ask("SearchItems", &format!("dict:string:string:service,{service}"))?;
        Ok(reply.matches("object path").count())
    }

    /// Locks an open keyring: from now on it wants a password that nobody gives.
    pub fn lock(&self) -> io::Result<()> {
        self.ask("Lock", "array:objpath:/org/freedesktop/secrets/collection/login").map(drop)
    }

    fn ask(&self, what: &str, argument: &str) -> io::Result<String> {
        let mut asked = Command::new("dbus-send");
        asked.args(["--session", "--print-reply", "--dest=org.freedesktop.secrets"]);
        asked.arg("/org/freedesktop/secrets").arg(format!("org.freedesktop.Secret.Service.{what}"));
        asked.arg(argument);
        at_home(&mut asked, &self.home)?;
        let reply = asked.env("DBUS_SESSION_BUS_ADDRESS", &self.address).output()?;
        if !reply.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&reply.stderr).into_owned()));
        }
        Ok(String::from_utf8_lossy(&reply.stdout).into_owned())
    }
}

impl Drop for KeyringBus {
    fn drop(&mut self) {
        // The end of its input ends the shell, and with it the bus and the keyring.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Makes a command live in that home: nothing of the real person's is touched.
pub fn at_home(command: &mut Command, home: &Path) -> io::Result<()> {
    let runtime = home.join("run");
    std::fs::create_dir_all(&runtime)?;
    command.env("HOME", home).env("XDG_RUNTIME_DIR", &runtime).env("NO_PROXY", "127.0.0.1");
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK", "DISPLAY"] {
        command.env_remove(name);
    }
    Ok(())
}
