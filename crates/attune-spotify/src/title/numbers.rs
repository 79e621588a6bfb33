//! The numbers of a title: "Pt. 2", "Symphony No. 5 … II. Andante", "Song Two".

use super::Word;

/// Words that a number follows, with those that mean the same.
const COUNTED: [&[&str]; 7] = [
    &["part", "parts", "pt", "pts", "teil", "parte", "partie", "deel", "del"],
    &["no", "nr", "num", "number"],
    &["vol", "volume"],
    &["act", "scene"],
    &["chapter", "book", "section", "episode"],
    &["op", "opus"],
    &["movement", "mvt", "satz"],
];
/// Numbers in words, from one on.
const SPOKEN: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// No title counts higher in Roman numerals: "MIX" and "LIV" are words.
const MOST_ROMAN: u32 = 30;

/// The words of a title with all numbers in digits and one word for "pt." and "part" before them, and the numbers.
pub(super) fn numbered(words: &[Word]) -> (Vec<String>, Vec<u32>) {
    let (mut rest, mut numbers) = (Vec::new(), Vec::new());
    for (i, word) in words.iter().enumerate() {
        if let Some(number) = number(words, i) {
            rest.push(number.to_string());
            numbers.push(number);
        } else {
            let counted = counted(word).filter(|_| number(words, i + 1).is_some());
            rest.push(counted.unwrap_or(&word.plain).to_owned());
        }
    }
    (rest, numbers)
}

/// Whether words are but a number: "Part 2".
pub(super) fn is_number(words: &[String]) -> bool {
    let counted = |word: &String| COUNTED.iter().any(|alike| alike[0] == word);
    words.iter().all(|word| counted(word) || word.bytes().all(|b| b.is_ascii_digit()))
}

/// The usual one of the words that mean the same.
fn counted(word: &Word) -> Option<&'static str> {
    COUNTED.iter().find(|alike| alike.contains(&word.plain.as_str())).map(|alike| alike[0])
}

fn number(words: &[Word], at: usize) -> Option<u32> {
    let word = words.get(at)?;
    let digits = word.plain.trim_end_matches(|c: char| c.is_alphabetic());
    if matches!(&word.plain[digits.len()..], "" | "st" | "nd" | "rd" | "th") && !digits.is_empty() {
        return digits.parse().ok();
    }
    if let Some(place) = SPOKEN.iter().position(|spoken| *spoken == word.plain) {
        return Some(place as u32 + 1);
    }
    // "Pts. I-V" counts twice.
    let counts = |before: usize| at.checked_sub(before).is_some_and(|at| counted(&words[at]).is_some());
    let is_counted = counts(1) || (counts(2) && roman(&words[at - 1].plain).is_some());
    let long = word.capitals && word.plain.len() > 1;
    // "II. Andante", but neither "You and I" nor "I. am".
    let heads = word.capitals && word.stopped && at > 0;
    roman(&word.plain).filter(|_| is_counted || long || heads)
}

/// The value of a Roman numeral up to [`MOST_ROMAN`].
fn roman(text: &str) -> Option<u32> {
    let value = |c| [('i', 1), ('v', 5), ('x', 10)].iter().find(|(letter, _)| *letter == c).map(|(_, v)| *v);
    let values: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (i, value) in values.iter().enumerate() {
        let smaller = values.get(i + 1).is_some_and(|next| next > value);
        sum = if smaller { u32::checked_sub(sum + values[i + 1], 2 * values[i + 1])? } else { sum + value };
    }
    (1..=MOST_ROMAN).contains(&sum).then_some(sum)
}
