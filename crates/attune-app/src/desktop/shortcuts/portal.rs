//! The desktop's portal for global shortcuts, `org.freedesktop.portal.GlobalShortcuts`.
//!
//! A session is made, the shortcuts are named with the keys that would suit, and the desktop asks the listener. Each call is
//! answered later, by a signal of the request that it made.

use super::ShortcutTexts;
use crate::background::spawn;
use attune_core::text::is_plain;
use attune_core::{KeyCombination, ShortcutAction};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, Message};

const SERVICE: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const REQUEST: &str = "org.freedesktop.portal.Request";
const SESSION: &str = "org.freedesktop.portal.Session";
/// How long a call may take; questions are answered by signals. A portal may have to be started first.
const PATIENCE: Duration = Duration::from_secs(10);
/// The name of the program's entry among the desktop's.
const ENTRY: &str = "Attune";

/// What the desktop calls keys is cut off here, in characters.
const LONGEST: usize = 60;

/// What is told of a shortcut, or of an answer.
type About = HashMap<String, OwnedValue>;

/// What the portal says.
#[derive(Debug)]
pub(super) enum Signal {
    /// A request was answered: 0 for what was asked, else the listener or the desktop did not want it.
    Answer(OwnedObjectPath, u32, About),
    /// The shortcut of that id was pressed, in that session.
    Press(OwnedObjectPath, String),
    /// The listener has changed keys in the desktop's settings.
    Changed(OwnedObjectPath, Vec<(String, About)>),
    /// The desktop has ended a session.
    Closed(OwnedObjectPath),
    /// The portal itself has ended, or the bus.
    Gone,
    /// A portal has begun, which knows nothing of what an earlier one was asked.
    Back,
}

/// What follows from it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Nothing,
    Press(ShortcutAction),
    /// The shortcuts are these now, by what the desktop calls their keys.
    Set(BTreeMap<ShortcutAction, String>),
    /// There are none any more.
    Ended,
    /// There are none until the portal is back.
    Lost,
    /// What is wanted has to be asked for again.
    Back,
}

/// How far it has come.
enum Stage {
    Idle,
    /// A session was asked for.
    Opening(OwnedObjectPath),
    /// The listener is asked.
    Asking {
        session: OwnedObjectPath,
        request: OwnedObjectPath,
    },
    On(OwnedObjectPath),
}

/// What a shortcut is to the portal: its id, and what it does and which keys would suit.
type Named = (&'static str, HashMap<&'static str, Value<'static>>);

/// Attune at the portal.
pub(super) struct Portal {
    connection: Connection,
    stage: Stage,
    /// What the listener will be asked about.
    shortcuts: Vec<Named>,
    /// How many requests were made: each has a name of its own.
    made: u32,
}

impl Portal {
    /// Over the bus of that address, or the session's. Fails where there is no portal that has global shortcuts.
    pub(super) fn open(
        bus: Option<&str>,
        tell: impl Fn(Signal) + Send + Sync + 'static,
    ) -> zbus::Result<Self> {
        let builder = bus.map_or_else(Builder::session, Builder::address)?;
        let connection = builder.method_timeout(PATIENCE).build()?;
        register(&connection)?;
        let _: u32 = Proxy::new(&connection, SERVICE, PATH, SHORTCUTS)?.get_property("version")?;
        let rule = MatchRule::builder().msg_type(Type::Signal).sender(SERVICE)?.build();
        let said = MessageIterator::for_match_rule(rule, &connection, None)?;
        let owners = DBusProxy::new(&connection)?.receive_name_owner_changed_with_args(&[(0, SERVICE)])?;
        let tell = Arc::new(tell);
        let tell_owner = tell.clone();
        spawn("portal", move || {
            said.map_while(Result::ok).filter_map(|message| signal(&message)).for_each(|signal| tell(signal));
            tell(Signal::Gone);
        });
        spawn("portal-owner", move || {
            let owned = owners.filter_map(|change| Some(change.args().ok()?.new_owner().is_some()));
            owned.for_each(|owned| tell_owner(if owned { Signal::Back } else { Signal::Gone }));
        });
        Ok(Self { connection, stage: Stage::Idle, shortcuts: Vec::new(), made: 0 })
    }

    /// Asks for all shortcuts that have a text, with these keys for those that have some.
    pub(super) fn begin(
        &mut self,
        texts: &ShortcutTexts,
        keys: &BTreeMap<ShortcutAction, KeyCombination>,
    ) -> zbus::Result<()> {
        self.shortcuts = texts.iter().map(|(action, text)| named(*action, text, keys.get(action))).collect();
        let token = self.token();
        let options = HashMap::from([
            ("handle_token", Value::from(&token)),
            ("session_handle_token", Value::from(&token)),
        ]);
        self.stage = Stage::Opening(self.call("CreateSession", &(options,))?);
        Ok(())
    }

    /// Ends what was begun, also while the listener is asked.
    pub(super) fn end(&mut self) {
        let close = |path: &OwnedObjectPath, interface| {
            let closed = self.connection.call_method(Some(SERVICE), path, Some(interface), "Close", &());
            if let Err(error) = closed {
                tracing::debug!(%error, "the portal did not close what was open");
            }
        };
        match &self.stage {
            Stage::Idle => {}
            Stage::Opening(request) => close(request, REQUEST),
            Stage::Asking { session, request } => {
                close(request, REQUEST);
                close(session, SESSION);
            }
            Stage::On(session) => close(session, SESSION),
        }
        self.stage = Stage::Idle;
    }

    /// Whether an answer is waited for.
    pub(super) fn asks(&self) -> bool {
        matches!(self.stage, Stage::Opening(_) | Stage::Asking { .. })
    }

    /// Takes in what the portal says; what is about another session or request than the last one changes nothing.
    pub(super) fn take(&mut self, signal: Signal) -> zbus::Result<Step> {
        match (signal, &self.stage) {
            (Signal::Answer(request, code, about), Stage::Opening(open)) if request == *open => {
                self.ask(code, about)
            }
            (Signal::Answer(answered, code, mut about), Stage::Asking { session, request })
                if answered == *request =>
            {
                if code != 0 {
                    self.end();
                    return Ok(Step::Ended);
                }
                self.stage = Stage::On(session.clone());
                let list = about.remove("shortcuts").map(Vec::try_from).transpose()?;
                Ok(Step::Set(triggers(list.unwrap_or_default())))
            }
            (Signal::Press(at, id), Stage::On(session)) if at == *session => {
                Ok(ShortcutAction::named(&id).map_or(Step::Nothing, Step::Press))
            }
            (Signal::Changed(at, list), Stage::On(session)) if at == *session => {
                Ok(Step::Set(triggers(list)))
            }
            (Signal::Closed(at), Stage::On(session) | Stage::Asking { session, .. }) if at == *session => {
                self.stage = Stage::Idle;
                Ok(Step::Ended)
            }
            (Signal::Gone, Stage::Opening(_) | Stage::Asking { .. }) => {
                self.stage = Stage::Idle;
                Ok(Step::Ended)
            }
            (Signal::Gone, Stage::On(_)) => {
                self.stage = Stage::Idle;
                Ok(Step::Lost)
            }
            (Signal::Back, _) => {
                self.stage = Stage::Idle;
                register(&self.connection)?;
                Ok(Step::Back)
            }
            _ => Ok(Step::Nothing),
        }
    }

    /// The session is there: the listener is asked.
    fn ask(&mut self, code: u32, mut about: About) -> zbus::Result<Step> {
        self.stage = Stage::Idle;
        let handle = about.remove("session_handle").map(String::try_from).transpose()?;
        let (0, Some(handle)) = (code, handle) else { return Ok(Step::Ended) };
        let session = OwnedObjectPath::from(ObjectPath::try_from(handle)?);
        let options = HashMap::from([("handle_token", Value::from(self.token()))]);
        // Also where the call fails, the session is there to be ended.
        self.stage = Stage::On(session.clone());
        let request = self.call("BindShortcuts", &(&session, &self.shortcuts, "", options))?;
        self.stage = Stage::Asking { session, request };
        Ok(Step::Nothing)
    }

    /// Calls the portal; the request that it made of it.
    fn call(
        &self,
        method: &str,
        body: &(impl serde::Serialize + DynamicType),
    ) -> zbus::Result<OwnedObjectPath> {
        let answer = self.connection.call_method(Some(SERVICE), PATH, Some(SHORTCUTS), method, body)?;
        answer.body().deserialize()
    }

    fn token(&mut self) -> String {
        self.made += 1;
        format!("attune{}", self.made)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.end();
        // Ends the thread that listens, too.
        drop(self.connection.clone().close());
    }
}

/// Tells the portal the program's name: it knows those outside of a sandbox by what they say first. Older ones do not ask.
fn register(connection: &Connection) -> zbus::Result<()> {
    let registry = Proxy::new(connection, SERVICE, PATH, "org.freedesktop.host.portal.Registry")?;
    let nothing: HashMap<&str, Value<'_>> = HashMap::new();
    if let Err(error) = registry.call::<_, _, ()>("Register", &(ENTRY, nothing)) {
        tracing::debug!(%error, "the portal did not take Attune's name");
    }
    Ok(())
}

/// What a message says; none for one about something else.
fn signal(message: &Message) -> Option<Signal> {
    let header = message.header();
    let path = || header.path().map(|path| OwnedObjectPath::from(path.to_owned()));
    let body = message.body();
    Some(match (header.interface()?.as_str(), header.member()?.as_str()) {
        (REQUEST, "Response") => {
            let (code, about) = body.deserialize().ok()?;
            Signal::Answer(path()?, code, about)
        }
        (SHORTCUTS, "Activated") => {
            let (session, id, _, _): (_, _, u64, About) = body.deserialize().ok()?;
            Signal::Press(session, id)
        }
        (SHORTCUTS, "ShortcutsChanged") => {
            let (session, list) = body.deserialize().ok()?;
            Signal::Changed(session, list)
        }
        (SESSION, "Closed") => Signal::Closed(path()?),
        _ => return None,
    })
}

/// A shortcut as the portal has it.
fn named(action: ShortcutAction, text: &str, keys: Option<&KeyCombination>) -> Named {
    let mut about = HashMap::from([("description", Value::from(text.to_owned()))]);
    about.extend(keys.map(|keys| ("preferred_trigger", Value::from(trigger(*keys)))));
    (action.name(), about)
}

/// The keys as the XDG specification of shortcuts writes them.
fn trigger(keys: KeyCombination) -> String {
    let held = keys.modifiers();
    let names = [(held.ctrl, "CTRL"), (held.alt, "ALT"), (held.shift, "SHIFT"), (held.super_key, "LOGO")];
    let key = match keys.key().name() {
        "Space" => "space".to_owned(),
        "PageUp" => "Page_Up".to_owned(),
        "PageDown" => "Page_Down".to_owned(),
        letter if letter.len() == 1 => letter.to_ascii_lowercase(),
        other => other.to_owned(),
    };
    let held = names.into_iter().filter(|(held, _)| *held).map(|(_, name)| name);
    held.chain([key.as_str()]).collect::<Vec<_>>().join("+")
}

/// What the desktop calls the keys of those that have some.
fn triggers(list: Vec<(String, About)>) -> BTreeMap<ShortcutAction, String> {
    let told = list.into_iter().filter_map(|(id, mut about)| {
        let text = String::try_from(about.remove("trigger_description")?).ok()?;
        Some((
            ShortcutAction::named(&id)?,
            text.chars().filter(|c| is_plain(*c)).take(LONGEST).collect::<String>(),
        ))
    });
    told.filter(|(_, text)| !text.is_empty()).collect()
}
