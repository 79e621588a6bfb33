//! Whether `gen/android` still is what Tauri's generator makes, but for the changes that docs/android.md lists.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::{exec::Exec, hash, repo};
use anyhow::Result;

/// Generated files that were changed, with the hash of what was generated: when the generator changes one, the change must be
/// made anew.
const CHANGED: [(&str, &str); 5] = [
    ("app/build.gradle.kts", "9ce49fcedae3f5233d4d1576d3dfa18cc0da5ee15b4cdf6a2385140b9ee41259"),
    ("app/src/main/AndroidManifest.xml", "50a35277c62afee2d876d9e92076e72269d50aaa2672c15afae2bc685583fc07"),
    (
        "app/src/main/res/drawable/ic_launcher_background.xml",
        "ed423c73a6f40a4d2909f0901e60527b3a807cd59e1b5593bcaae1808b1c6321",
    ),
    (
        "app/src/main/res/values/strings.xml",
        "cd60b8da20021e81e0d506da1829eddcdb8db2c8e329244a58df81b823e6dfb9",
    ),
    (
        "buildSrc/src/main/java/app/attune/player/kotlin/BuildTask.kt",
        "caa88a69f7355f41b6a537d80718d06abda45dd5194c64240aa71eb16ceeac23",
    ),
];

/// How the paths of generated files begin that were removed: icons of older systems than ours is for.
const REMOVED: [&str; 2] = ["app/src/main/res/drawable-v24/", "app/src/main/res/mipmap-"];

/// Files of our own.
const ADDED: [&str; 12] = [
    "app/.editorconfig",
    "app/onnxruntime.gradle.kts",
    "app/src/main/java/app/attune/player/PlaybackControls.kt",
    "app/src/main/java/app/attune/player/PlaybackPlugin.kt",
    "app/src/main/java/app/attune/player/PlaybackService.kt",
    "app/src/main/java/app/attune/player/SensesPlugin.kt",
    "app/src/main/java/app/attune/player/StrapClient.kt",
    "app/src/main/res/drawable/ic_launcher_foreground.xml",
    "app/src/main/res/drawable/ic_launcher_monochrome.xml",
    "app/src/main/res/drawable/ic_notification.xml",
    "app/src/main/res/mipmap-anydpi-v26/ic_launcher.xml",
    "app/src/main/res/mipmap-anydpi-v26/ic_launcher_round.xml",
];

/// The least that the generator takes for an app.
const PACKAGE: &str = "[package]\nname = \"attune\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\nname = \"attune_lib\"\n\n\
                       [dependencies]\ntauri = \"2\"\n\n[build-dependencies]\ntauri-build = \"2\"\n\n[workspace]\n";

/// Hashes by path from `gen/android`.
type Tree = BTreeMap<String, String>;

/// What is not as the generator makes it and not on the list.
pub(super) fn differences() -> Result<Vec<String>> {
    let fresh = generate()?;
    let kept = kept()?;
    Ok(compare(&fresh, &kept))
}

fn compare(fresh: &Tree, kept: &Tree) -> Vec<String> {
    let mut all = Vec::new();
    for (path, hash) in fresh {
        let removed = REMOVED.iter().any(|begin| path.starts_with(begin));
        let of = CHANGED.iter().find(|(changed, _)| changed == path).map(|(_, hash)| *hash);
        match (kept.get(path), of) {
            (None, _) if removed => {}
            (None, _) => all.push(format!("{path} is missing")),
            (Some(_), Some(before)) if before == hash => {}
            (Some(_), Some(_)) => all.push(format!("{path}: the generator makes another one now, {hash}")),
            (Some(here), None) if here == hash => {}
            (Some(_), None) => all.push(format!("{path} is not what the generator makes")),
        }
    }
    let known: BTreeSet<&str> = ADDED.into_iter().chain(fresh.keys().map(String::as_str)).collect();
    all.extend(
        kept.keys().filter(|path| !known.contains(path.as_str())).map(|path| format!("{path} is on no list")),
    );
    all
}

/// What the generator makes, in a folder with the least that it takes. It asks for Android's tools, of which it only reads the
/// version.
fn generate() -> Result<Tree> {
    let place = repo::scratch().join("android-init");
    drop(fs::remove_dir_all(&place));
    let ndk = place.join("sdk/ndk/29.0.13846066");
    fs::create_dir_all(&ndk)?;
    fs::create_dir_all(place.join("src"))?;
    fs::write(ndk.join("source.properties"), "Pkg.Revision = 29.0.13846066\n")?;
    fs::write(place.join("Cargo.toml"), PACKAGE)?;
    fs::write(place.join("src/lib.rs"), "")?;
    fs::copy(repo::root().join("tauri.conf.json"), place.join("tauri.conf.json"))?;
    Exec::new(repo::ui().join("node_modules/.bin/tauri"))
        .args(["android", "init", "--ci", "--skip-targets-install"])
        .dir(&place)
        .env("ANDROID_HOME", place.join("sdk"))
        .env("NDK_HOME", &ndk)
        .go()?;
    let mut tree = Tree::new();
    walk(&place.join("gen/android"), "", &mut tree)?;
    Ok(tree)
}

fn walk(folder: &Path, name: &str, tree: &mut Tree) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{name}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), tree)?;
        } else {
            tree.insert(name, hash::file(&entry.path())?);
        }
    }
    Ok(())
}

/// What is kept, without what Gradle and Tauri leave there.
fn kept() -> Result<Tree> {
    let root = repo::root().join("gen/android");
    let listed =
        Exec::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).dir(&root).quiet();
    let paths = listed.read()?;
    paths.lines().map(|path| Ok((path.to_owned(), hash::file(&root.join(path))?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(path, hash)| ((*path).to_owned(), (*hash).to_owned())).collect()
    }

    #[test]
    fn what_was_changed_by_hand_or_by_the_generator_is_found() {
        let (path, before) = CHANGED[0];
        let fresh =
            tree(&[("build.gradle.kts", "a"), (path, before), ("app/src/main/res/mipmap-hdpi/x.png", "i")]);
        let kept = tree(&[("build.gradle.kts", "a"), (path, "ours"), (ADDED[0], "b")]);
        assert_eq!(compare(&fresh, &kept), [] as [&str; 0]);
        let newer = tree(&[("build.gradle.kts", "c"), (path, "newer"), ("settings.gradle", "d")]);
        let findings =
            compare(&newer, &tree(&[("build.gradle.kts", "a"), (path, "ours"), ("app/Stray.kt", "e")]));
        assert_eq!(findings.len(), 4, "{findings:?}");
    }
}
