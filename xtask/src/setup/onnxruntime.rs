//! ONNX Runtime, the library that runs the models: fetched once, checked by digest, kept under `runtime/`.
//!
//! The library comes out of the wheel that its authors publish for Python, because that exists for every system we build on
//! and any package mirror carries it. Where it is downloaded from is the package client's own configuration.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use super::python;
use crate::{exec::Exec, hash, repo};

const VERSION: &str = "1.31.1";
/// Names a wheel that was brought by other means.
const WHEEL_ENV: &str = "ATTUNE_ONNXRUNTIME_WHEEL";
/// What its licence asks to be handed on with it.
const NOTICES: [&str; 2] = ["LICENSE", "ThirdPartyNotices.txt"];

/// One published wheel and the library inside it.
struct Wheel {
    os: &'static str,
    arch: &'static str,
    triple: &'static str,
    platform: &'static str,
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
        platform: "manylinux_2_28_x86_64",
        sha256: "1f3dea47f2f0e5117c2404cea7d21fd253ae7836a3bf167a501cdfbb2600d536",
        inside: "libonnxruntime.so.1.31.1",
        library: "libonnxruntime.so",
        library_sha256: "fc44112fbe06d7d689c57e11d3862031f64711007e4ee020f8eed5185fd2c1d3",
    },
    Wheel {
        os: "linux",
        arch: "aarch64",
        triple: "aarch64-unknown-linux-gnu",
        platform: "manylinux_2_28_aarch64",
        sha256: "0b9a492176886992e0e875f06bc0367e333f5fff11711a2d642e18b02f3009cc",
        inside: "libonnxruntime.so.1.31.1",
        library: "libonnxruntime.so",
        library_sha256: "8aa3b76b28c778a2b1dd660d34161adb1d508c9ccd04ff9dc80e26eca5df8467",
    },
    Wheel {
        os: "macos",
        arch: "aarch64",
        triple: "aarch64-apple-darwin",
        platform: "macosx_14_0_arm64",
        sha256: "96dd2564b10ea7153ad9c207e7cd8e5917cb3ba521e0e0a62ac03486fdc8d56c",
        inside: "libonnxruntime.1.31.1.dylib",
        library: "libonnxruntime.dylib",
        library_sha256: "d586cbe89effc085a09d3341b3cfbd5c322517f9d397aeb20814af21433f2b36",
    },
    Wheel {
        os: "windows",
        arch: "x86_64",
        triple: "x86_64-pc-windows-msvc",
        platform: "win_amd64",
        sha256: "ae8a9a351efda685cc59a66226cdefaa37a126c1d66872ca23a2de9425326130",
        inside: "onnxruntime.dll",
        library: "onnxruntime.dll",
        library_sha256: "e45f61e50d8650885452be538a00bb14a715e46a1bc3691000ce947e89ed0306",
    },
];

impl Wheel {
    /// The wheel for this machine; none is published for Macs with Intel processors.
    fn here() -> Option<&'static Self> {
        WHEELS.iter().find(|wheel| wheel.os == env::consts::OS && wheel.arch == env::consts::ARCH)
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

/// Whether the library has to be downloaded.
pub(super) fn must_fetch() -> Result<bool> {
    match Wheel::here() {
        Some(wheel) => Ok(env::var_os(WHEEL_ENV).is_none() && !wheel.in_place()?),
        None => Ok(false),
    }
}

/// Puts the library in its place.
pub(super) fn install() -> Result<()> {
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
    unpack(wheel, &file)?;
    println!("ONNX Runtime {VERSION}: {}", repo::shown(&wheel.target()));
    Ok(())
}

fn download(wheel: &Wheel) -> Result<PathBuf> {
    let Some(python) = python::with_pip() else {
        bail!(
            "Python 3 with pip fetches ONNX Runtime, and there is none here. Install it, or download the wheel of \
             onnxruntime {VERSION} for {} elsewhere and name it in {WHEEL_ENV}",
            wheel.platform
        );
    };
    let dir = repo::scratch().join("wheels");
    fs::create_dir_all(&dir)?;
    let file = dir.join(format!("onnxruntime-{VERSION}-cp312-cp312-{}.whl", wheel.platform));
    if file.is_file() && hash::file(&file)? == wheel.sha256 {
        return Ok(file);
    }
    let requirements = dir.join("onnxruntime.txt");
    fs::write(&requirements, format!("onnxruntime=={VERSION} --hash=sha256:{}\n", wheel.sha256))?;
    let fetch = || {
        Exec::new(python)
            .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"])
            .args(["--no-deps", "--require-hashes", "--python-version", "312", "--implementation", "cp"])
            .args(["--abi", "cp312", "--platform", wheel.platform, "--requirement"])
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
    fs::rename(&library, wheel.target()).context("putting ONNX Runtime in its place")?;
    fs::remove_dir_all(&dir)?;
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
