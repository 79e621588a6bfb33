//! Scanning: from what lies in the folders to what the library knows.
//!
//! A scan looks through all folders first ([`crate::walk`]), compares what it finds with what is known ([`mod@plan`]), reads
//! what is new or changed ([`crate::tags`]) and keeps each file's outcome at once ([`crate::put`]). Only at the end, when
//! every sound has been recognised wherever it lies now, is anything forgotten.

mod plan;

use crate::control::Control;
use crate::error::LocalError;
use crate::folders::{self, Known};
use crate::library::{Library, PassedOver};
use crate::path::{self, shown};
use crate::walk::{Walked, walk};
use crate::{put, tags};
use attune_core::{AppError, ErrorCode, Timestamp};
use plan::{Plan, plan};
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

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
    /// Places inside that could not be looked into, and why; their tracks are kept.
    pub blocked: Vec<String>,
    /// Files of music of kinds that are not read.
    pub passed_over: PassedOver,
    /// Whether it was cancelled before its end. What was read is kept, and the next scan goes on from there.
    pub cancelled: bool,
}

/// A file as the library knows it.
#[derive(Debug)]
struct Before {
    path: PathBuf,
    row: i64,
    size: i64,
    modified: i64,
    changed: i64,
    reader: i64,
    mounted: bool,
    /// Whether the system did not let us read it.
    failed: bool,
}

impl Library {
    /// Brings the library up to date with these folders, or with all if none is named. Runs on the caller's thread.
    ///
    /// A file whose size and times of change are as before is not opened, unless it could not be opened the last time.
    /// What was read of a file is kept before the next one is opened, so that a scan that is cut off loses at most the
    /// file in hand. `progress` hears of each folder looked through and each file read. Fails with `library_scanning`
    /// while another scan runs.
    pub fn scan(
        &self,
        only: &[u32],
        now: Timestamp,
        control: &Control,
        progress: &mut dyn FnMut(&ScanProgress),
    ) -> Result<ScanReport, AppError> {
        self.scan_files(only, now, control, progress, false)
    }

    /// Like [`Self::scan`], but reads every file, also those that look unchanged: for tags that were written by a
    /// program that keeps a file's size and times on a system that tells no change time.
    pub fn read_again(
        &self,
        only: &[u32],
        now: Timestamp,
        control: &Control,
        progress: &mut dyn FnMut(&ScanProgress),
    ) -> Result<ScanReport, AppError> {
        self.scan_files(only, now, control, progress, true)
    }

    fn scan_files(
        &self,
        only: &[u32],
        now: Timestamp,
        control: &Control,
        progress: &mut dyn FnMut(&ScanProgress),
        again: bool,
    ) -> Result<ScanReport, AppError> {
        let _alone = self.one_scan()?;
        let mut scan = Scan { library: self, now, control, progress, again, report: ScanReport::default() };
        let finished = scan.run(only)?;
        Ok(ScanReport { cancelled: !finished, ..scan.report })
    }
}

impl Before {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            path: path::at(row, 0)?,
            row: row.get(1)?,
            size: row.get(2)?,
            modified: row.get(3)?,
            changed: row.get(4)?,
            reader: row.get(5)?,
            mounted: row.get(6)?,
            failed: row.get(7)?,
        })
    }
}

struct Scan<'s> {
    library: &'s Library,
    now: Timestamp,
    control: &'s Control,
    progress: &'s mut dyn FnMut(&ScanProgress),
    /// Whether unchanged files are read too.
    again: bool,
    report: ScanReport,
}

impl Scan<'_> {
    /// Whether it came to its end.
    fn run(&mut self, only: &[u32]) -> Result<bool, LocalError> {
        let known = folders::all(&self.library.reader())?;
        let mut plans = Vec::new();
        for folder in known.into_iter().filter(|k| only.is_empty() || only.contains(&k.id)) {
            let Some(mut walked) = self.look(&folder) else { return Ok(false) };
            let passed_over = std::mem::take(&mut walked.passed_over);
            let plan = self.compare(&folder, walked)?;
            if self.control.is_cancelled() {
                return Ok(false);
            }
            match plan {
                Some(plan) => {
                    self.pass_over(&folder, passed_over);
                    plans.push((folder, plan));
                }
                None => self.report.away.push(shown(&folder.path)),
            }
        }
        let to_read = plans.iter().map(|(_, p)| p.read.len()).sum::<usize>() as u32;
        for (folder, plan) in &plans {
            self.report.blocked.extend_from_slice(&plan.blocked);
            if !self.read(folder, plan, to_read)? {
                return Ok(false);
            }
        }
        self.report.removed = tidy_up(&mut self.library.writer(), &plans, self.now)?;
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

    /// Counts what was passed over in a folder that is there.
    fn pass_over(&mut self, folder: &Known, kinds: BTreeMap<&str, u32>) {
        let kinds: PassedOver = kinds.into_iter().map(|(kind, files)| (kind.to_owned(), files)).collect();
        for (kind, files) in &kinds {
            *self.report.passed_over.entry(kind.clone()).or_default() += files;
        }
        self.library.pass_over(folder.id, kinds);
    }

    /// What is to be done in a folder; none if it is away. What is known is read along with what was found, so that a
    /// large folder is in memory once. Cancelled, it is only a part.
    fn compare(&self, folder: &Known, walked: Walked) -> Result<Option<Plan>, LocalError> {
        let db = self.library.reader();
        let mut query = db.prepare_cached(
            "SELECT path, id, size, modified, changed, reader, mounted, code IS ?2 FROM files WHERE folder = ?1
             ORDER BY path",
        )?;
        let failed = ErrorCode::FileUnreadable.as_str();
        let known = query.query_map(params![folder.id, failed], Before::read)?.map(|row| Ok(row?));
        plan(folder, walked, known.take_while(|_| !self.control.is_cancelled()), self.again)
    }

    /// Reads the new and changed files of a folder. False if cancelled.
    fn read(&mut self, folder: &Known, plan: &Plan, to_read: u32) -> Result<bool, LocalError> {
        for seen in &plan.read {
            if !self.control.go_on() {
                return Ok(false);
            }
            let path = folder.path.join(&seen.path);
            let read = tags::read_file(&path);
            put::file(&mut self.library.writer(), folder, seen, &read, self.now)?;
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

/// Forgets files that are gone, and in time their tracks. Gives how many files it forgot.
fn tidy_up(db: &mut Connection, plans: &[(Known, Plan)], now: Timestamp) -> Result<u32, LocalError> {
    let tx = db.transaction()?;
    let mut removed = 0;
    for file in plans.iter().flat_map(|(_, p)| &p.remove) {
        removed += tx.prepare_cached("DELETE FROM files WHERE id = ?1")?.execute([file])?;
    }
    folders::mark_gone(&tx, now)?;
    let long_ago = now.0 - REMEMBERED_MS;
    tx.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM tracks WHERE gone_at < ?1)", [long_ago])?;
    if tx.execute("DELETE FROM tracks WHERE gone_at < ?1", [long_ago])? > 0 {
        tx.execute("DELETE FROM moves", [])?;
    }
    tx.commit()?;
    Ok(removed as u32)
}

#[cfg(test)]
mod tests;
