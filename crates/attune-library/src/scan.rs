//! Scanning: from what lies in the folders to what the library knows.

use crate::control::Control;
use crate::error::LocalError;
use crate::folders::{self, Known};
use crate::library::Library;
use crate::path::{self, shown};
use crate::walk::{Seen, Walked, walk};
use crate::{put, tags};
use attune_core::{AppError, Timestamp};
use rusqlite::Connection;
use serde::Serialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// How long a track that lies nowhere is remembered, with what was heard in it, in case it comes back.
const REMEMBERED_MS: i64 = 30 * 24 * 3_600 * 1_000;

/// How far a scan is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ScanProgress {
    /// Music files found so far.
    pub found: u32,
    /// Of these, new or changed ones that must be read; 0 while folders are being looked through.
    pub to_read: u32,
    /// Of these, read so far.
    pub read: u32,
    /// Of these, files that could not be read.
    pub unreadable: u32,
    /// The file read last, as people read its path; none while folders are being looked through.
    pub file: Option<String>,
    /// Share of the reading that is done, in [0, 1].
    pub share: f64,
}

/// What a scan came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ScanReport {
    /// Music files found.
    pub found: u32,
    /// Files that were new or changed and were read.
    pub read: u32,
    /// Of these, files that could not be read.
    pub unreadable: u32,
    /// Files that are gone.
    pub removed: u32,
    /// Folders that could not be reached; their tracks are kept.
    pub away: Vec<String>,
    /// Folders inside that could not be read, and why; their tracks are kept.
    pub blocked: Vec<String>,
    /// Whether it was cancelled before its end. What was read is kept, and the next scan goes on from there.
    pub cancelled: bool,
}

/// A file as the library knows it.
struct Before {
    row: i64,
    size: i64,
    modified: i64,
}

/// What is to be done in one folder.
struct Plan {
    folder: Known,
    read: Vec<Seen>,
    remove: Vec<i64>,
}

impl Library {
    /// Brings the library up to date with these folders, or with all if none is named. Runs on the caller's thread.
    ///
    /// A file whose size and time of change are as before is not opened. What was read of a file is kept before the
    /// next one is opened, so that a scan that is cut off loses at most the file in hand. `progress` hears of each
    /// folder looked through and each file read. Fails with `library_scanning` while another scan runs.
    pub fn scan(
        &self,
        only: &[u32],
        now: Timestamp,
        control: &Control,
        progress: &mut dyn FnMut(&ScanProgress),
    ) -> Result<ScanReport, AppError> {
        let _alone = self.one_scan()?;
        let mut scan = Scan { library: self, now, control, progress, report: ScanReport::default() };
        let finished = scan.run(only)?;
        Ok(ScanReport { cancelled: !finished, ..scan.report })
    }
}

struct Scan<'s> {
    library: &'s Library,
    now: Timestamp,
    control: &'s Control,
    progress: &'s mut dyn FnMut(&ScanProgress),
    report: ScanReport,
}

impl Scan<'_> {
    /// Whether it came to its end.
    fn run(&mut self, only: &[u32]) -> Result<bool, LocalError> {
        let known = folders::all(&self.library.reader())?;
        let mut plans = Vec::new();
        for folder in known.into_iter().filter(|k| only.is_empty() || only.contains(&k.id)) {
            let Some(walked) = self.look(&folder) else { return Ok(false) };
            plans.extend(self.plan(folder, walked)?);
        }
        let to_read = plans.iter().map(|p| p.read.len()).sum::<usize>() as u32;
        for plan in &plans {
            if !self.read(plan, to_read)? {
                return Ok(false);
            }
        }
        let removed: Vec<i64> = plans.into_iter().flat_map(|p| p.remove).collect();
        self.report.removed = removed.len() as u32;
        tidy_up(&mut self.library.writer(), &removed, self.now)?;
        Ok(true)
    }

    /// Looks through a folder; none if cancelled.
    fn look(&mut self, folder: &Known) -> Option<Walked> {
        let before = self.report.found;
        let walked = walk(&folder.path, &mut |files| {
            let found = before + files as u32;
            (self.progress)(&ScanProgress {
                found,
                to_read: 0,
                read: 0,
                unreadable: 0,
                file: None,
                share: 0.0,
            });
            self.control.go_on()
        })?;
        self.report.found += walked.files.len() as u32;
        Some(walked)
    }

    /// Compares what was found with what is known; none for a folder that is away.
    fn plan(&mut self, folder: Known, walked: Walked) -> Result<Option<Plan>, LocalError> {
        let mut before = files_of(&self.library.reader(), folder.id)?;
        let unreachable = walked.blocked.iter().any(|(below, _)| below.as_os_str().is_empty());
        if unreachable || (walked.entries == 0 && !before.is_empty()) {
            self.report.away.push(shown(&folder.path));
            return Ok(None);
        }
        for (below, why) in &walked.blocked {
            self.report.blocked.push(format!("{} ({why})", shown(&folder.path.join(below))));
        }
        let mut read = Vec::new();
        for seen in walked.files {
            let same =
                before.remove(&seen.path).is_some_and(|b| (b.size, b.modified) == (seen.size, seen.modified));
            if !same {
                read.push(seen);
            }
        }
        let hidden = |path: &Path| walked.blocked.iter().any(|(below, _)| path.starts_with(below));
        let remove = before.into_iter().filter(|(path, _)| !hidden(path)).map(|(_, b)| b.row).collect();
        Ok(Some(Plan { folder, read, remove }))
    }

    /// Reads the new and changed files of a folder. False if cancelled.
    fn read(&mut self, plan: &Plan, to_read: u32) -> Result<bool, LocalError> {
        for seen in &plan.read {
            if !self.control.go_on() {
                return Ok(false);
            }
            let path = plan.folder.path.join(&seen.path);
            let read = tags::read_file(&path);
            put::file(&mut self.library.writer(), plan.folder.id, seen, &read, self.now)?;
            self.report.read += 1;
            self.report.unreadable += u32::from(read.is_err());
            (self.progress)(&ScanProgress {
                found: self.report.found,
                to_read,
                read: self.report.read,
                unreadable: self.report.unreadable,
                file: Some(shown(&path)),
                share: f64::from(self.report.read) / f64::from(to_read.max(1)),
            });
        }
        Ok(true)
    }
}

/// The files that are known in a folder.
fn files_of(db: &Connection, folder: u32) -> Result<HashMap<PathBuf, Before>, LocalError> {
    let mut query = db.prepare_cached("SELECT path, id, size, modified FROM files WHERE folder = ?1")?;
    let rows = query.query_map([folder], |row| {
        let before = Before { row: row.get(1)?, size: row.get(2)?, modified: row.get(3)? };
        Ok((path::at(row, 0)?, before))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets files that are gone, and in time their tracks.
fn tidy_up(db: &mut Connection, files: &[i64], now: Timestamp) -> Result<(), LocalError> {
    let tx = db.transaction()?;
    for file in files {
        tx.prepare_cached("DELETE FROM files WHERE id = ?1")?.execute([file])?;
    }
    folders::mark_gone(&tx, now)?;
    let long_ago = now.0 - REMEMBERED_MS;
    tx.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM tracks WHERE gone_at < ?1)", [long_ago])?;
    tx.execute("DELETE FROM tracks WHERE gone_at < ?1", [long_ago])?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests;
