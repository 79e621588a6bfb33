//! What happens to a keyring while nobody looks, and one whose questions a test answers.

mod asking;

pub use asking::{Answer, AskingKeyring};

use std::collections::HashMap;
use zbus::blocking::{Proxy, connection::Builder};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

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
