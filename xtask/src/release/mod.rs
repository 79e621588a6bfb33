//! `cargo xtask release`: whether everything is ready for a release, and what goes beside its packages.
//!
//! Each check gives what it found out, that it could not be made here, or why it fails. All are made before any stops.

mod changelog;
mod linux;
mod materials;
mod packages;
mod sbom;
mod versions;

use anyhow::{Context, Result, bail};

use crate::{notices, setup::onnxruntime, setup::telemetry, tidy};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only check; write nothing
    #[arg(long)]
    dry_run: bool,
    /// The tag of the release, such as v0.2.0: it must be the version, and nothing may be left under "Unreleased"
    #[arg(long)]
    tag: Option<String>,
    /// For the packages for Android instead of those for this system
    #[arg(long)]
    android: bool,
}

/// How a check ended, unless it failed.
enum Checked {
    /// It is as it should be; what was looked at.
    Fine(String),
    /// It cannot be checked here.
    Skipped(String),
}

/// Makes all checks; then writes what goes beside the packages unless it is a dry run.
pub(crate) fn release(options: &Options) -> Result<()> {
    let version = versions::version()?;
    let tag = options.tag.as_deref();
    let packages = packages::Packages::find(options.android)?;
    let checks: [(&str, Result<Checked>); 9] = [
        ("version", versions::check(&version, tag)),
        ("changelog", changelog::check(&version, tag.is_some())),
        ("licences", tidy::tidy().map(|()| Checked::Fine("as deny.toml allows".to_owned()))),
        ("notices", notices::write(&packages.system).map(|file| Checked::Fine(crate::repo::shown(&file)))),
        ("models", materials::models()),
        ("telemetry", silent()),
        ("appstream", linux::appstream(&version)),
        ("desktop", linux::desktop_file()),
        ("size", packages.size()),
    ];
    let mut failed = 0;
    for (name, outcome) in &checks {
        let (word, about) = match outcome {
            Ok(Checked::Fine(what)) => ("ok", what.clone()),
            Ok(Checked::Skipped(why)) => ("skipped", why.clone()),
            Err(error) => ("FAILED", format!("{error:#}")),
        };
        failed += usize::from(outcome.is_err());
        println!("{name:<10} {word:<8} {about}");
    }
    if failed > 0 {
        bail!("{failed} of {} checks failed", checks.len());
    }
    if options.dry_run { Ok(()) } else { packages.write_beside(&version) }
}

/// No library that goes into a package can report to its maker.
fn silent() -> Result<Checked> {
    let libraries = onnxruntime::installed();
    if libraries.is_empty() {
        return Ok(Checked::Skipped("no ONNX Runtime is installed (cargo xtask setup)".to_owned()));
    }
    for library in &libraries {
        telemetry::refuse(library).context("a library in runtime/")?;
    }
    Ok(Checked::Fine(format!("{} libraries name no collector", libraries.len())))
}
