//! The library as the rest of the app sees it.

use crate::database::{self, Opened};
use crate::error::LocalError;
use crate::folders::{self, Folder};
use attune_core::{AppError, Timestamp};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The listener's own music. Clones are handles on the same library; any thread may use one.
#[derive(Debug, Clone)]
pub struct Library {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    writer: Mutex<Connection>,
    reader: Option<Mutex<Connection>>,
    /// Held while a scan runs.
    scanning: Mutex<()>,
    /// Held while files are listened to.
    analysing: Mutex<()>,
    /// Where the database's file is, if there is one in use.
    dir: Option<PathBuf>,
}

impl Library {
    /// Opens or makes the library in the data folder, and tells what had to be worked around.
    ///
    /// Warnings have the codes `library_set_aside`, `library_newer`, `data_folder_read_only`, `database_busy`,
    /// `disk_full` and `library_failed`; after all but the first the library is in memory. An error means that not
    /// even memory could be used.
    pub fn open(data_dir: &Path) -> Result<(Self, Vec<AppError>), AppError> {
        let mut warnings = Vec::new();
        let opened = database::open(data_dir, &mut warnings)?;
        let dir = opened.reader.is_some().then(|| data_dir.to_owned());
        Ok((Self::of(opened, dir)?, warnings))
    }

    /// A library that is forgotten when its last handle is dropped.
    pub fn in_memory() -> Result<Self, AppError> {
        Ok(Self::of(Opened { writer: database::in_memory()?, reader: None }, None)?)
    }

    fn of(opened: Opened, dir: Option<PathBuf>) -> Result<Self, LocalError> {
        database::prepare(&opened.writer)?;
        if let Some(reader) = &opened.reader {
            database::prepare(reader)?;
        }
        Ok(Self {
            inner: Arc::new(Inner {
                writer: Mutex::new(opened.writer),
                reader: opened.reader.map(Mutex::new),
                scanning: Mutex::new(()),
                analysing: Mutex::new(()),
                dir,
            }),
        })
    }

    /// Adds a folder; it is empty until a scan. One that contains known folders takes their place.
    ///
    /// Fails with `library_folder_missing`, or `library_folder_inside` for one that lies in a known folder.
    pub fn add_folder(&self, path: &Path, now: Timestamp) -> Result<Folder, AppError> {
        let missing = |e: std::io::Error| LocalError::FolderMissing(e.to_string());
        let real = dunce::canonicalize(path).map_err(missing)?;
        std::fs::read_dir(&real).map_err(missing)?;
        Ok(folders::add(&mut self.writer(), &real, now)?)
    }

    /// Removes a folder, with the tracks that lie nowhere else and what was heard in them. Music files are not
    /// touched. Removing none is no error.
    pub fn remove_folder(&self, id: u32) -> Result<(), AppError> {
        Ok(folders::remove(&mut self.writer(), id)?)
    }

    /// The chosen folders, oldest first.
    pub fn folders(&self) -> Result<Vec<Folder>, AppError> {
        let known = folders::all(&self.reader())?;
        Ok(known.into_iter().map(folders::Known::shown).collect())
    }

    /// Where a folder is. Fails with `library_folder_gone`.
    pub fn folder_path(&self, id: u32) -> Result<PathBuf, AppError> {
        let known = folders::all(&self.reader())?;
        Ok(known.into_iter().find(|k| k.id == id).ok_or(LocalError::FolderGone)?.path)
    }

    /// The connection that writes; short use only.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.inner.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection that reads, beside the one that writes where there are two.
    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        let reader = self.inner.reader.as_ref().unwrap_or(&self.inner.writer);
        reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a second scan out for as long as it is held.
    pub(crate) fn one_scan(&self) -> Result<MutexGuard<'_, ()>, LocalError> {
        only(&self.inner.scanning).ok_or(LocalError::Scanning)
    }

    /// Keeps a second analysis out for as long as it is held.
    pub(crate) fn one_analysis(&self) -> Result<MutexGuard<'_, ()>, LocalError> {
        only(&self.inner.analysing).ok_or(LocalError::Analysing)
    }

    /// The folder of the database's file; none while memory is used.
    pub(crate) fn dir(&self) -> Option<&Path> {
        self.inner.dir.as_deref()
    }
}

fn only(one: &Mutex<()>) -> Option<MutexGuard<'_, ()>> {
    match one.try_lock() {
        Ok(held) => Some(held),
        // A panic in earlier work left nothing half done: the database's transactions see to that.
        Err(std::sync::TryLockError::Poisoned(held)) => Some(held.into_inner()),
        Err(std::sync::TryLockError::WouldBlock) => None,
    }
}
