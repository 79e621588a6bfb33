//! Genre words: ID3's numbers by name, and each word once.

use lofty::id3::v1::GENRES;

/// What stands between several genres.
const SEPARATOR: &str = "; ";

/// The genres that these values name, in their order, each once; none if there is none.
pub(super) fn genres<'v>(values: impl Iterator<Item = &'v str>) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for value in values.flat_map(|value| value.split([';', '\0'])) {
        for word in named(value.trim()) {
            if !word.is_empty() && !words.iter().any(|known| known.to_lowercase() == word.to_lowercase()) {
                words.push(word);
            }
        }
    }
    (!words.is_empty()).then(|| words.join(SEPARATOR))
}

/// The names in one value: "17" and "(17)" are Rock, "(17)Rock" too, "(4)Eurodisco" is Disco and Eurodisco, and
/// "((x)" is "(x)" (`ID3v2.3`, 4.2.1).
fn named(value: &str) -> Vec<String> {
    if let Some(name) = number(value) {
        return vec![name.to_owned()];
    }
    let (mut names, mut rest) = (Vec::new(), value);
    while let Some((name, after)) = rest
        .strip_prefix('(')
        .and_then(|r| r.split_once(')'))
        .and_then(|(n, after)| Some((number(n)?, after)))
    {
        names.push(name.to_owned());
        rest = after.trim_start();
    }
    let rest = if rest.starts_with("((") { &rest[1..] } else { rest };
    names.push(rest.to_owned());
    names
}

fn number(text: &str) -> Option<&'static str> {
    match text {
        // ID3v1's number for none.
        "255" => Some(""),
        "RX" => Some("Remix"),
        "CR" => Some("Cover"),
        _ if !text.is_empty() && text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit()) => {
            GENRES.get(text.parse::<usize>().ok()?).copied()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_named_and_nothing_stands_twice() {
        let cases: [(&[&str], Option<&str>); 10] = [
            (&["(17)Rock"], Some("Rock")),
            (&["17"], Some("Rock")),
            (&["(17)(18)"], Some("Rock; Techno")),
            (&["(4)Eurodisco"], Some("Disco; Eurodisco")),
            (&["Rock; rock", "ROCK", "Pop"], Some("Rock; Pop")),
            (&["((Live)"], Some("(Live)")),
            (&["(RX)"], Some("Remix")),
            (&["2000s", "90s Rock (UK)", "999"], Some("2000s; 90s Rock (UK); 999")),
            (&["", " ; ", "255"], None),
            (&["(255)", "(255)Folk"], Some("Folk")),
        ];
        for (values, wanted) in cases {
            assert_eq!(genres(values.iter().copied()).as_deref(), wanted, "{values:?}");
        }
    }
}
