//! How the window's web view draws, and how it hands its pictures to the desktop.
//!
//! `WebKitGTK` reads three switches from the environment when it starts:
//!
//! - It gives its pictures to the graphics driver as DMA-BUFs. NVIDIA's own driver does not serve that way on Wayland: the
//!   window stays blank, or the program ends with a protocol error (tauri-apps/tauri#9394 and #10702 collect the reports).
//!   With [`SHARED_MEMORY`] set, it goes through shared memory, which costs some processor time and always shows something.
//! - It draws by OpenGL. Without a graphics card the processor computes that, as long as drawing outright, and what a card
//!   would keep in its memory is kept in the program's own: 153 MB for 110 after nine minutes with the camera on, side by
//!   side. [`ON_PROCESSOR`] has it draw outright.
//! - It puts the layers of a page together by OpenGL, all of the window for whatever moves in it. Without a graphics card the bars of
//!   what sounds, 15 times a second, cost 47 % of a core that way. With [`NO_LAYERS`] only what has changed is drawn: 9 %.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

/// WebKitGTK's switch for pictures through shared memory; `0` and nothing at all leave DMA-BUFs on.
pub const SHARED_MEMORY: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// WebKitGTK's switch for drawing on the processor; `0` leaves it to OpenGL.
pub const ON_PROCESSOR: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";

/// WebKitGTK's switch for drawing a page without layers; it takes any value but `0`.
pub const NO_LAYERS: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// What is there while NVIDIA's own driver is loaded, with open or closed kernel modules; nouveau has neither.
const NVIDIA: [&str; 2] = ["proc/driver/nvidia/version", "sys/module/nvidia"];

/// Where the kernel has the cards, those that draw by a name of their own.
const CARDS: &str = "dev/dri";
const DRAWS: &str = "renderD";

/// Starts this program anew with those switches set that the machine needs. A switch that the listener has set to anything
/// stays as it is, and so does that for shared memory where `keep` says so.
///
/// To be called before GTK starts and before any thread.
pub fn choose_drawing(keep: bool) {
    let machine = Machine::look(Path::new("/"), |name| env::var_os(name));
    // Each start sets one, and finds it set the next time.
    if let Some(switch) = machine.needs(keep, |name| env::var_os(name).is_some()) {
        attune_models::again::start_again_with(switch, "1");
    }
}

/// What decides how the web view should draw.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Machine {
    nvidia: bool,
    /// Whether any card draws.
    card: bool,
    wayland: bool,
}

impl Machine {
    /// Looks under `root` for drivers, and among the variables for the session.
    fn look(root: &Path, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let nvidia = NVIDIA.iter().any(|place| root.join(place).exists());
        Self { nvidia, card: nvidia || draws(&root.join(CARDS)), wayland: is_wayland(variable) }
    }

    /// The first switch that has to be set, and is not.
    fn needs(self, keep: bool, is_set: impl Fn(&str) -> bool) -> Option<&'static str> {
        let wanted = [
            (SHARED_MEMORY, self.nvidia && self.wayland && !keep),
            (ON_PROCESSOR, !self.card),
            (NO_LAYERS, !self.card),
        ];
        wanted.into_iter().find(|(switch, wanted)| *wanted && !is_set(switch)).map(|(switch, _)| switch)
    }
}

/// Whether a Wayland compositor draws, by the variables of the session: it does so for X programs, too.
pub(super) fn is_wayland(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let filled = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let session = variable("XDG_SESSION_TYPE");
    filled("WAYLAND_DISPLAY")
        || filled("WAYLAND_SOCKET")
        || session.is_some_and(|kind| kind == OsStr::new("wayland"))
}

/// Whether a card in this folder draws. A folder that cannot be read, as in a sandbox, says nothing against one.
fn draws(cards: &Path) -> bool {
    match fs::read_dir(cards) {
        Ok(all) => all.flatten().any(|card| card.file_name().to_string_lossy().starts_with(DRAWS)),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADED: &str = "sys/module/nvidia/version";
    const CARD: &str = "dev/dri/renderD128";
    const WAYLAND: (&str, &str) = ("WAYLAND_DISPLAY", "wayland-0");

    /// The switch that a machine with these files and these variables needs first.
    fn needs(files: &[&str], variables: &[(&str, &str)], keep: bool) -> Option<&'static str> {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let variable = |name: &str| {
            variables.iter().find(|(named, _)| *named == name).map(|(_, value)| OsString::from(value))
        };
        Machine::look(root.path(), variable).needs(keep, |name| variable(name).is_some())
    }

    #[test]
    fn only_nvidias_driver_on_wayland_needs_shared_memory() {
        for variables in [
            &[WAYLAND][..],
            &[("WAYLAND_SOCKET", "7")],
            &[("XDG_SESSION_TYPE", "wayland"), ("DISPLAY", ":0")],
        ] {
            assert_eq!(needs(&[LOADED], variables, false), Some(SHARED_MEMORY));
            assert_eq!(needs(&["proc/driver/nvidia/version"], variables, false), Some(SHARED_MEMORY));
            assert_eq!(needs(&[LOADED], variables, true), None, "kept");
            assert_eq!(needs(&[CARD, "sys/module/nouveau/version"], variables, false), None);
        }
        assert_eq!(needs(&[LOADED], &[("XDG_SESSION_TYPE", "x11"), ("DISPLAY", ":0")], false), None);
        assert_eq!(needs(&[LOADED], &[("WAYLAND_DISPLAY", ""), ("DISPLAY", ":0")], false), None);
        assert_eq!(needs(&[LOADED], &[], false), None);
    }

    #[test]
    fn without_a_card_the_processor_draws_outright_and_only_what_has_changed() {
        assert_eq!(needs(&[], &[], false), Some(ON_PROCESSOR));
        assert_eq!(needs(&[], &[(ON_PROCESSOR, "1")], false), Some(NO_LAYERS));
        // A display without a card for drawing, as some virtual machines and boards have.
        assert_eq!(needs(&["dev/dri/card0"], &[WAYLAND], true), Some(ON_PROCESSOR));
        assert_eq!(needs(&[CARD], &[], false), None);
        assert_eq!(needs(&[LOADED], &[], false), None, "NVIDIA's own driver has other names");
    }

    #[test]
    fn what_the_listener_has_set_stays() {
        for value in ["0", "1", ""] {
            assert_eq!(needs(&[LOADED], &[WAYLAND, (SHARED_MEMORY, value)], false), None, "{value:?}");
            assert_eq!(needs(&[], &[(ON_PROCESSOR, value), (NO_LAYERS, value)], false), None, "{value:?}");
        }
    }
}
