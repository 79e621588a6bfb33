//! The forms in which names are kept beside themselves, so that they are sorted and found as people expect.

mod key;
mod words;

pub(crate) use key::{UNKNOWN, sort_key, sort_key_or_unknown};
pub(crate) use words::{asked, indexed, indexed_path};

use attune_core::track::fold;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Grows whenever a form is made in another way.
const VERSION: u32 = 2;

/// Names whose keys stand for all: another version of the collation's data gives other bytes for some of them.
const SAMPLES: [&str; 12] = [
    "a",
    "Zoë",
    "ångström",
    "Straße",
    "Łódź",
    "Ødegård",
    "2 10",
    "Ελλάδα",
    "Чайковский",
    "夜に駆ける",
    "바다",
    "สวัสดี",
];

/// What names the present way of making forms. A library whose forms were made in another way makes them anew.
pub(crate) fn version() -> &'static str {
    static MADE: LazyLock<String> = LazyLock::new(|| {
        let mut digest = Sha256::new();
        for sample in SAMPLES {
            digest.update(sort_key(sample));
        }
        digest.finalize().iter().take(4).fold(format!("{VERSION}-"), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    });
    &MADE
}

/// What a file is recognised by where its folders were moved: its name, a slash, and the name of its folder, both with
/// composed letters and in lower case.
pub(crate) fn tail(path: &Path) -> String {
    let part = |path: Option<&Path>| path.and_then(Path::file_name).map(|n| same_form(&n.to_string_lossy()));
    format!("{}/{}", part(Some(path)).unwrap_or_default(), part(path.parent()).unwrap_or_default())
}

/// A name in lower case with composed letters, for comparing.
pub(crate) fn same_form(name: &str) -> String {
    fold(&name.nfc().collect::<String>())
}
