use super::*;
use attune_core::{Affect, Language, Policy, Theme};
use proptest::prelude::*;

fn read(text: &str) -> (SettingsFile, Vec<Warning>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("settings.json");
    std::fs::write(&path, text).unwrap();
    let mut warnings = Vec::new();
    (SettingsFile::read(&path, &mut warnings), warnings)
}

#[test]
fn a_wrong_field_resets_itself_only() {
    let (file, warnings) = read(
        r#"{"version":1,"theme":"dark","pace":"quick","policy":"calm","camera":7,"firstStartDone":true,"hold":{"valence":0.5}}"#,
    );
    let s = file.settings();
    assert_eq!((s.theme, s.policy, s.first_start_done), (Theme::Dark, Policy::Calm, true));
    assert_eq!((s.pace, &s.camera, s.hold), (0.5, &None, Affect::NEUTRAL));
    let [Warning::SettingsRepaired(fields)] = warnings.as_slice() else { panic!("{warnings:?}") };
    assert_eq!(fields, &["camera", "hold", "pace"]);
}

#[test]
fn a_language_without_a_catalogue_follows_the_system() {
    let (file, warnings) = read(r#"{"language":"de"}"#);
    assert_eq!((file.settings().language, warnings.len()), (Some(Language::German), 0));
    let (file, warnings) = read(r#"{"language":"zh-Hans"}"#);
    assert_eq!((file.settings().language, warnings.len()), (Some(Language::ChineseSimplified), 0));
    let (file, warnings) = read(r#"{"language":"tlh","theme":"dark"}"#);
    assert_eq!((file.settings().language, file.settings().theme), (None, Theme::Dark));
    assert!(matches!(warnings.as_slice(), [Warning::SettingsRepaired(fields)] if fields == &["language"]));
}

#[test]
fn numbers_are_brought_into_their_range() {
    let (file, warnings) = read(r#"{"pace":7,"hold":{"valence":-9,"arousal":0.5}}"#);
    assert_eq!((file.settings().pace, file.settings().hold), (1.0, Affect::new(-1.0, 0.5)));
    assert_eq!(warnings.len(), 1);
}

#[test]
fn a_file_of_an_older_version_is_no_trouble() {
    let (file, warnings) = read(r#"{"theme":"light"}"#);
    assert_eq!(file.settings(), &Settings { theme: Theme::Light, ..Settings::default() });
    assert!(warnings.is_empty());
}

#[test]
fn what_is_no_object_gives_the_defaults() {
    for text in ["", "[]", "{\"theme\":", "null", "\u{0}\u{1}"] {
        let (file, warnings) = read(text);
        assert_eq!(file.settings(), &Settings::default());
        assert!(matches!(warnings.as_slice(), [Warning::SettingsUnreadable]), "{text:?}");
    }
}

#[test]
fn unknown_fields_and_a_newer_version_survive_saving() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("settings.json");
    std::fs::write(&path, r#"{"version":3,"voice":{"on":true},"theme":"dark"}"#).unwrap();
    let mut file = SettingsFile::read(&path, &mut Vec::new());
    let wanted = Settings { pace: 2.0, ..file.settings().clone() };
    file.save(&wanted).unwrap();
    let written: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!((&written["version"], &written["voice"]["on"]), (&3.into(), &true.into()));
    assert_eq!((&written["theme"], &written["pace"]), (&"dark".into(), &1.0.into()));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing half-written stays");
}

#[test]
fn a_save_that_fails_keeps_the_old_settings() {
    let dir = tempfile::tempdir().unwrap();
    let gone = dir.path().join("gone");
    let mut file = SettingsFile::read(&gone.join("settings.json"), &mut Vec::new());
    assert!(file.save(&Settings { theme: Theme::Dark, ..Settings::default() }).is_err());
    assert_eq!(file.settings(), &Settings::default());
}

proptest! {
    #[test]
    fn any_text_gives_settings_in_range(text in ".{0,200}", pace in proptest::num::f64::ANY) {
        let (file, _) = read(&text);
        prop_assert!((0.0..=1.0).contains(&file.settings().pace));
        let (file, _) = read(&format!("{{\"pace\":{pace},\"starter\":false}}"));
        prop_assert!((0.0..=1.0).contains(&file.settings().pace));
    }
}
