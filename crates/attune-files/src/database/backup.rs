//! Rolling backups: up to three, at most one a day, each checked before it counts.

use super::{Database, OpenError, open_to_write, remove_with_sides, sound};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// How many there are; the newest has the number 1.
const COUNT: u32 = 3;
/// The least between two, a little less than a day, so that one at the same hour each day is made.
const APART: Duration = Duration::from_hours(23);
/// Pages copied at once: about 4 MiB, so that a connection that writes waits for a moment at most.
const PAGES: i32 = 1_000;
/// Between two such parts.
const REST: Duration = Duration::from_millis(5);
/// How often a copy begins anew because something was deleted meanwhile, before the next hour is waited for.
const TRIES: u32 = 3;

/// How often something was deleted from backups: a copy that was begun before may still hold it.
static DELETIONS: AtomicU64 = AtomicU64::new(0);
/// Held while backups are renamed or changed.
static PLACES: Mutex<()> = Mutex::new(());

impl Database {
    /// Makes a backup if the newest one is older than a day; whether it did. A database that is in use may be written
    /// meanwhile: the copy is of one moment. Fails without touching the backups there are: with a full disk, or where
    /// the database itself turns out to be damaged.
    pub fn back_up(&self, dir: &Path) -> Result<bool, OpenError> {
        let path = self.path(dir);
        if !path.exists() || self.newest_backup(&path).is_some_and(|(_, made)| is_fresh(made)) {
            return Ok(false);
        }
        for _ in 0..TRIES {
            let deletions = DELETIONS.load(Ordering::SeqCst);
            let scratch = self.scratch(&path, "backup")?;
            let copied = checked_copy(&path, &scratch);
            let _places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
            if copied.is_ok() && DELETIONS.load(Ordering::SeqCst) == deletions {
                self.take_place(&path, &scratch)?;
                return Ok(true);
            }
            remove_with_sides(&scratch)?;
            copied?;
        }
        Ok(false)
    }

    /// Begins to delete or change something in all backups, as was done in the database: a backup that is being made is
    /// made anew from now on. Gives what does it to those there are, for a thread that may wait; none if there are none.
    /// Where `change` says that it failed, the backup is removed: it would bring back what the listener deleted.
    pub fn change_backups(
        &self,
        dir: &Path,
        change: impl Fn(&mut Connection) -> bool + Send + 'static,
    ) -> Option<impl FnOnce() -> io::Result<()> + Send + 'static> {
        DELETIONS.fetch_add(1, Ordering::SeqCst);
        let (database, path) = (*self, self.path(dir));
        database.newest_backup(&path)?;
        Some(move || {
            let _places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
            for (backup, _) in database.backups(&path) {
                if !open_backup(&backup).is_ok_and(|mut db| change(&mut db)) {
                    remove_with_sides(&backup)?;
                }
            }
            Ok(())
        })
    }

    /// Removes all backups.
    pub fn forget_backups(&self, dir: &Path) -> io::Result<()> {
        DELETIONS.fetch_add(1, Ordering::SeqCst);
        let _places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
        self.backups(&self.path(dir)).iter().try_for_each(|(backup, _)| remove_with_sides(backup))
    }

    pub(super) fn backup_prefix(&self) -> String {
        format!("{}.backup-", self.file)
    }

    /// The newest backup and when it was made.
    pub(super) fn newest_backup(&self, path: &Path) -> Option<(PathBuf, SystemTime)> {
        self.backups(path).into_iter().next()
    }

    /// All backups, newest first, and when they were made.
    pub(super) fn backups(&self, path: &Path) -> Vec<(PathBuf, SystemTime)> {
        let made = |place: PathBuf| Some((place.clone(), std::fs::metadata(place).ok()?.modified().ok()?));
        (1..=COUNT).filter_map(|number| made(self.backup(path, number))).collect()
    }

    fn backup(&self, path: &Path, number: u32) -> PathBuf {
        path.with_file_name(format!("{}{number}", self.backup_prefix()))
    }

    /// Moves each backup on by one place, so that the oldest goes, and puts the new one at the first.
    fn take_place(&self, path: &Path, new: &Path) -> io::Result<()> {
        for number in (1..COUNT).rev() {
            match std::fs::rename(self.backup(path, number), self.backup(path, number + 1)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        std::fs::rename(new, self.backup(path, 1))
    }
}

fn open_backup(place: &Path) -> Result<Connection, rusqlite::Error> {
    let db = open_to_write(place)?;
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    db.pragma_update(None, "foreign_keys", true)?;
    Ok(db)
}

fn is_fresh(made: SystemTime) -> bool {
    // One from the future, after the clock was set back, is made anew.
    made.elapsed().is_ok_and(|age| age < APART)
}

/// Copies a database that may be in use, and looks whether the copy is sound.
fn checked_copy(path: &Path, scratch: &Path) -> Result<(), OpenError> {
    let source = open_to_write(path)?;
    let mut target = open_to_write(scratch)?;
    copy(&source, &mut target)?;
    // One file that stands for itself.
    target.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    sound(&target)
}

/// Copies a whole database into another one, part by part, in place of what was in it.
pub fn copy(source: &Connection, target: &mut Connection) -> Result<(), rusqlite::Error> {
    let backup = Backup::new(source, target)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => return Ok(()),
            _ => std::thread::sleep(REST),
        }
    }
}
