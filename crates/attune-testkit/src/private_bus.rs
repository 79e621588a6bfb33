//! A bus that belongs to one test.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A real `dbus-daemon` with nothing on it. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct PrivateBus {
    daemon: Child,
    address: String,
}

impl PrivateBus {
    /// Whether the program for it is installed.
    pub(crate) fn is_possible() -> bool {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join("dbus-daemon").is_file())
    }

    /// `home` holds its configuration and its socket.
    pub(crate) fn start(home: &Path) -> io::Result<Self> {
        let configuration = home.join("bus.conf");
        fs::write(&configuration, configuration_for(home))?;
        let mut daemon = Command::new("dbus-daemon")
            .arg("--config-file")
            .arg(&configuration)
            .args(["--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut address = String::new();
        if let Some(out) = daemon.stdout.as_mut() {
            BufReader::new(out).read_line(&mut address)?;
        }
        Ok(Self { daemon, address: address.trim().to_owned() })
    }

    /// Where programs find it.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for PrivateBus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// A bus that lets everybody who may reach its socket do everything.
fn configuration_for(home: &Path) -> String {
    format!(
        "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n \
         \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n<busconfig>\n  \
         <type>system</type>\n  <listen>unix:dir={}</listen>\n  <auth>EXTERNAL</auth>\n  \
         <policy context=\"default\">\n    <allow user=\"*\"/>\n    <allow own=\"*\"/>\n    \
         <allow send_destination=\"*\"/>\n    <allow receive_sender=\"*\"/>\n  </policy>\n</busconfig>\n",
        home.display()
    )
}
