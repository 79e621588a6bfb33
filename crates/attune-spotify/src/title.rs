//! What a title says beside its words: which part or number it is, which version, and which edition.
//!
//! Words, parts and versions tell recordings apart; editions ("2011 Remaster", "Deluxe") and guests do not.

mod numbers;
mod version;

use crate::letters::{alike, is_apostrophe, is_letter, joined, plain};
use numbers::{is_number, numbered};
use version::{Version, ends_with_version, is_edition, is_guest};

/// What costs a track for which another one may still be the better one.
const OTHER_EDITION: f64 = 0.02;
const SUBTITLE: f64 = 0.08;
const OTHER_CUT: f64 = 0.1;
/// A remix without its remixer, a concert without its place: nothing says that it is the one that is meant.
const UNNAMED_VERSION: f64 = 0.3;
/// Two spellings of one title are at least so much alike.
const SPELLING: f64 = 0.75;

/// Words of keys.
const KEYS: [&str; 8] = ["major", "minor", "dur", "moll", "majeur", "mineur", "sharp", "flat"];

/// A word of a title with what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case and without accents.
    pub(super) plain: String,
    /// Whether it was written in capitals.
    pub(super) capitals: bool,
    /// Whether a dot or a colon follows.
    pub(super) stopped: bool,
}

/// A title taken apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Title {
    /// All of it, as one word.
    whole: String,
    base: Vec<String>,
    numbers: Vec<u32>,
    version: Version,
    subtitle: String,
    editions: String,
}

impl Title {
    pub(crate) fn read(title: &str) -> Self {
        let (base, asides) = segments(title);
        let mut read =
            Self { whole: joined(texts(&words(title)).iter().map(String::as_str)), ..Self::default() };
        let mut base = words(&base);
        if base.len() > 1 && base.last().is_some_and(ends_with_version) {
            read.take_aside(&base.split_off(base.len() - 1));
        }
        read.base = read.take_numbers(&base);
        for aside in asides {
            read.take_aside(&words(&aside));
        }
        read
    }

    fn take_aside(&mut self, words: &[Word]) {
        let texts = texts(words);
        if is_guest(&texts) {
            return;
        }
        if is_edition(&texts) {
            self.editions.push_str(&texts.concat());
        } else if !self.version.take(&texts) {
            let rest = self.take_numbers(words);
            // "(Part 2)" is no subtitle.
            if is_number(&rest) { self.base.extend(rest) } else { self.subtitle.push_str(&rest.concat()) }
        }
    }

    fn take_numbers(&mut self, words: &[Word]) -> Vec<String> {
        let (rest, numbers) = numbered(words);
        self.numbers.extend(numbers);
        rest
    }

    /// How much of one recording two titles are, in [0, 1]: 1 for the same words, 0 for another one. `close` where their
    /// lengths agree: then they may differ in spelling.
    pub(crate) fn likeness(&self, other: &Self, close: bool) -> f64 {
        if self.whole == other.whole {
            return if self.whole.is_empty() { 0.0 } else { 1.0 };
        }
        let words = self.words_alike(other, close);
        let version = self.version_differs(other, close);
        let (Some(version), true) = (version, self.numbers == other.numbers && words > 0.0) else {
            return 0.0;
        };
        let subtitle = match (self.subtitle.is_empty(), other.subtitle.is_empty()) {
            (false, false) if alike(&self.subtitle, &other.subtitle) < SPELLING => return 0.0,
            (one, both) => {
                if one == both {
                    0.0
                } else {
                    SUBTITLE
                }
            }
        };
        let edition = if self.editions == other.editions { 0.0 } else { OTHER_EDITION };
        (words - version - subtitle - edition).max(0.0)
    }

    fn words_alike(&self, other: &Self, close: bool) -> f64 {
        let joined = |title: &Self| joined(title.base.iter().map(String::as_str));
        let alike = alike(&joined(self), &joined(other));
        let enough = if close { SPELLING } else { 1.0 };
        let pairs = || self.base.iter().zip(&other.base);
        let other_key =
            self.base.len() == other.base.len() && pairs().any(|(a, b)| a != b && is_key(a) && is_key(b));
        if alike >= enough && !other_key { alike } else { 0.0 }
    }

    /// What the versions cost; none for different ones.
    fn version_differs(&self, other: &Self, close: bool) -> Option<f64> {
        let (a, b) = (&self.version, &other.version);
        if a == b {
            return Some(0.0);
        }
        if a.is_cut_of(b) {
            return close.then_some(OTHER_CUT);
        }
        let unnamed = if close { OTHER_CUT } else { UNNAMED_VERSION };
        a.is_less_exactly(b).then_some(unnamed)
    }
}

/// Whether a word is a letter or belongs to a key: however much else is alike, "Prelude in C Minor" is not that in D major.
fn is_key(word: &str) -> bool {
    word.chars().count() == 1 || KEYS.contains(&word)
}

/// The title without what stands in brackets or behind a dash, and those parts.
fn segments(title: &str) -> (String, Vec<String>) {
    let (mut open, mut asides, mut inner) = (String::new(), Vec::new(), String::new());
    let mut depth = 0_u32;
    for c in title.chars() {
        match c {
            '(' | '[' | '{' | '（' | '［' | '【' => depth += 1,
            ')' | ']' | '}' | '）' | '］' | '】' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    asides.push(std::mem::take(&mut inner));
                    open.push(' ');
                }
            }
            c if depth > 0 => inner.push(c),
            c => open.push(c),
        }
    }
    // A bracket that nobody closes.
    asides.extend((!inner.is_empty()).then_some(inner));
    let open = open.replace(" – ", " - ").replace(" — ", " - ");
    let mut parts = open.split(" - ").map(str::to_owned);
    let base = parts.next().unwrap_or_default();
    if words(&base).is_empty() {
        return (title.to_owned(), Vec::new());
    }
    let (base, guests) = without_guests(&base);
    asides.extend(parts.chain(guests));
    (base, asides)
}

/// "Ember feat. Sol" without its guests.
fn without_guests(base: &str) -> (String, Option<String>) {
    let at = base.match_indices(char::is_whitespace).map(|(at, _)| at).find(|at| {
        let next: String = base[*at..].trim_start().chars().take_while(|c| !c.is_whitespace()).collect();
        matches!(next.to_lowercase().as_str(), "feat." | "feat" | "ft." | "ft" | "featuring")
    });
    match at.filter(|at| !base[..*at].trim().is_empty()) {
        Some(at) => (base[..at].to_owned(), Some(base[at..].to_owned())),
        None => (base.to_owned(), None),
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            c if is_letter(c) => word.push(c),
            c if is_apostrophe(c) => {}
            '&' => {
                end(&mut word, c, &mut all);
                all.push(Word { plain: "and".into(), capitals: false, stopped: false });
            }
            c => end(&mut word, c, &mut all),
        }
    }
    all
}

fn end(word: &mut String, next: char, all: &mut Vec<Word>) {
    if !word.is_empty() {
        let capitals = word.chars().all(char::is_uppercase);
        all.push(Word { plain: plain(word), capitals, stopped: matches!(next, '.' | ':') });
        word.clear();
    }
}

fn texts(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.plain.clone()).collect()
}

#[cfg(test)]
mod tests;
