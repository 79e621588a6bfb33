//! Covers of songs on the disk, within a bound.
//!
//! Each is a file in a folder of its own beside the database, named after its server and what the server calls it. An empty
//! file says that the server has none. The least recently shown ones go first.

use crate::login::hex;
use attune_core::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

/// The folder's name.
const FOLDER: &str = "server-covers";
/// The most bytes of covers that are kept: a few thousand of them.
const MOST_BYTES: u64 = 100 << 20;
/// A song without a cover is asked about again after so long.
const ASK_AGAIN: Duration = Duration::from_hours(7 * 24);

/// The folder of covers.
#[derive(Debug)]
pub(crate) struct Covers {
    /// None where nothing is kept.
    folder: Option<PathBuf>,
    most: u64,
    /// Servers that are left alone, and until when. Held while one is asked, so that they are asked one at a time.
    pub(crate) resting: Mutex<HashMap<String, Timestamp>>,
}

impl Covers {
    /// The folder in `data`; it is made with the first cover.
    pub(crate) fn of(data: Option<&Path>) -> Self {
        Self { folder: data.map(|data| data.join(FOLDER)), most: MOST_BYTES, resting: Mutex::default() }
    }

    pub(crate) fn file(&self, server: &str, cover: &str) -> Option<PathBuf> {
        let hash = hex(&Sha256::digest(cover)[..16]);
        Some(self.folder.as_ref()?.join(format!("{server}-{hash}")))
    }

    /// What is known of a cover; empty where there is none.
    pub(crate) fn known(file: &Path) -> Option<Vec<u8>> {
        let age = fs::metadata(file).ok()?.modified().ok()?.elapsed().unwrap_or_default();
        let bytes = fs::read(file).ok()?;
        if bytes.is_empty() {
            return (age < ASK_AGAIN).then_some(bytes);
        }
        // It was shown now; where that cannot be noted it goes a little early.
        drop(File::options().append(true).open(file).and_then(|f| f.set_modified(SystemTime::now())));
        Some(bytes)
    }

    /// Keeps what a server said, for the listener alone. What cannot be kept is asked for again.
    pub(crate) fn keep(&self, file: &Path, bytes: &[u8]) {
        let Some(folder) = &self.folder else { return };
        let kept = attune_files::private_folder(folder).and_then(|()| attune_files::replace(file, bytes));
        if kept.is_ok() {
            self.make_room(folder);
        }
    }

    /// Removes the least recently shown covers until the rest fits.
    fn make_room(&self, folder: &Path) {
        let mut all: Vec<(SystemTime, u64, PathBuf)> = files(folder)
            .filter_map(|path| {
                let about = fs::metadata(&path).ok()?;
                Some((about.modified().ok()?, about.len(), path))
            })
            .collect();
        let mut held: u64 = all.iter().map(|(_, bytes, _)| bytes).sum();
        all.sort_unstable();
        for (_, bytes, path) in all {
            if held <= self.most {
                return;
            }
            if fs::remove_file(path).is_ok() {
                held -= bytes;
            }
        }
    }

    /// Removes the covers of a server.
    pub(crate) fn forget(&self, server: &str) {
        let prefix = format!("{server}-");
        let theirs = |path: &PathBuf| {
            path.file_name().and_then(|n| n.to_str()).is_some_and(|name| name.starts_with(&prefix))
        };
        for path in self.folder.iter().flat_map(|folder| files(folder)).filter(theirs) {
            drop(fs::remove_file(path));
        }
    }
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_shown_cover_goes_first() {
        let data = tempfile::tempdir().unwrap();
        let covers = Covers { most: 250, ..Covers::of(Some(data.path())) };
        let file = |name: &str| covers.file("a1", name).unwrap();
        for (name, age) in [("old", 300), ("shown", 200), ("other", 100)] {
            covers.keep(&file(name), &[1; 100]);
            let at = SystemTime::now() - Duration::from_secs(age);
            if let Ok(opened) = File::options().append(true).open(file(name)) {
                opened.set_modified(at).unwrap();
            }
            assert!(name == "old" || name == "other" || Covers::known(&file("old")).is_some());
        }
        let left = |name: &str| file(name).exists();
        assert!(left("old") && !left("shown") && left("other"), "the old one was shown last");
        covers.forget("a1");
        assert!(!left("old") && !left("other"));
    }
}
