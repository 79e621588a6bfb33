//! The tray of a Linux desktop, by the session bus.

use std::time::Duration;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::proxy::Builder;
use zbus::blocking::{Connection, Proxy, connection};
use zbus::proxy::CacheProperties;

/// Who keeps the tray, on every desktop that has one.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";
/// A desktop that takes longer is taken for one without.
const PATIENCE: Duration = Duration::from_secs(3);

/// Tells whether there is a tray, now and whenever that changes. Fails where there is no session bus.
pub(super) fn watch(notify: impl Fn(bool)) -> zbus::Result<()> {
    let connection = connection::Builder::session()?.method_timeout(PATIENCE).build()?;
    let bus = DBusProxy::new(&connection)?;
    let changes = bus.receive_name_owner_changed_with_args(&[(0, WATCHER)])?;
    notify(answers(&connection));
    for change in changes {
        let there = change.args().is_ok_and(|change| change.new_owner().is_some());
        notify(there && answers(&connection));
    }
    Ok(())
}

/// Whether somebody shows what is put into the tray. One that does not answer would keep whoever asks it for more.
fn answers(connection: &Connection) -> bool {
    ask(connection).unwrap_or(false)
}

fn ask(connection: &Connection) -> zbus::Result<bool> {
    let watcher = Builder::<Proxy<'_>>::new(connection).destination(WATCHER)?;
    let watcher = watcher.path("/StatusNotifierWatcher")?.interface(WATCHER)?;
    // Asked once: what it says later arrives as a change of its owner.
    watcher.cache_properties(CacheProperties::No).build()?.get_property("IsStatusNotifierHostRegistered")
}
