//! The tray of a Linux desktop, by the session bus.

use crate::background::spawn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::proxy::Builder;
use zbus::blocking::{Connection, Proxy, connection};
use zbus::proxy::CacheProperties;

/// Who keeps the tray, on every desktop that has one.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";
/// A desktop that takes longer is taken for one without.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long a panel may take to come up.
const PANEL: Duration = Duration::from_secs(20);

/// Tells whether there is a tray, now and whenever that changes. Fails where there is no session bus.
pub(super) fn watch(notify: &(impl Fn(bool) + Send + Clone + 'static)) -> zbus::Result<()> {
    let connection = connection::Builder::session()?.method_timeout(PATIENCE).build()?;
    let bus = DBusProxy::new(&connection)?;
    let changes = bus.receive_name_owner_changed_with_args(&[(0, WATCHER)])?;
    let told = Arc::new(AtomicBool::new(answers(&connection)));
    if told.load(Ordering::Relaxed) {
        notify(true);
    } else {
        tell_late(told.clone(), notify.clone());
    }
    for change in changes {
        let there = change.args().is_ok_and(|change| change.new_owner().is_some());
        let there = there && answers(&connection);
        told.fetch_or(there, Ordering::Relaxed);
        notify(there);
    }
    Ok(())
}

/// Tells that there is no tray, unless one has come until then.
fn tell_late(told: Arc<AtomicBool>, notify: impl Fn(bool) + Send + 'static) {
    spawn("late-tray", move || {
        std::thread::sleep(PANEL);
        if !told.load(Ordering::Relaxed) {
            notify(false);
        }
    });
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
