//! The languages of `attune-cli`.

use super::{failure, lines, program};
use serde_json::Value;
use std::fs;
use std::process::Output;

/// Runs the program where the environment asks for a language.
fn run(environment: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut program = program();
    // The helper's own choice would come before `LANG`.
    program.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
    program.envs(environment.iter().copied()).args(arguments).output().expect("attune-cli starts")
}

const NOT_THERE: [&str; 4] = ["recommend", "--affect=0,0", "--catalogue", "/nowhere/none.csv"];
const HISTORY: &str = "uts,utc_time,artist,track\n1714557600,\"01 May 2024, 10:00\",Ann,Sun\n";

#[test]
fn errors_come_in_the_language_of_the_environment() {
    let said = failure(&run(&[("LC_ALL", "de_DE.UTF-8")], &NOT_THERE));
    assert_eq!(said.trim(), "Die Datei gibt es nicht mehr. Wähl eine andere. [csv_missing]");
    let said = failure(&run(&[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "C")], &NOT_THERE));
    assert!(said.starts_with("The file no longer exists"), "{said}");
    let said =
        failure(&run(&[("LC_ALL", "de_DE.UTF-8")], &["recommend", "--affect=0,0", "--language", "nl"]));
    assert!(said.contains("invalid value 'nl'") && said.contains("pt-BR"), "{said}");
}

#[test]
fn the_language_of_the_command_line_comes_first() {
    let german = [("LC_ALL", "de_DE.UTF-8")];
    let said = failure(&run(&german, &[&NOT_THERE[..], &["--language", "ta"]].concat()));
    assert!(said.contains("கோப்பு") && said.contains("[csv_missing]"), "{said}");
    let english = failure(&run(&german, &[&["--language", "en"], &NOT_THERE[..]].concat()));
    assert!(english.starts_with("The file no longer exists"), "{english}");
    let chinese = |tag| failure(&run(&german, &[&["--language", tag], &NOT_THERE[..]].concat()));
    assert_eq!(chinese("zh-CN"), chinese("zh-Hans"));
}

#[test]
fn results_come_in_the_language_and_json_does_not_change() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("scrobbles.csv");
    fs::write(&file, HISTORY).unwrap();
    let path = file.display().to_string();
    let german = [("LC_ALL", "de_DE.UTF-8")];
    let told = lines(&run(&german, &["history", "preview", &path]));
    assert!(told[0].ends_with("2024-05-01 bis 2024-05-01"), "{told:?}");
    assert_eq!(told[1], "  1 Wiedergabe von 1 Titel von 1 Künstler; 0 bis zum Ende, 0 übersprungen");
    let tamil = lines(&run(&german, &["history", "preview", &path, "--language", "ta"]));
    assert!(tamil[1].contains("1 பாடல்,") && tamil[2].contains("விடுபட்டவை: 0"), "{tamil:?}");

    let json =
        |language| lines(&run(&german, &["history", "preview", "--json", &path, "--language", language]));
    assert_eq!(json("ta"), json("en"));
    let parsed: Value = serde_json::from_str(&json("ar")[0]).unwrap();
    assert_eq!(parsed["plays"], 1);
}

#[test]
fn reasons_and_headings_come_in_the_language_and_ids_do_not_change() {
    let classic = ["recommend", "--expression", "happiness", "--policy", "classic", "--limit", "2"];
    let tamil = lines(&run(&[], &[&classic[..], &["--language", "ta"]].concat()));
    assert!(tamil[0].contains("கலைஞர்"), "{tamil:?}");
    let english = lines(&run(&[], &classic));
    assert_eq!(tamil[1..], english[1..], "titles and artists");
    let german = lines(&run(&[("LANG", "de_AT")], &["recommend", "--affect=-0.5,-0.4", "--limit", "3"]));
    assert!(german[0].ends_with("Grund"), "{german:?}");
    assert!(german[1..].iter().all(|line| line.contains("  er klingt ")), "{german:?}");
}
