//! A bus of its own with a desktop's portal for global shortcuts on it.
//!
//! Interfaces as the XDG desktop portal documents them, as far as a client of the shortcuts asks for them. The desktop's
//! question is answered by the test.

#![expect(clippy::used_underscore_binding, reason = "what the interface macro makes names every argument")]

use crate::private_bus::PrivateBus;
use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zbus::blocking::{Connection, connection::Builder};
use zbus::fdo::{Error, Result};
use zbus::message::Header;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{ObjectServer, interface};

const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const REQUEST: &str = "org.freedesktop.portal.Request";
const SESSION: &str = "org.freedesktop.portal.Session";

/// What is told of something.
type About = HashMap<String, OwnedValue>;
/// The same on its way to a client.
type Told<'v> = HashMap<&'v str, Value<'v>>;

/// A shortcut as a client named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The client's word for it.
    pub id: String,
    /// What it does, for the listener.
    pub description: String,
    /// The keys that the client would like; empty for none.
    pub preferred: String,
}

#[derive(Debug, Default)]
struct State {
    session: Option<OwnedObjectPath>,
    /// The question that the listener has before them.
    question: Option<(OwnedObjectPath, Vec<Named>)>,
    bound: Vec<Named>,
    asked: usize,
}

type Shared = Arc<Mutex<State>>;

fn of(shared: &Shared) -> MutexGuard<'_, State> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The bus. Dropping it ends it.
#[derive(Debug)]
pub struct PortalBus {
    // Ends before its bus.
    portal: Option<Connection>,
    state: Shared,
    bus: PrivateBus,
}

impl PortalBus {
    /// Whether the program for it is installed.
    #[must_use]
    pub fn is_possible() -> bool {
        PrivateBus::is_possible()
    }

    /// A bus without a portal. `home` holds its configuration and its socket.
    pub fn without_portal(home: &Path) -> io::Result<Self> {
        Ok(Self { portal: None, state: Shared::default(), bus: PrivateBus::start(home)? })
    }

    /// A bus with a portal that has global shortcuts.
    pub fn start(home: &Path) -> io::Result<Self> {
        let mut bus = Self::without_portal(home)?;
        bus.portal = Some(bus.serve().map_err(io::Error::other)?);
        Ok(bus)
    }

    /// Where programs find it: the value of `DBUS_SESSION_BUS_ADDRESS`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.bus.address()
    }

    /// What the listener is being asked about; none while they are not.
    #[must_use]
    pub fn question(&self) -> Option<Vec<Named>> {
        of(&self.state).question.as_ref().map(|(_, named)| named.clone())
    }

    /// How many questions were put.
    #[must_use]
    pub fn asked(&self) -> usize {
        of(&self.state).asked
    }

    /// What is bound.
    #[must_use]
    pub fn bound(&self) -> Vec<Named> {
        of(&self.state).bound.clone()
    }

    /// The listener answers the question: they take what the client would like, or close it.
    pub fn answer(&self, take: bool) -> zbus::Result<()> {
        let asked = of(&self.state).question.take();
        let Some((request, named)) = asked else { return Ok(()) };
        if !take {
            return self.emit(&request, REQUEST, "Response", &(1_u32, Told::new()));
        }
        let list: Vec<_> = named.iter().map(|one| told(&one.id, &one.preferred)).collect();
        let about = Told::from([("shortcuts", Value::from(list))]);
        self.emit(&request, REQUEST, "Response", &(0_u32, about))?;
        of(&self.state).bound = named;
        Ok(())
    }

    /// The listener presses the keys of the shortcut that the client calls so.
    pub fn press(&self, id: &str) -> zbus::Result<()> {
        let Some(session) = of(&self.state).session.clone() else { return Ok(()) };
        self.emit(PATH, SHORTCUTS, "Activated", &(session, id, 1_u64, Told::new()))
    }

    /// The listener gives a shortcut other keys in the desktop's settings.
    pub fn change(&self, id: &str, keys: &str) -> zbus::Result<()> {
        let Some(session) = of(&self.state).session.clone() else { return Ok(()) };
        self.emit(PATH, SHORTCUTS, "ShortcutsChanged", &(session, vec![told(id, keys)]))
    }

    /// The desktop ends what it had begun.
    pub fn end_session(&self) -> zbus::Result<()> {
        let Some(session) = of(&self.state).session.take() else { return Ok(()) };
        self.emit(&session, SESSION, "Closed", &(Told::new(),))
    }

    /// The portal ends.
    pub fn stop(&mut self) -> zbus::Result<()> {
        let Some(portal) = self.portal.take() else { return Ok(()) };
        let asked = self.asked();
        *of(&self.state) = State { asked, ..State::default() };
        portal.close()
    }

    /// A portal begins that knows nothing of what the one before was asked.
    pub fn begin(&mut self) -> zbus::Result<()> {
        self.portal = Some(self.serve()?);
        Ok(())
    }

    fn emit<'p, P>(
        &self,
        path: P,
        interface: &str,
        signal: &str,
        body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
    ) -> zbus::Result<()>
    where
        P: TryInto<ObjectPath<'p>>,
        P::Error: Into<zbus::Error>,
    {
        let Some(portal) = &self.portal else { return Ok(()) };
        portal.emit_signal(None::<&str>, path, interface, signal, body)
    }

    fn serve(&self) -> zbus::Result<Connection> {
        Builder::address(self.address())?
            .serve_at(PATH, Portal(self.state.clone()))?
            .name("org.freedesktop.portal.Desktop")?
            .build()
    }
}

fn told<'v>(id: &'v str, keys: &'v str) -> (&'v str, Told<'v>) {
    (id, Told::from([("trigger_description", Value::from(format!("Press {keys}")))]))
}

struct Portal(Shared);

#[interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl Portal {
    #[expect(clippy::unused_self, reason = "what an interface says is asked of an object")]
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        2
    }

    async fn create_session(
        &self,
        options: About,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<OwnedObjectPath> {
        let request = place("request", &header, &options, "handle_token")?;
        let session = place("session", &header, &options, "session_handle_token")?;
        server.at(&session, Session(self.0.clone())).await?;
        of(&self.0).session = Some(session.clone());
        // Before the answer to the call, as a portal may.
        let about = Told::from([("session_handle", Value::from(session.to_string()))]);
        connection.emit_signal(None::<&str>, &request, REQUEST, "Response", &(0_u32, about)).await?;
        Ok(request)
    }

    async fn bind_shortcuts(
        &self,
        session: OwnedObjectPath,
        shortcuts: Vec<(String, About)>,
        _parent: String,
        options: About,
        #[zbus(header)] header: Header<'_>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<OwnedObjectPath> {
        if of(&self.0).session.as_ref() != Some(&session) {
            return Err(Error::AccessDenied("no such session".to_owned()));
        }
        let request = place("request", &header, &options, "handle_token")?;
        server.at(&request, Request(self.0.clone())).await?;
        let text = |about: &mut About, name: &str| {
            about.remove(name).and_then(|text| String::try_from(text).ok()).unwrap_or_default()
        };
        let named = shortcuts.into_iter().map(|(id, mut about)| {
            let description = text(&mut about, "description");
            Named { id, description, preferred: text(&mut about, "preferred_trigger") }
        });
        let mut state = of(&self.0);
        state.question = Some((request.clone(), named.collect()));
        state.asked += 1;
        Ok(request)
    }
}

struct Request(Shared);

#[interface(name = "org.freedesktop.portal.Request")]
impl Request {
    fn close(&self) {
        of(&self.0).question = None;
    }
}

struct Session(Shared);

#[interface(name = "org.freedesktop.portal.Session")]
impl Session {
    fn close(&self) {
        let mut state = of(&self.0);
        (state.session, state.bound) = (None, Vec::new());
    }
}

/// Where a request or session of a caller lies, by the name that it gave.
fn place(kind: &str, header: &Header<'_>, options: &About, token: &str) -> Result<OwnedObjectPath> {
    let missing = |what: &str| Error::InvalidArgs(format!("no {what}"));
    let sender = header.sender().ok_or_else(|| missing("sender"))?.trim_start_matches(':').replace('.', "_");
    let token = options.get(token).and_then(|token| token.downcast_ref::<&str>().ok());
    let path = format!("{PATH}/{kind}/{sender}/{}", token.ok_or_else(|| missing("token"))?);
    let path = ObjectPath::try_from(path).map_err(|error| Error::InvalidArgs(error.to_string()))?;
    Ok(path.into())
}
