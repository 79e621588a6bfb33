//! The library as the rest of the app sees it.

use crate::database::{self, Opened, Revision};
use crate::error::LocalError;
use crate::folders::{self, Folder};
use crate::query::Pages;
use attune_core::{AppError, Timestamp};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Files of kinds of music that are not read, by the endings of their names in lower case.
pub type PassedOver = BTreeMap<String, u32>;

/// The listener's own music. Clones are handles on the same library; any thread may use one.
#[derive(Debug, Clone)]
pub struct Library {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    writer: Mutex<Connection>,
    /// Beside it, where the database is a file.
    readers: Option<Readers>,
    /// What is remembered from one page to the next.
    pages: Mutex<Pages>,
    /// Held while a scan runs.
    scanning: Mutex<()>,
    /// What the last look at each folder passed over.
    passed_over: Mutex<BTreeMap<u32, PassedOver>>,
    /// Held while files are listened to.
    analysing: Mutex<()>,
    /// Where the database's file is, if there is one in use.
    dir: Option<PathBuf>,
}

/// Connections that read. Whoever has to answer soon does not wait for whoever reads much.
#[derive(Debug)]
struct Readers {
    /// For single tracks, as when one is about to play.
    lookups: Mutex<Connection>,
    /// For pages.
    pages: Mutex<Connection>,
    /// For all else, such as all tracks at once.
    all: Mutex<Connection>,
}

impl Library {
    /// Opens or makes the library in the data folder, and tells what had to be worked around.
    ///
    /// Warnings have the codes `library_set_aside`, `library_newer` and `library_in_memory`; after all but the first the
    /// library is in memory. An error means that not even memory could be used.
    pub fn open(data_dir: &Path) -> Result<(Self, Vec<AppError>), AppError> {
        let mut warnings = Vec::new();
        let opened = database::open(data_dir, &mut warnings)?;
        let dir = opened.readers.is_some().then(|| data_dir.to_owned());
        Ok((Self::of(opened, dir), warnings))
    }

    /// A library that is forgotten when its last handle is dropped.
    pub fn in_memory() -> Result<Self, AppError> {
        Ok(Self::of(Opened { writer: database::in_memory()?, readers: None }, None))
    }

    fn of(opened: Opened, dir: Option<PathBuf>) -> Self {
        let readers = opened.readers.map(|readers| {
            let [lookups, pages, all] = readers.map(Mutex::new);
            Readers { lookups, pages, all }
        });
        let inner = Inner {
            writer: Mutex::new(opened.writer),
            readers,
            pages: Mutex::default(),
            scanning: Mutex::new(()),
            passed_over: Mutex::default(),
            analysing: Mutex::new(()),
            dir,
        };
        Self { inner: Arc::new(inner) }
    }

    /// Adds a folder; it is empty until a scan. One that contains known folders takes their place.
    ///
    /// Fails with `library_folder_missing`, or `library_folder_inside` for one that lies in a known folder.
    pub fn add_folder(&self, path: &Path, now: Timestamp) -> Result<Folder, AppError> {
        let missing = |e: std::io::Error| LocalError::FolderMissing(e.to_string());
        let real = dunce::canonicalize(path).map_err(missing)?;
        std::fs::read_dir(&real).map_err(missing)?;
        let folder = folders::add(&mut self.writer(), &real, now)?;
        // Numbers begin anew after everything was erased.
        self.each_passed_over().remove(&folder.id);
        Ok(folder)
    }

    /// Removes a folder, with the tracks that lie nowhere else and what was heard in them. Music files are not
    /// touched. Removing none is no error.
    pub fn remove_folder(&self, id: u32) -> Result<(), AppError> {
        folders::remove(&mut self.writer(), id)?;
        // What they hold of it would come back with them; the next one is made within a day.
        self.dir().map_or(Ok(()), |dir| database::DATABASE.forget_backups(dir)).map_err(LocalError::from)?;
        Ok(())
    }

    /// The chosen folders, oldest first.
    pub fn folders(&self) -> Result<Vec<Folder>, AppError> {
        let known = folders::all(&self.lookups())?;
        Ok(known.into_iter().map(folders::Known::shown).collect())
    }

    /// What scans have passed over in these folders since the program began.
    #[must_use]
    pub fn passed_over(&self, folders: &[Folder]) -> PassedOver {
        let each = self.each_passed_over();
        let mut all = PassedOver::new();
        for (kind, files) in folders.iter().filter_map(|folder| each.get(&folder.id)).flatten() {
            *all.entry(kind.clone()).or_default() += files;
        }
        all
    }

    /// Keeps what a scan passed over in a folder.
    pub(crate) fn pass_over(&self, folder: u32, kinds: PassedOver) {
        self.each_passed_over().insert(folder, kinds);
    }

    fn each_passed_over(&self) -> MutexGuard<'_, BTreeMap<u32, PassedOver>> {
        self.inner.passed_over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What tells whether anything may have changed since: another answer.
    pub fn revision(&self) -> Result<Revision, AppError> {
        Ok(Revision::of(&self.reader())?)
    }

    /// Where a folder is. Fails with `library_folder_gone`.
    pub fn folder_path(&self, id: u32) -> Result<PathBuf, AppError> {
        let known = folders::all(&self.lookups())?;
        Ok(known.into_iter().find(|k| k.id == id).ok_or(LocalError::FolderGone)?.path)
    }

    /// The connection that writes; short use only.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.inner.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection for reading much, beside the one that writes where the database is a file.
    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reading(|readers| &readers.all)
    }

    /// A connection for single tracks: short use only, so that playback never waits.
    pub(crate) fn lookups(&self) -> MutexGuard<'_, Connection> {
        self.reading(|readers| &readers.lookups)
    }

    /// The connection for pages.
    pub(crate) fn pages(&self) -> MutexGuard<'_, Connection> {
        self.reading(|readers| &readers.pages)
    }

    /// What is remembered of pages, for who has their connection.
    pub(crate) fn known_pages(&self) -> MutexGuard<'_, Pages> {
        self.inner.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reading(&self, which: impl Fn(&Readers) -> &Mutex<Connection>) -> MutexGuard<'_, Connection> {
        let reader = self.inner.readers.as_ref().map_or(&self.inner.writer, which);
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
