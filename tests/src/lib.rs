//! What the tests across packages share. The tests themselves lie beside this folder.

pub mod fuzz;

use std::{env, path::PathBuf};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// A program of ours, where cargo put it: beside the folder of the test that is running.
#[must_use]
pub fn built(program: &str) -> PathBuf {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    let test = env::current_exe().unwrap_or_default();
    test.ancestors().skip(2).map(|dir| dir.join(&name)).next().unwrap_or_default()
}
