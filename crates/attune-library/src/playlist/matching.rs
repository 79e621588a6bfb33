//! Which file of the library an entry means.

use super::decoded;
use super::list::Entry;
use crate::error::LocalError;
use crate::path::{self, from_bytes};
use attune_core::TrackId;
use attune_core::track::fold;
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// All files of the library, by path, by name and by what they are called.
#[derive(Default)]
pub(super) struct Places {
    paths: HashMap<PathBuf, TrackId>,
    /// By the folded name of the file.
    names: HashMap<String, Vec<PathBuf>>,
    /// By folded artist and title; none where several have the same.
    titles: HashMap<String, Option<TrackId>>,
    /// The files whose names are composed or decomposed otherwise than they are asked for.
    composed: HashMap<String, PathBuf>,
}

impl Places {
    pub(super) fn of(db: &Connection) -> Result<Self, LocalError> {
        let mut query = db.prepare_cached(
            "SELECT folders.path, files.path, name, artist, title FROM files
             JOIN folders ON folders.id = files.folder JOIN tracks ON tracks.id = files.track",
        )?;
        let mut rows = query.query([])?;
        let mut all = Self::default();
        while let Some(row) = rows.next()? {
            let file = path::at(row, 0)?.join(path::at(row, 1)?);
            let (id, artist, title) =
                (TrackId(row.get(2)?), row.get::<_, String>(3)?, row.get::<_, String>(4)?);
            let same = all.titles.entry(same_form(&format!("{artist} - {title}")));
            same.and_modify(|known| *known = known.take().filter(|k| *k == id)).or_insert(Some(id.clone()));
            all.composed.insert(composed(&file), file.clone());
            all.names.entry(name(&file)).or_default().push(file.clone());
            all.paths.insert(file, id);
        }
        Ok(all)
    }

    /// The track that an entry of a playlist in the folder `base` means.
    pub(super) fn find(&self, base: &Path, entry: &Entry) -> Option<TrackId> {
        let readings = readings(entry);
        let exact = readings.iter().find_map(|reading| {
            let plain = plain(&base.join(reading));
            // The folder of the playlist may be reached by another way than the library's, and its letters written
            // otherwise: a Mac takes accents off their letters.
            let known = self.paths.get(&plain).or_else(|| self.paths.get(&dunce::canonicalize(&plain).ok()?));
            known.or_else(|| self.paths.get(self.composed.get(&composed(&plain))?))
        });
        let titled = entry.about.as_ref().and_then(|about| self.titles.get(&same_form(about))?.as_ref());
        let alike = || readings.iter().find_map(|reading| self.alike(reading));
        let found = exact.or_else(|| match alike() {
            // A name alone is many a file's: what the list says of artist and title goes before it.
            Some((_, 1)) if entry.about.is_some() => titled,
            Some((id, _)) => Some(id),
            None => titled,
        });
        found.cloned()
    }

    /// The one file with the same name whose folders agree best, and how many names agree; none if two agree as well.
    fn alike(&self, reading: &Path) -> Option<(&TrackId, usize)> {
        let same = |path: &&PathBuf| {
            let pairs = path.components().rev().zip(reading.components().rev());
            pairs.take_while(|(a, b)| a == b || same_form(&text(*a)) == same_form(&text(*b))).count()
        };
        let candidates = self.names.get(&name(reading))?;
        let best = candidates.iter().map(|path| same(&path)).max()?;
        let mut equals = candidates.iter().filter(|path| same(path) == best);
        let one = equals.next().filter(|_| equals.next().is_none())?;
        Some((self.paths.get(one)?, best))
    }
}

/// What an entry can mean, the most literal first.
fn readings(entry: &Entry) -> Vec<PathBuf> {
    let text = entry.text.as_str();
    if let Some(rest) = text.strip_prefix("file:") {
        // `file://host/path`, `file:///path` and `file:/path`.
        let path = rest.strip_prefix("//").and_then(|r| r.find('/').map(|at| &r[at..])).unwrap_or(rest);
        return vec![decoded(path)];
    }
    if text.contains("://") {
        return Vec::new();
    }
    let mut all: Vec<PathBuf> = Vec::new();
    if cfg!(unix) {
        all.extend(entry.raw.as_ref().map(|raw| from_bytes(raw)));
    }
    all.push(text.into());
    let slashes = text.replace('\\', "/");
    all.push(slashes.as_str().into());
    all.push(decoded(&slashes));
    all
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

fn name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| same_form(&name.to_string_lossy()))
}

fn text(part: Component) -> String {
    part.as_os_str().to_string_lossy().into_owned()
}

/// A path with composed letters, for comparing.
fn composed(path: &Path) -> String {
    path.to_string_lossy().nfc().collect()
}

/// A name in lower case with composed letters, for comparing.
fn same_form(name: &str) -> String {
    fold(&name.nfc().collect::<String>())
}
