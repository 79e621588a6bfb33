//! `cargo xtask bench vision`: looking at frames of several sizes with several faces, ours and what others use, on the
//! same pictures in the same run.

use std::{fs, path::PathBuf};

use anyhow::Result;

use super::machine;
use crate::{exec::Exec, repo, setup::onnxruntime};

/// What the others need; 4 is the last OpenCV with the classic cascades.
const PACKAGES: [&str; 3] = ["numpy", "onnx", "opencv-python-headless<5"];

/// Times our looks, then OpenCV's cascades and a mini-XCEPTION on the pictures that ours were timed on.
pub(super) fn measure() -> Result<()> {
    println!("{}", machine::describe());
    let pictures = repo::scratch().join("bench-vision");
    fs::create_dir_all(&pictures)?;
    println!("\nAttune's eyes, one thread");
    Exec::cargo()
        .args(["bench", "--locked", "--package", "attune-vision", "--bench", "vision"])
        .env("ATTUNE_BENCH_PICTURES", &pictures)
        .go()?;
    println!("\nWhat others use, on the same pictures");
    let Some(python) = environment()? else {
        println!(
            "Left out: Python packages are missing and could not be installed ({}).",
            PACKAGES.join(", ")
        );
        return Ok(());
    };
    let script = repo::root().join("crates/attune-vision/tools/baselines.py");
    Exec::new(&python).arg(script).arg(&pictures).go()
}

/// A Python with the packages, from an environment of its own below target/; none where that cannot be made.
fn environment() -> Result<Option<PathBuf>> {
    let folder = repo::scratch().join("bench-python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has = |python: &PathBuf| {
        Exec::new(python)
            .args(["-c", "import cv2, numpy, onnx, onnxruntime; cv2.CascadeClassifier"])
            .succeeds()
    };
    if has(&python) {
        return Ok(Some(python));
    }
    fs::create_dir_all(&folder)?;
    let system = if cfg!(windows) { "python" } else { "python3" };
    let made = Exec::new(system).args(["-m", "venv"]).arg(&folder).code().is_ok_and(|code| code == 0)
        && Exec::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(PACKAGES)
            // The one that Attune runs on: later ones report to their maker.
            .arg(format!("onnxruntime=={}", onnxruntime::VERSION))
            .code()
            .is_ok_and(|code| code == 0);
    Ok(Some(python).filter(|python| made && has(python)))
}
