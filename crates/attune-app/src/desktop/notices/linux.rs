//! `org.freedesktop.Notifications` on the session bus.

use crate::desktop::menu::short;
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;
use url::Url;
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::Value;

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// A desktop that takes longer gets no notification.
const PATIENCE: Duration = Duration::from_secs(3);

/// The way to the desktop's notifications.
#[derive(Default)]
pub(super) struct Desktop {
    /// Whose bus; none for the session's.
    address: Option<String>,
    connection: Option<Connection>,
    /// The notification that was shown last, which the next one replaces.
    shown: u32,
    /// Whether the desktop reads marks in a text; asked once.
    reads_marks: Option<bool>,
}

impl Desktop {
    /// Over a bus of its own.
    #[cfg(test)]
    pub(super) fn at(address: &str) -> Self {
        Self { address: Some(address.to_owned()), ..Self::default() }
    }

    /// Shows a track; where that does not succeed, the log says so.
    pub(super) fn tell(&mut self, title: &str, artist: &str, cover: Option<&Path>) {
        if let Err(error) = self.try_tell(title, artist, cover) {
            tracing::debug!(%error, "the next track was not announced");
            // The bus may be gone; the next one is told over another connection.
            self.connection = None;
        }
    }

    fn try_tell(&mut self, title: &str, artist: &str, cover: Option<&Path>) -> zbus::Result<()> {
        let connection = self.connect()?;
        let proxy = Proxy::new(&connection, SERVICE, PATH, SERVICE)?;
        let reads_marks = match self.reads_marks {
            Some(reads) => reads,
            None => proxy
                .call::<_, _, Vec<String>>("GetCapabilities", &())?
                .iter()
                .any(|can| can == "body-markup"),
        };
        self.reads_marks = Some(reads_marks);
        let body = if reads_marks { without_marks(&short(artist)) } else { short(artist) };
        let cover = cover.and_then(|file| Url::from_file_path(file).ok()).map(String::from);
        let mut hints = HashMap::from([
            ("transient", Value::from(true)),
            ("suppress-sound", Value::from(true)),
            ("urgency", Value::from(0_u8)),
            ("desktop-entry", Value::from("Attune")),
        ]);
        hints.extend(cover.map(|address| ("image-path", Value::from(address))));
        let no_actions: Vec<&str> = Vec::new();
        let notice = ("Attune", self.shown, "attune", short(title), body, no_actions, hints, -1_i32);
        self.shown = proxy.call("Notify", &notice)?;
        Ok(())
    }

    fn connect(&mut self) -> zbus::Result<Connection> {
        if let Some(connection) = &self.connection {
            return Ok(connection.clone());
        }
        let builder = match &self.address {
            Some(address) => Builder::address(address.as_str())?,
            None => Builder::session()?,
        };
        Ok(self.connection.insert(builder.method_timeout(PATIENCE).build()?).clone())
    }
}

/// A text that means itself to who reads marks in it.
fn without_marks(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
