//! Backups of all databases, made while the app runs.

use crate::background::spawn;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// When the first look is taken: a start has enough to do.
const FIRST: Duration = Duration::from_mins(2);
/// How often is looked whether a day is over.
const AGAIN: Duration = Duration::from_hours(1);

/// The thread that makes backups; it ends when this is dropped.
pub(crate) struct Backups {
    _until_dropped: Sender<()>,
}

impl Backups {
    /// Begins to look after the databases in a folder.
    pub(crate) fn start(data_dir: PathBuf) -> Self {
        let (sender, dropped) = channel();
        spawn("attune-backups", move || {
            let mut wait = FIRST;
            while dropped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                make(&data_dir);
                wait = AGAIN;
            }
        });
        Self { _until_dropped: sender }
    }
}

/// Makes the backups that are due. What fails is logged and tried again an hour later: nothing that is kept depends on it.
fn make(data_dir: &Path) {
    let made = [
        attune_store::back_up(data_dir),
        attune_library::back_up(data_dir),
        attune_subsonic::back_up(data_dir),
    ];
    for made in made {
        if let Err(error) = made {
            tracing::warn!("{}", error.for_log());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_database_gets_one() {
        let dir = tempfile::tempdir().unwrap();
        make(dir.path());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "none is made of nothing");
        drop(attune_store::Store::open(dir.path()).unwrap());
        drop(attune_library::Library::open(dir.path()).unwrap());
        let options = attune_subsonic::Options::new(Some(dir.path().to_owned()), crate::compose::clock());
        let secrets = std::sync::Arc::new(attune_testkit::MemorySecrets::default());
        drop(attune_subsonic::Servers::open(options, secrets).unwrap());
        make(dir.path());
        for file in ["attune.db.backup-1", "library.db.backup-1", "servers.db.backup-1"] {
            assert!(dir.path().join(file).exists(), "{file}");
        }
        let waiting = Backups::start(dir.path().to_owned());
        drop(waiting);
    }
}
