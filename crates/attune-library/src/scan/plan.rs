//! What a scan has to do in one folder: what was found, compared with what is known.

use super::Before;
use crate::error::LocalError;
use crate::folders::Known;
use crate::path::{in_order, shown};
use crate::tags::READER_VERSION;
use crate::walk::{Blocked, Seen, Walked, Why, place};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be done in one folder.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Files that are new, were changed, or could not be read the last time.
    pub(super) read: Vec<Seen>,
    /// Rows of files that are gone.
    pub(super) remove: Vec<i64>,
    /// Places that could not be looked into, and why, as people read them.
    pub(super) blocked: Vec<String>,
}

/// Compares what was found with what is known, both by path; none for a folder that is away. With `again` every file is
/// read.
pub(super) fn plan(
    folder: &Known,
    walked: Walked,
    mut known: impl Iterator<Item = Result<Before, LocalError>>,
    again: bool,
) -> Result<Option<Plan>, LocalError> {
    let mut next = known.next().transpose()?;
    let root = walked.blocked.iter().find(|b| b.below.as_os_str().is_empty());
    if root.is_some_and(|root| matches!(root.why, Why::Failed(_)) || next.is_some()) {
        return Ok(None);
    }
    let mut plan = Plan::default();
    let mut missing = Vec::new();
    for seen in walked.files {
        while let Some(before) = next.take_if(|before| in_order(&before.path, &seen.path).is_lt()) {
            missing.push(before);
            next = known.next().transpose()?;
        }
        let before = next.take_if(|before| in_order(&before.path, &seen.path).is_eq());
        if before.is_some() {
            next = known.next().transpose()?;
        }
        if again || !before.is_some_and(|before| before.is_same(&seen)) {
            plan.read.push(seen);
        }
    }
    for before in next.map(Ok).into_iter().chain(known) {
        missing.push(before?);
    }
    plan.judge(folder, &walked.blocked, &missing);
    Ok(Some(plan))
}

impl Plan {
    /// Tells files that are gone from those that cannot be seen now.
    fn judge(&mut self, folder: &Known, blocked: &[Blocked], missing: &[Before]) {
        for place in blocked {
            let hides = missing.iter().any(|before| before.path.starts_with(&place.below));
            if let Some(why) = reason(&place.why, hides) {
                self.blocked.push(format!("{} ({why})", shown(&folder.path.join(&place.below))));
            }
        }
        let mut unmounted = BTreeSet::new();
        for before in missing {
            let hidden = blocked.iter().any(|b| before.path.starts_with(&b.below));
            let disk =
                (before.mounted && !hidden).then(|| unmounted_at(&folder.path, &before.path)).flatten();
            match disk {
                Some(place) => drop(unmounted.insert(place)),
                None if hidden => {}
                None => self.remove.push(before.row),
            }
        }
        let lost = unmounted.iter().map(|place| format!("{} (its disk is not connected)", shown(place)));
        self.blocked.extend(lost);
    }
}

impl Before {
    /// Whether the file is as it was when it was read. A failure of the system is tried again.
    fn is_same(&self, seen: &Seen) -> bool {
        let times = (self.size, self.modified, self.changed) == (seen.size, seen.modified, seen.changed);
        times && self.reader == READER_VERSION && !self.failed
    }
}

/// What the listener is told of a place that could not be looked into; `hides`: music is known in it.
fn reason(why: &Why, hides: bool) -> Option<String> {
    match why {
        Why::Failed(problem) => Some(problem.to_string()),
        Why::Nowhere => hides.then(|| "it leads nowhere now".to_owned()),
        Why::Empty => hides.then(|| "it is empty now".to_owned()),
        Why::Private => None,
    }
}

/// Where the disk was mounted that a missing file lay on, if it is no longer: the nearest folder that is there lies on
/// the root's own disk.
fn unmounted_at(root: &Path, below: &Path) -> Option<PathBuf> {
    let device = |path: &Path| fs::metadata(path).ok().map(|about| place::device(&about));
    let mut around = below.ancestors().skip(1).map(|inner| root.join(inner));
    let (nearest, on) =
        around.find_map(|place| Some((device(&place)?, place))).map(|(on, place)| (place, on))?;
    (device(root) == Some(on)).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen() -> Seen {
        Seen { path: "a.mp3".into(), size: 1, modified: 2, changed: 3, mounted: false }
    }

    fn before() -> Before {
        let path = "a.mp3".into();
        Before {
            path,
            row: 1,
            size: 1,
            modified: 2,
            changed: 3,
            reader: READER_VERSION,
            mounted: false,
            failed: false,
        }
    }

    #[test]
    fn whatever_tells_a_change_is_looked_at() {
        assert!(before().is_same(&seen()));
        assert!(!Before { failed: true, ..before() }.is_same(&seen()));
        assert!(!before().is_same(&Seen { changed: 4, ..seen() }));
        assert!(!Before { reader: 0, ..before() }.is_same(&seen()));
    }

    #[test]
    fn what_is_new_changed_or_gone_is_told_in_one_pass() {
        let dir = tempfile::tempdir().unwrap();
        let db = crate::Library::in_memory().unwrap();
        let id = db.add_folder(dir.path(), attune_core::Timestamp(1)).unwrap().id;
        let folder = crate::folders::all(&db.reader()).unwrap().into_iter().find(|k| k.id == id).unwrap();
        // A slash sorts behind a full stop and before a letter: by bytes, not by folders.
        let known = ["a.mp3", "a/1.mp3", "a/2.mp3", "aa.mp3", "z.mp3"];
        let found = ["0.mp3", "a.mp3", "a/2.mp3", "aa.mp3", "b.mp3"];
        let rows = known.iter().zip(1..).map(|(path, row)| Ok(Before { path: path.into(), row, ..before() }));
        let mut files: Vec<Seen> = found.iter().map(|path| Seen { path: path.into(), ..seen() }).collect();
        files[3].modified = 9;
        let plan = plan(&folder, Walked { files, ..Walked::default() }, rows, false).unwrap().unwrap();
        let read: Vec<_> = plan.read.iter().map(|seen| seen.path.to_str().unwrap()).collect();
        assert_eq!((read, plan.remove), (vec!["0.mp3", "aa.mp3", "b.mp3"], vec![2, 5]));
    }

    #[test]
    fn a_disk_that_is_no_longer_mounted_takes_nothing_along() {
        let root = tempfile::tempdir().unwrap();
        let at = |below: &str| unmounted_at(root.path(), Path::new(below));
        assert_eq!(at("stick/album/a.mp3"), Some(root.path().join("")));
        fs::create_dir(root.path().join("stick")).unwrap();
        assert_eq!(at("stick/album/a.mp3"), Some(root.path().join("stick")));
    }
}
