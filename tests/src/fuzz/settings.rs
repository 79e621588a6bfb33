//! The settings file: as another version, a text editor or a damaged disk may leave it.

use attune_core::Settings;
use attune_store::fuzz::settings;

/// Settings with every number in its range, whatever was read; written and read again they are the same, and nothing has to
/// be repaired then.
pub(super) fn check(bytes: &[u8]) {
    let Some((read, _)) = settings(bytes) else { return };
    assert!((0.0..=1.0).contains(&read.pace) && (0.0..=1.0).contains(&read.surprise), "{read:?}");
    assert!(read.hold.valence.abs() <= 1.0 && read.hold.arousal.abs() <= 1.0, "{read:?}");
    #[expect(clippy::expect_used, reason = "settings can always be written")]
    let written = serde_json::to_vec(&read).expect("settings as JSON");
    let again = settings(&written);
    assert_eq!(again, Some((read, vec![])));
}

/// Settings as they ship, wrong types and ranges, fields of another version, a byte order mark, and what is no object.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let usual = serde_json::to_vec_pretty(&Settings::default()).unwrap_or_default();
    let others = [
        r#"{"version":1,"pace":7.5,"surprise":-1e300,"hold":{"valence":40.0,"arousal":-7},"theme":"dark","volume":3}"#,
        r#"{"version":9,"policy":"later","camera":17,"lookRate":null,"language":"tlh","soundscapeShare":"x","new":{"a":[1]}}"#,
        "\u{feff}{\"version\":1,\"firstStartDone\":\"yes\",\"player\":\"local\"}",
        "[1,2,3]",
        "{\"version\":1,\"pace\":0.5",
    ];
    [usual].into_iter().chain(others.map(|text| text.as_bytes().to_vec())).collect()
}
