//! A backup read, shown, and put in place of what is here; what was here is kept beside it, to be put back.

use crate::App;
use crate::export::write;
use crate::lock::held;
use attune_core::backup::Backup;
use attune_core::taste::PastHistory;
use attune_core::{AppError, ErrorCode, Track};
use attune_files::HALF_WRITTEN;
use attune_store::{BEFORE_RESTORE, BackupFile, read_backup};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What a backup holds, for the listener to see before it replaces anything.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct BackupReport {
    /// When it was made, in Unix milliseconds; none in backups of the first format.
    pub saved_at: Option<f64>,
    /// Moods of the history.
    pub moods: u32,
    /// What was said of tracks and done with them.
    pub ratings: u32,
    /// Preferences that were stated outright.
    pub stated: u32,
    /// Imported catalogues.
    pub catalogues: u32,
    /// Their tracks.
    pub tracks: u32,
    /// Histories of what was heard elsewhere.
    pub histories: u32,
    /// Their plays.
    pub plays: u32,
    /// Folders with the listener's own music.
    pub folders: u32,
}

/// What is to become of the backup that was read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum BackupAnswer {
    /// It replaces what is here.
    Restore,
    /// Nothing changes.
    Drop,
    /// What the last restore has replaced comes back, whatever was read since.
    PutBack,
}

impl BackupReport {
    pub(crate) fn of(file: &BackupFile) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let Backup { history, feedback, stated, catalogues, past, .. } = &file.backup;
        let tracks = |(_, tracks): &(_, Vec<Track>)| tracks.len();
        let plays = |(history, _): &(PastHistory, _)| history.plays;
        Self {
            saved_at: file.saved_at.map(|at| at.0 as f64),
            moods: count(history.len()),
            ratings: count(feedback.len()),
            stated: count(stated.as_ref().map_or(0, |stated| stated.items().len())),
            catalogues: count(catalogues.len()),
            tracks: count(catalogues.iter().map(tracks).sum()),
            histories: count(past.len()),
            plays: past.iter().map(plays).fold(0, u32::saturating_add),
            folders: count(file.folders.len()),
        }
    }
}

/// Reads a backup; nothing changes. Fails with `file_unreadable`, `backup_unreadable` and `backup_newer`.
pub(crate) fn open(path: &Path) -> Result<BackupFile, AppError> {
    let file = File::open(path).map_err(|e| {
        let message = format!("{} could not be read: {e}. Choose another file.", path.display());
        AppError::new(ErrorCode::FileUnreadable, message).caused_by(e)
    })?;
    read_backup(file)
}

/// Calls `restore` once `present` is safe in `folder`; gives its file. Where that or `restore` fails nothing is changed, and
/// what an earlier restore has kept stays.
pub(crate) fn replacing(
    folder: &Path,
    present: &str,
    restore: impl FnOnce() -> Result<(), AppError>,
) -> Result<PathBuf, AppError> {
    let (kept, new) = (folder.join(BEFORE_RESTORE), folder.join(format!("{HALF_WRITTEN}{BEFORE_RESTORE}")));
    write(&new, present)?;
    restore().inspect_err(|_| {
        // The error that is told is the first one; erasing everything removes the file, too.
        drop(fs::remove_file(&new));
    })?;
    fs::rename(&new, &kept).map_err(|e| {
        let message = format!("The backup was restored. What was here before is in {}.", new.display());
        AppError::new(ErrorCode::ExportFailed, message).caused_by(e)
    })?;
    Ok(kept)
}

impl App {
    /// Reads a backup and tells what it holds; nothing changes before [`App::answer_backup`]. Not for a thread that must not
    /// wait. Fails with `file_unreadable`, `backup_unreadable` and `backup_newer`.
    pub fn read_backup(&self, path: &Path) -> Result<BackupReport, AppError> {
        let file = open(path)?;
        let report = BackupReport::of(&file);
        *held(&self.backup) = Some(file);
        Ok(report)
    }

    /// Restores the backup that was read last, or drops it, or takes the last restore back. Gives the file with what was here
    /// before, if anything was restored. All or nothing. The session goes on with what was restored; the music stops. Not for
    /// a thread that must not wait.
    pub fn answer_backup(&self, answer: BackupAnswer) -> Result<Option<String>, AppError> {
        let read = held(&self.backup).take();
        let file = match answer {
            BackupAnswer::Drop => None,
            BackupAnswer::Restore => read,
            BackupAnswer::PutBack => Some(open(&self.kept_folder()?.join(BEFORE_RESTORE))?),
        };
        file.map(|file| self.restore(file)).transpose()
    }

    fn restore(&self, file: BackupFile) -> Result<String, AppError> {
        let BackupFile { backup, folders, .. } = file;
        let present = self.document()?;
        let restore = || self.call(move |engine, now| engine.restore(&backup, now))?;
        let kept = replacing(&self.kept_folder()?, &present, restore)?;
        self.own_music().bring_back(&folders);
        Ok(kept.display().to_string())
    }

    /// Code `data_folder_unknown` where nothing is kept.
    fn kept_folder(&self) -> Result<PathBuf, AppError> {
        self.data_folder().ok_or_else(nowhere)
    }
}

pub(crate) fn nowhere() -> AppError {
    let message = "Your system names no folder for app data, so nothing can be kept before it is replaced.";
    AppError::new(ErrorCode::DataFolderUnknown, message)
}

#[cfg(test)]
mod tests;
