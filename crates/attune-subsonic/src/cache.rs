//! Songs on the disk: whole files only, the least recently used ones go first, none readable by others.
//!
//! Files lie in a folder of their own beside the database, which knows them by song. A file gets its name when it is
//! whole and on the disk; what a crash left half written, or without a row, is removed when the cache is opened next.

use crate::error::SubsonicError;
use crate::login::hex;
use crate::progress::Download;
use attune_core::Timestamp;
use attune_files::HALF_WRITTEN;
use rusqlite::{Connection as Db, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, SystemTime};
use tempfile::{NamedTempFile, TempDir};

/// The folder's name.
const FOLDER: &str = "server-songs";
/// What another process may still be writing is younger than this.
const LEFT_OVER: Duration = Duration::from_hours(1);
/// The folder of songs.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    /// Removes the folder at the end, where nothing is kept.
    _passing: Option<TempDir>,
    limit: AtomicU64,
    /// What is being loaded, by the song's number.
    pub(crate) loading: Mutex<HashMap<i64, Weak<Download>>>,
    /// What is loaded before anybody reads it.
    pub(crate) ahead: Mutex<Option<Arc<Download>>>,
}

impl Cache {
    /// Opens the folder in `data`, or a passing one, and removes what does not belong there. `limit` holds until the listener
    /// has chosen another one.
    pub(crate) fn open(data: Option<&Path>, db: &Db, limit: u64) -> Result<Self, SubsonicError> {
        let passing = if data.is_none() { Some(tempfile::tempdir()?) } else { None };
        let within = data.or(passing.as_ref().map(TempDir::path)).unwrap_or(Path::new("."));
        let folder = within.join(FOLDER);
        attune_files::private_folder(&folder)?;
        let limit = AtomicU64::new(chosen_limit(db)?.unwrap_or(limit));
        let cache =
            Self { folder, _passing: passing, limit, loading: Mutex::default(), ahead: Mutex::default() };
        cache.forget_missing(db)?;
        cache.sweep(db)?;
        cache.make_room(db, 0, None)?;
        Ok(cache)
    }

    /// The most bytes of one song that are read, so that a server which never ends fills no disk.
    pub(crate) fn longest_song(&self) -> u64 {
        self.limit().max(1 << 30)
    }

    /// The most bytes that are kept.
    pub(crate) fn limit(&self) -> u64 {
        self.limit.load(Ordering::Relaxed)
    }

    /// Keeps the listener's limit, and removes what no longer fits.
    pub(crate) fn set_limit(&self, db: &Db, bytes: u64) -> Result<(), SubsonicError> {
        let value = i64::try_from(bytes).unwrap_or(i64::MAX);
        db.execute("INSERT OR REPLACE INTO choices (name, value) VALUES (?1, ?2)", params![LIMIT, value])?;
        self.limit.store(bytes, Ordering::Relaxed);
        self.make_room(db, 0, None)
    }

    /// Goes back to the limit before the listener chose one.
    pub(crate) fn forget_limit(&self, db: &Db, usual: u64) -> Result<(), SubsonicError> {
        db.execute("DELETE FROM choices WHERE name = ?1", [LIMIT])?;
        self.limit.store(usual, Ordering::Relaxed);
        Ok(())
    }

    /// A song's file, if it is here, whole. It counts as used.
    pub(crate) fn path(&self, db: &Db, song: i64, now: Timestamp) -> Result<Option<PathBuf>, SubsonicError> {
        let file: Option<String> =
            db.query_row("SELECT file FROM cached WHERE song = ?1", [song], |row| row.get(0)).optional()?;
        let Some(path) = file.map(|file| self.folder.join(file)) else { return Ok(None) };
        if !path.is_file() {
            // Somebody tidied up.
            db.execute("DELETE FROM cached WHERE song = ?1", [song])?;
            return Ok(None);
        }
        db.execute("UPDATE cached SET used_at = ?2 WHERE song = ?1", params![song, now.0])?;
        Ok(Some(path))
    }

    /// Where a file of that name is.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A file to load into, for the listener alone.
    pub(crate) fn half_written(&self) -> Result<NamedTempFile, SubsonicError> {
        // Such files have the mode 0600 from the start.
        Ok(tempfile::Builder::new().prefix(HALF_WRITTEN).tempfile_in(&self.folder)?)
    }

    /// Removes the least recently used files until `bytes` more fit, but for one song's.
    pub(crate) fn make_room(&self, db: &Db, bytes: u64, but: Option<i64>) -> Result<(), SubsonicError> {
        while held(db)?.saturating_add(bytes) > self.limit() {
            let oldest = db
                .query_row(
                    "SELECT song, file FROM cached WHERE song IS NOT ?1 ORDER BY used_at, song LIMIT 1",
                    [but],
                    |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
                )
                .optional()?;
            let Some((song, file)) = oldest else { return Ok(()) };
            db.execute("DELETE FROM cached WHERE song = ?1", [song])?;
            // One that cannot be removed now, being open on some systems, goes when the cache is opened next.
            drop(fs::remove_file(self.folder.join(file)));
        }
        Ok(())
    }

    /// Gives a whole file its name. One that is larger than the cache is handed back: it lasts as long as it is read.
    pub(crate) fn keep(
        &self,
        db: &Db,
        (song, name, suffix): (i64, &str, Option<&str>),
        file: NamedTempFile,
        (bytes, now): (u64, Timestamp),
    ) -> Result<Option<NamedTempFile>, SubsonicError> {
        if bytes > self.limit() {
            return Ok(Some(file));
        }
        file.as_file().sync_all()?;
        self.make_room(db, bytes, None)?;
        let file_name = format!("{}.{}", &hex(&Sha256::digest(name))[..32], suffix.unwrap_or("audio"));
        // The row comes first: another process removes files that no row knows.
        db.execute(
            "INSERT OR REPLACE INTO cached (song, file, bytes, used_at) VALUES (?1, ?2, ?3, ?4)",
            params![song, file_name, i64::try_from(bytes).unwrap_or(i64::MAX), now.0],
        )?;
        if let Err(error) = file.persist(self.folder.join(&file_name)) {
            db.execute("DELETE FROM cached WHERE song = ?1", [song])?;
            return Err(error.error.into());
        }
        Ok(None)
    }

    /// Forgets rows whose files are not there, or are others.
    fn forget_missing(&self, db: &Db) -> Result<(), SubsonicError> {
        let mut rows = db.prepare("SELECT song, file, bytes FROM cached")?;
        let all = rows
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<Vec<(i64, String, i64)>, _>>()?;
        for (song, file, bytes) in all {
            let there =
                fs::metadata(self.folder.join(file)).is_ok_and(|m| i64::try_from(m.len()) == Ok(bytes));
            if !there {
                db.execute("DELETE FROM cached WHERE song = ?1", [song])?;
            }
        }
        Ok(())
    }

    /// Removes files that no row knows: of songs that were forgotten, and what a crash left.
    pub(crate) fn sweep(&self, db: &Db) -> Result<(), SubsonicError> {
        let mut rows = db.prepare("SELECT file FROM cached")?;
        let known = rows.query_map([], |row| row.get(0))?.collect::<Result<HashSet<String>, _>>()?;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let written = name.starts_with(HALF_WRITTEN) && !is_old(&entry);
            if !known.contains(&name) && !written {
                drop(fs::remove_file(entry.path()));
            }
        }
        Ok(())
    }
}

/// The limit's name among the listener's choices.
const LIMIT: &str = "cache_limit";

fn chosen_limit(db: &Db) -> Result<Option<u64>, SubsonicError> {
    let sql = "SELECT value FROM choices WHERE name = ?1";
    let value: Option<i64> = db.query_row(sql, [LIMIT], |row| row.get(0)).optional()?;
    Ok(value.and_then(|bytes| u64::try_from(bytes).ok()))
}

/// Bytes in the cache.
pub(crate) fn held(db: &Db) -> Result<u64, SubsonicError> {
    let sum: i64 = db.query_row("SELECT coalesce(sum(bytes), 0) FROM cached", [], |row| row.get(0))?;
    Ok(u64::try_from(sum).unwrap_or(0))
}

fn is_old(entry: &fs::DirEntry) -> bool {
    let age = entry
        .metadata()
        .and_then(|m| m.modified())
        .ok()
        .and_then(|at| SystemTime::now().duration_since(at).ok());
    age.is_some_and(|age| age > LEFT_OVER)
}
