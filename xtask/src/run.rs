//! `cargo xtask run`: from a fresh clone to the window, or to the same on the command line where there is no display.

use std::{ffi::OsString, process::ExitCode};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{
    display,
    exec::Exec,
    setup::{self, Level},
    ui,
};

/// The picture that is looked at where there is no window: in the public domain, and part of the tests.
const PORTRAIT: &str = "crates/attune-vision/tests/data/astronaut.png";

/// Where a soundscape is written to there.
const SOUNDSCAPE: &str = "target/soundscape.flac";

/// Sets up, builds what changed, and starts the app with `args`.
pub(crate) fn run(release: bool, args: &[OsString]) -> Result<ExitCode> {
    setup::setup(Level::Build)?;
    if !display::is_there() {
        return on_the_command_line(release);
    }
    ui::build()?;
    let cargo =
        Exec::cargo().args(["run", "--locked", "--package", "attune", "--features", "custom-protocol"]);
    let code = built(cargo, release).arg("--").args(args).code()?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// What the app does, without its window: a face, its expression and mood, music for it with the reasons, and a soundscape.
fn on_the_command_line(release: bool) -> Result<ExitCode> {
    println!("No display can be opened here, so Attune shows on the command line what its window does.\n");
    println!("A portrait, the expression in it, and the mood that it suggests:");
    attune_cli(release, &["look", PORTRAIT])?;
    println!("\nMusic for that mood, and why:");
    attune_cli(release, &["recommend", "--image", PORTRAIT])?;
    println!("\nA soundscape for that mood, composed into {SOUNDSCAPE}:");
    let affect = affect(&cli(release, &["look", PORTRAIT, "--json"]).read()?)?;
    attune_cli(release, &["soundscape", &format!("--affect={affect}"), "--out", SOUNDSCAPE])?;
    println!(
        "\nFor the window, run `cargo xtask run` in a desktop session, or on a virtual display: install Xvfb and run \
         `xvfb-run cargo xtask run`. `cargo run -p attune-cli -- --help` lists what the command line can do."
    );
    Ok(ExitCode::SUCCESS)
}

fn attune_cli(release: bool, args: &[&str]) -> Result<()> {
    cli(release, args).go()
}

fn cli(release: bool, args: &[&str]) -> Exec {
    let cargo = Exec::cargo().args(["run", "--quiet", "--locked", "--package", "attune-cli"]);
    built(cargo, release).arg("--").args(args)
}

/// The mood of the one face in a look, as the command line takes it.
fn affect(look: &str) -> Result<String> {
    let look: Value = serde_json::from_str(look)?;
    let affect = &look["faces"][0]["affect"];
    let axis = |name: &str| affect[name].as_f64().with_context(|| format!("no {name} in {look}"));
    Ok(format!("{:.2},{:.2}", axis("valence")?, axis("arousal")?))
}

fn built(cargo: Exec, release: bool) -> Exec {
    if release { cargo.arg("--release") } else { cargo }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_gives_its_mood() {
        let look = r#"{"faces":[{"affect":{"valence":0.809,"arousal":-0.5}}]}"#;
        assert_eq!(affect(look).unwrap(), "0.81,-0.50");
        assert!(affect(r#"{"faces":[]}"#).is_err());
        assert!(affect("no look").is_err());
    }
}
