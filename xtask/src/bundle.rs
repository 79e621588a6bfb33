//! `cargo xtask bundle`: packages to install.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    exec::Exec,
    notices, repo,
    setup::{self, Level, onnxruntime},
    tool,
};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Kinds of packages; by default those that are made here without downloading further tools
    #[arg(long, value_delimiter = ',', value_name = "KIND")]
    kinds: Vec<String>,
    /// Also pack the command line tool with its manual: into an archive, and as deb and rpm, which need the app's package
    #[arg(long)]
    archive: bool,
    /// For Macs with either kind of processor; those with Intel's run without the camera
    #[arg(long)]
    universal: bool,
}

/// Tauri's name for Macs with either kind of processor.
const UNIVERSAL: &str = "universal-apple-darwin";

/// The kinds of packages for this system whose making downloads nothing.
fn usual() -> &'static str {
    match env::consts::OS {
        "windows" => "nsis",
        "macos" => "app",
        _ => "deb,rpm",
    }
}

/// Builds the packages and says where they are.
pub(crate) fn bundle(options: &Options) -> Result<()> {
    setup::setup(Level::Bundle)?;
    let kinds = if options.kinds.is_empty() { usual().to_owned() } else { options.kinds.join(",") };
    let mut cli = Exec::new(bundler()).dir(&repo::root()).args(["build", "--bundles", &kinds]);
    if options.universal {
        cli = cli.args(["--target", UNIVERSAL]);
    }
    let machine = format!("src-tauri/bundle.{}-{}.json", env::consts::OS, env::consts::ARCH);
    if repo::root().join(&machine).is_file() {
        cli = cli.args(["--config", &machine]);
    }
    if let Some(library) = onnxruntime::library() {
        cli = cli.arg("--config").arg(licences(&library));
    }
    cli = cli.arg("--config").arg(resource(&notices::write(&notices::host()?)?, "licences/third-party.txt"));
    cli.go()?;
    if options.archive {
        tool::make(&kinds.split(',').collect::<Vec<_>>())?;
    }
    for package in packages()? {
        println!("{}  {:.1} MB", repo::shown(&package), fs::metadata(&package)?.len() as f64 / 1e6);
    }
    Ok(())
}

/// Tauri's own command line, under the name it has on this system.
fn bundler() -> PathBuf {
    repo::ui().join("node_modules/.bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" })
}

/// How packages that people install are called.
const PACKAGES: [&str; 7] = ["deb", "rpm", "AppImage", "exe", "msi", "dmg", "gz"];

/// The packages that have been built.
pub(crate) fn packages() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for place in ["release".to_owned(), format!("{UNIVERSAL}/release")] {
        collect(&repo::target().join(place).join("bundle"), &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// Adds the packages in the folders of a folder, one for each kind.
fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let Ok(kinds) = fs::read_dir(folder) else { return Ok(()) };
    for kind in kinds {
        let folder = kind?.path();
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_file() && ending.is_some_and(|ending| PACKAGES.contains(&ending)) {
                found.push(path);
            }
        }
    }
    Ok(())
}

/// The part of the configuration that puts the licences, ours and that of the library, beside the app's resources.
pub(crate) fn licences(library: &Path) -> String {
    let beside = repo::shown(library.parent().unwrap_or(library));
    let mut map = serde_json::Map::new();
    for (from, file) in [
        (String::new(), "LICENSE-MIT"),
        (String::new(), "LICENSE-APACHE"),
        (format!("{beside}/"), "onnxruntime-LICENSE"),
        (format!("{beside}/"), "onnxruntime-ThirdPartyNotices.txt"),
    ] {
        map.insert(format!("{from}{file}"), format!("licences/{file}").into());
    }
    serde_json::json!({ "bundle": { "resources": map } }).to_string()
}

/// The part of the configuration that puts one file beside the app's resources.
pub(crate) fn resource(file: &Path, name: &str) -> String {
    serde_json::json!({ "bundle": { "resources": { repo::shown(file): name } } }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_go_into_the_package() {
        let library = repo::root().join("runtime/x86_64-unknown-linux-gnu/libonnxruntime.so");
        let config: serde_json::Value = serde_json::from_str(&licences(&library)).unwrap();
        let map = config["bundle"]["resources"].as_object().unwrap();
        assert_eq!(map["LICENSE-MIT"], "licences/LICENSE-MIT");
        assert_eq!(
            map["runtime/x86_64-unknown-linux-gnu/onnxruntime-LICENSE"],
            "licences/onnxruntime-LICENSE"
        );
    }
}
