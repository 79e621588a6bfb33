//! Finding files below a folder.

use crate::format::promises_music;
use std::collections::HashSet;
use std::fs::{self, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Folders that systems keep for themselves.
const SYSTEM: [&str; 6] =
    ["$RECYCLE.BIN", "System Volume Information", "lost+found", "@eaDir", "#recycle", "__MACOSX"];

/// A file whose name promises music.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Below the folder.
    pub(crate) path: PathBuf,
    pub(crate) size: i64,
    /// When it was changed, in Unix nanoseconds.
    pub(crate) modified: i64,
}

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub(crate) files: Vec<Seen>,
    /// Folders that could not be read, below the folder, and why: what was known in them may still be there.
    pub(crate) blocked: Vec<(PathBuf, io::Error)>,
    /// How many entries there are of whatever kind.
    pub(crate) entries: usize,
}

/// Looks through a folder and all below it. `go_on` is told the number of files so far, once a folder; none if it
/// says no.
///
/// Links to folders and files are followed, each place once, after everything that is really there; so a
/// loop ends, and a file has the same path each time. Hidden names and folders of the system are passed over.
pub(crate) fn walk(root: &Path, go_on: &mut dyn FnMut(usize) -> bool) -> Option<Walked> {
    let mut walk = Walk { root, found: Walked::default(), visited: HashSet::new(), links: Vec::new() };
    let start = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let mut folders = vec![(PathBuf::new(), start)];
    loop {
        while let Some((below, real)) = folders.pop() {
            if !go_on(walk.found.files.len()) {
                return None;
            }
            if walk.visited.insert(real.clone())
                && let Err(problem) = walk.folder(&below, &real, &mut folders)
            {
                walk.found.blocked.push((below, problem));
            }
        }
        let Some(link) = walk.links.pop() else { break };
        folders.extend(walk.follow(link));
    }
    walk.found.files.sort_by(|a, b| a.path.cmp(&b.path));
    Some(walk.found)
}

struct Walk<'r> {
    root: &'r Path,
    found: Walked,
    /// Real places of folders, and of files that links led to.
    visited: HashSet<PathBuf>,
    /// Links, for later.
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Takes the entries of one folder; folders in it go to `deeper`, with the places where they really are.
    fn folder(&mut self, below: &Path, real: &Path, deeper: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
        for entry in fs::read_dir(self.root.join(below))? {
            let entry = entry?;
            self.found.entries += 1;
            let name = entry.file_name();
            if is_passed_over(&name.to_string_lossy()) {
                continue;
            }
            let path = below.join(&name);
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                deeper.push((path, real.join(&name)));
            } else if kind.is_symlink() {
                self.links.push(path);
            } else if is_music(&path, kind)
                && let Ok(about) = entry.metadata()
            {
                self.found.files.push(seen(path, &about));
            }
        }
        Ok(())
    }

    /// Where a link leads: a folder to look through, or a file that is taken, unless it was met before.
    fn follow(&mut self, link: PathBuf) -> Option<(PathBuf, PathBuf)> {
        // A link to nowhere, or round in a circle, leads nowhere.
        let real = fs::canonicalize(self.root.join(&link)).ok()?;
        let about = fs::metadata(&real).ok()?;
        if about.is_dir() {
            return Some((link, real));
        }
        let met = real.parent().is_some_and(|dir| self.visited.contains(dir)) && promises_music(&real);
        if !met && is_music(&link, about.file_type()) && self.visited.insert(real) {
            self.found.files.push(seen(link, &about));
        }
        None
    }
}

fn is_music(path: &Path, kind: FileType) -> bool {
    kind.is_file() && promises_music(path)
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || SYSTEM.iter().any(|system| name.eq_ignore_ascii_case(system))
}

fn seen(path: PathBuf, about: &Metadata) -> Seen {
    let modified = about.modified().map_or(0, |time| match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i64,
        Err(before) => -(before.duration().as_nanos() as i64),
    });
    Seen { path, size: i64::try_from(about.len()).unwrap_or(i64::MAX), modified }
}
