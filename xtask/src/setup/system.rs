//! The system's own packages: installed where we know how, named where we do not.

use std::{env, fs};

use anyhow::Result;

use super::{Level, debian};
use crate::{hash::Stamp, repo};

/// What kind of system this is, as far as installing packages goes.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum System {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
    Unknown,
}

/// Installs what is missing, or says what to install.
pub(super) fn install(level: Level, extra: &[&'static str]) -> Result<()> {
    match here() {
        System::Debian => debian::install(level, extra),
        other => advise(other, level),
    }
}

/// Installs packages of Debian's that not everything needs where there are such packages, else leaves it as it is.
pub(super) fn install_also(packages: &[&str]) -> Result<()> {
    match here() {
        System::Debian => debian::install_also(packages),
        _ => Ok(()),
    }
}

/// Installs the quicker browser for the tests, where there is one.
pub(super) fn install_headless() {
    if here() == System::Debian {
        debian::install_headless();
    }
}

fn here() -> System {
    detect(env::consts::OS, &fs::read_to_string("/etc/os-release").unwrap_or_default())
}

fn detect(os: &str, release: &str) -> System {
    match os {
        "macos" => System::MacOs,
        "windows" => System::Windows,
        "linux" => {
            let like: Vec<&str> = release
                .lines()
                .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
                .flat_map(|value| value.trim_matches('"').split_whitespace())
                .collect();
            let is = |name: &str| like.contains(&name);
            if is("debian") || is("ubuntu") {
                System::Debian
            } else if is("fedora") || is("rhel") {
                System::Fedora
            } else if is("arch") {
                System::Arch
            } else {
                System::OtherLinux
            }
        }
        _ => System::Unknown,
    }
}

fn advice(system: System) -> &'static str {
    match system {
        System::Fedora => {
            "sudo dnf install gcc gcc-c++ pkgconf webkit2gtk4.1-devel librsvg2-devel alsa-lib-devel dbus-devel \
             clang-devel python3-pip nodejs\n  for tests also: chromium xorg-x11-server-Xvfb dbus-daemon gnome-keyring pulseaudio pulseaudio-utils"
        }
        System::Arch => {
            "sudo pacman -S --needed base-devel webkit2gtk-4.1 librsvg alsa-lib dbus clang python-pip nodejs npm\n  \
             for tests also: chromium xorg-server-xvfb gnome-keyring pulseaudio"
        }
        System::MacOs => {
            "xcode-select --install; and Node (20.19, 22.12 or newer) and Python 3, from your usual source"
        }
        System::Windows => {
            "the Microsoft C++ Build Tools, the WebView2 runtime (part of Windows 11), Node (20.19, 22.12 or newer), Python 3"
        }
        System::Debian | System::OtherLinux | System::Unknown => {
            "a C compiler, pkg-config, libclang, and the development files of WebKitGTK 4.1, librsvg, ALSA and D-Bus; \
             Node (20.19, 22.12 or newer) and Python 3 with pip\n  for tests also: Chromium, Xvfb, D-Bus, WebKitWebDriver, gnome-keyring, PulseAudio"
        }
    }
}

/// Says once what this system needs; the build will say again if it was not done.
fn advise(system: System, level: Level) -> Result<()> {
    let stamp = Stamp::at(repo::scratch().join("system-advice"));
    let inputs = format!("{level:?}");
    if !stamp.is(&inputs) {
        println!("The build needs from this system (said once):\n  {}", advice(system));
        stamp.set(&inputs)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_told_by_their_release_file() {
        let cases = [
            ("ID=debian\nVERSION_ID=\"12\"\n", System::Debian),
            ("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", System::Fedora),
            ("ID=fedora\n", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=nixos\n", System::OtherLinux),
            ("", System::OtherLinux),
        ];
        for (release, expected) in cases {
            assert_eq!(detect("linux", release), expected, "{release}");
        }
        assert_eq!(detect("macos", ""), System::MacOs);
        assert_eq!(detect("windows", ""), System::Windows);
        assert_eq!(detect("freebsd", ""), System::Unknown);
    }
}
