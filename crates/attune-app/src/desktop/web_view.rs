//! How the window's web view draws, how it hands its pictures to the desktop, and how soon it clears away.
//!
//! `WebKitGTK` reads these switches from the environment when it starts:
//!
//! - It gives its pictures to the graphics driver as DMA-BUFs. NVIDIA's own driver does not serve that way on Wayland: the
//!   window stays blank, or the program ends with a protocol error (tauri-apps/tauri#9394 and #10702 collect the reports).
//!   With [`SHARED_MEMORY`] set, it goes through shared memory, which costs some processor time and always shows something.
//! - It draws by OpenGL. Without a graphics card the processor computes that, as long as drawing outright, and what a card
//!   would keep in its memory is kept in the program's own: 153 MB for 110 after nine minutes with the camera on, side by
//!   side. [`ON_PROCESSOR`] has it draw outright.
//! - It puts the layers of a page together by OpenGL, all of the window for whatever moves in it. Without a graphics card the bars of
//!   what sounds, 15 times a second, cost 47 % of a core that way. With [`NO_LAYERS`] only what has changed is drawn: 9 %.
//! - Its JavaScript engine mostly collects what is new, and what has outlived one collection waits for a full one, which comes
//!   late where a page uses little. With [`GENERATIONS`] off every collection is a full one.
//! - That engine keeps the last 2,000 scripts that it was given, in case one is given again; an event for the window is a script
//!   that never is. With [`SCRIPTS_KEPT`] off it keeps none.
//! - It compiles a function ever better the oftener it has run, also after hours, and keeps all that it compiled and what it knew
//!   for it. With [`OPTIMISED`] off it stops after the first, quick compiling.
//! - It has an allocator of its own, whose pages fill up with what little of each is still in use. With [`SYSTEMS_ALLOCATOR`] it
//!   takes the system's, which costs 3 MB at the start and hardly gets larger. The engine's own also keeps kinds of objects
//!   apart, which makes an error in the engine harder to abuse; against that, [`OPTIMISED`] switches compilers off in which many such errors were found.
//!
//! With the last four the interface grows far less over hours; docs/reliability.md, "For hours", has what each does and costs.

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

/// The JavaScript engine's switch for collecting mostly what is new.
pub const GENERATIONS: &str = "JSC_useGenerationalGC";

/// The JavaScript engine's switch for keeping scripts that may come again.
pub const SCRIPTS_KEPT: &str = "JSC_useCodeCache";

/// The JavaScript engine's switch for compiling anew what runs often.
pub const OPTIMISED: &str = "JSC_useDFGJIT";

/// The engine's switch for the system's allocator; it takes any value, `0` too.
pub const SYSTEMS_ALLOCATOR: &str = "Malloc";

/// The switches that are set for the sake of the interface's memory.
pub(super) const OF_MEMORY: [&str; 4] = [GENERATIONS, SCRIPTS_KEPT, OPTIMISED, SYSTEMS_ALLOCATOR];

/// What is there while NVIDIA's own driver is loaded, with open or closed kernel modules; nouveau has neither.
const NVIDIA: [&str; 2] = ["proc/driver/nvidia/version", "sys/module/nvidia"];

/// Where the kernel has the cards, those that draw by a name of their own.
const CARDS: &str = "dev/dri";
const DRAWS: &str = "renderD";

/// Starts this program anew with those switches set that the machine needs. A switch that the listener has set to anything
/// stays as it is, and so does that for shared memory where `keep` says so.
///
/// To be called before GTK starts and before any thread.
pub fn prepare(keep: bool) {
    let machine = Machine::look(Path::new("/"), |name| env::var_os(name));
    // None is missing the next time.
    let missing = machine.needs(keep, |name| env::var_os(name).is_some());
    if !missing.is_empty() {
        attune_models::again::start_again_with(&missing);
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

    /// The switches that have to be set, and are not, with their values.
    fn needs(self, keep: bool, is_set: impl Fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
        let mut wanted = [GENERATIONS, SCRIPTS_KEPT, OPTIMISED].map(|switch| (switch, "false")).to_vec();
        wanted.push((SYSTEMS_ALLOCATOR, "1"));
        if self.nvidia && self.wayland && !keep {
            wanted.push((SHARED_MEMORY, "1"));
        }
        if !self.card {
            wanted.extend([(ON_PROCESSOR, "1"), (NO_LAYERS, "1")]);
        }
        wanted.retain(|(switch, _)| !is_set(switch));
        wanted
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

    /// The switches that a machine with these files and these variables needs.
    fn needs(files: &[&str], variables: &[(&str, &str)], keep: bool) -> Vec<(&'static str, &'static str)> {
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

    /// Those of them that are about drawing.
    fn draws_by(files: &[&str], variables: &[(&str, &str)], keep: bool) -> Vec<&'static str> {
        let on = |(switch, _): (&'static str, _)| switch.starts_with("WEBKIT_").then_some(switch);
        needs(files, variables, keep).into_iter().filter_map(on).collect()
    }

    #[test]
    fn only_nvidias_driver_on_wayland_needs_shared_memory() {
        for variables in [
            &[WAYLAND][..],
            &[("WAYLAND_SOCKET", "7")],
            &[("XDG_SESSION_TYPE", "wayland"), ("DISPLAY", ":0")],
        ] {
            assert_eq!(draws_by(&[LOADED], variables, false), [SHARED_MEMORY]);
            assert_eq!(draws_by(&["proc/driver/nvidia/version"], variables, false), [SHARED_MEMORY]);
            assert!(draws_by(&[LOADED], variables, true).is_empty(), "kept");
            assert!(draws_by(&[CARD, "sys/module/nouveau/version"], variables, false).is_empty());
        }
        for x11 in [&[("XDG_SESSION_TYPE", "x11"), ("DISPLAY", ":0")][..], &[("WAYLAND_DISPLAY", "")], &[]] {
            assert!(draws_by(&[LOADED], x11, false).is_empty(), "{x11:?}");
        }
    }

    #[test]
    fn without_a_card_the_processor_draws_outright_and_only_what_has_changed() {
        assert_eq!(draws_by(&[], &[], false), [ON_PROCESSOR, NO_LAYERS]);
        assert_eq!(draws_by(&[], &[(ON_PROCESSOR, "1")], false), [NO_LAYERS]);
        // A display without a card for drawing, as some virtual machines and boards have.
        assert_eq!(draws_by(&["dev/dri/card0"], &[WAYLAND], true), [ON_PROCESSOR, NO_LAYERS]);
        assert!(draws_by(&[CARD], &[], false).is_empty());
        assert!(draws_by(&[LOADED], &[], false).is_empty(), "NVIDIA's own driver has other names");
    }

    #[test]
    fn on_every_machine_the_engine_keeps_little() {
        for files in [&[CARD][..], &[LOADED], &[]] {
            let all = needs(files, &[], false);
            for switch in [GENERATIONS, SCRIPTS_KEPT, OPTIMISED] {
                assert!(all.contains(&(switch, "false")), "{files:?}: {all:?}");
            }
            assert!(all.contains(&(SYSTEMS_ALLOCATOR, "1")), "{files:?}: {all:?}");
        }
    }

    #[test]
    fn what_is_set_stays_and_all_is_set_by_one_start() {
        for value in ["0", "1", ""] {
            let all = [
                SHARED_MEMORY,
                ON_PROCESSOR,
                NO_LAYERS,
                GENERATIONS,
                SCRIPTS_KEPT,
                OPTIMISED,
                SYSTEMS_ALLOCATOR,
            ];
            let set: Vec<_> = all.into_iter().map(|switch| (switch, value)).chain([WAYLAND]).collect();
            assert!(needs(&[LOADED], &set, false).is_empty(), "{value:?}");
            assert!(needs(&[], &set, false).is_empty(), "{value:?}");
        }
        let set = needs(&[], &[WAYLAND], false);
        assert!(needs(&[], &set, false).is_empty());
    }
}
