//! What is remembered between runs beside the keyring: nothing secret, nothing from Spotify's catalogue.

use crate::error::SpotifyError;
use attune_core::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

const VERSION: u32 = 1;
const FILE: &str = "spotify.json";
/// A file of ours has a few kilobytes.
const SIZE_LIMIT: u64 = 1 << 20;

/// How playlists are called and described; `{mood}` stands for the mood or policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaylistPatterns {
    /// The name; at most 100 characters are used.
    pub name: String,
    /// The description; at most 200 characters are used.
    pub description: String,
}

impl Default for PlaylistPatterns {
    fn default() -> Self {
        Self { name: "Attune · {mood}".into(), description: "Chosen for: {mood}.".into() }
    }
}

/// The remembered things.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Remembered {
    version: u32,
    /// The listener's own app.
    pub(crate) client_id: Option<String>,
    /// Until when Spotify asked for silence.
    pub(crate) cooldown: Option<Cooldown>,
    /// Playlists made by Attune, by what they are for.
    pub(crate) playlists: BTreeMap<String, String>,
    /// How the listener wants new ones called and described.
    pub(crate) patterns: Option<PlaylistPatterns>,
}

/// A refusal that outlives a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cooldown {
    until: Timestamp,
    quota: bool,
}

impl Cooldown {
    pub(crate) fn of(error: SpotifyError) -> Option<Self> {
        match error {
            SpotifyError::RateLimited { until } => Some(Self { until, quota: false }),
            SpotifyError::QuotaExceeded { until } => Some(Self { until, quota: true }),
            _ => None,
        }
    }

    pub(crate) fn error(self) -> SpotifyError {
        let until = self.until;
        if self.quota { SpotifyError::QuotaExceeded { until } } else { SpotifyError::RateLimited { until } }
    }
}

/// The remembered things and their file.
#[derive(Debug)]
pub(crate) struct Notes {
    path: Option<PathBuf>,
    /// Whether a newer version wrote the file: it is left as it is, and everything is remembered for this run.
    newer: bool,
    now: Remembered,
}

impl Notes {
    /// Reads the folder's file; what cannot be read is as if it were not there.
    pub(crate) fn open(folder: Option<&Path>) -> Self {
        let path = folder.map(|f| f.join(FILE));
        let found = path.as_deref().and_then(read).unwrap_or_default();
        let newer = found.version > VERSION;
        if newer {
            tracing::warn!("Spotify's notes were written by a newer version and are left untouched");
        }
        Self { path, newer, now: if newer { Remembered::default() } else { found } }
    }

    pub(crate) fn get(&self) -> &Remembered {
        &self.now
    }

    /// Changes and writes. What cannot be written is remembered for this run, and said in the log.
    pub(crate) fn change(&mut self, with: impl FnOnce(&mut Remembered)) {
        let before = self.now.clone();
        with(&mut self.now);
        self.now.version = VERSION;
        if self.now != before
            && !self.newer
            && let Some(path) = &self.path
            && let Err(error) = write(path, &self.now)
        {
            tracing::warn!(kind = ?error.kind(), "Spotify's notes could not be written");
        }
    }

    /// Forgets everything, on disk too.
    pub(crate) fn erase(&mut self) {
        (self.now, self.newer) = (Remembered::default(), false);
        if let Some(Err(error)) = self.path.as_deref().map(fs::remove_file)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(kind = ?error.kind(), "Spotify's notes could not be removed");
        }
    }
}

fn read(path: &Path) -> Option<Remembered> {
    let small = fs::metadata(path).ok()?.len() <= SIZE_LIMIT;
    serde_json::from_slice(&small.then(|| fs::read(path).ok())??).ok()
}

fn write(path: &Path, what: &Remembered) -> io::Result<()> {
    attune_files::private_folder(path.parent().unwrap_or(Path::new(".")))?;
    attune_files::replace(path, &serde_json::to_vec_pretty(what)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_survive_and_can_be_erased() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut notes = Notes::open(Some(folder.path()));
        let until = Timestamp(5000);
        notes.change(|n| n.cooldown = Cooldown::of(SpotifyError::QuotaExceeded { until }));
        let again = Notes::open(Some(folder.path()));
        assert_eq!(again.get().cooldown.map(Cooldown::error), Some(SpotifyError::QuotaExceeded { until }));
        notes.erase();
        assert_eq!(fs::read_dir(folder.path())?.count(), 0);
        Ok(())
    }

    #[test]
    fn notes_of_a_newer_version_are_left_untouched() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(FILE);
        let theirs = r#"{"version":99,"clientId":"theirs","more":true}"#;
        fs::write(&path, theirs)?;
        let mut notes = Notes::open(Some(folder.path()));
        assert_eq!(notes.get(), &Remembered::default());
        notes.change(|n| n.client_id = Some("ours".into()));
        assert_eq!(notes.get().client_id.as_deref(), Some("ours"), "for this run");
        assert_eq!(fs::read_to_string(&path)?, theirs);
        Ok(())
    }

    #[test]
    fn damaged_notes_are_no_notes() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        for text in ["", "[]", "{\"version\": 99, \"clientId\": \"x\"}", "{\"playlists\": 3}"] {
            fs::write(folder.path().join(FILE), text)?;
            assert_eq!(Notes::open(Some(folder.path())).get(), &Remembered::default(), "{text}");
        }
        Ok(())
    }
}
