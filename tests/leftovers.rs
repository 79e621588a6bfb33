//! What programs leave in a home folder.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Files in `home`, by their paths in it, sorted.
pub(crate) fn files(home: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![home.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(home).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Variables that would lead a program out of its home.
pub(crate) fn misleading() -> impl Iterator<Item = std::ffi::OsString> {
    let leads = |name: &OsStr| {
        let name = name.to_string_lossy();
        name.starts_with("XDG_") || name.starts_with("ATTUNE_") || name.starts_with("ORT_")
    };
    std::env::vars_os().map(|(name, _)| name).filter(move |name| leads(name))
}
