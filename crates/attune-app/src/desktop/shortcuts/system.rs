//! Keys of the whole desktop on Windows and macOS, which both give them to the main thread alone.

use super::{Host, PATIENCE, Place};
use crate::lock::held;
use attune_core::shortcuts::Key;
use attune_core::{AppError, KeyCombination, ShortcutAction};
use global_hotkey::hotkey::{Code, HotKey, Modifiers};
use global_hotkey::{Error, GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

thread_local! {
    /// The main thread's.
    static TAKEN: RefCell<Option<Taken>> = const { RefCell::new(None) };
}

/// What was taken from the system.
struct Taken {
    manager: GlobalHotKeyManager,
    keys: Vec<HotKey>,
}

/// The keys that are taken.
pub(super) struct Keys {
    host: Host,
    /// What each key of the system's numbers does.
    actions: Arc<Mutex<BTreeMap<u32, ShortcutAction>>>,
}

impl Keys {
    /// The host hears of each press.
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere there may be none")]
    pub(super) fn open(host: &Host, _: &Place) -> Option<Self> {
        let actions = Arc::<Mutex<BTreeMap<u32, ShortcutAction>>>::default();
        let (of, own) = (actions.clone(), host.clone());
        GlobalHotKeyEvent::set_event_handler(Some(move |event: GlobalHotKeyEvent| {
            let action = held(&of).get(&event.id).copied();
            if let (HotKeyState::Pressed, Some(action)) = (event.state, action) {
                (own.press)(action);
            }
        }));
        Some(Self { host: host.clone(), actions })
    }

    /// Takes these keys and lets go of all others; which actions have none because another program has theirs, or because
    /// the keyboard has no such key.
    pub(super) fn set(
        &mut self,
        keys: &BTreeMap<ShortcutAction, KeyCombination>,
    ) -> Result<BTreeSet<ShortcutAction>, AppError> {
        let wanted: Vec<_> =
            keys.iter().filter_map(|(action, keys)| Some((*action, hot_key(*keys)?))).collect();
        *held(&self.actions) = wanted.iter().map(|(action, key)| (key.id(), *action)).collect();
        let (send, done) = channel();
        (self.host.on_main)(Box::new(move || drop(send.send(take(&wanted)))));
        let taken = done.recv_timeout(PATIENCE).map_err(|error| super::not_set().caused_by(error))?;
        taken.map_err(|error| super::not_set().caused_by(error))
    }
}

/// On the main thread: takes these in place of those before.
fn take(wanted: &[(ShortcutAction, HotKey)]) -> Result<BTreeSet<ShortcutAction>, Error> {
    TAKEN.with_borrow_mut(|kept| {
        let taken = match kept {
            Some(taken) => taken,
            None => kept.insert(Taken { manager: GlobalHotKeyManager::new()?, keys: Vec::new() }),
        };
        for key in taken.keys.drain(..) {
            taken.manager.unregister(key)?;
        }
        let mut refused = BTreeSet::new();
        for (action, key) in wanted {
            match taken.manager.register(*key) {
                Ok(()) => taken.keys.push(*key),
                Err(error) => {
                    tracing::debug!(%error, ?action, "a global shortcut is not to be had");
                    refused.insert(*action);
                }
            }
        }
        Ok(refused)
    })
}

/// As the library has it.
fn hot_key(combination: KeyCombination) -> Option<HotKey> {
    let held = combination.modifiers();
    let all = [
        (held.ctrl, Modifiers::CONTROL),
        (held.alt, Modifiers::ALT),
        (held.shift, Modifiers::SHIFT),
        (held.super_key, Modifiers::SUPER),
    ];
    let modifiers = all.into_iter().filter(|(held, _)| *held).map(|(_, bit)| bit).collect();
    Some(HotKey::new(Some(modifiers), code(combination.key())?))
}

fn code(key: Key) -> Option<Code> {
    let name = key.name();
    let standard = match name {
        "Left" | "Right" | "Up" | "Down" => format!("Arrow{name}"),
        letter if letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            format!("Key{letter}")
        }
        digit if digit.len() == 1 => format!("Digit{digit}"),
        other => other.to_owned(),
    };
    standard.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_knows_every_key() {
        for key in Key::all() {
            assert!(code(key).is_some(), "{}", key.name());
        }
    }
}
