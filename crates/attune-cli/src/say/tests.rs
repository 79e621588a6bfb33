use super::language::LANGUAGES;
use super::speech::Speech;
use super::window::{reason_in, row_in};
use super::*;
use attune_core::ErrorCode;
use attune_core::catalogue::{RowColumn, RowProblem};
use attune_session::view::ReasonView;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Worded in the language where it arises, since it names a line.
const WORDED: [ErrorCode; 1] = [ErrorCode::BadLine];
/// A number of each plural form that a language of ours has.
const NUMBERS: [u32; 6] = [0, 1, 2, 3, 11, 100];

/// The messages of a catalogue with their text.
fn messages(tag: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("texts/{tag}.ftl"));
    let text = fs::read_to_string(path).unwrap();
    let mut all = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        let body = match line.split_once(" = ") {
            Some((new, body)) if begins => {
                new.clone_into(&mut name);
                body
            }
            _ => line,
        };
        let text: &mut String = all.entry(name.clone()).or_default();
        text.push_str(body);
        text.push('\n');
    }
    all
}

/// The variables that a message names.
fn variables(text: &str) -> BTreeSet<&str> {
    let ends = |c: char| !c.is_ascii_lowercase() && c != '_';
    text.split('$').skip(1).filter_map(|rest| rest.split(ends).next()).collect()
}

#[test]
fn each_language_has_each_sentence_with_its_values() {
    let wanted: BTreeMap<&str, &[&str]> = SENTENCES.iter().copied().collect();
    assert_eq!(wanted.len(), SENTENCES.len());
    for (tag, _) in LANGUAGES {
        let messages = messages(tag);
        let named: BTreeSet<&str> =
            messages.keys().map(String::as_str).filter(|name| !name.starts_with("error_")).collect();
        assert_eq!(named, wanted.keys().copied().collect(), "{tag}");
        for (name, values) in &wanted {
            let values: BTreeSet<&str> = values.iter().copied().collect();
            assert_eq!(variables(&messages[*name]), values, "{tag}: {name}");
        }
    }
}

#[test]
fn each_sentence_is_said_without_an_error() {
    for (tag, language) in LANGUAGES {
        let (speech, problems) = Speech::read(language);
        assert_eq!(problems, [""; 0], "{tag}");
        for (name, values) in SENTENCES {
            for number in NUMBERS {
                let values: Vec<_> = values.iter().map(|value| (*value, FluentValue::from(number))).collect();
                let mut errors = Vec::new();
                let said = speech.try_say(name, &values, &mut errors).unwrap();
                assert!(errors.is_empty() && !said.trim().is_empty(), "{tag}: {name}: {errors:?}");
                assert!(!said.contains(['{', '}', '$']), "{tag}: {said}");
            }
        }
    }
}

#[test]
fn each_error_has_words_in_each_language() {
    for (tag, language) in LANGUAGES.into_iter().filter(|(tag, _)| *tag != "en") {
        let speech = Speech::new(language);
        for code in ErrorCode::ALL.iter().filter(|code| !WORDED.contains(code)) {
            let said = speech.error(&AppError::new(*code, "An English sentence."));
            assert!(said.len() > 3 && said != "An English sentence.", "{tag}: {code}");
        }
        for name in messages(tag).keys() {
            let code = name.strip_prefix("error_");
            assert!(code.is_none_or(|code| ErrorCode::parse(code).is_some()), "{tag}: {name}");
        }
    }
    let own = AppError::new(ErrorCode::CameraBusy, "Its own words.");
    assert_eq!(Speech::new(Language::English).error(&own), "Its own words.");
    assert!(Speech::new(Language::German).error(&own).starts_with("Ein anderes Programm"));
}

#[test]
fn words_made_for_the_command_line_go_before_the_windows() {
    let none = AppError::new(ErrorCode::CameraNone, "");
    for (tag, language) in LANGUAGES.into_iter().filter(|(tag, _)| *tag != "en") {
        let speech = Speech::new(language);
        let (said, window) = (speech.error(&none), speech.of_window("error", "camera_none").unwrap());
        assert!(said != window && said.len() < window.len(), "{tag}: the window speaks of its dot: {said}");
    }
}

#[test]
fn nouns_agree_with_their_numbers() {
    let songs = |language, songs: u32| {
        let values = [("songs", songs.into()), ("loaded", 0.into())];
        Speech::new(language).say("server_songs", &values)
    };
    assert_eq!(songs(Language::English, 1), "1 song, 0 loaded");
    assert_eq!(songs(Language::English, 2), "2 songs, 0 loaded");
    assert_eq!(songs(Language::French, 0), "0 titre, chargés : 0", "nought is singular in French");
    let arabic = [0, 1, 2, 3, 11, 100].map(|n| songs(Language::Arabic, n));
    let begins = ["0 أغنية", "أغنية واحدة", "أغنيتان", "3 أغانٍ", "11 أغنية", "100 أغنية"];
    for (said, begins) in arabic.iter().zip(begins) {
        assert!(said.starts_with(begins), "{said}");
    }
    assert_eq!(songs(Language::Japanese, 1), "1曲、読み込み済み0");
}

#[test]
fn names_are_isolated_amid_arabic_alone() {
    let said = |language| Speech::new(language).say("strap_connected", &[("name", "Strap H10".into())]);
    assert_eq!(said(Language::Arabic), "تم الاتصال بـ \u{2068}Strap H10\u{2069}");
    assert_eq!(said(Language::German), "Verbunden mit Strap H10");
}

#[test]
fn reasons_are_put_together_from_their_codes() {
    let reason = |code: &str, detail: &str| {
        let reason = ReasonView {
            code: code.into(),
            detail: detail.into(),
            stated: false,
            weight: 1.0,
            text: "in English".into(),
        };
        reason_in(&Speech::new(Language::German), &reason)
    };
    assert_eq!(reason("fit", "warmCalm closeToMood"), "er klingt warm und ruhig, nah an deiner Stimmung");
    assert_eq!(reason("fit", "probably dark"), "er klingt wahrscheinlich dunkel");
    assert_eq!(reason("fit", "slow minor start"), "er klingt langsam und in Moll, ein leichter Einstieg");
    assert_eq!(reason("classic", "Happy"), "er steht auf der Liste „Fröhlich“");
    assert_eq!(reason("popular", ""), "er ist beliebt");
    for unknown in [reason("fit", "odd"), reason("fit", ""), reason("artist", "Somebody")] {
        assert_eq!(unknown, "in English");
    }
}

#[test]
fn what_is_wrong_with_a_row_is_said_with_its_values_in_each_language() {
    let (column, text) = (RowColumn::Energy, "{low} 7,3".to_owned());
    let problems = [
        (RowProblem::Missing { column }, vec![]),
        (RowProblem::LongName { column, bytes: 1_024 }, vec!["1024"]),
        (RowProblem::NoNumber { column, text: text.clone() }, vec!["{low} 7,3"]),
        (RowProblem::OutOfRange { column, text, low: -1, high: 100 }, vec!["{low} 7,3", "-1", "100"]),
        (RowProblem::LongLine { kib: 256 }, vec!["256"]),
        (RowProblem::Nul, vec![]),
        (RowProblem::NotUtf8, vec!["UTF-8"]),
        (RowProblem::OpenQuote, vec![]),
        (RowProblem::Width { fields: 3, columns: 5 }, vec!["3", "5"]),
        (RowProblem::LongField { kib: 64 }, vec!["64"]),
        (RowProblem::Full { tracks: 300_000 }, vec!["300000"]),
    ];
    for (tag, language) in LANGUAGES {
        let speech = Speech::new(language);
        for (problem, values) in &problems {
            let said = row_in(&speech, problem);
            assert!(values.iter().all(|value| said.contains(value)), "{tag}: {said}");
            assert!(!said.replace("{low} 7,3", "").contains(['{', '}']), "{tag}: {said}");
            assert_eq!(said == problem.to_string(), tag == "en", "{tag}: {said}");
        }
    }
    let said = |language| row_in(&Speech::new(language), &problems[2].0);
    assert_eq!(said(Language::German), "Energie: „{low} 7,3“ ist keine Zahl");
    assert!(said(Language::Arabic).contains("\u{2068}{low} 7,3\u{2069}"));
}
