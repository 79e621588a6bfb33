//! Which file of the library an entry means.

use super::address;
use super::list::Entry;
use crate::error::LocalError;
use crate::folders::{self, Known};
use crate::forms::{same_form, sort_key, sort_key_or_unknown, tail};
use crate::path::{self, from_bytes, to_bytes};
use attune_core::TrackId;
use encoding_rs::Encoding;
use rusqlite::{Connection, OptionalExtension, ToSql, params};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// The most files of one name and folder that are compared.
const MOST_ALIKE: u32 = 1_000;

/// The files of the library, as a playlist asks for them.
pub(super) struct Places<'l> {
    db: &'l Connection,
    folders: Vec<Known>,
}

/// A file that may be meant.
struct Candidate {
    path: PathBuf,
    track: TrackId,
}

impl<'l> Places<'l> {
    pub(super) fn of(db: &'l Connection) -> Result<Self, LocalError> {
        Ok(Self { db, folders: folders::all(db)? })
    }

    /// The track that an entry of a playlist in the folder `base` means.
    pub(super) fn find(&self, base: &Path, entry: &Entry) -> Result<Option<TrackId>, LocalError> {
        let readings = readings(entry);
        for reading in &readings {
            if let Some(track) = self.exact(&plain(&base.join(reading)))? {
                return Ok(Some(track));
            }
        }
        let mut alike = None;
        for reading in &readings {
            alike = self.alike(reading)?;
            if alike.is_some() {
                break;
            }
        }
        match alike {
            // A name alone is many a file's: what the list says of artist and title goes before it.
            Some((_, 1)) if entry.about.is_some() => self.titled(entry),
            Some((track, _)) => Ok(Some(track)),
            None => self.titled(entry),
        }
    }

    /// The track of the file at this path. The playlist's folder may be reached by another way than the library's, and
    /// its letters written otherwise: a Mac takes accents off their letters.
    fn exact(&self, plain: &Path) -> Result<Option<TrackId>, LocalError> {
        if let Some(track) = self.at(plain)? {
            return Ok(Some(track));
        }
        if let Some(track) = dunce::canonicalize(plain).ok().map(|real| self.at(&real)).transpose()?.flatten()
        {
            return Ok(Some(track));
        }
        let wanted = composed(plain);
        let same = self.tailed(&tail(plain))?.into_iter().find(|c| composed(&c.path) == wanted);
        Ok(same.map(|c| c.track))
    }

    fn at(&self, path: &Path) -> Result<Option<TrackId>, LocalError> {
        let place = self.folders.iter().find_map(|k| Some((k.id, path.strip_prefix(&k.path).ok()?)));
        let Some((folder, below)) = place else { return Ok(None) };
        let mut query = self.db.prepare_cached(
            "SELECT name FROM files JOIN tracks ON tracks.id = files.track WHERE folder = ?1 AND files.path = ?2",
        )?;
        Ok(query.query_row(params![folder, to_bytes(below)], |row| row.get(0).map(TrackId)).optional()?)
    }

    /// The one file with the same name whose folders agree best, and how many names agree; none if two agree as well.
    fn alike(&self, reading: &Path) -> Result<Option<(TrackId, usize)>, LocalError> {
        let same = |path: &PathBuf| {
            let pairs = path.components().rev().zip(reading.components().rev());
            pairs.take_while(|(a, b)| a == b || same_form(&text(*a)) == same_form(&text(*b))).count()
        };
        let mut candidates = self.tailed(&tail(reading))?;
        if candidates.is_empty() {
            candidates = self.named(reading)?;
        }
        let Some(best) = candidates.iter().map(|c| same(&c.path)).max() else { return Ok(None) };
        let mut equals = candidates.into_iter().filter(|c| same(&c.path) == best);
        Ok(equals.next().filter(|_| equals.next().is_none()).map(|c| (c.track, best)))
    }

    /// The files with this name in a folder of this name.
    fn tailed(&self, tail: &str) -> Result<Vec<Candidate>, LocalError> {
        self.candidates("tail = ?1", &[&tail], MOST_ALIKE)
    }

    /// Up to two files of this name, wherever they lie: with more than one, it is none.
    fn named(&self, path: &Path) -> Result<Vec<Candidate>, LocalError> {
        let name = path.file_name().map_or_else(String::new, |name| same_form(&name.to_string_lossy()));
        // What begins with the name and a slash lies before the name and what follows a slash.
        self.candidates("tail >= ?1 AND tail < ?2", &[&format!("{name}/"), &format!("{name}0")], 2)
    }

    fn candidates(
        &self,
        which: &str,
        values: &[&dyn ToSql],
        most: u32,
    ) -> Result<Vec<Candidate>, LocalError> {
        let mut query = self.db.prepare_cached(&format!(
            "SELECT folders.path, files.path, name FROM files JOIN folders ON folders.id = files.folder
             JOIN tracks ON tracks.id = files.track WHERE {which} ORDER BY files.id LIMIT {most}"
        ))?;
        let rows = query.query_map(values, |row| {
            let path = path::at(row, 0)?.join(path::at(row, 1)?);
            Ok(Candidate { path, track: TrackId(row.get(2)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The one track of this artist and title.
    fn titled(&self, entry: &Entry) -> Result<Option<TrackId>, LocalError> {
        const BETWEEN: &str = " - ";
        let Some(about) = &entry.about else { return Ok(None) };
        let mut query = self.db.prepare_cached(
            "SELECT name FROM tracks WHERE title_key = ?1 AND artist_key = ?2 AND gone_at IS NULL LIMIT 2",
        )?;
        let mut found = BTreeSet::new();
        // Either name may have a dash of its own.
        for (at, _) in about.match_indices(BETWEEN) {
            let (artist, title) = (&about[..at], &about[at + BETWEEN.len()..]);
            let keys = params![sort_key(title), sort_key_or_unknown(Some(artist))];
            for track in query.query_map(keys, |row| row.get(0).map(TrackId))? {
                found.insert(track?);
            }
        }
        Ok(found.pop_first().filter(|_| found.is_empty()))
    }
}

/// What an entry can mean, the most literal first. Some programs put names in quotation marks, which a name may have of
/// its own.
fn readings(entry: &Entry) -> Vec<PathBuf> {
    let raw = entry.raw.as_deref();
    let mut all = readings_of(&entry.text, raw);
    if let Some(text) = unquoted(&entry.text, '"').or_else(|| unquoted(&entry.text, '\'')) {
        all.extend(readings_of(text.trim(), raw.and_then(|raw| raw.get(1..raw.len().checked_sub(1)?))));
    }
    all
}

fn unquoted(text: &str, mark: char) -> Option<&str> {
    text.strip_prefix(mark)?.strip_suffix(mark)
}

fn readings_of(text: &str, raw: Option<&[u8]>) -> Vec<PathBuf> {
    if let Some(path) = address::path_of_address(text) {
        return vec![path];
    }
    if text.contains("://") {
        return Vec::new();
    }
    let mut all: Vec<PathBuf> = Vec::new();
    if cfg!(unix) {
        all.extend(raw.map(from_bytes));
    }
    all.push(text.into());
    let slashes = text.replace('\\', "/");
    all.push(slashes.as_str().into());
    all.push(address::decoded(&slashes));
    all.extend(raw.into_iter().flat_map(in_other_encodings));
    all
}

/// Encodings of lists of other times and countries, whose lines may stand side by side in one: whichever names a file that
/// is there is right.
const OLDER: [&Encoding; 9] = [
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1251,
    encoding_rs::SHIFT_JIS,
    encoding_rs::GBK,
    encoding_rs::BIG5,
    encoding_rs::EUC_KR,
    encoding_rs::IBM866,
    encoding_rs::MACINTOSH,
];

fn in_other_encodings(raw: &[u8]) -> impl Iterator<Item = PathBuf> {
    let read =
        |encoding: &&'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(raw);
    OLDER.iter().filter_map(read).map(|text| text.replace('\\', "/").into())
}

/// Without `.` and `..`, as they stand.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
        plain
    })
}

fn text(part: Component) -> String {
    part.as_os_str().to_string_lossy().into_owned()
}

/// A path with composed letters, for comparing.
fn composed(path: &Path) -> String {
    path.to_string_lossy().nfc().collect()
}
