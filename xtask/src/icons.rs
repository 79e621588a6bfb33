//! `cargo xtask icons`: all sizes of the icon from the one drawing.

use std::fs;

use anyhow::Result;

use crate::{
    exec::Exec,
    repo,
    setup::{self, Level},
};

/// What the packages use; Tauri's tool draws many more.
const KEPT: [&str; 7] =
    ["32x32.png", "64x64.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"];

/// Draws them from `src-tauri/icons/icon.svg`.
pub(crate) fn draw() -> Result<()> {
    setup::setup(Level::Build)?;
    let icons = repo::root().join("src-tauri/icons");
    let drawn = repo::scratch().join("icons");
    Exec::new(repo::ui().join("node_modules/.bin/tauri"))
        .dir(&repo::root())
        .arg("icon")
        .arg(icons.join("icon.svg"))
        .arg("--output")
        .arg(&drawn)
        .go()?;
    for name in KEPT {
        fs::copy(drawn.join(name), icons.join(name))?;
    }
    Ok(())
}
