//! Where a credit may be divided.

use std::ops::Range;

/// What stands between two names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Joint {
    /// In bytes.
    pub(super) at: Range<usize>,
    pub(super) strength: Strength,
}

/// How surely it divides names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// "feat.", a semicolon.
    Certain,
    /// A comma, "&", "x", "with".
    Likely,
    /// A stroke without space around it.
    Tight,
}

/// All joints of a credit, in its order.
pub(super) fn joints(credit: &str) -> Vec<Joint> {
    let words = words(credit);
    let kinds: Vec<Option<(Strength, usize)>> = words.iter().map(|(_, word)| joining(word)).collect();
    let mut all = Vec::new();
    let is_name = |i: usize| kinds.get(i).is_some_and(Option::is_none);
    for (i, (at, word)) in words.iter().enumerate() {
        // A joining word stands between words that are none: "X Ambassadors", "Malcolm X & Oda".
        let joins = |(strength, length): (Strength, usize)| {
            let rest = length < word.len() || is_name(i + 1);
            let certain = strength == Strength::Certain && i + 1 < words.len();
            i > 0 && is_name(i - 1) && (rest || certain)
        };
        match kinds[i].filter(|kind| joins(*kind)) {
            Some((strength, length)) => all.push(Joint { at: *at..at + length, strength }),
            None => all.extend(within(credit, *at, word)),
        }
    }
    all
}

/// The words of a text with their places.
fn words(text: &str) -> Vec<(usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect()
}

/// Whether a word joins names, and how much of it does: "(feat." and the start of "feat.Oda".
fn joining(word: &str) -> Option<(Strength, usize)> {
    let bare = word.trim_start_matches(['(', '[']);
    let bracket = word.len() - bare.len();
    let lower = bare.to_lowercase();
    let strength = match lower.as_str() {
        "feat." | "feat" | "feat:" | "ft." | "ft" | "ft:" | "featuring" => Strength::Certain,
        "with" if bracket > 0 => Strength::Certain,
        "&" | "and" | "x" | "×" | "with" | "+" | "vs" | "vs." | "/" | "presents" | "pres." | "meets"
        | "con" | "avec" | "mit" | "w/" | "und" | "et" | "y" | "e" | "och" | "og"
            if bracket == 0 =>
        {
            Strength::Likely
        }
        _ => {
            let short = ["feat.", "ft."].into_iter().find(|short| lower.starts_with(short))?;
            return Some((Strength::Certain, bracket + short.len()));
        }
    };
    Some((strength, word.len()))
}

/// The joints within a word.
fn within(credit: &str, at: usize, word: &str) -> Vec<Joint> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joint = |(i, c): (usize, char)| {
        let end = i + c.len_utf8();
        let strength = match c {
            ';' | '；' => Strength::Certain,
            // "10,000 Maniacs"
            ',' if digit(word[..i].chars().next_back()) && digit(word[end..].chars().next()) => return None,
            ',' | '、' | '，' => Strength::Likely,
            '/' if i > 0 && end < word.len() => Strength::Tight,
            _ => return None,
        };
        let inner = at + i > 0 && at + end < credit.len();
        (inner || strength == Strength::Certain).then_some(Joint { at: at + i..at + end, strength })
    };
    word.char_indices().filter_map(joint).collect()
}
