//! Whether another Attune runs, and handing over to it what the plugin for that cannot.

#[cfg(target_os = "linux")]
pub use bus::meet;

/// What became of a start beside which another Attune may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// Nobody, or one that the plugin hands over to.
    Nobody,
    /// Another one, which took over what this start was asked for.
    Another,
    /// Another one, which does not answer. The plugin would wait for it for ever.
    Stuck,
}

#[cfg(target_os = "linux")]
mod bus {
    use super::Met;
    use std::ffi::OsString;
    use std::io::ErrorKind;
    use std::path::Path;
    use std::time::Duration;
    use url::Url;
    use zbus::blocking::Connection;
    use zbus::blocking::connection::Builder;

    /// What the plugin calls itself on the bus.
    const NAME: &str = "app.attune.player.SingleInstance";
    const PATH: &str = "/app/attune/player/SingleInstance";
    const INTERFACE: &str = "org.SingleInstance.DBus";
    /// One that takes longer is taken for hanging; it answers on a thread that does nothing else.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Looks whether another Attune runs. The plugin hands arguments over as text, in which the name of a file that is no text
    /// would be lost: such arguments are handed over here, as addresses.
    #[must_use]
    pub fn meet() -> Met {
        let late = |error: &std::io::Error| error.kind() == ErrorKind::TimedOut;
        match ping() {
            Ok(bus) => hand_over(&bus).unwrap_or(Met::Nobody),
            Err(zbus::Error::InputOutput(error)) if late(&error) => Met::Stuck,
            Err(_) => Met::Nobody,
        }
    }

    fn ping() -> zbus::Result<Connection> {
        let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
        let peer = Some("org.freedesktop.DBus.Peer");
        connection.call_method(Some(NAME), PATH, peer, "Ping", &())?;
        Ok(connection)
    }

    fn hand_over(bus: &Connection) -> zbus::Result<Met> {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        if arguments.iter().all(|argument| argument.to_str().is_some()) {
            return Ok(Met::Nobody);
        }
        let folder = std::env::current_dir().unwrap_or_default();
        let texts: Vec<String> = arguments.into_iter().map(|argument| text(argument, &folder)).collect();
        let asked = (texts, folder.to_string_lossy());
        bus.call_method(Some(NAME), PATH, Some(INTERFACE), "ExecuteCallback", &asked)?;
        Ok(Met::Another)
    }

    /// An argument as text: the address of the file where it is none.
    fn text(argument: OsString, folder: &Path) -> String {
        argument.into_string().unwrap_or_else(|path| {
            // Only a folder that is not full has no address, and the system names none.
            Url::from_file_path(folder.join(path)).map_or_else(|()| String::new(), String::from)
        })
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::opening::path_of;
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        use std::path::PathBuf;

        #[test]
        fn a_name_that_is_no_text_arrives_as_it_is() {
            let odd = OsStr::from_bytes(b"M\xfasica/\xff %.mp3");
            let handed = text(odd.into(), Path::new("/mnt"));
            let whole = Path::new("/mnt").join(odd);
            assert_eq!(path_of(OsStr::new(&handed), Path::new("/elsewhere")), whole);
            assert_eq!(text("--next".into(), Path::new("/mnt")), "--next");
            assert_eq!(path_of(OsStr::new("a.mp3"), Path::new("/mnt")), PathBuf::from("/mnt/a.mp3"));
        }
    }
}

/// Not known here: the plugin hands over by the system's own means.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn meet() -> Met {
    Met::Nobody
}
