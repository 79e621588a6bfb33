//! A Secret Service whose questions a test answers: the listener who closes the window that asks for a password.
//!
//! Interfaces as freedesktop.org's Secret Service API describes them, as far as the keyring's client asks for them. What is
//! kept stays as it came: the public key that this service shows is one, with which every client's key comes out the same.

#![expect(clippy::used_underscore_binding, reason = "what the interface macro makes names every argument")]
#![expect(clippy::unused_self, reason = "what an interface says is asked of an object")]

use super::{PATH, SERVICE};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zbus::blocking::{Connection, connection::Builder};
use zbus::fdo::{Error, Result};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{ObjectServer, interface};

const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";
const PROMPT: &str = "/org/freedesktop/secrets/prompt/p1";
const SESSION: &str = "/org/freedesktop/secrets/session/s1";
const NONE: &str = "/";

/// What the listener does with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They close it.
    Dismissed,
    /// They type the right password.
    Given,
    /// They are not there.
    Nothing,
}

/// A secret as the interface has it: session, parameters, value, type of content.
type Wrapped = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

#[derive(Debug, Clone)]
struct Kept {
    attributes: HashMap<String, String>,
    secret: Wrapped,
}

#[derive(Debug)]
struct State {
    locked: bool,
    /// Whether every new secret is asked about, even where the collection is open.
    asks_to_write: bool,
    answer: Answer,
    asked: usize,
    made: usize,
    items: HashMap<String, Kept>,
    /// What becomes of it when the question is answered.
    waits: Option<Kept>,
}

type Shared = Arc<Mutex<State>>;

fn of(shared: &Shared) -> MutexGuard<'_, State> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The service, on a bus on which nobody else is it. Dropping it takes it off the bus.
#[derive(Debug)]
pub struct AskingKeyring {
    state: Shared,
    _bus: Connection,
}

impl AskingKeyring {
    /// Locked, on the bus at `address`.
    pub fn locked(address: &str, answer: Answer) -> zbus::Result<Self> {
        Self::start(address, answer, true)
    }

    /// Open, but it asks about every new secret.
    pub fn asking_to_write(address: &str, answer: Answer) -> zbus::Result<Self> {
        Self::start(address, answer, false)
    }

    fn start(address: &str, answer: Answer, locked: bool) -> zbus::Result<Self> {
        let state = Arc::new(Mutex::new(State {
            locked,
            asks_to_write: !locked,
            answer,
            asked: 0,
            made: 0,
            items: HashMap::new(),
            waits: None,
        }));
        let bus = Builder::address(address)?
            .serve_at(PATH, Service(state.clone()))?
            .serve_at(COLLECTION, Collection(state.clone()))?
            .serve_at(PROMPT, Prompt(state.clone()))?
            .name(SERVICE)?
            .build()?;
        Ok(Self { state, _bus: bus })
    }

    /// What the listener does with questions from now on.
    pub fn answer(&self, answer: Answer) {
        of(&self.state).answer = answer;
    }

    /// Locks it again.
    pub fn lock(&self) {
        of(&self.state).locked = true;
    }

    /// How many questions were put.
    #[must_use]
    pub fn asked(&self) -> usize {
        of(&self.state).asked
    }

    /// How many secrets it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        of(&self.state).items.len()
    }
}

fn path(text: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(text).unwrap_or_default()
}

fn paths<'a>(items: impl Iterator<Item = &'a String>) -> Vec<OwnedObjectPath> {
    items.map(|text| path(text)).collect()
}

struct Service(Shared);

#[interface(name = "org.freedesktop.Secret.Service")]
impl Service {
    fn open_session(&self, algorithm: &str, input: OwnedValue) -> Result<(OwnedValue, OwnedObjectPath)> {
        drop(input);
        if algorithm == "plain" {
            return Err(Error::NotSupported("only encrypted sessions".into()));
        }
        let one = Value::from(vec![1_u8]).try_to_owned().map_err(|e| Error::Failed(e.to_string()))?;
        Ok((one, path(SESSION)))
    }

    /// Those that are open, then those that are locked.
    fn search_items(
        &self,
        attributes: HashMap<String, String>,
    ) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
        let state = of(&self.0);
        let fits =
            |kept: &Kept| attributes.iter().all(|(name, value)| kept.attributes.get(name) == Some(value));
        let found = paths(state.items.iter().filter(|(_, kept)| fits(kept)).map(|(path, _)| path));
        drop(attributes);
        if state.locked { (Vec::new(), found) } else { (found, Vec::new()) }
    }

    /// What is open now, and the question where there is one.
    fn unlock(&self, objects: Vec<OwnedObjectPath>) -> (Vec<OwnedObjectPath>, OwnedObjectPath) {
        if of(&self.0).locked { (Vec::new(), path(PROMPT)) } else { (objects, path(NONE)) }
    }

    fn read_alias(&self, _name: &str) -> OwnedObjectPath {
        path(COLLECTION)
    }

    #[zbus(property)]
    fn collections(&self) -> Vec<OwnedObjectPath> {
        vec![path(COLLECTION)]
    }
}

struct Collection(Shared);

#[interface(name = "org.freedesktop.Secret.Collection")]
impl Collection {
    async fn create_item(
        &self,
        mut properties: HashMap<String, OwnedValue>,
        secret: Wrapped,
        _replace: bool,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<(OwnedObjectPath, OwnedObjectPath)> {
        let named = properties.remove("org.freedesktop.Secret.Item.Attributes");
        let attributes = named.and_then(|value| HashMap::try_from(value).ok()).unwrap_or_default();
        let kept = Kept { attributes, secret };
        {
            let mut state = of(&self.0);
            if state.locked {
                return Err(Error::AccessDenied("locked".into()));
            }
            if state.asks_to_write {
                state.waits = Some(kept);
                return Ok((path(NONE), path(PROMPT)));
            }
        }
        Ok((keep(&self.0, kept, server).await?, path(NONE)))
    }

    #[zbus(property)]
    fn locked(&self) -> bool {
        of(&self.0).locked
    }

    #[zbus(property)]
    fn label(&self) -> &'static str {
        "Login"
    }

    #[zbus(property)]
    fn items(&self) -> Vec<OwnedObjectPath> {
        paths(of(&self.0).items.keys())
    }
}

async fn keep(shared: &Shared, kept: Kept, server: &ObjectServer) -> Result<OwnedObjectPath> {
    let name = {
        let mut state = of(shared);
        state.made += 1;
        let name = format!("{COLLECTION}/i{}", state.made);
        state.items.insert(name.clone(), kept);
        name
    };
    server.at(name.as_str(), Item { shared: shared.clone(), name: name.clone() }).await?;
    Ok(path(&name))
}

struct Item {
    shared: Shared,
    name: String,
}

impl Item {
    fn kept(&self) -> Result<Kept> {
        let state = of(&self.shared);
        if state.locked {
            return Err(Error::AccessDenied("locked".into()));
        }
        state.items.get(&self.name).cloned().ok_or_else(|| Error::UnknownObject("gone".into()))
    }
}

#[interface(name = "org.freedesktop.Secret.Item")]
impl Item {
    fn get_secret(&self, session: ObjectPath<'_>) -> Result<(Wrapped,)> {
        drop(session);
        Ok((self.kept()?.secret,))
    }

    fn set_secret(&self, secret: Wrapped) -> Result<()> {
        let attributes = self.kept()?.attributes;
        of(&self.shared).items.insert(self.name.clone(), Kept { attributes, secret });
        Ok(())
    }

    fn delete(&self) -> Result<OwnedObjectPath> {
        self.kept()?;
        of(&self.shared).items.remove(&self.name);
        Ok(path(NONE))
    }

    #[zbus(property)]
    fn locked(&self) -> bool {
        of(&self.shared).locked
    }

    #[zbus(property)]
    fn attributes(&self) -> HashMap<String, String> {
        of(&self.shared).items.get(&self.name).map(|kept| kept.attributes.clone()).unwrap_or_default()
    }
}

struct Prompt(Shared);

#[interface(name = "org.freedesktop.Secret.Prompt")]
impl Prompt {
    async fn prompt(
        &self,
        _window: &str,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<()> {
        let (answer, waits) = {
            let mut state = of(&self.0);
            state.asked += 1;
            if state.answer == Answer::Given {
                state.locked = false;
            }
            (state.answer, state.waits.take())
        };
        match (answer, waits) {
            (Answer::Nothing, _) => {}
            (Answer::Dismissed, _) => Self::completed(&emitter, true, Value::from("")).await?,
            (Answer::Given, Some(kept)) => {
                let item = keep(&self.0, kept, server).await?;
                Self::completed(&emitter, false, Value::from(item.into_inner())).await?;
            }
            (Answer::Given, None) => {
                Self::completed(&emitter, false, Value::from(vec![path(COLLECTION)])).await?;
            }
        }
        Ok(())
    }

    fn dismiss(&self) {}

    #[zbus(signal)]
    async fn completed(emitter: &SignalEmitter<'_>, dismissed: bool, result: Value<'_>) -> zbus::Result<()>;
}
