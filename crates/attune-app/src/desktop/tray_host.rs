//! Whether this desktop has a tray. On Linux that can change: panels are restarted, extensions switched on. Windows and
//! macOS always have one.

/// Tells from a thread of its own whether there is a tray, now and whenever that changes. That there is none is told when none
/// has come for a while: a program that starts with the desktop may be there before its panel.
pub fn look(notify: impl Fn(bool) + Send + Clone + 'static) {
    #[cfg(target_os = "linux")]
    {
        let watch = move || {
            if let Err(error) = linux::watch(&notify) {
                tracing::debug!(%error, "no session bus, so no tray");
                notify(false);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("tray".into()).spawn(watch) {
            tracing::warn!(%error, "nobody looks for a tray");
        }
    }
    #[cfg(not(target_os = "linux"))]
    notify(true);
}

#[cfg(target_os = "linux")]
mod linux;
