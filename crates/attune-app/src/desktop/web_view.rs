//! How the window's web view hands its pictures to the desktop.
//!
//! WebKitGTK gives them to the graphics driver as DMA-BUFs. NVIDIA's own driver does not serve that way on Wayland: the
//! window stays blank, or the program ends with a protocol error (tauri-apps/tauri#9394 and #10702 collect the reports).
//! With [`SWITCH`] set, WebKitGTK goes through shared memory, which costs some processor time and always shows something.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// WebKitGTK's own switch, read once when it starts; `0` and nothing at all leave DMA-BUFs on.
pub const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// What is there while NVIDIA's own driver is loaded, with open or closed kernel modules; nouveau has neither.
const DRIVER: [&str; 2] = ["proc/driver/nvidia/version", "sys/module/nvidia"];

/// Starts this program anew with [`SWITCH`] set where the window would stay blank. Where the listener has set the switch
/// to anything, or `keep` says so, everything stays as it is.
///
/// To be called before GTK starts and before any thread.
pub fn avoid_blank_window(keep: bool) {
    let desktop = Desktop::look(Path::new("/"), |name| env::var_os(name));
    if !keep && desktop.stays_blank() {
        attune_models::again::start_again_with(SWITCH, "1");
    }
}

/// What decides whether DMA-BUFs work.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Desktop {
    nvidia: bool,
    wayland: bool,
    decided: bool,
}

impl Desktop {
    /// Looks under `root` for the driver, and among the variables for the session and for a choice that was made.
    fn look(root: &Path, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let filled = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let session = variable("XDG_SESSION_TYPE");
        Self {
            nvidia: DRIVER.iter().any(|place| root.join(place).exists()),
            // An X program in such a session is drawn by the same compositor.
            wayland: filled("WAYLAND_DISPLAY")
                || filled("WAYLAND_SOCKET")
                || session.as_deref().is_some_and(|kind| kind == OsStr::new("wayland")),
            decided: variable(SWITCH).is_some(),
        }
    }

    fn stays_blank(self) -> bool {
        self.nvidia && self.wayland && !self.decided
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Whether the switch is set on a machine with these files and these variables.
    fn is_set(files: &[&str], variables: &[(&str, &str)]) -> bool {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let variable = |name: &str| {
            variables.iter().find(|(named, _)| *named == name).map(|(_, value)| OsString::from(value))
        };
        Desktop::look(root.path(), variable).stays_blank()
    }

    const LOADED: &[&str] = &["sys/module/nvidia/version"];

    #[test]
    fn only_nvidias_driver_on_wayland_needs_it() {
        let wayland = [("WAYLAND_DISPLAY", "wayland-0")];
        assert!(is_set(LOADED, &wayland));
        assert!(is_set(&["proc/driver/nvidia/version"], &wayland));
        assert!(is_set(LOADED, &[("WAYLAND_SOCKET", "7")]));
        assert!(is_set(LOADED, &[("XDG_SESSION_TYPE", "wayland"), ("DISPLAY", ":0")]));

        assert!(!is_set(&["sys/module/nouveau/version", "sys/module/amdgpu/version"], &wayland));
        assert!(!is_set(LOADED, &[("XDG_SESSION_TYPE", "x11"), ("DISPLAY", ":0")]));
        assert!(!is_set(LOADED, &[("WAYLAND_DISPLAY", ""), ("DISPLAY", ":0")]));
        assert!(!is_set(LOADED, &[]));
    }

    #[test]
    fn what_the_listener_has_set_stays() {
        for value in ["0", "1", ""] {
            assert!(!is_set(LOADED, &[("WAYLAND_DISPLAY", "wayland-0"), (SWITCH, value)]), "{value:?}");
        }
    }
}
