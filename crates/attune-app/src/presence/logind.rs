//! logind: whether the screen of this session is locked, whether the machine is about to sleep; `UPower`: the lid.
//!
//! Before the machine sleeps logind waits for those who asked for it (a *delay* inhibitor), at most five seconds as it is
//! usually set up: long enough to close the camera. A shut lid counts only where no other screen is in use: with one, the
//! listener sits before it.

use super::Hear;
use attune_session::Presence;
use std::collections::HashMap;
use std::thread::sleep;
use std::time::{Duration, Instant};
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message, proxy::CacheProperties};

const LOGIND: &str = "org.freedesktop.login1";
const LOGIND_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
/// The session that the caller belongs to, or else its person's graphical one.
const OWN_SESSION: &str = "/org/freedesktop/login1/session/auto";
const UPOWER: &str = "org.freedesktop.UPower";
const UPOWER_PATH: &str = "/org/freedesktop/UPower";
/// A service that takes longer is taken for one that is not there.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long sleep is held up for the camera; logind itself waits five seconds.
const CLOSING: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(20);

/// The system's services.
pub(super) struct System {
    connection: Connection,
    /// The path of this session's object.
    session: OwnedObjectPath,
}

impl System {
    /// Over the system's bus. Fails where there is none, or no logind with a session of ours.
    pub(super) fn connect() -> zbus::Result<Self> {
        Self::over(connection::Builder::system()?)
    }

    fn over(builder: connection::Builder<'_>) -> zbus::Result<Self> {
        let connection = builder.method_timeout(PATIENCE).build()?;
        let id: String = proxy(&connection, LOGIND, OWN_SESSION, SESSION)?.get_property("Id")?;
        let manager = proxy(&connection, LOGIND, LOGIND_PATH, MANAGER)?;
        let session = manager.call("GetSession", &(id,))?;
        Ok(Self { connection, session })
    }

    /// Tells what happens until nobody listens any more. Fails when the bus is gone.
    pub(super) fn listen(&self, to: &impl Hear) -> zbus::Result<()> {
        let messages = self.subscribe()?;
        let mut inhibitor = self.inhibit();
        let mut goes_on = !self.is_locked() || to.hear(Presence::Locked);
        goes_on &= !self.is_shut() || to.hear(Presence::LidShut);
        for message in messages {
            if !goes_on {
                return Ok(());
            }
            let Some(presence) = self.meaning(&message?) else { continue };
            goes_on = to.hear(presence);
            match presence {
                Presence::Asleep => {
                    wait_for_camera(to);
                    // Letting go of it lets the machine sleep.
                    drop(inhibitor.take());
                }
                Presence::Awake => inhibitor = self.inhibit(),
                _ => {}
            }
        }
        Err(zbus::Error::InputOutput(std::sync::Arc::new(std::io::ErrorKind::ConnectionAborted.into())))
    }

    /// All messages of this connection, those of the services among them.
    fn subscribe(&self) -> zbus::Result<MessageIterator> {
        let messages = MessageIterator::from(&self.connection);
        let bus = DBusProxy::new(&self.connection)?;
        let from = |sender: &'static str| MatchRule::builder().msg_type(Type::Signal).sender(sender);
        let properties = "org.freedesktop.DBus.Properties";
        bus.add_match_rule(from(LOGIND)?.interface(MANAGER)?.member("PrepareForSleep")?.build())?;
        bus.add_match_rule(from(LOGIND)?.path(self.session.as_str())?.build())?;
        bus.add_match_rule(from(UPOWER)?.path(UPOWER_PATH)?.interface(properties)?.build())?;
        Ok(messages)
    }

    /// What a message says of the listener.
    fn meaning(&self, message: &Message) -> Option<Presence> {
        let header = message.header();
        if header.message_type() != Type::Signal {
            return None;
        }
        let ours = header.path().is_some_and(|path| path.as_str() == self.session.as_str());
        match header.member()?.as_str() {
            "PrepareForSleep" => {
                let begins: bool = message.body().deserialize().ok()?;
                Some(if begins { Presence::Asleep } else { Presence::Awake })
            }
            "Lock" if ours => Some(Presence::Locked),
            "Unlock" if ours => Some(Presence::Unlocked),
            // Asked again instead of read from the message, which may only say that it changed. Other changes say nothing: a
            // desktop that locks without the hint would seem unlocked at the next one.
            "PropertiesChanged" if ours && concerns(message, "LockedHint") => {
                Some(if self.is_locked() { Presence::Locked } else { Presence::Unlocked })
            }
            "PropertiesChanged" if concerns(message, "LidIsClosed") => {
                Some(if self.is_shut() { Presence::LidShut } else { Presence::LidOpen })
            }
            _ => None,
        }
    }

    fn is_locked(&self) -> bool {
        self.is(LOGIND, self.session.as_str(), SESSION, "LockedHint")
    }

    fn is_shut(&self) -> bool {
        self.is(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed")
            && !self.is(LOGIND, LOGIND_PATH, MANAGER, "Docked")
    }

    /// A property; false where it cannot be read.
    fn is(&self, service: &str, path: &str, interface: &str, property: &str) -> bool {
        let read = proxy(&self.connection, service, path, interface)
            .and_then(|proxy| proxy.get_property::<OwnedValue>(property));
        read.is_ok_and(|value| bool::try_from(value).unwrap_or(false))
    }

    /// Asks to be waited for before the machine sleeps; none where that is refused.
    fn inhibit(&self) -> Option<OwnedFd> {
        let manager = proxy(&self.connection, LOGIND, LOGIND_PATH, MANAGER).ok()?;
        manager.call("Inhibit", &("sleep", "Attune", "Close the camera", "delay")).ok()
    }
}

/// Whether a message tells that this property changed, with or without its value.
fn concerns(message: &Message, property: &str) -> bool {
    type Changes = (String, HashMap<String, OwnedValue>, Vec<String>);
    let changes = message.body().deserialize::<Changes>();
    changes.is_ok_and(|(_, values, others)| {
        values.contains_key(property) || others.iter().any(|other| other == property)
    })
}

fn proxy<'a>(
    connection: &Connection,
    service: &'a str,
    path: &'a str,
    interface: &'a str,
) -> zbus::Result<Proxy<'a>> {
    let builder = zbus::blocking::proxy::Builder::<Proxy<'a>>::new(connection).destination(service)?;
    builder.path(path)?.interface(interface)?.cache_properties(CacheProperties::No).build()
}

fn wait_for_camera(to: &impl Hear) {
    let begun = Instant::now();
    while !to.devices_are_closed() && begun.elapsed() < CLOSING {
        sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests;
