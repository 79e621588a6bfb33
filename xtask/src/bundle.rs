//! `cargo xtask bundle`: packages to install.

use std::{fs, path::Path};

use anyhow::Result;

use crate::{
    exec::Exec,
    repo,
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
    if let Some(library) = onnxruntime::library() {
        cli = cli.arg("--config").arg(resources(&library));
    }
    cli.go()?;
    for kind in ["deb", "rpm"] {
        show(&repo::target().join("release/bundle").join(kind))?;
    }
    Ok(())
}

/// The part of Tauri's configuration that depends on the machine: the runtime library and its notices.
fn resources(library: &Path) -> String {
    let from = repo::shown(library.parent().unwrap_or(library));
    let name = library.file_name().unwrap_or_default().to_string_lossy();
    let mut map = serde_json::Map::new();
    for file in [name.as_ref(), "onnxruntime-LICENSE", "onnxruntime-ThirdPartyNotices.txt"] {
        map.insert(format!("{from}/{file}"), format!("runtime/{file}").into());
    }
    serde_json::json!({ "bundle": { "resources": map } }).to_string()
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
    fn the_library_and_its_notices_go_into_the_package() {
        let library = repo::root().join("runtime/x86_64-unknown-linux-gnu/libonnxruntime.so");
        let config: serde_json::Value = serde_json::from_str(&resources(&library)).unwrap();
        let map = config["bundle"]["resources"].as_object().unwrap();
        assert_eq!(map["runtime/x86_64-unknown-linux-gnu/libonnxruntime.so"], "runtime/libonnxruntime.so");
        assert_eq!(map.len(), 3);
    }
}
