//! `cargo xtask bundle`: packages to install.

use std::{env, fs, path::Path};

use anyhow::Result;

use crate::{
    exec::Exec,
    notices, repo,
    setup::{self, Level, onnxruntime},
};

/// Builds the .deb and .rpm and says where they are.
pub(crate) fn bundle() -> Result<()> {
    setup::setup(Level::Bundle)?;
    let mut cli = Exec::new(repo::ui().join("node_modules/.bin/tauri")).dir(&repo::root()).args([
        "build",
        "--bundles",
        "deb,rpm",
    ]);
    let machine = format!("src-tauri/bundle.{}-{}.json", env::consts::OS, env::consts::ARCH);
    if repo::root().join(&machine).is_file() {
        cli = cli.args(["--config", &machine]);
    }
    if let Some(library) = onnxruntime::library() {
        cli = cli.arg("--config").arg(licences(&library));
    }
    cli = cli.arg("--config").arg(resource(&notices::write()?, "licences/third-party.txt"));
    cli.go()?;
    for kind in ["deb", "rpm"] {
        show(&repo::target().join("release/bundle").join(kind))?;
    }
    Ok(())
}

/// The part of the configuration that puts the licences, ours and that of the library, beside the app's resources.
fn licences(library: &Path) -> String {
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
fn resource(file: &Path, name: &str) -> String {
    serde_json::json!({ "bundle": { "resources": { repo::shown(file): name } } }).to_string()
}

fn show(dir: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(dir) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_file() {
            println!("{}  {:.1} MB", repo::shown(&entry.path()), about.len() as f64 / 1e6);
        }
    }
    Ok(())
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
