//! Attune for Android, as far as it can be checked without Android's tools: all of the app is linted as it is compiled there,
//! and what `gen/android` holds is looked at by itself. No package is built, and nothing runs.

mod generated;
mod kotlin;
mod tools;

use anyhow::{Result, bail};

use super::steps::Outcome;
use crate::{
    exec::{Exec, find},
    repo,
    setup::android::{self, TARGET},
};

/// Lints the app as it is compiled for phones.
pub(super) fn lint() -> Result<Outcome> {
    if let Some(why) = android::missing() {
        return Ok(Outcome::Skipped(why));
    }
    let app = ["clippy", "--package", "attune", "--lib", "--locked", "--features", "custom-protocol"];
    let clippy = android::cargo().args(app).args(["--target", TARGET]);
    clippy.args(["--", "-D", "warnings"]).go().map(Outcome::from)
}

/// A look at `gen/android`, which fails with what it finds.
type Check = (&'static str, fn() -> Result<()>);

/// All of them. Each counts as a test.
const CHECKS: [Check; 4] = [
    ("the project is what the generator makes, but for listed changes", as_generated),
    ("resources compile", resources),
    ("Kotlin has one style", kotlin::style),
    ("Kotlin's types fit", kotlin::types),
];

/// Looks at what `gen/android` holds.
pub(super) fn project() -> Result<Outcome> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) || find("java").is_none() {
        return Ok(Outcome::Skipped("there is no Java on a Linux machine with an x86-64 processor".into()));
    }
    let wrong = |check: fn() -> Result<()>| check().err().map(|error| format!("{error:#}"));
    Outcome::of_checks(CHECKS.iter().map(|(name, check)| (*name, Ok(wrong(*check).into_iter().collect()))))
}

fn as_generated() -> Result<()> {
    let differences = generated::differences()?;
    if !differences.is_empty() {
        bail!("see docs/android.md\n  {}", differences.join("\n  "));
    }
    Ok(())
}

/// Compiles them one by one; whether they fit together is known to Android's own tools only.
fn resources() -> Result<()> {
    let folder = repo::root().join("gen/android/app/src/main/res");
    let out = repo::scratch().join("android-resources.zip");
    Exec::new(tools::aapt2()?).arg("compile").arg("--dir").arg(folder).arg("-o").arg(out).go()
}
