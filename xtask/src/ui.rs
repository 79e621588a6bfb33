//! The interface, built when its sources changed.

use anyhow::Result;

use crate::{exec::Exec, hash, hash::Stamp, repo};

/// What the built interface is made of, under `ui/`.
const SOURCES: [&str; 10] = [
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "scripts/firstLoad.ts",
    "svelte.config.js",
    "tsconfig.json",
    "tsconfig.app.json",
];

/// Builds `ui/dist` unless it was built from exactly these sources.
pub(crate) fn build() -> Result<()> {
    let ui = repo::ui();
    let inputs = hash::tree(&SOURCES.map(|name| ui.join(name)))?;
    let stamp = Stamp::at(repo::scratch().join("ui-dist"));
    if stamp.is(&inputs) && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    Exec::npm().args(["run", "build"]).go()?;
    stamp.set(&inputs)
}
