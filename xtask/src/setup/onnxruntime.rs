//! ONNX Runtime, the library that runs the models: fetched once, checked by digest, kept under `runtime/`.
//!
//! The library comes out of the wheel that its authors publish for Python, because that exists for every system we build on
//! and any package mirror carries it. Where it is downloaded from is the package client's own configuration.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use super::{python, telemetry};
use crate::{exec::Exec, hash, repo};

/// The newest without the collector that [`super::telemetry`] looks for; 1.29 and later have it and use it by default.
pub(crate) const VERSION: &str = "1.28.0";
/// Names a wheel that was brought by other means.
const WHEEL_ENV: &str = "ATTUNE_ONNXRUNTIME_WHEEL";
/// What its licence asks to be handed on with it.
const NOTICES: [&str; 2] = ["LICENSE", "ThirdPartyNotices.txt"];

/// One published wheel and the library inside it.
struct Wheel {
    os: &'static str,
    arch: &'static str,
    triple: &'static str,
    /// The platforms in its name, the newest last.
    tags: &'static str,
    sha256: &'static str,
    inside: &'static str,
    library: &'static str,
    library_sha256: &'static str,
}

const WHEELS: &[Wheel] = &[
    Wheel {
        os: "linux",
        arch: "x86_64",
        triple: "x86_64-unknown-linux-gnu",
        tags: "manylinux_2_27_x86_64.manylinux_2_28_x86_64",
        sha256: "0a83bdb70d143cede762b677789bf2a7acca54b3fb82565601d5c30695aa933c",
        inside: "libonnxruntime.so.1.28.0",
        library: "libonnxruntime.so",
        library_sha256: "aa4079d18f4ea7a5f3a94d80cd4bbe0f2740436626622d64d793803a20381083",
    },
    Wheel {
        os: "linux",
        arch: "aarch64",
        triple: "aarch64-unknown-linux-gnu",
        tags: "manylinux_2_27_aarch64.manylinux_2_28_aarch64",
        sha256: "4e81a23df16e7acb9d51b06d30cc098e49315ef9180f97bc2221d167b4b04d9c",
        inside: "libonnxruntime.so.1.28.0",
        library: "libonnxruntime.so",
        library_sha256: "23a37c2994bc273e1d59a4f49af6cba5bf1cfbc29f04907ec27df375aba50a7d",
    },
    Wheel {
        os: "macos",
        arch: "aarch64",
        triple: "aarch64-apple-darwin",
        tags: "macosx_14_0_arm64",
        sha256: "26ff0fdd06efb6c155bae95387a09db1a2be89c7a03e4d0bffd5a171cc2826da",
        inside: "libonnxruntime.1.28.0.dylib",
        library: "libonnxruntime.dylib",
        library_sha256: "cadd9517e089d197e5d381bc31813875eb8addce8712bac501645fea8008800c",
    },
    Wheel {
        os: "windows",
        arch: "x86_64",
        triple: "x86_64-pc-windows-msvc",
        tags: "win_amd64",
        sha256: "c35064f9b3c43c81c5d5d282091401d0f1ff22796d93ccade4ea2ece5e137ab8",
        inside: "onnxruntime.dll",
        library: "onnxruntime.dll",
        library_sha256: "3d6bd02dc137b9a1dfdac045a52b147ffb920bb06ab812b08fc8e14279859855",
    },
];

impl Wheel {
    /// The wheel for this machine; none is published for Macs with Intel processors.
    fn here() -> Option<&'static Self> {
        Self::of(env::consts::OS, env::consts::ARCH)
    }

    /// The wheel for that system and processor.
    fn of(os: &str, arch: &str) -> Option<&'static Self> {
        WHEELS.iter().find(|wheel| wheel.os == os && wheel.arch == arch)
    }

    /// The platform to ask for: a list of them is no platform to the package client.
    fn platform(&self) -> &'static str {
        self.tags.rsplit('.').next().unwrap_or(self.tags)
    }

    fn dir(&self) -> PathBuf {
        repo::root().join("runtime").join(self.triple)
    }

    fn target(&self) -> PathBuf {
        self.dir().join(self.library)
    }

    fn notice(&self, name: &str) -> PathBuf {
        self.dir().join(format!("onnxruntime-{name}"))
    }

    fn in_place(&self) -> Result<bool> {
        let path = self.target();
        let noticed = NOTICES.iter().all(|notice| self.notice(notice).is_file());
        Ok(noticed && path.is_file() && hash::file(&path)? == self.library_sha256)
    }
}

/// The library for this machine, when there is one and it has been installed.
pub(crate) fn library() -> Option<PathBuf> {
    Wheel::here().map(Wheel::target).filter(|path| path.is_file())
}

/// The library for 64-bit Windows, when it has been installed.
pub(crate) fn library_for_windows() -> Option<PathBuf> {
    Wheel::of("windows", "x86_64").map(Wheel::target).filter(|path| path.is_file())
}

/// The libraries that have been installed, for this machine and for others.
pub(crate) fn installed() -> Vec<PathBuf> {
    WHEELS.iter().map(Wheel::target).filter(|path| path.is_file()).collect()
}

/// Whether the library has to be downloaded.
pub(super) fn must_fetch() -> Result<bool> {
    match Wheel::here() {
        Some(wheel) => Ok(env::var_os(WHEEL_ENV).is_none() && !wheel.in_place()?),
        None => Ok(false),
    }
}

/// Puts the library in its place.
pub(crate) fn install() -> Result<()> {
    let Some(wheel) = Wheel::here() else {
        println!(
            "No ONNX Runtime {VERSION} is published for this machine: Attune will run without the camera."
        );
        return Ok(());
    };
    if wheel.in_place()? {
        return Ok(());
    }
    let file = env::var_os(WHEEL_ENV).map_or_else(|| download(wheel), |path| Ok(PathBuf::from(path)))?;
    unpack(wheel, &file)
}

/// Puts the library for 64-bit Windows in its place, for programs that were compiled for Windows here.
pub(super) fn install_for_windows() -> Result<()> {
    let wheel = Wheel::of("windows", "x86_64").context("no wheel for Windows is listed")?;
    if wheel.in_place()? { Ok(()) } else { unpack(wheel, &download(wheel)?) }
}

fn download(wheel: &Wheel) -> Result<PathBuf> {
    let Some(python) = python::with_pip() else {
        bail!(
            "Python 3 with pip fetches ONNX Runtime, and there is none here. Install it, or download the wheel of \
             onnxruntime {VERSION} for {} elsewhere and name it in {WHEEL_ENV}",
            wheel.platform()
        );
    };
    let dir = repo::scratch().join("wheels");
    fs::create_dir_all(&dir)?;
    let file = dir.join(format!("onnxruntime-{VERSION}-cp312-cp312-{}.whl", wheel.tags));
    if file.is_file() && hash::file(&file)? == wheel.sha256 {
        return Ok(file);
    }
    let requirements = dir.join("onnxruntime.txt");
    fs::write(&requirements, format!("onnxruntime=={VERSION} --hash=sha256:{}\n", wheel.sha256))?;
    let fetch = || {
        Exec::new(python)
            .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"])
            .args(["--no-deps", "--require-hashes", "--python-version", "312", "--implementation", "cp"])
            .args(["--abi", "cp312", "--platform", wheel.platform(), "--requirement"])
            .arg(&requirements)
            .arg("--dest")
            .arg(&dir)
            .go()
    };
    fetch().or_else(|error| {
        eprintln!("{error:#}; trying once more");
        fetch()
    })?;
    Ok(file)
}

fn unpack(wheel: &Wheel, file: &Path) -> Result<()> {
    let dir = repo::scratch().join("onnxruntime");
    if dir.exists() {
        fs::remove_dir_all(&dir)?;
    }
    fs::create_dir_all(&dir)?;
    unzip(file, &dir)?;
    let package = dir.join("onnxruntime");
    fs::create_dir_all(wheel.dir())?;
    for notice in NOTICES {
        fs::copy(package.join(notice), wheel.notice(notice))?;
    }
    let library = package.join("capi").join(wheel.inside);
    ensure!(
        hash::file(&library)? == wheel.library_sha256,
        "the library in {} is not the one we know",
        file.display()
    );
    telemetry::refuse(&library)?;
    fs::rename(&library, wheel.target()).context("putting ONNX Runtime in its place")?;
    fs::remove_dir_all(&dir)?;
    println!("ONNX Runtime {VERSION}: {}", repo::shown(&wheel.target()));
    Ok(())
}

/// A wheel is a zip archive; Python opens it, or else whatever the system has.
fn unzip(file: &Path, to: &Path) -> Result<()> {
    if let Some(python) = python::any() {
        return Exec::new(python).args(["-m", "zipfile", "-e"]).arg(file).arg(to).quiet().go();
    }
    if Exec::new("unzip").arg("-v").succeeds() {
        return Exec::new("unzip").arg("-q").arg(file).arg("-d").arg(to).quiet().go();
    }
    // The tar of macOS and of Windows opens zip archives.
    Exec::new("tar")
        .arg("-xf")
        .arg(file)
        .arg("-C")
        .arg(to)
        .quiet()
        .go()
        .context("nothing here opens a zip archive")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_uses_the_same_version() {
        let text = fs::read_to_string(repo::root().join("training/requirements.txt")).unwrap();
        let wanted = format!("onnxruntime=={VERSION}");
        assert!(text.lines().any(|line| line == wanted), "{wanted}");
    }

    #[test]
    fn one_wheel_a_machine_each_with_full_digests() {
        for (index, wheel) in WHEELS.iter().enumerate() {
            for digest in [wheel.sha256, wheel.library_sha256] {
                assert!(
                    digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit()),
                    "{}",
                    wheel.triple
                );
            }
            assert!(wheel.triple.starts_with(wheel.arch));
            assert!(wheel.inside.contains(VERSION) || wheel.os == "windows");
            assert!(WHEELS[..index].iter().all(|other| other.triple != wheel.triple));
        }
    }
}
