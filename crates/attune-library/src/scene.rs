//! A folder with music and a library over it, for tests.

use crate::{Control, Library, Query, ScanReport};
use attune_core::{Timestamp, TrackId};
use lofty::config::WriteOptions;
use lofty::tag::{Accessor, ItemKey, Tag, TagExt, TagType};
use std::fs;
use std::path::{Path, PathBuf};

/// A WAV file whose sound is made of `seed`.
pub(crate) fn wav(seed: u8) -> Vec<u8> {
    let sound: Vec<u8> = (0..4_000_u32).map(|i| ((i * u32::from(seed)) >> 3) as u8).collect();
    let mut out = Vec::new();
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(36 + sound.len() as u32).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    out.extend_from_slice(&8_000_u32.to_le_bytes());
    out.extend_from_slice(&16_000_u32.to_le_bytes());
    out.extend_from_slice(b"\x02\0\x10\0data");
    out.extend_from_slice(&(sound.len() as u32).to_le_bytes());
    out.extend_from_slice(&sound);
    out
}

pub(crate) fn tag(path: &Path, title: &str, artist: &str) {
    let mut tag = Tag::new(TagType::Id3v2);
    tag.set_title(title.to_owned());
    tag.set_artist(artist.to_owned());
    tag.set_album("An Album".to_owned());
    tag.set_genre("Jazz".to_owned());
    tag.insert_text(ItemKey::ReplayGainTrackGain, "-7.5 dB".to_owned());
    tag.save_to_path(path, WriteOptions::default()).unwrap();
}

pub(crate) struct Scene {
    pub(crate) music: tempfile::TempDir,
    pub(crate) library: Library,
}

impl Scene {
    pub(crate) fn new() -> Self {
        let scene = Self { music: tempfile::tempdir().unwrap(), library: Library::in_memory().unwrap() };
        scene.library.add_folder(scene.music.path(), Timestamp(1)).unwrap();
        scene
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.music.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, seed: u8, title: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wav(seed)).unwrap();
        tag(&path, title, "Somebody");
    }

    pub(crate) fn scan(&self) -> ScanReport {
        self.scan_at(Timestamp(10))
    }

    pub(crate) fn scan_at(&self, now: Timestamp) -> ScanReport {
        self.library.scan(&[], now, &Control::new(), &mut |_| {}).unwrap()
    }

    /// Titles and ids, by title.
    pub(crate) fn tracks(&self) -> Vec<(String, String)> {
        let mut all: Vec<_> = self.library.tracks().unwrap().into_iter().map(|t| (t.title, t.id.0)).collect();
        all.sort();
        all
    }

    pub(crate) fn found(&self, text: &str) -> Vec<String> {
        let query = Query { text: text.to_owned(), limit: 10, ..Query::default() };
        let page = self.library.page(&query).unwrap();
        assert_eq!(page.total as usize, page.tracks.len());
        let ids: Vec<_> = page.tracks.iter().map(|t| t.id.clone()).collect();
        assert_eq!(self.library.found(text).unwrap(), ids, "the same at once");
        page.tracks.into_iter().map(|t| t.title).collect()
    }

    /// The id of the track with this title.
    pub(crate) fn id(&self, title: &str) -> TrackId {
        self.library.tracks().unwrap().into_iter().find(|t| t.title == title).unwrap().id
    }
}
