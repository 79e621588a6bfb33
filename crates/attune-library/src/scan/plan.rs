//! What a scan has to do in one folder: what was found, compared with what is known.

use super::Before;
use crate::folders::Known;
use crate::path::shown;
use crate::tags::READER_VERSION;
use crate::walk::{Seen, Walked, Why, place};
use attune_core::ErrorCode;
use std::collections::{BTreeSet, HashMap};
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

/// Compares what was found with what is known, by path; none for a folder that is away. With `again` every file is read.
pub(super) fn plan(
    folder: &Known,
    walked: Walked,
    mut before: HashMap<PathBuf, Before>,
    again: bool,
) -> Option<Plan> {
    let root = walked.blocked.iter().find(|b| b.below.as_os_str().is_empty());
    if root.is_some_and(|root| matches!(root.why, Why::Failed(_)) || !before.is_empty()) {
        return None;
    }
    let mut plan = Plan::default();
    for seen in walked.files {
        let known = before.remove(&seen.path);
        if again || !known.is_some_and(|known| known.is_same(&seen)) {
            plan.read.push(seen);
        }
    }
    for blocked in &walked.blocked {
        let hides = before.keys().any(|path| path.starts_with(&blocked.below));
        if let Some(why) = reason(&blocked.why, hides) {
            plan.blocked.push(format!("{} ({why})", shown(&folder.path.join(&blocked.below))));
        }
    }
    let mut unmounted = BTreeSet::new();
    for (path, known) in before {
        let hidden = walked.blocked.iter().any(|b| path.starts_with(&b.below));
        let disk = (known.mounted && !hidden).then(|| unmounted_at(&folder.path, &path)).flatten();
        match disk {
            Some(place) => drop(unmounted.insert(place)),
            None if hidden => {}
            None => plan.remove.push(known.row),
        }
    }
    plan.blocked
        .extend(unmounted.iter().map(|place| format!("{} (its disk is not connected)", shown(place))));
    Some(plan)
}

impl Before {
    /// Whether the file is as it was when it was read. A failure of the system is tried again.
    fn is_same(&self, seen: &Seen) -> bool {
        let times = (self.size, self.modified, self.changed) == (seen.size, seen.modified, seen.changed);
        times
            && self.reader == READER_VERSION
            && self.code.as_deref() != Some(ErrorCode::FileUnreadable.as_str())
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

    fn before(code: Option<&str>) -> Before {
        let code = code.map(str::to_owned);
        Before { row: 1, size: 1, modified: 2, changed: 3, reader: READER_VERSION, mounted: false, code }
    }

    #[test]
    fn whatever_tells_a_change_is_looked_at() {
        assert!(before(None).is_same(&seen()) && before(Some("file_damaged")).is_same(&seen()));
        assert!(!before(Some("file_unreadable")).is_same(&seen()));
        assert!(!before(None).is_same(&Seen { changed: 4, ..seen() }));
        assert!(!Before { reader: 0, ..before(None) }.is_same(&seen()));
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
