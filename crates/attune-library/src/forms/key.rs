//! Sort keys: bytes that compare as people sort names.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use std::sync::LazyLock;

/// The key of what is not known: behind all names.
pub(crate) const UNKNOWN: &[u8] = &[0xFF; 4];

/// How much of a name decides its place, in characters: a tag may hold a book.
const LONGEST: usize = 200;

/// The order that belongs to no language, with numbers by their value. Accents count where letters are the same, case
/// does not: other columns decide then.
static ORDER: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::default();
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Secondary);
    CollatorBorrowed::try_new(preferences, options).ok()
});

/// The key by which a name is sorted. Equal keys: the same name but for case.
pub(crate) fn sort_key(name: &str) -> Vec<u8> {
    let name = name.trim();
    let name = name.char_indices().nth(LONGEST).map_or(name, |(end, _)| &name[..end]);
    match &*ORDER {
        Some(order) => {
            let mut key = Vec::with_capacity(name.len() + 8);
            // No character, and sorted behind all: that place is for what is unknown.
            let name = name.replace('\u{ffff}', "");
            let Ok(()) = order.write_sort_key_to(&name, &mut key);
            key
        }
        // The data is compiled in, so this does not happen; if it did, names would still have an order.
        None => name.to_lowercase().into_bytes(),
    }
}

/// The key of a name that may be missing.
pub(crate) fn sort_key_or_unknown(name: Option<&str>) -> Vec<u8> {
    name.filter(|name| !name.trim().is_empty()).map_or_else(|| UNKNOWN.to_vec(), sort_key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn sorted<const N: usize>(mut names: [&str; N]) -> [&str; N] {
        names.sort_by_cached_key(|name| sort_key(name));
        names
    }

    #[test]
    fn names_stand_where_people_look_for_them() {
        let wanted =
            ["apple", "Árbol", "Ärger", "Łódź", "Øye", "Ozean", "strasse", "Straße", "Strauss", "Zebra"];
        let mut mixed = wanted;
        mixed.reverse();
        assert_eq!(sorted(mixed), wanted);
        assert_eq!(sorted(["No. 10", "No. 9", "No. 2b"]), ["No. 2b", "No. 9", "No. 10"]);
        assert_eq!(sorted(["バダ", "ドライブ", "あおい"]), ["あおい", "ドライブ", "バダ"]);
        assert_eq!(sorted(["한강", "바다", "하늘"]), ["바다", "하늘", "한강"]);
        assert!(ORDER.is_some(), "the data is compiled in");
    }

    #[test]
    fn case_and_composition_do_not_part_a_name() {
        assert_eq!(sort_key("THE KNIFE"), sort_key("The Knife "));
        assert_eq!(sort_key("Bj\u{f6}rk"), sort_key("bjo\u{308}rk"));
        assert_ne!(sort_key("Björk"), sort_key("Bjork"));
        assert_eq!(sort_key(&"a".repeat(1_000_000)), sort_key(&"a".repeat(200)));
    }

    #[test]
    fn what_is_unknown_comes_last() {
        assert_eq!(sort_key_or_unknown(Some("  ")), UNKNOWN);
        for name in ["z", "\u{ffff}", "\u{10ffff}", "龘", "\u{ffff}\u{ffff}"] {
            assert!(sort_key_or_unknown(Some(name)).as_slice() < UNKNOWN, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_has_a_place_that_its_composition_does_not_change(name in "\\PC{0,40}") {
            let key = sort_key(&name);
            prop_assert!(key.as_slice() < UNKNOWN);
            prop_assert_eq!(&key, &sort_key(&name.nfd().collect::<String>()));
        }
    }
}
