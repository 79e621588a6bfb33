//! `cargo xtask android`: the package for phones, on a machine with Android's tools.

mod link;

use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Result, bail};

use crate::{
    bundle,
    exec::{Exec, find},
    notices, repo,
    setup::{self, onnxruntime},
    ui,
};

/// The NDK that `gen/android` is built with.
const NDK: &str = "29.0.13846066";
/// The platform that it is compiled against.
const PLATFORM: &str = "android-37";
/// How long a program must live that was started.
const ALIVE: Duration = Duration::from_secs(20);
/// The oldest Java that Gradle's Android plugin takes.
const JAVA: u32 = 17;

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line")]
pub(crate) struct Options {
    /// An APK to try out, signed with a key that everybody has
    #[arg(long)]
    debug: bool,
    /// APK and AAB, optimised; the default
    #[arg(long, conflicts_with = "debug")]
    release: bool,
    /// For emulators on this kind of computer instead of phones
    #[arg(long)]
    emulator: bool,
    /// Build no package: link the library against stubs and look for what Java calls; needs none of Android's tools
    #[arg(long, conflicts_with_all = ["debug", "release", "emulator", "start"])]
    check: bool,
    /// Then install it on the phone or emulator that adb sees, start it, and see whether it lives
    #[arg(long, requires = "debug")]
    start: bool,
}

impl Options {
    /// Rust's target, and Tauri's name for it.
    fn target(&self) -> (&'static str, &'static str) {
        if self.emulator { ("x86_64-linux-android", "x86_64") } else { ("aarch64-linux-android", "aarch64") }
    }
}

/// Builds the packages and says where they are, or says what is missing.
pub(crate) fn build(options: &Options) -> Result<()> {
    if options.check {
        return check();
    }
    let (target, short) = options.target();
    let home = sdk();
    let missing = missing(home.as_deref(), &java_version(), target);
    if !missing.is_empty() {
        bail!("the package for Android cannot be built here:\n  {}", missing.join("\n  "));
    }
    let home = home.unwrap_or_default();
    setup::node::install()?;
    onnxruntime::install()?;
    ui::build()?;
    let mut cli = Exec::new(repo::ui().join("node_modules/.bin/tauri")).dir(&repo::root());
    cli = cli.args(["android", "build", "--ci", "--target", short, "--apk"]);
    cli = if options.debug { cli.arg("--debug") } else { cli.arg("--aab") };
    if let Some(library) = onnxruntime::library() {
        cli = cli.arg("--config").arg(bundle::licences(&library));
    }
    cli = cli.arg("--config").arg(bundle::resource(&notices::write(target)?, "licences/third-party.txt"));
    cli.env("ANDROID_HOME", &home).env("NDK_HOME", home.join("ndk").join(NDK)).go()?;
    for package in packages()? {
        println!("{}  {:.1} MB", repo::shown(&package), fs::metadata(&package)?.len() as f64 / 1e6);
        if options.start && package.extension().is_some_and(|kind| kind == "apk") {
            start(&home.join("platform-tools/adb"), &package)?;
        }
    }
    Ok(())
}

/// The packages that have been built.
pub(crate) fn packages() -> Result<Vec<PathBuf>> {
    let (folder, mut found) = (repo::root().join("gen/android/app/build/outputs"), Vec::new());
    if folder.is_dir() {
        collect(&folder, &mut found)?;
    }
    Ok(found)
}

/// Links the library without Android's tools, or says why not.
fn check() -> Result<()> {
    if let Some(why) = link::missing() {
        println!("skipped: {why}");
        return Ok(());
    }
    setup::node::install()?;
    link::check()
}

/// Installs and starts the package, and fails unless it lives a while.
fn start(adb: &Path, package: &Path) -> Result<()> {
    let adb = |arguments: &[&str]| Exec::new(adb).args(arguments);
    adb(&["install", "-r"]).arg(package).go()?;
    adb(&["logcat", "-c"]).go()?;
    adb(&["shell", "am", "start", "-W", "-n", "app.attune.player/.MainActivity"]).go()?;
    thread::sleep(ALIVE);
    let log = adb(&["logcat", "-d"]).read()?;
    let trouble: Vec<_> = log.lines().filter(|line| is_crash(line)).collect();
    let (alive, _) = adb(&["shell", "pidof", "app.attune.player"]).read_either()?;
    if alive.trim().is_empty() || !trouble.is_empty() {
        bail!("it did not live for {} s:\n  {}", ALIVE.as_secs(), trouble.join("\n  "));
    }
    println!("It started and lives.");
    Ok(())
}

/// Whether a line of the system's log is about a program that ended in an accident.
fn is_crash(line: &str) -> bool {
    ["FATAL EXCEPTION", "Fatal signal", "panicked at"].iter().any(|sign| line.contains(sign))
}

/// The folder with Android's tools.
fn sdk() -> Option<PathBuf> {
    let named = ["ANDROID_HOME", "ANDROID_SDK_ROOT"].into_iter().find_map(env::var_os).map(PathBuf::from);
    let usual = env::home_dir().map(|home| home.join("Android/Sdk")).filter(|folder| folder.is_dir());
    named.or(usual)
}

/// What `java -version` says, nothing without a Java.
fn java_version() -> String {
    let named = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/java"));
    let Some(java) = named.or_else(|| find("java")) else { return String::new() };
    Exec::new(java).arg("--version").quiet().read().unwrap_or_default()
}

/// What must be installed first, a line each, with how.
fn missing(sdk: Option<&Path>, java: &str, target: &str) -> Vec<String> {
    let mut missing = Vec::new();
    if java_release(java).is_none_or(|release| release < JAVA) {
        missing.push(format!("Java {JAVA} or newer: install a JDK and set JAVA_HOME"));
    }
    match sdk {
        None => missing.push(
            "the Android SDK: install its command line tools (developer.android.com/studio#command-tools) and set \
             ANDROID_HOME"
                .to_owned(),
        ),
        Some(home) => {
            let parts = [(format!("platforms/{PLATFORM}"), format!("platforms;{PLATFORM}")), (format!("ndk/{NDK}"), format!("ndk;{NDK}"))];
            for (folder, package) in parts {
                if !home.join(folder).is_dir() {
                    missing.push(format!("{package}: sdkmanager \"{package}\""));
                }
            }
        }
    }
    if !setup::android::has_target(target) {
        missing.push(format!("Rust's library for {target}: rustup target add {target}"));
    }
    missing
}

/// The release of a Java from the first line that it prints: `openjdk 17.0.15 2025-04-15`.
fn java_release(said: &str) -> Option<u32> {
    said.split_whitespace().nth(1)?.split('.').next()?.parse().ok()
}

fn collect(folder: &Path, packages: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, packages)?;
        } else if path.extension().is_some_and(|kind| kind == "apk" || kind == "aab") {
            packages.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD_JAVA: &str = "openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment";

    #[test]
    fn what_is_missing_is_said_with_how_to_get_it() {
        let all = missing(None, "", "no-such-target");
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[0].contains("JAVA_HOME") && all[1].contains("ANDROID_HOME"), "{all:?}");
        assert!(all[2].contains("rustup target add no-such-target"), "{all:?}");
        let dir = tempfile::tempdir().unwrap();
        let host = "x86_64-unknown-linux-gnu";
        let parts = missing(Some(dir.path()), GOOD_JAVA, host);
        let named = |text: &str| parts.iter().any(|line| line.contains(text));
        assert!(named("sdkmanager \"ndk;29.0.13846066\"") && named("platforms;android-37"), "{parts:?}");
        fs::create_dir_all(dir.path().join("ndk").join(NDK)).unwrap();
        fs::create_dir_all(dir.path().join("platforms").join(PLATFORM)).unwrap();
        assert!(!missing(Some(dir.path()), GOOD_JAVA, host).iter().any(|line| line.contains("sdkmanager")));
    }

    #[test]
    fn javas_release_is_read() {
        assert_eq!(java_release(GOOD_JAVA), Some(17));
        assert_eq!(java_release("java 21 2023-09-19 LTS"), Some(21));
        assert_eq!(java_release("openjdk 11.0.2 2019-01-15"), Some(11));
        assert_eq!(java_release(""), None);
    }

    #[test]
    fn accidents_are_told_from_the_rest_of_the_log() {
        assert!(is_crash("E AndroidRuntime: FATAL EXCEPTION: main"));
        assert!(is_crash("F libc    : Fatal signal 6 (SIGABRT), code -1 in tid 4242"));
        assert!(!is_crash(
            "I ActivityTaskManager: Displayed app.attune.player/.MainActivity for user 0: +1s"
        ));
    }

    #[test]
    fn packages_are_found_wherever_gradle_puts_them() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("apk/universal/debug");
        fs::create_dir_all(&deep).unwrap();
        for name in ["app.apk", "app.aab", "output-metadata.json"] {
            fs::write(deep.join(name), "").unwrap();
        }
        let mut packages = Vec::new();
        collect(dir.path(), &mut packages).unwrap();
        assert_eq!(packages.len(), 2);
    }
}
