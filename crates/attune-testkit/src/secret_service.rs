//! What happens to a keyring while nobody looks, and a desktop that lets nobody ask for its password.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

const SERVICE: &str = "org.freedesktop.secrets";
const PATH: &str = "/org/freedesktop/secrets";

/// Writes `secret` over every secret that the open keyring on the bus at `address` holds under the name of a service; gives
/// how many there were.
pub fn overwrite(address: &str, service: &str, secret: &[u8]) -> zbus::Result<usize> {
    let bus = Builder::address(address)?.build()?;
    let secrets = Proxy::new(&bus, SERVICE, PATH, "org.freedesktop.Secret.Service")?;
    // Unencrypted: it does not leave this machine.
    let (_, session): (OwnedValue, OwnedObjectPath) =
        secrets.call("OpenSession", &("plain", Value::from("")))?;
    let named = HashMap::from([("service", service)]);
    let (items, _): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = secrets.call("SearchItems", &named)?;
    for item in &items {
        let item = Proxy::new(&bus, SERVICE, item.clone(), "org.freedesktop.Secret.Item")?;
        let none: &[u8] = &[];
        item.call::<_, _, ()>("SetSecret", &((&session, none, secret, "text/plain"),))?;
    }
    Ok(items.len())
}

/// A desktop's prompter that dismisses whoever wants to ask. It goes when dropped.
#[derive(Debug)]
pub struct Dismissing {
    _bus: Connection,
    asked: Arc<AtomicUsize>,
}

impl Dismissing {
    /// On the bus at that address.
    pub fn on(address: &str) -> zbus::Result<Self> {
        let asked = Arc::<AtomicUsize>::default();
        let bus = Builder::address(address)?
            .serve_at("/org/gnome/keyring/Prompter", Prompter { asked: Arc::clone(&asked) })?
            .name("org.gnome.keyring.SystemPrompter")?
            .build()?;
        Ok(Self { _bus: bus, asked })
    }

    /// How often somebody was dismissed.
    #[must_use]
    pub fn dismissed(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

/// As much of the protocol of `gcr` as it takes: the asker is called back, and told `no` before it has asked anything.
struct Prompter {
    asked: Arc<AtomicUsize>,
}

#[zbus::interface(name = "org.gnome.keyring.internal.Prompter")]
impl Prompter {
    #[expect(clippy::needless_pass_by_value, reason = "what comes by the bus is handed over whole")]
    fn begin_prompting(
        &self,
        callback: ObjectPath<'_>,
        #[zbus(connection)] bus: &zbus::Connection,
        #[zbus(header)] header: zbus::message::Header<'_>,
    ) {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let answer = ("no", HashMap::<&str, Value<'_>>::new(), "");
        later(bus, &header, &callback, "PromptReady", answer);
    }

    #[expect(clippy::unused_self, reason = "the bus asks an object")]
    #[expect(clippy::needless_pass_by_value, reason = "what comes by the bus is handed over whole")]
    fn stop_prompting(
        &self,
        callback: ObjectPath<'_>,
        #[zbus(connection)] bus: &zbus::Connection,
        #[zbus(header)] header: zbus::message::Header<'_>,
    ) {
        later(bus, &header, &callback, "PromptDone", ());
    }
}

/// Calls the asker back once it has got its answer.
fn later<B>(
    bus: &zbus::Connection,
    header: &zbus::message::Header<'_>,
    callback: &ObjectPath<'_>,
    method: &'static str,
    body: B,
) where
    B: serde::Serialize + zbus::zvariant::DynamicType + Send + 'static,
{
    let Some(asker) = header.sender().map(zbus::names::UniqueName::to_owned) else { return };
    let (bus, callback) = (bus.clone(), callback.to_owned());
    std::thread::spawn(move || {
        let bus = Connection::from(bus);
        let interface = "org.gnome.keyring.internal.Prompter.Callback";
        // An asker that has gone away has no questions.
        drop(bus.call_method(Some(asker), callback, Some(interface), method, &body));
    });
}
