//! What is kept, for a program without a session: exported and restored.

use super::{Cells, Exported, Writer, history, tables, write};
use crate::restore::{self, BackupReport, nowhere, replacing};
use crate::{compose, servers};
use attune_core::AppError;
use attune_library::Library;
use attune_session::{Engine, OWN_MUSIC};
use attune_subsonic::Servers;
use std::path::{Path, PathBuf};

/// Everything in a data folder. An app that runs beside goes on with what it knows and must be closed before a restore.
pub struct KeptData {
    engine: Engine,
    library: Library,
    servers: Servers,
    folder: PathBuf,
}

impl KeptData {
    /// Opens what is in a folder, or in the system's folder for the data of apps; `version` is this program's. Fails with
    /// the first warning of what cannot be written.
    pub fn open(data_dir: Option<PathBuf>, version: &str) -> Result<Self, AppError> {
        let folder = data_dir.or_else(compose::default_data_dir).ok_or_else(nowhere)?;
        let (store, mut warnings) = compose::open_store(Some(folder.clone()))?;
        let (library, trouble) = compose::open_library(Some(folder.clone()))?;
        warnings.extend(trouble);
        let (servers, trouble) = servers::open(Some(folder.clone()))?;
        warnings.extend(trouble);
        if let Some(warning) = warnings.into_iter().next() {
            return Err(warning);
        }
        // Ties in the ranking are all that the seed breaks, and nothing is ranked here.
        let options = compose::engine_options(version.to_owned(), 0, Vec::new());
        let engine = Engine::new(Box::new(store), options, compose::clock()());
        Ok(Self { engine, library, servers, folder })
    }

    /// What a backup holds; nothing is changed. Fails with `file_unreadable`, `backup_unreadable` and `backup_newer`.
    pub fn preview(file: &Path) -> Result<BackupReport, AppError> {
        Ok(BackupReport::of(&restore::open(file)?))
    }

    /// Writes a file, whole or not at all. Fails with `export_failed`, and with `export_empty` where a table would have no
    /// rows.
    pub fn export(&mut self, what: Exported, path: &Path, cells: Cells) -> Result<(), AppError> {
        let text = match what {
            Exported::Everything => self.document()?,
            Exported::History => history(&self.engine, cells)?,
            Exported::Library => {
                self.put_up()?;
                tables::library(&self.engine.listing(), &self.writer().files()?, cells)
            }
        };
        write(path, &text)
    }

    /// Puts a backup in place of what is kept, all or nothing; gives the file with what was kept before. Folders with music
    /// that the backup names are scanned by the app.
    pub fn restore(&mut self, file: &Path) -> Result<PathBuf, AppError> {
        let file = restore::open(file)?;
        let (present, now) = (self.document()?, compose::clock()());
        let kept = replacing(&self.folder, &present, || self.engine.restore(&file.backup, now))?;
        for folder in file.folders.iter().map(Path::new).filter(|folder| folder.is_dir()) {
            self.library.add_folder(folder, now)?;
        }
        Ok(kept)
    }

    fn document(&self) -> Result<String, AppError> {
        self.writer().document(&self.engine.export()?)
    }

    fn writer(&self) -> Writer<'_> {
        Writer { library: &self.library, servers: &self.servers, now: compose::clock()() }
    }

    /// Puts up what is kept outside the store, as the app does.
    fn put_up(&mut self) -> Result<(), AppError> {
        let now = compose::clock()();
        let mut own = self.library.tracks()?;
        compose::complete(&mut own);
        self.engine.set_shelf(OWN_MUSIC, "Your music", own, now);
        let songs = servers::shelf(&self.servers, &self.library)?;
        self.engine.set_shelf(attune_session::engine::SERVERS, "Your servers", songs, now);
        Ok(())
    }
}
