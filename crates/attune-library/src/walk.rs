//! Finding files below a folder.
//!
//! A scan asks [`walk`] what is there now. What cannot be seen is not gone: every place that could not be read, leads
//! nowhere or is what is left of a disk is told apart, and the scan keeps what it knew of it.

mod names;
pub(crate) mod place;

use crate::format::{passed_over, promises_music};
use crate::path::in_order;
use names::{is_passed_over, is_private};
use std::collections::{BTreeMap, HashSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// A file whose name promises music.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Below the folder.
    pub(crate) path: PathBuf,
    pub(crate) size: i64,
    /// When its content was changed, in Unix nanoseconds.
    pub(crate) modified: i64,
    /// When anything of it was changed, in Unix nanoseconds; 0 where the system does not say.
    pub(crate) changed: i64,
    /// Whether it lies on another disk that is mounted inside the folder.
    pub(crate) mounted: bool,
}

/// A place that could not be looked into.
#[derive(Debug)]
pub(crate) struct Blocked {
    /// The place, below the folder.
    pub(crate) below: PathBuf,
    pub(crate) why: Why,
}

/// Why a place could not be looked into.
#[derive(Debug)]
pub(crate) enum Why {
    /// The system did not let us.
    Failed(io::Error),
    /// A link leads nowhere: as when the disk it leads to is not connected.
    Nowhere,
    /// The folder itself, or what a link leads to, is empty: as when a disk was taken out of it.
    Empty,
    /// It is the system's own.
    Private,
}

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// By path, as [`in_order`] has them.
    pub(crate) files: Vec<Seen>,
    /// Places that could not be looked into: what was known in them may still be there.
    pub(crate) blocked: Vec<Blocked>,
    /// Files of music of kinds that are not read, by kind.
    pub(crate) passed_over: BTreeMap<&'static str, u32>,
}

/// Looks through a folder and all below it. `go_on` is told the number of files so far, once a folder; none if it
/// says no.
///
/// Links to folders and files are followed, each place once, after everything that is really there; so a
/// loop ends, and a file has the same path each time. Names of systems and their programs are passed over.
pub(crate) fn walk(root: &Path, go_on: &mut dyn FnMut(usize) -> bool) -> Option<Walked> {
    let device = fs::metadata(root).ok().map(|about| place::device(&about));
    let mut walk =
        Walk { root, device, found: Walked::default(), visited: HashSet::new(), links: Vec::new() };
    let real = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let mut folders = vec![Folder { below: PathBuf::new(), real, linked: false, entered: true }];
    loop {
        while let Some(folder) = folders.pop() {
            if !go_on(walk.found.files.len()) {
                return None;
            }
            if walk.visited.insert(folder.real.clone())
                && let Err(problem) = walk.folder(&folder, &mut folders)
            {
                walk.blocked(folder.below, problem);
            }
        }
        let Some(link) = walk.links.pop() else { break };
        folders.extend(walk.follow(link));
    }
    walk.found.files.sort_unstable_by(|a, b| in_order(&a.path, &b.path));
    Some(walk.found)
}

/// Whether there is nothing in a folder but what is passed over. Fails where it cannot be read.
pub(crate) fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !is_passed_over(&entry?.file_name().to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A folder to look through.
struct Folder {
    below: PathBuf,
    /// Where it really is.
    real: PathBuf,
    /// Whether a link leads to it or to a folder around it.
    linked: bool,
    /// Whether it is where the walk, or a link, begins.
    entered: bool,
}

struct Walk<'r> {
    root: &'r Path,
    /// The device of the root.
    device: Option<u64>,
    found: Walked,
    /// Real places of folders, and of files that links led to.
    visited: HashSet<PathBuf>,
    /// Links, for later.
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Takes the entries of one folder; folders in it go to `deeper`.
    fn folder(&mut self, folder: &Folder, deeper: &mut Vec<Folder>) -> io::Result<()> {
        let mut empty = true;
        for entry in fs::read_dir(self.root.join(&folder.below))? {
            let entry = entry?;
            let name = entry.file_name();
            if is_passed_over(&name.to_string_lossy()) {
                continue;
            }
            empty = false;
            let path = folder.below.join(&name);
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    let real = folder.real.join(&name);
                    deeper.push(Folder { below: path, real, linked: folder.linked, entered: false });
                }
                Ok(kind) if kind.is_symlink() => self.links.push(path),
                Ok(kind) if kind.is_file() => self.file(path, || entry.metadata(), folder.linked),
                Ok(_) => {}
                Err(problem) => self.blocked(path, problem),
            }
        }
        if empty && folder.entered {
            self.found.blocked.push(Blocked { below: folder.below.clone(), why: Why::Empty });
        }
        Ok(())
    }

    /// Takes a file if its name promises music, and counts it if it is music of a kind that is not read.
    fn file(&mut self, path: PathBuf, about: impl FnOnce() -> io::Result<Metadata>, linked: bool) {
        if let Some(kind) = passed_over(&path) {
            *self.found.passed_over.entry(kind).or_default() += 1;
        } else if promises_music(&path) {
            match about() {
                Ok(about) => {
                    let mounted = !linked && self.device.is_some_and(|d| d != place::device(&about));
                    self.found.files.push(seen(path, &about, mounted));
                }
                Err(problem) => self.blocked(path, problem),
            }
        }
    }

    /// Notes a place that the system would not show, unless it has just gone.
    fn blocked(&mut self, below: PathBuf, problem: io::Error) {
        let is_root = below.as_os_str().is_empty();
        let private = || below.file_name().is_some_and(|name| is_private(&name.to_string_lossy()));
        let why = match problem.kind() {
            io::ErrorKind::NotFound if !is_root => return,
            io::ErrorKind::PermissionDenied if private() => Why::Private,
            _ => Why::Failed(problem),
        };
        self.found.blocked.push(Blocked { below, why });
    }

    /// Where a link leads: a folder to look through, or a file that is taken, unless it was met before.
    fn follow(&mut self, link: PathBuf) -> Option<Folder> {
        let led =
            dunce::canonicalize(self.root.join(&link)).and_then(|real| Ok((fs::metadata(&real)?, real)));
        let Ok((about, real)) = led else {
            self.found.blocked.push(Blocked { below: link, why: Why::Nowhere });
            return None;
        };
        if about.is_dir() {
            return Some(Folder { below: link, real, linked: true, entered: true });
        }
        let met = real.parent().is_some_and(|dir| self.visited.contains(dir)) && promises_music(&real);
        if !met && about.is_file() && self.visited.insert(real) {
            self.file(link, || Ok(about), true);
        }
        None
    }
}

fn seen(path: PathBuf, about: &Metadata, mounted: bool) -> Seen {
    Seen {
        path,
        size: i64::try_from(about.len()).unwrap_or(i64::MAX),
        modified: place::modified(about),
        changed: place::changed(about),
        mounted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_does_not_show_for_a_moment_is_blocked_and_not_gone() {
        let root = Path::new("/nowhere");
        let found = Walked::default();
        let mut walk = Walk { root, device: None, found, visited: HashSet::new(), links: Vec::new() };
        walk.file("a.mp3".into(), || Err(io::Error::other("stale handle")), false);
        walk.file("b.txt".into(), || Err(io::Error::other("stale handle")), false);
        walk.file("c.mp3".into(), || Err(io::ErrorKind::NotFound.into()), false);
        walk.blocked("lost+found".into(), io::ErrorKind::PermissionDenied.into());
        let places: Vec<_> = walk.found.blocked.iter().map(|b| (b.below.to_str().unwrap(), &b.why)).collect();
        assert!(
            matches!(places[..], [("a.mp3", Why::Failed(_)), ("lost+found", Why::Private)]),
            "{places:?}"
        );
    }

    #[test]
    fn music_of_other_kinds_is_counted() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a.wma", "b.WMA", "c.ape", "d.m4b", "e.txt", "f.mp3", "._g.wma"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let walked = walk(dir.path(), &mut |_| true).unwrap();
        let kinds: Vec<_> = walked.passed_over.into_iter().collect();
        assert_eq!((walked.files.len(), kinds), (1, vec![("ape", 1), ("m4b", 1), ("wma", 2)]));
    }
}
