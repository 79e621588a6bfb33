//! Letters as names are compared: without case, accents and signs.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// In lower case and in Latin letters without accents. Marks that make another letter of a Japanese or Cyrillic one stay.
pub(crate) fn plain(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let mut latin = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if latin && is_combining_mark(c) {
            continue;
        }
        latin = c.is_ascii_alphabetic();
        match unaccented(c) {
            Some(letters) => all.push_str(letters),
            None => all.push(c),
        }
    }
    all.nfc().collect()
}

/// Latin letters that no accent can be taken from.
fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        '&' => " and ",
        _ => return None,
    })
}

/// The letters and digits of words, without the little words that are written or left out.
pub(crate) fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<&str> = words.into_iter().collect();
    let telling: String = all.iter().filter(|w| !matches!(**w, "the" | "and")).copied().collect();
    if telling.is_empty() { all.concat() } else { telling }
}

/// Letters and digits of plain text, without the little words.
pub(crate) fn key(plain: &str) -> String {
    let bare: String = plain.chars().filter(|c| !is_apostrophe(*c)).collect();
    joined(bare.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()))
}

/// Whether it belongs to a word: marks do, where a script sets them behind its letters.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether it stands within a word: "don't".
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}

/// Dice's coefficient of the pairs of letters, in [0, 1] (L. R. Dice, Ecology 26, 1945); it also works for scripts without
/// spaces.
pub(crate) fn alike(a: &str, b: &str) -> f64 {
    if a == b {
        return if a.is_empty() { 0.0 } else { 1.0 };
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut pairs: HashMap<(char, char), i32> = HashMap::new();
    for pair in a.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    let mut both = 0_u32;
    for pair in b.windows(2) {
        let left = pairs.entry((pair[0], pair[1])).or_default();
        both += u32::from(*left > 0);
        *left -= 1;
    }
    let all = a.len().saturating_sub(1) + b.len().saturating_sub(1);
    if all == 0 { 0.0 } else { 2.0 * f64::from(both) / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_signs_do_not_matter() {
        for (one, other) in [
            ("Zażółć gęślą", "Zazolc gesla"),
            ("Łódź Trio", "LODZ trio"),
            ("Cafe\u{301} Noir", "Café Noir"),
            ("Don’t & Do", "Dont and do"),
            ("The Night", "Night"),
            ("Straße", "STRASSE"),
        ] {
            assert_eq!(key(&plain(one)), key(&plain(other)), "{one}");
        }
        for (one, other) in [("が", "か"), ("Night", "Nights"), ("The", "A")] {
            assert_ne!(key(&plain(one)), key(&plain(other)), "{one}");
        }
        assert_eq!(key("the the"), "thethe");
    }
}
