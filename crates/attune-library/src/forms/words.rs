//! Words as a search finds them: folded, and without spaces where a script has none.
//!
//! The index is handed folded words with spaces between them. A title in Japanese, Chinese, Korean or Thai is taken
//! apart into its characters, and what is searched in it is a phrase of characters: so any part of it is found.
//!
//! German and Scandinavian letters are found by either of their plain spellings, "muller" or "mueller" for "Müller", and
//! find both. Only where such a letter stands or is asked for: "blue" stays "blue".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most words of a search that count.
const MOST: usize = 16;

/// Behind a bare letter while words are folded: it was written with an umlaut or a stroke, which is also spelled by an
/// e behind it, or with a ring, which is also spelled by another a. Both are for private use, so no text means them.
const AND_E: char = '\u{e000}';
const AND_A: char = '\u{e001}';

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// A word of a script that has spaces.
    Word(String),
    /// Characters of a script that has none.
    Run(Vec<char>),
    /// White space: what is around it was never one word.
    Gap,
}

/// A name as the index keeps it. Words with signs in them are also kept in one, so that "acdc" finds "AC/DC".
pub(crate) fn indexed(name: &str) -> String {
    let pieces = pieces(name);
    let mut words = plain(&pieces);
    for part in pieces.split(|piece| *piece == Piece::Gap).filter(|part| part.len() > 1) {
        let joined: Option<String> = part.iter().map(word).collect();
        words.extend(joined.filter(|word| word.len() <= 40).iter().flat_map(|word| spellings(word)));
    }
    words.join(" ")
}

/// A path as the index keeps it.
pub(crate) fn indexed_path(path: &str) -> String {
    plain(&pieces(path)).join(" ")
}

/// What people search, in FTS5's own language, each word quoted and in all its spellings: empty for an empty search, none
/// if there is text, but no word in it.
pub(crate) fn asked(text: &str) -> Option<String> {
    let words: Vec<String> = pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) => Some(one_of(&spellings(&word))),
            Piece::Run(run) => Some(format!("\"{}\"", apart(&run))),
            Piece::Gap => None,
        })
        .take(MOST)
        .collect();
    (!words.is_empty() || text.trim().is_empty()).then(|| words.join(" AND "))
}

/// The beginning of any of these words.
fn one_of(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    if let [word] = &quoted[..] { word.clone() } else { format!("({})", quoted.join(" OR ")) }
}

/// A folded word in its plain spellings; each letter is spelled one way throughout.
fn spellings(word: &str) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    for (letter, mark, second) in [('a', AND_E, "e"), ('o', AND_E, "e"), ('u', AND_E, "e"), ('a', AND_A, "a")]
    {
        let marked = String::from_iter([letter, mark]);
        if word.contains(&marked) {
            let spelled = |with: &str| {
                let with = format!("{letter}{with}");
                all.iter().map(|word| word.replace(&marked, &with)).collect::<Vec<_>>()
            };
            all = [spelled(""), spelled(second)].concat();
        }
    }
    all
}

fn plain(pieces: &[Piece]) -> Vec<String> {
    let words = pieces.iter().flat_map(|piece| match piece {
        Piece::Word(word) => spellings(word),
        Piece::Run(run) => vec![apart(run)],
        Piece::Gap => Vec::new(),
    });
    words.collect()
}

fn word(piece: &Piece) -> Option<&str> {
    if let Piece::Word(word) = piece { Some(word) } else { None }
}

fn apart(run: &[char]) -> String {
    run.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // Whether the next character goes on with the last piece.
    let mut on = false;
    for c in folded(text) {
        let last = pieces.last_mut().filter(|_| on);
        on = true;
        match last {
            Some(Piece::Run(run)) if has_no_spaces(c) => run.push(c),
            Some(Piece::Word(word)) if belongs_to_words(c) && !has_no_spaces(c) => word.push(c),
            _ if has_no_spaces(c) => pieces.push(Piece::Run(vec![c])),
            _ if belongs_to_words(c) => pieces.push(Piece::Word(c.into())),
            _ => {
                on = false;
                if c.is_whitespace() {
                    pieces.push(Piece::Gap);
                }
            }
        }
    }
    pieces
}

fn belongs_to_words(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, AND_E | AND_A)
}

/// Letters in one form: composed, small, without accents, and those that keyboards lack as what is typed instead.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let marked = text.nfkc().filter(|c| !matches!(*c, AND_E | AND_A)).flat_map(|c| {
        let mark = match c {
            'ä' | 'ö' | 'ü' | 'ø' | 'Ä' | 'Ö' | 'Ü' | 'Ø' => Some(AND_E),
            'å' | 'Å' => Some(AND_A),
            _ => None,
        };
        std::iter::once(c).chain(mark)
    });
    let bare = marked.nfkd().filter(|c| !is_accent(*c) && !is_unseen(*c));
    bare.nfc().flat_map(char::to_lowercase).flat_map(|c| {
        let (first, second) = typed(c);
        std::iter::once(first).chain(second)
    })
}

/// Accents over letters and the points of Hebrew and Arabic, which are rarely typed. Signs of other scripts are vowels.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
    )
}

/// What has no width: soft hyphens, joiners, marks of direction, variants.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
    )
}

/// What is typed for a small letter: one or two letters.
fn typed(c: char) -> (char, Option<char>) {
    match c {
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ŧ' => ('t', None),
        'ŋ' => ('n', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        'ß' => ('s', Some('s')),
        'þ' => ('t', Some('h')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        // Katakana as hiragana: the same sounds.
        'ァ'..='ヶ' => (char::from_u32(c as u32 - 0x60).unwrap_or(c), None),
        c => (c, None),
    }
}

/// Whether a character is of a script that is written without spaces, or (Korean) with words grown together.
fn has_no_spaces(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{fff}'        // Thai, Lao, Tibetan
        | '\u{1000}'..='\u{109f}'    // Burmese
        | '\u{1100}'..='\u{11ff}'    // Korean letters
        | '\u{1780}'..='\u{17ff}'    // Khmer
        | '々' | '〆' | '〇'
        | '\u{3041}'..='\u{318f}'    // kana, bopomofo, Korean letters
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{20000}'..='\u{3ffff}'
    ) && belongs_to_words(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_never_becomes_a_command() {
        assert_eq!(asked("  "), Some(String::new()));
        assert_eq!(asked("\"*- "), None);
        assert_eq!(asked("AND be* \"x").unwrap(), "\"and\"* AND \"be\"* AND \"x\"*");
        assert_eq!(asked("夜の2").unwrap(), "\"夜 の\" AND \"2\"*");
        assert_eq!(asked("für mich").unwrap(), "(\"fur\"* OR \"fuer\"*) AND \"mich\"*");
        assert_eq!(asked("\u{e000}\u{e001}"), None);
    }

    #[test]
    fn letters_are_taken_for_what_is_typed() {
        for (name, words) in [
            ("Ødegård", "odegard oedegard odegaard oedegaard"),
            ("Mu\u{308}ller, Blue", "muller mueller blue"),
            ("MØKK", "mokk moekk"),
            ("Düster-Öl", "duster duester ol oel dusterol dusteroel duesterol duesteroel"),
            ("Straße nach Łódź", "strasse nach lodz"),
            ("İstanbul Işığı", "istanbul isigi"),
            ("Đorđe Þór Œuvre", "dorde thor oeuvre"),
            ("ﬁne ＡＢＣ x²", "fine abc x2"),
            ("Don't A/B", "don t a b dont ab"),
            ("C.R.E.A.M. Pie", "c r e a m pie cream"),
            ("हिन्दी गीत", "हिन्दी गीत"),
            ("ドライブ ﾄﾞ", "ど ら い ぶ ど"),
        ] {
            assert_eq!(indexed(name), words);
        }
        assert_eq!(indexed("밤ᄇ"), "밤 ᄇ");
        assert_eq!(indexed_path("A/B.c-d"), "a b c d");
    }

    proptest! {
        #[test]
        fn a_search_never_breaks_out_of_its_quotes(text in "\\PC{0,60}") {
            let words = asked(&text).unwrap_or_default();
            for word in words.split('"').skip(1).step_by(2) {
                let plain = |c| belongs_to_words(c) && !matches!(c, AND_E | AND_A);
                prop_assert!(word.split(' ').all(|w| !w.is_empty() && w.chars().all(plain)), "{}", word);
            }
        }

        #[test]
        fn the_form_of_a_text_does_not_matter(text in "\\PC{0,60}") {
            let whole = indexed(&text);
            prop_assert_eq!(&whole, &indexed(&text.nfd().collect::<String>()));
            prop_assert_eq!(&whole, &indexed(&text.nfc().collect::<String>()));
        }
    }
}
