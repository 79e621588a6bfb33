//! Bringing a library's forms of names up to date: sort keys, words to search by, the tails of files.
//!
//! Forms are made of what a library holds anyway. Those of a library that comes from an earlier version, or from
//! another version of the collation's data, are made anew when it is opened, all or nothing.

use crate::error::LocalError;
use crate::forms::{indexed, indexed_path, sort_key, sort_key_or_unknown, tail, version};
use crate::path::{self, shown};
use crate::query::KEPT;
use rusqlite::{Connection, OptionalExtension, named_params, params};

/// What a track is called.
pub(crate) struct Names<'n> {
    pub(crate) title: &'n str,
    pub(crate) artist: &'n str,
    pub(crate) album: Option<&'n str>,
    pub(crate) album_artist: Option<&'n str>,
    pub(crate) genre: Option<&'n str>,
    /// The path of one of its files, as people read it.
    pub(crate) path: &'n str,
}

impl Names<'_> {
    /// Keeps the forms of a track's names. `known`: there are words of it already.
    pub(crate) fn keep(&self, db: &Connection, track: i64, known: bool) -> Result<(), LocalError> {
        let owner = self.album_artist.or(Some(self.artist));
        db.prepare_cached(
            "UPDATE tracks SET title_key = :title, artist_key = :artist, album_key = :album, owner_key = :owner,
             genre_key = :genre WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": track,
            ":title": sort_key(self.title),
            ":artist": sort_key_or_unknown(Some(self.artist)),
            ":album": sort_key_or_unknown(self.album),
            ":owner": sort_key_or_unknown(owner),
            ":genre": sort_key_or_unknown(self.genre),
        })?;
        if known {
            db.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([track])?;
        }
        let artists = [Some(self.artist), self.album_artist].into_iter().flatten();
        db.prepare_cached(
            "INSERT INTO words (rowid, title, artist, album, genre, path) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            track,
            indexed(self.title),
            indexed(&artists.collect::<Vec<_>>().join(" ")),
            indexed(self.album.unwrap_or_default()),
            indexed(self.genre.unwrap_or_default()),
            indexed_path(self.path)
        ])?;
        Ok(())
    }
}

/// Makes all forms anew if they were made in another way than today. For use within a transaction.
pub(crate) fn bring_up(db: &Connection) -> Result<(), LocalError> {
    let made: Option<String> = db.query_row("SELECT version FROM forms", [], |row| row.get(0)).optional()?;
    if made.as_deref() == Some(version()) {
        return Ok(());
    }
    for kept in KEPT {
        db.execute_batch(&format!("DROP INDEX IF EXISTS {}", kept.index))?;
    }
    db.execute_batch("DELETE FROM words; DELETE FROM forms; DELETE FROM moves;")?;
    tails(db)?;
    names(db)?;
    // Made at the end, an index is made in one go, and smaller.
    for kept in KEPT {
        db.execute_batch(&kept.definition())?;
    }
    db.execute("INSERT INTO forms (version) VALUES (?1)", [version()])?;
    Ok(())
}

fn tails(db: &Connection) -> Result<(), LocalError> {
    let mut files = db.prepare(
        "SELECT files.id, folders.path, files.path FROM files JOIN folders ON folders.id = files.folder",
    )?;
    let mut keep = db.prepare("UPDATE files SET tail = ?2 WHERE id = ?1")?;
    let mut rows = files.query([])?;
    while let Some(row) = rows.next()? {
        let place = path::at(row, 1)?.join(path::at(row, 2)?);
        keep.execute(params![row.get::<_, i64>(0)?, tail(&place)])?;
    }
    Ok(())
}

fn names(db: &Connection) -> Result<(), LocalError> {
    let mut tracks = db.prepare(
        "SELECT id, title, artist, album, album_artist, genre,
         (SELECT path FROM files WHERE track = tracks.id ORDER BY id DESC LIMIT 1) FROM tracks",
    )?;
    let mut rows = tracks.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
        let place = row.get_ref(6)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
        let place = place.map(path::from_bytes).unwrap_or_default();
        let names = Names {
            title: text(1)?.unwrap_or_default(),
            artist: text(2)?.unwrap_or_default(),
            album: text(3)?,
            album_artist: text(4)?,
            genre: text(5)?,
            path: &shown(&place),
        };
        names.keep(db, row.get(0)?, false)?;
    }
    Ok(())
}
