//! Whether another Attune runs and does not answer.

#[cfg(target_os = "linux")]
pub use bus::is_stuck;

#[cfg(target_os = "linux")]
mod bus {
    use std::io::ErrorKind;
    use std::time::Duration;
    use zbus::blocking::connection::Builder;

    /// What the plugin calls itself on the bus.
    const NAME: &str = "app.attune.player.SingleInstance";
    const PATH: &str = "/app/attune/player/SingleInstance";
    /// One that takes longer is taken for hanging; it answers on a thread that does nothing else.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Whether another Attune runs and does not answer. The plugin would wait for it for ever.
    #[must_use]
    pub fn is_stuck() -> bool {
        let late = |error: &std::io::Error| error.kind() == ErrorKind::TimedOut;
        matches!(ping(), Err(zbus::Error::InputOutput(error)) if late(&error))
    }

    fn ping() -> zbus::Result<()> {
        let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
        let peer = Some("org.freedesktop.DBus.Peer");
        connection.call_method(Some(NAME), PATH, peer, "Ping", &()).map(drop)
    }
}

/// Not known here: the plugin hands over by the system's own means.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn is_stuck() -> bool {
    false
}
