//! Backups of the database, in which nothing stays that the listener deleted.

use crate::database::DATABASE;
use crate::error::StoreError;
use attune_core::AppError;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle};

/// Makes a backup of the database in `data_dir` if the newest one is older than a day; whether it did. It may be in use
/// meanwhile. Not for a thread that must not wait.
///
/// Fails with `disk_full`, `database_corrupt` and the other codes of a store; the backups there are stay.
pub fn back_up(data_dir: &Path) -> Result<bool, AppError> {
    Ok(DATABASE.back_up(data_dir).map_err(StoreError::from)?)
}

type Change = Box<dyn FnOnce() -> std::io::Result<()> + Send>;

/// Changes on their way to the backups, in their order: each is a file that is opened, written and synchronised, for which
/// nobody waits until the store is closed.
#[derive(Debug, Default)]
pub(crate) struct BackupChanges {
    /// The folder of the database; none while memory is used.
    dir: Option<PathBuf>,
    worker: Option<(Sender<Change>, JoinHandle<()>)>,
}

impl BackupChanges {
    pub(crate) fn of(dir: Option<PathBuf>) -> Self {
        Self { dir, worker: None }
    }

    /// Makes a change in all backups, as it was made in the database.
    pub(crate) fn make(
        &mut self,
        change: impl Fn(&mut Connection) -> Result<(), StoreError> + Send + 'static,
    ) {
        let Some(dir) = &self.dir else { return };
        let change = DATABASE.change_backups(dir, move |db| match change(db) {
            // It was made after the backup.
            Err(StoreError::HistoryGone) => true,
            changed => changed.is_ok(),
        });
        let Some(change) = change else { return };
        if self.worker.is_none() {
            self.worker = start();
        }
        let sent = self.worker.as_ref().is_some_and(|(changes, _)| changes.send(Box::new(change)).is_ok());
        if !sent {
            // Better no backup than one that brings back what was deleted.
            let _ = DATABASE.forget_backups(dir);
        }
    }
}

/// A thread that makes changes one after another; none where the system gives no more threads.
fn start() -> Option<(Sender<Change>, JoinHandle<()>)> {
    let (sender, changes) = channel::<Change>();
    let work = move || {
        for change in changes {
            // A backup that can neither be changed nor removed lies on a disk that fails altogether.
            let _ = change();
        }
    };
    Some((sender, Builder::new().name("backups".into()).spawn(work).ok()?))
}

impl Drop for BackupChanges {
    fn drop(&mut self) {
        if let Some((changes, thread)) = self.worker.take() {
            drop(changes);
            let _ = thread.join();
        }
    }
}
