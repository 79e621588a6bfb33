//! The chosen folders.

use crate::error::LocalError;
use crate::path::{self, shown, to_bytes};
use crate::walk::is_empty;
use attune_core::Timestamp;
use rusqlite::{Connection, params};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A folder the listener chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Folder {
    /// Its number.
    pub id: u32,
    /// Its path as people read it.
    pub path: String,
    /// Tracks with a file in it.
    pub tracks: u32,
    /// Files in it that could not be read.
    pub unreadable: u32,
    /// Whether it cannot be reached now, as when its disk is not connected. Its tracks are kept.
    pub away: bool,
}

/// A folder as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) id: u32,
    pub(crate) path: PathBuf,
    tracks: u32,
    unreadable: u32,
}

impl Known {
    /// With what is seen of it now.
    pub(crate) fn shown(self) -> Folder {
        let away = is_away(&self.path, self.tracks + self.unreadable > 0);
        Folder {
            id: self.id,
            path: shown(&self.path),
            tracks: self.tracks,
            unreadable: self.unreadable,
            away,
        }
    }
}

/// Whether a folder cannot be reached: it is gone, or it is an empty place where there were files, which is what
/// is left of a disk that was taken away.
pub(crate) fn is_away(path: &Path, had_files: bool) -> bool {
    is_empty(path).map_or(true, |empty| had_files && empty)
}

/// All folders, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<Known>, LocalError> {
    let mut query = db.prepare_cached("SELECT id, path, tracks, unreadable FROM folders ORDER BY id")?;
    let rows = query.query_map([], |row| {
        let path = path::at(row, 1)?;
        Ok(Known { id: row.get(0)?, path, tracks: row.get(2)?, unreadable: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a folder. Those that lie in it are its parts from now on; their tracks wait for the scan to find them again.
pub(crate) fn add(db: &mut Connection, path: &Path, now: Timestamp) -> Result<Folder, LocalError> {
    let tx = db.transaction()?;
    let known = all(&tx)?;
    if let Some(same) = known.iter().find(|k| k.path == path) {
        return Ok(same.clone().shown());
    }
    if let Some(around) = known.iter().find(|k| path.starts_with(&k.path)) {
        return Err(LocalError::FolderInside(shown(&around.path)));
    }
    for part in known.iter().filter(|k| k.path.starts_with(path)) {
        tx.execute("DELETE FROM folders WHERE id = ?1", [part.id])?;
    }
    mark_gone(&tx, now)?;
    tx.execute("INSERT INTO folders (path, added_at) VALUES (?1, ?2)", params![to_bytes(path), now.0])?;
    let id = u32::try_from(tx.last_insert_rowid()).map_err(|_| LocalError::FolderGone)?;
    tx.commit()?;
    Ok(Folder { id, path: shown(path), tracks: 0, unreadable: 0, away: false })
}

/// Removes a folder and what was known of tracks that lay nowhere else.
pub(crate) fn remove(db: &mut Connection, id: u32) -> Result<(), LocalError> {
    let tx = db.transaction()?;
    tx.execute("CREATE TEMP TABLE leaving AS SELECT DISTINCT track FROM files WHERE folder = ?1 AND track IS NOT NULL", [id])?;
    tx.execute("DELETE FROM folders WHERE id = ?1", [id])?;
    tx.execute_batch(
        "DELETE FROM leaving WHERE EXISTS (SELECT 1 FROM files WHERE files.track = leaving.track);
         DELETE FROM words WHERE rowid IN (SELECT track FROM leaving);
         DELETE FROM tracks WHERE id IN (SELECT track FROM leaving);
         DELETE FROM moves;
         DROP TABLE leaving;",
    )?;
    tx.commit()?;
    Ok(())
}

/// Notes since when tracks lie nowhere.
pub(crate) fn mark_gone(db: &Connection, now: Timestamp) -> Result<(), LocalError> {
    db.prepare_cached(
        "UPDATE tracks INDEXED BY tracks_nowhere SET gone_at = ?1 WHERE gone_at IS NULL AND places = 0",
    )?
    .execute([now.0])?;
    Ok(())
}
