//! Whether a window can be opened on this machine.

/// Whether a display answers: Wayland's or X's socket on Linux; other systems always have one.
pub(crate) fn is_there() -> bool {
    #[cfg(target_os = "linux")]
    return linux::is_there(|name| std::env::var(name).ok());
    #[cfg(not(target_os = "linux"))]
    true
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        os::{
            linux::net::SocketAddrExt as _,
            unix::net::{SocketAddr, UnixStream},
        },
        path::{Path, PathBuf},
    };

    /// The same for an environment.
    pub(super) fn is_there(variable: impl Fn(&str) -> Option<String>) -> bool {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let wayland = set("WAYLAND_DISPLAY").is_some_and(|name| {
            let runtime = set("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
            UnixStream::connect(runtime.join(name)).is_ok()
        });
        wayland || set("DISPLAY").is_some_and(|display| x_answers(&display))
    }

    /// A display of this machine (`:0`, `:0.0`) is asked; one that names a host is taken to be there.
    fn x_answers(display: &str) -> bool {
        let Some(local) = display.strip_prefix(':').or_else(|| display.strip_prefix("unix:")) else {
            return true;
        };
        let number = local.split('.').next().unwrap_or_default();
        let socket = format!("/tmp/.X11-unix/X{number}");
        let in_the_namespace = SocketAddr::from_abstract_name(&socket)
            .is_ok_and(|address| UnixStream::connect_addr(&address).is_ok());
        in_the_namespace || UnixStream::connect(Path::new(&socket)).is_ok()
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::os::unix::net::UnixListener;

        #[test]
        fn only_what_answers_is_there() {
            let dir = tempfile::tempdir().unwrap();
            let runtime = dir.path().to_str().unwrap();
            let with = |variables: &[(&str, &str)]| {
                is_there(|name| {
                    variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
                })
            };
            assert!(!with(&[]));
            assert!(!with(&[("DISPLAY", ""), ("WAYLAND_DISPLAY", "")]));
            assert!(!with(&[("DISPLAY", ":4711")]) && !with(&[("DISPLAY", "unix:4711.0")]));
            assert!(with(&[("DISPLAY", "desk.example:0")]), "another machine's cannot be asked");
            let wayland = [("WAYLAND_DISPLAY", "wayland-9"), ("XDG_RUNTIME_DIR", runtime)];
            assert!(!with(&wayland));
            let _listener = UnixListener::bind(dir.path().join("wayland-9")).unwrap();
            assert!(with(&wayland));
        }
    }
}
