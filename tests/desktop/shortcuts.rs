//! Global shortcuts: keys that are pressed while another window has the keyboard, by a real X server.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    ConnectionExt as _, CreateWindowAux, EventMask, GrabMode, InputFocus, ModMask, WindowClass,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::{COPY_FROM_PARENT, CURRENT_TIME, NONE};

use crate::{launch::Launch, playing, server::Server, window::Window};

/// X11's numbers for what is printed on the keys.
const CONTROL: u32 = 0xffe3;
const SHIFT: u32 = 0xffe1;
const F8: u32 = 0xffc5;
const F9: u32 = 0xffc6;

/// What a key does, as X11 numbers it.
const PRESS: u8 = 2;
const RELEASE: u8 = 3;

/// Another program on the display, and somebody at the keyboard.
struct Other {
    display: RustConnection,
    root: u32,
}

impl Other {
    fn new() -> Self {
        let (display, screen) = x11rb::connect(None).unwrap();
        let root = display.setup().roots[screen].root;
        Self { display, root }
    }

    fn key(&self, symbol: u32) -> u8 {
        let (first, last) = (self.display.setup().min_keycode, self.display.setup().max_keycode);
        let mapping = self.display.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let columns = usize::from(mapping.keysyms_per_keycode);
        let at = mapping.keysyms.chunks(columns).position(|symbols| symbols.contains(&symbol));
        first + u8::try_from(at.unwrap()).unwrap()
    }

    /// Takes Ctrl and Shift with a key for itself; whether nobody else has it.
    fn takes(&self, symbol: u32) -> bool {
        let (key, held) = (self.key(symbol), ModMask::CONTROL | ModMask::SHIFT);
        let mode = GrabMode::ASYNC;
        self.display.grab_key(false, self.root, held, key, mode, mode).unwrap().check().is_ok()
    }

    /// Opens a window of its own, which then has the keyboard.
    fn has_the_keyboard(&self) {
        let window = self.display.generate_id().unwrap();
        let about = CreateWindowAux::new().override_redirect(1).event_mask(EventMask::STRUCTURE_NOTIFY);
        let (depth, class) = (0, WindowClass::INPUT_OUTPUT);
        self.display
            .create_window(depth, window, self.root, 0, 0, 40, 40, 0, class, COPY_FROM_PARENT, &about)
            .unwrap();
        self.display.map_window(window).unwrap().check().unwrap();
        self.display.set_input_focus(InputFocus::NONE, window, CURRENT_TIME).unwrap().check().unwrap();
        assert_eq!(self.display.get_input_focus().unwrap().reply().unwrap().focus, window);
    }

    /// Presses Ctrl, Shift and a key, and lets go of them.
    fn presses(&self, symbol: u32) {
        let keys = [CONTROL, SHIFT, symbol].map(|symbol| self.key(symbol));
        for key in keys {
            self.send(PRESS, key);
        }
        for key in keys.into_iter().rev() {
            self.send(RELEASE, key);
        }
    }

    fn send(&self, what: u8, key: u8) {
        self.display.xtest_fake_input(what, key, CURRENT_TIME, NONE, 0, 0, 0).unwrap().check().unwrap();
    }
}

async fn label(window: &Window, expected: &str) {
    let what = format!("the button says {expected}");
    window.until(&what, async || window.attribute("player-play", "aria-label").await == expected).await;
}

#[test]
fn keys_start_and_stop_the_music_while_another_window_has_the_keyboard() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("my music");
    playing::music(&folder);
    let other = Other::new();
    assert!(other.takes(F9));
    let launch = playing::heard_by(&sound, Launch::on(&data.path().join("app"), "shortcuts")).adding(folder);
    launch.run(async |window| {
        playing::without_soundscapes(window).await;
        playing::add_folder(window, 2).await;
        window.click("nav-settings").await;
        window.click("global-shortcuts").await;
        let taken = async || window.text("shortcut-about-next").await == "Used by another program";
        window.until("it is told who has the keys", taken).await;
        assert_eq!(window.text("shortcut-about-playOrPause").await, "");
        assert!(!Other::new().takes(F8), "Attune has it");
        window.picture("shortcuts").await;
        window.click("nav-now").await;
        label(window, "Play").await;

        other.has_the_keyboard();
        other.presses(F8);
        label(window, "Pause").await;
        other.presses(F8);
        label(window, "Play").await;

        window.click("nav-settings").await;
        window.click("global-shortcuts").await;
        window.until("others can have the keys", async || Other::new().takes(F8)).await;
    });
}
