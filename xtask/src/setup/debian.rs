//! Debian and what comes from it: ask which packages are missing, install those.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};

use super::Level;
use crate::exec::Exec;

const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libasound2-dev",
    "libdbus-1-dev",
    // bindgen reads the kernel's camera headers through these.
    "libclang-dev",
    "clang",
];
const BUNDLE: &[&str] = &["file", "patchelf", "rpm", "appstream", "desktop-file-utils"];
const TEST: &[&str] = &[
    "xvfb",
    "xauth",
    "dbus",
    "webkit2gtk-driver",
    "chromium",
    "fonts-dejavu-core",
    // Hindi, Tamil and Arabic, Japanese and Chinese: 3 MB, where all of Noto would be 69.
    "fonts-noto-ui-core",
    "fonts-droid-fallback",
    "gnome-keyring",
    // The bus that screen readers read the window on.
    "at-spi2-core",
    // A sound server whose outputs lead nowhere, and what records them.
    "pulseaudio",
    "pulseaudio-utils",
    // What judges the app's description for software centres and its entry in menus.
    "appstream",
    "desktop-file-utils",
];

fn wanted(level: Level, extra: &[&'static str]) -> Vec<&'static str> {
    let mut names = BUILD.to_vec();
    if level == Level::Bundle {
        names.extend(BUNDLE);
    }
    if level == Level::Test {
        names.extend(TEST);
    }
    names.extend(extra);
    names
}

/// Chromium without windows of its own, where the distribution has it.
const HEADLESS: &str = "chromium-headless-shell";

/// Installs what is missing, or says how and stops.
pub(super) fn install(level: Level, extra: &[&'static str]) -> Result<()> {
    let wanted = wanted(level, extra);
    let missing = missing(&wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    let Some(become_root) = privilege() else {
        bail!(
            "these system packages are missing; install them and start again:\n  \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
            missing.join(" ")
        );
    };
    println!("System packages missing: {}", missing.join(" "));
    apt(become_root, &missing).or_else(|error| {
        eprintln!("{error:#}; trying once more");
        apt(become_root, &missing)
    })
}

/// Installs what is missing of packages that not everything needs. Fails without the rights to, or where they are not to be
/// had.
pub(super) fn install_also(packages: &[&str]) -> Result<()> {
    let missing = missing(packages)?;
    if missing.is_empty() {
        return Ok(());
    }
    let Some(become_root) = privilege() else { bail!("install {}", missing.join(" ")) };
    apt(become_root, &missing)
}

/// Installs the browser in which the interface's tests take less than half the time, where there is one: the usual
/// Chromium does, too.
pub(super) fn install_headless() {
    if !Exec::new("apt-cache").args(["show", HEADLESS]).succeeds() {
        return;
    }
    if let Err(error) = install_also(&[HEADLESS]) {
        println!("The browser's tests run in Chromium with its windows: {error:#}");
    }
}

fn missing<'a>(wanted: &[&'a str]) -> Result<Vec<&'a str>> {
    // dpkg-query fails when it has never heard of one of the names, and still answers for the others.
    let (listing, _) = Exec::new("sh")
        .args(["-c", r#"exec dpkg-query -W -f='${Package}\t${db:Status-Status}\n' "$@" 2>/dev/null"#, "sh"])
        .args(wanted)
        .read_either()
        .context("asking dpkg which packages are installed")?;
    Ok(not_installed(wanted, &listing))
}

fn not_installed<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let mut installed: HashMap<&str, bool> = HashMap::new();
    for (name, status) in listing.lines().filter_map(|line| line.split_once('\t')) {
        // One line an architecture: any of them will do.
        *installed.entry(name).or_default() |= status.trim() == "installed";
    }
    wanted.iter().copied().filter(|name| !installed.get(name).copied().unwrap_or(false)).collect()
}

/// What goes before a command to run it as root: nothing for root, `sudo` where it asks no password.
fn privilege() -> Option<&'static [&'static str]> {
    let root = Exec::new("id").arg("-u").read().is_ok_and(|id| id.trim() == "0");
    if root {
        Some(&["env"])
    } else {
        Exec::new("sudo").args(["-n", "true"]).succeeds().then_some(&["sudo", "-n", "env"])
    }
}

fn apt(become_root: &[&str], packages: &[&str]) -> Result<()> {
    let apt_get = || {
        Exec::new(become_root[0]).args(&become_root[1..]).args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-q",
            "-o",
            "DPkg::Lock::Timeout=300",
        ])
    };
    apt_get().arg("update").go()?;
    apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages).go()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_really_installed_counts() {
        let listing = "clang\tinstalled\nxvfb\tconfig-files\nlibdbus-1-dev\tnot-installed\n";
        let wanted = ["clang", "xvfb", "libdbus-1-dev", "never-heard-of"];
        assert_eq!(not_installed(&wanted, listing), ["xvfb", "libdbus-1-dev", "never-heard-of"]);
    }

    #[test]
    fn any_architecture_will_do() {
        let listing = "libasound2-dev\tnot-installed\nlibasound2-dev\tinstalled\n";
        assert!(not_installed(&["libasound2-dev"], listing).is_empty());
    }

    #[test]
    fn an_empty_answer_means_everything_is_missing() {
        assert_eq!(not_installed(&["a", "b"], ""), ["a", "b"]);
    }

    #[test]
    fn building_needs_no_browser() {
        assert!(!wanted(Level::Build, &[]).contains(&"chromium"));
        assert!(wanted(Level::Test, &[]).contains(&"chromium"));
        assert!(wanted(Level::Build, &["python3-pip"]).contains(&"python3-pip"));
    }
}
