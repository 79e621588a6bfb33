//! Shortcuts that work while another program has the keyboard: what they do, and which keys they are.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// What a global shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ShortcutAction {
    /// Plays when it is silent, else goes silent.
    PlayOrPause,
    /// Goes to the next track.
    Next,
    /// Goes to the start of the track, or at its start to the one before.
    Previous,
    /// Closes the camera when it is on, else opens it.
    SwitchCamera,
    /// Brings the window to the front.
    Show,
    /// Shows the mini player in place of the window.
    Mini,
}

impl ShortcutAction {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::PlayOrPause, Self::Next, Self::Previous, Self::SwitchCamera, Self::Show, Self::Mini];

    /// The word for it in files and towards the desktop.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PlayOrPause => "playOrPause",
            Self::Next => "next",
            Self::Previous => "previous",
            Self::SwitchCamera => "switchCamera",
            Self::Show => "show",
            Self::Mini => "mini",
        }
    }

    /// The action of that word; none for one that has no such word here.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// The key of the shortcut at first, together with Ctrl and Shift: with Ctrl and Alt, letters are those that `AltGr` types
    /// on Polish and other keyboards, and function keys switch Linux's consoles.
    const fn first_key(self) -> Key {
        Key(match self {
            Self::Previous => "F7",
            Self::PlayOrPause => "F8",
            Self::Next => "F9",
            Self::SwitchCamera => "F10",
            Self::Show => "F11",
            Self::Mini => "F12",
        })
    }
}

/// The keys beside letters, digits and function keys, by the names that they are written with.
const NAMED: [&str; 10] =
    ["Space", "Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Insert"];
/// The others.
const PRINTED: [&str; 48] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U",
    "V", "W", "X", "Y", "Z", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "F1", "F2", "F3", "F4", "F5",
    "F6", "F7", "F8", "F9", "F10", "F11", "F12",
];

/// A key that can be part of a shortcut: a letter of the Latin alphabet, a digit, F1 to F12, or one that moves the cursor.
/// Media keys are not among them: the system's player controls have those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

impl Key {
    /// Every key there is.
    pub fn all() -> impl Iterator<Item = Self> {
        PRINTED.into_iter().chain(NAMED).map(Self)
    }

    /// The name that it is written with, such as "A", "5", "F8" or "Home".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The key of that name; none for one that cannot be part of a shortcut.
    fn named(name: &str) -> Option<Self> {
        Self::all().find(|key| key.0 == name)
    }
}

/// A key together with at least one of Ctrl, Alt and Super (the Windows key, ⌘ on macOS), written as "Ctrl+Shift+F8".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[cfg_attr(feature = "specta", specta(type = String))]
#[serde(try_from = "String", into = "String")]
pub struct KeyCombination {
    modifiers: Modifiers,
    key: Key,
}

/// The keys that are held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(missing_docs, reason = "the names are on the keys")]
#[expect(clippy::struct_excessive_bools, reason = "each is a key that is down or not")]
pub struct Modifiers {
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
    /// The Windows key, ⌘ on macOS.
    pub super_key: bool,
}

/// Why a text is no combination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCombination {
    /// It would take a key from everything that is typed.
    #[error("a shortcut needs Ctrl, Alt or Super")]
    NoModifier,
    /// Another key than those of [`Key`].
    #[error("this key cannot be part of a shortcut")]
    OtherKey,
    /// Not written as one is.
    #[error("a shortcut is written as Ctrl+Alt+Shift+Super+Key")]
    Unreadable,
}

impl KeyCombination {
    /// The key with these held down.
    pub fn new(modifiers: Modifiers, key: Key) -> Result<Self, BadCombination> {
        if modifiers.ctrl || modifiers.alt || modifiers.super_key {
            Ok(Self { modifiers, key })
        } else {
            Err(BadCombination::NoModifier)
        }
    }

    /// What is held down.
    #[must_use]
    pub fn modifiers(self) -> Modifiers {
        self.modifiers
    }

    /// What is pressed.
    #[must_use]
    pub fn key(self) -> Key {
        self.key
    }
}

impl fmt::Display for KeyCombination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Modifiers { ctrl, alt, shift, super_key } = self.modifiers;
        for (held, name) in [(ctrl, "Ctrl"), (alt, "Alt"), (shift, "Shift"), (super_key, "Super")] {
            if held {
                write!(f, "{name}+")?;
            }
        }
        f.write_str(self.key.0)
    }
}

impl FromStr for KeyCombination {
    type Err = BadCombination;

    fn from_str(text: &str) -> Result<Self, BadCombination> {
        let (held, key) = text.rsplit_once('+').ok_or(BadCombination::NoModifier)?;
        let mut modifiers = Modifiers::default();
        for name in held.split('+') {
            let is_held = match name {
                "Ctrl" => &mut modifiers.ctrl,
                "Alt" => &mut modifiers.alt,
                "Shift" => &mut modifiers.shift,
                "Super" => &mut modifiers.super_key,
                _ => return Err(BadCombination::Unreadable),
            };
            if std::mem::replace(is_held, true) {
                return Err(BadCombination::Unreadable);
            }
        }
        Self::new(modifiers, Key::named(key).ok_or(BadCombination::OtherKey)?)
    }
}

impl TryFrom<String> for KeyCombination {
    type Error = BadCombination;

    fn try_from(text: String) -> Result<Self, BadCombination> {
        text.parse()
    }
}

impl From<KeyCombination> for String {
    fn from(combination: KeyCombination) -> Self {
        combination.to_string()
    }
}

/// Which shortcuts there are, and whether they are in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GlobalShortcuts {
    /// Whether they are in use. Off at first: they take keys from other programs.
    pub on: bool,
    /// The keys of each action that has any; no two have the same.
    #[serde(deserialize_with = "readable")]
    #[cfg_attr(feature = "specta", specta(type = BTreeMap<ShortcutAction, KeyCombination>))]
    pub keys: BTreeMap<ShortcutAction, KeyCombination>,
}

impl Default for GlobalShortcuts {
    fn default() -> Self {
        let modifiers = Modifiers { ctrl: true, shift: true, ..Modifiers::default() };
        let keys = ShortcutAction::ALL
            .into_iter()
            .map(|action| (action, KeyCombination { modifiers, key: action.first_key() }));
        Self { on: false, keys: keys.collect() }
    }
}

/// The entries that can be read, so that one of another version costs no other. Where two have the same keys, the first of
/// [`ShortcutAction`] keeps them.
fn readable<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<ShortcutAction, KeyCombination>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Entry {
        Good(KeyCombination),
        Other(IgnoredAny),
    }
    let entries = BTreeMap::<String, Entry>::deserialize(deserializer)?;
    let named: BTreeMap<_, _> = entries
        .into_iter()
        .filter_map(|(name, entry)| match entry {
            Entry::Good(combination) => Some((ShortcutAction::named(&name)?, combination)),
            Entry::Other(IgnoredAny) => None,
        })
        .collect();
    let mut keys = BTreeMap::new();
    for (action, combination) in named {
        if !keys.values().any(|used| *used == combination) {
            keys.insert(action, combination);
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_modifiers() -> impl Strategy<Value = Modifiers> {
        any::<[bool; 4]>().prop_map(|[ctrl, alt, shift, super_key]| Modifiers { ctrl, alt, shift, super_key })
    }

    fn any_key() -> impl Strategy<Value = Key> {
        prop::sample::select(Key::all().collect::<Vec<_>>())
    }

    /// Texts near to those that are combinations.
    fn any_text() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "Ctrl", "Alt", "Shift", "Super", "Meta", "ctrl", "", " ", "F8", "F13", "A", "a", "É", "ß",
            "Escape", "Tab", "+",
        ]);
        prop::collection::vec(part, 0..6).prop_map(|parts| parts.join("+"))
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(modifiers in any_modifiers(), key in any_key()) {
            let made = KeyCombination::new(modifiers, key);
            let held = modifiers.ctrl || modifiers.alt || modifiers.super_key;
            prop_assert_eq!(made.is_ok(), held, "one of Ctrl, Alt and Super is needed, Shift is not enough");
            if let Ok(combination) = made {
                prop_assert_eq!(combination.to_string().parse(), Ok(combination));
                let json = serde_json::to_string(&combination).unwrap();
                prop_assert_eq!(serde_json::from_str::<KeyCombination>(&json).unwrap(), combination);
            }
        }

        #[test]
        fn what_is_read_is_written_with_the_same_keys(text in any_text()) {
            if let Ok(combination) = text.parse::<KeyCombination>() {
                let sorted = |text: &str| {
                    let mut parts: Vec<_> = text.split('+').map(ToOwned::to_owned).collect();
                    parts.sort();
                    parts
                };
                prop_assert_eq!(sorted(&combination.to_string()), sorted(&text));
            }
        }

        #[test]
        fn no_two_actions_have_the_same_keys(
            entries in prop::collection::vec((prop::sample::select(ShortcutAction::ALL.to_vec()), any_key()), 0..6),
        ) {
            let keys: BTreeMap<_, _> =
                entries.into_iter().map(|(action, key)| (action, format!("Ctrl+{}", key.name()))).collect();
            let read: GlobalShortcuts =
                serde_json::from_value(serde_json::json!({ "on": true, "keys": keys })).unwrap();
            let mut different: Vec<_> = read.keys.values().collect();
            different.sort();
            different.dedup();
            prop_assert_eq!(different.len(), read.keys.len());
            let mut wanted: Vec<_> = keys.values().collect();
            wanted.sort();
            wanted.dedup();
            prop_assert_eq!(read.keys.len(), wanted.len(), "each combination stays with one of them");
        }
    }

    #[test]
    fn what_is_refused_says_why() {
        for (text, why) in [
            ("F8", BadCombination::NoModifier),
            ("", BadCombination::NoModifier),
            ("Shift+F8", BadCombination::NoModifier),
            ("Ctrl+F13", BadCombination::OtherKey),
            ("Ctrl+", BadCombination::OtherKey),
            ("Ctrl+a", BadCombination::OtherKey),
            ("Ctrl+Escape", BadCombination::OtherKey),
            ("Ctrl+MediaPlayPause", BadCombination::OtherKey),
            ("Ctrl+Ctrl+A", BadCombination::Unreadable),
            ("Hyper+A", BadCombination::Unreadable),
            ("+A", BadCombination::Unreadable),
        ] {
            assert_eq!(text.parse::<KeyCombination>(), Err(why), "{text:?}");
        }
    }

    #[test]
    fn a_wrong_entry_costs_no_other() {
        let read: GlobalShortcuts = serde_json::from_value(serde_json::json!({
            "on": true,
            "keys": { "next": "Ctrl+Alt+N", "playOrPause": "P", "previous": 7, "louder": "Ctrl+Up", "mini": "Super+M" },
        }))
        .unwrap();
        let written: Vec<_> = read.keys.iter().map(|(action, keys)| (*action, keys.to_string())).collect();
        let expected = [(ShortcutAction::Next, "Ctrl+Alt+N"), (ShortcutAction::Mini, "Super+M")];
        assert_eq!(written, expected.map(|(action, keys)| (action, keys.to_owned())));
    }

    #[test]
    fn an_action_is_written_as_its_word() {
        for action in ShortcutAction::ALL {
            assert_eq!(serde_json::to_value(action).unwrap(), action.name());
            assert_eq!(ShortcutAction::named(action.name()), Some(action));
        }
        assert_eq!(ShortcutAction::named("louder"), None);
    }

    #[test]
    fn at_first_they_are_off_and_each_action_has_keys_of_its_own() {
        let first = GlobalShortcuts::default();
        assert!(!first.on);
        let json = serde_json::to_value(&first).unwrap();
        assert_eq!(json["keys"]["playOrPause"], "Ctrl+Shift+F8");
        assert_eq!(first.keys.len(), ShortcutAction::ALL.len());
        assert_eq!(serde_json::from_value::<GlobalShortcuts>(json).unwrap(), first);
    }
}
