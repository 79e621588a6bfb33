//! What must hold for any bytes that come from outside: one check a way in, with seeds to start from.
//!
//! `tests/fuzz` runs a few thousand inputs of a fixed seed through each check; `cargo xtask fuzz` lets libFuzzer,
//! which sees the code's branches, look for more. A check panics where a promise is broken, and nowhere else.

mod backup;
mod catalogue;
mod fallback;
mod history;
mod manifest;
mod mutate;
mod picture;
mod pixels;
mod samples;
mod score;
mod settings;
mod sound;
mod spotify;
mod strap;
mod subsonic;
mod tags;

pub use mutate::Mutations;

use std::path::Path;
use std::{fs, io};

/// A way in for bytes from outside.
#[derive(Clone, Copy)]
pub struct Target {
    /// The name on the command line.
    pub name: &'static str,
    /// Panics where the bytes break a promise.
    pub check: fn(&[u8]),
    /// Inputs that lead deep, to be varied.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All ways in.
pub static TARGETS: [Target; 15] = [
    Target { name: "pixels", check: pixels::check, seeds: pixels::seeds },
    Target { name: "picture", check: picture::check, seeds: picture::seeds },
    Target { name: "manifest", check: manifest::check, seeds: manifest::seeds },
    Target { name: "catalogue", check: catalogue::check, seeds: catalogue::seeds },
    Target { name: "tags", check: tags::check, seeds: tags::seeds },
    Target { name: "fallback", check: fallback::check, seeds: fallback::seeds },
    Target { name: "sound", check: sound::check, seeds: sound::seeds },
    Target { name: "spotify_reply", check: spotify::check_reply, seeds: spotify::reply_seeds },
    Target { name: "spotify_callback", check: spotify::check_callback, seeds: spotify::callback_seeds },
    Target { name: "settings", check: settings::check, seeds: settings::seeds },
    Target { name: "backup", check: backup::check, seeds: backup::seeds },
    Target { name: "history", check: history::check, seeds: history::seeds },
    Target { name: "score", check: score::check, seeds: score::seeds },
    Target { name: "strap", check: strap::check, seeds: strap::seeds },
    Target { name: "subsonic_reply", check: subsonic::check, seeds: subsonic::seeds },
];

/// Runs the target of that name.
///
/// # Panics
/// If there is none, or the bytes break one of its promises.
pub fn check(name: &str, bytes: &[u8]) {
    (named(name).check)(bytes);
}

/// Puts the seeds of a target where a fuzzer starts from: into `folder`, beside what it has found itself.
///
/// # Panics
/// If there is no such target.
pub fn plant(name: &str, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let seeds = (named(name).seeds)();
    seeds.iter().enumerate().try_for_each(|(i, seed)| fs::write(folder.join(format!("seed-{i:02}")), seed))
}

#[expect(clippy::expect_used, reason = "names are written in the sources")]
fn named(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).expect("a target of that name")
}
