//! Which file of the library an entry means.

use super::decoded;
use super::entry::Entry;
use crate::error::LocalError;
use crate::path::{self, from_bytes};
use attune_core::TrackId;
use attune_core::track::fold;
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

/// All files of the library, by path, by name and by what they are called.
pub(super) struct Places {
    paths: HashMap<PathBuf, TrackId>,
    /// By the folded name of the file.
    names: HashMap<String, Vec<PathBuf>>,
    /// By folded artist and title; none where several have the same.
    titles: HashMap<String, Option<TrackId>>,
}

impl Places {
    pub(super) fn of(db: &Connection) -> Result<Self, LocalError> {
        let mut query = db.prepare_cached(
            "SELECT folders.path, files.path, name, artist, title FROM files
             JOIN folders ON folders.id = files.folder JOIN tracks ON tracks.id = files.track",
        )?;
        let mut rows = query.query([])?;
        let mut all = Self { paths: HashMap::new(), names: HashMap::new(), titles: HashMap::new() };
        while let Some(row) = rows.next()? {
            let file = path::at(row, 0)?.join(path::at(row, 1)?);
            let (id, artist, title) =
                (TrackId(row.get(2)?), row.get::<_, String>(3)?, row.get::<_, String>(4)?);
            let same = all.titles.entry(fold(&format!("{artist} - {title}")));
            same.and_modify(|known| *known = known.take().filter(|k| *k == id)).or_insert(Some(id.clone()));
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
            // The folder of the playlist may be reached by another way than the library's.
            let known = self.paths.get(&plain);
            known.or_else(|| self.paths.get(&std::fs::canonicalize(&plain).ok()?))
        });
        let found = exact.or_else(|| readings.iter().find_map(|reading| self.alike(reading))).cloned();
        found.or_else(|| self.titles.get(&fold(entry.about.as_ref()?)).cloned().flatten())
    }

    /// The one file with the same name whose folders agree best; none if two agree as well.
    fn alike(&self, reading: &Path) -> Option<&TrackId> {
        let same = |path: &&PathBuf| {
            let pairs = path.components().rev().zip(reading.components().rev());
            pairs.take_while(|(a, b)| a == b || fold(&text(*a)) == fold(&text(*b))).count()
        };
        let candidates = self.names.get(&name(reading))?;
        let best = candidates.iter().map(|path| same(&path)).max()?;
        let mut equals = candidates.iter().filter(|path| same(path) == best);
        let one = equals.next().filter(|_| equals.next().is_none())?;
        self.paths.get(one)
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
    path.file_name().map_or_else(String::new, |name| fold(&name.to_string_lossy()))
}

fn text(part: Component) -> String {
    part.as_os_str().to_string_lossy().into_owned()
}
