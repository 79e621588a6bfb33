//! Keys of the whole desktop on X11: grabs of the root window, and a thread that sleeps until one of them is pressed.

use super::{Host, Place};
use crate::background::spawn;
use crate::lock::held;
use attune_core::shortcuts::{Key, Modifiers};
use attune_core::{KeyCombination, ShortcutAction};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use x11rb::connection::Connection as _;
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, GrabMode, KeyButMask, ModMask,
    Window, WindowClass,
};
use x11rb::protocol::{ErrorKind, Event};
use x11rb::rust_connection::RustConnection;
use x11rb::{COPY_FROM_PARENT, NONE};

/// Caps Lock and Num Lock are modifiers, too: keys are taken with each of them on and off.
const LOCKS: [u16; 4] = [0, 1 << 1, 1 << 4, 1 << 1 | 1 << 4];

/// Where letters lie on a keyboard without Latin ones, by the numbers that Linux gives keys.
const ROWS: [(u8, &str); 3] = [(24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM")];

/// A key that was taken.
#[derive(Debug, Clone, Copy)]
struct Grab {
    action: ShortcutAction,
    code: u8,
    held: u16,
}

/// The keys that are taken; those are free again when this is dropped.
pub(super) struct Keys {
    display: Arc<RustConnection>,
    root: Window,
    /// Of the connection's own, for the message that ends its thread.
    own: Window,
    grabs: Arc<Mutex<Vec<Grab>>>,
}

impl Keys {
    /// None where there is no X server. The host hears of each press.
    pub(super) fn open(host: &Host, place: &Place) -> Option<Self> {
        let opened = connect(place.display.as_deref());
        let keys =
            opened.map_err(|error| tracing::debug!(%error, "no X server for global shortcuts")).ok()?;
        let (display, grabs, host) = (keys.display.clone(), keys.grabs.clone(), host.clone());
        spawn("global-keys", move || {
            if let Err(error) = listen(&display, &grabs, |action| (host.press)(action)) {
                tracing::warn!(%error, "global shortcuts are heard no more");
            }
        });
        Some(keys)
    }

    /// Takes these keys and lets go of all others; which actions have none because another program has theirs, or because
    /// the keyboard has no such key.
    pub(super) fn set(
        &mut self,
        keys: &BTreeMap<ShortcutAction, KeyCombination>,
    ) -> Result<BTreeSet<ShortcutAction>, ReplyError> {
        for grab in held(&self.grabs).drain(..) {
            self.release(grab.code, grab.held)?;
        }
        let (mut taken, mut grabs) = (BTreeSet::new(), Vec::new());
        for (action, combination) in keys {
            let held = mask(combination.modifiers());
            match keycode(&self.display, combination.key())? {
                Some(code) if self.grab(code, held)? => grabs.push(Grab { action: *action, code, held }),
                _ => drop(taken.insert(*action)),
            }
        }
        *held(&self.grabs) = grabs;
        self.display.flush()?;
        Ok(taken)
    }

    /// Takes a key; whether nobody else has it.
    fn grab(&self, code: u8, held: u16) -> Result<bool, ReplyError> {
        for locks in LOCKS {
            let mode = GrabMode::ASYNC;
            let all = ModMask::from(held | locks);
            match self.display.grab_key(false, self.root, all, code, mode, mode)?.check() {
                Ok(()) => {}
                Err(ReplyError::X11Error(error)) if error.error_kind == ErrorKind::Access => {
                    self.release(code, held)?;
                    return Ok(false);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    fn release(&self, code: u8, held: u16) -> Result<(), ConnectionError> {
        for locks in LOCKS {
            self.display.ungrab_key(code, self.root, ModMask::from(held | locks))?.ignore_error();
        }
        Ok(())
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        // Wakes the thread, with which the connection and all that was taken ends.
        let message = ClientMessageEvent::new(32, self.own, NONE, [0; 5]);
        drop(self.display.send_event(false, self.own, EventMask::NO_EVENT, message));
        drop(self.display.flush());
    }
}

fn connect(display: Option<&str>) -> Result<Keys, Box<dyn std::error::Error + Send + Sync>> {
    let (display, screen) = x11rb::connect(display)?;
    let root = display.setup().roots.get(screen).ok_or("no screen")?.root;
    let own = display.generate_id()?;
    let (depth, class, about) = (0, WindowClass::INPUT_ONLY, CreateWindowAux::new());
    display.create_window(depth, own, root, 0, 0, 1, 1, 0, class, COPY_FROM_PARENT, &about)?.check()?;
    Ok(Keys { display: Arc::new(display), root, own, grabs: Arc::default() })
}

/// Hands on each press until the message comes that ends it. A key that is held down counts once: it repeats itself as a
/// release and a press at the same moment.
fn listen(
    display: &RustConnection,
    grabs: &Mutex<Vec<Grab>>,
    press: impl Fn(ShortcutAction),
) -> Result<(), ConnectionError> {
    let mut released = None;
    loop {
        match display.wait_for_event()? {
            Event::KeyRelease(event) => released = Some((event.detail, event.time)),
            Event::KeyPress(event) if released != Some((event.detail, event.time)) => {
                let pressed = u16::from(event.state) & mask_of_all();
                let found = held(grabs)
                    .iter()
                    .find(|grab| grab.code == event.detail && grab.held == pressed)
                    .map(|grab| grab.action);
                found.into_iter().for_each(&press);
            }
            Event::ClientMessage(_) => return Ok(()),
            _ => {}
        }
    }
}

fn mask(modifiers: Modifiers) -> u16 {
    let bits = [
        (modifiers.shift, KeyButMask::SHIFT),
        (modifiers.ctrl, KeyButMask::CONTROL),
        (modifiers.alt, KeyButMask::MOD1),
        (modifiers.super_key, KeyButMask::MOD4),
    ];
    bits.into_iter().filter(|(held, _)| *held).fold(0, |all, (_, bit)| all | u16::from(bit))
}

fn mask_of_all() -> u16 {
    mask(Modifiers { ctrl: true, alt: true, shift: true, super_key: true })
}

/// The number of the key on this keyboard: by what is printed on it, or where it lies on one without Latin letters.
fn keycode(display: &RustConnection, key: Key) -> Result<Option<u8>, ReplyError> {
    let setup = display.setup();
    let (first, last) = (setup.min_keycode, setup.max_keycode);
    let mapping = display.get_keyboard_mapping(first, last - first + 1)?.reply()?;
    let (symbol, columns) = (symbol(key), usize::from(mapping.keysyms_per_keycode).max(1));
    // What a key types by itself counts before what it types with others held down.
    let printed = (0..columns).find_map(|column| {
        let mut all = (first..=last).zip(mapping.keysyms.chunks(columns));
        all.find(|(_, symbols)| symbols.get(column) == Some(&symbol)).map(|(code, _)| code)
    });
    let lies = |(start, letters): (u8, &str)| Some(start + letters.find(key.name())? as u8);
    Ok(printed.or_else(|| ROWS.into_iter().find_map(lies)))
}

/// X11's number for what the key is.
fn symbol(key: Key) -> u32 {
    let name = key.name();
    let function = name.strip_prefix('F').and_then(|number| number.parse::<u32>().ok());
    match (name, function) {
        (_, Some(number)) => 0xffbd + number,
        ("Space", _) => 0x20,
        ("Home", _) => 0xff50,
        ("Left", _) => 0xff51,
        ("Up", _) => 0xff52,
        ("Right", _) => 0xff53,
        ("Down", _) => 0xff54,
        ("PageUp", _) => 0xff55,
        ("PageDown", _) => 0xff56,
        ("End", _) => 0xff57,
        ("Insert", _) => 0xff63,
        // Letters and digits are numbered as in ASCII.
        (letter, _) => letter.bytes().next().map_or(0, |byte| byte.to_ascii_lowercase().into()),
    }
}
