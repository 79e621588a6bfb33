//! `cargo xtask tidy`: the rules of docs/ARCHITECTURE.md that no compiler checks.
//!
//! Each check is a function from what is in the repository to a list of findings, so that it can be tried on made-up input.

mod circles;
mod files;
mod layers;
mod licences;
mod locks;
mod metadata;
mod npm;
mod shell;
mod sources;
mod spdx;
mod strip;

use std::fmt;

use anyhow::{Result, bail};

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    place: String,
    message: String,
}

impl Finding {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }

    fn at_line(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self::new(format!("{path}:{line}"), message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.place, self.message)
    }
}

/// Checks everything and names all that is wrong.
pub(crate) fn tidy() -> Result<()> {
    let files = files::list()?;
    let mut findings = files::check(&files);
    findings.extend(sources::check(&files));
    findings.extend(locks::check(&files));
    let circles = circles::circles(&files);
    findings.extend(circles::check(&circles));
    findings.extend(shell::check(&files));
    findings.extend(layers::check(&metadata::members()?));
    let allowed = licences::allowed()?;
    findings.extend(licences::check(&metadata::everything()?, &allowed));
    findings.extend(npm::check(&files, &allowed)?);
    findings.sort();
    findings.dedup();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            let (files, shell, circles) = (files.len(), shell::lines(&files), circles.len());
            println!("tidy: {files} files, {shell} lines in the shell, {circles} circles of files");
            Ok(())
        }
        1 => bail!("1 thing is not tidy"),
        n => bail!("{n} things are not tidy"),
    }
}
