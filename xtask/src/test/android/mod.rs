//! Attune for Android, as far as it can be checked without Android's tools: all of the app is linted as it is compiled there.

use anyhow::Result;

use super::steps::Outcome;
use crate::setup::android::{self, TARGET};

/// Lints the app as it is compiled for phones.
pub(super) fn lint() -> Result<Outcome> {
    if let Some(why) = android::missing() {
        return Ok(Outcome::Skipped(why));
    }
    let app = ["clippy", "--package", "attune", "--lib", "--locked", "--features", "custom-protocol"];
    let clippy = android::cargo().args(app).args(["--target", TARGET]);
    clippy.args(["--", "-D", "warnings"]).go().map(Outcome::from)
}
