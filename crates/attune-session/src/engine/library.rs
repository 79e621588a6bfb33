//! Catalogues and the library view.

use super::{Engine, Shelf};
use crate::view::{LibraryPage, LibraryRow, LibrarySort, UiEvent};
use attune_core::catalogue::CatalogueInfo;
use attune_core::player::PlayerKind;
use attune_core::rank::Pool;
use attune_core::{AppError, ErrorCode, Timestamp, Track};
use std::cmp::Ordering;
use std::sync::Arc;

/// The starter catalogue's id.
const STARTER: &str = "starter";
/// The id of the shelf with the listener's own files, which are kept outside the archive.
pub const OWN_MUSIC: &str = "local";

/// Which rows of the library to show.
#[derive(Debug, Clone)]
pub struct LibraryQuery {
    /// Part of a title or artist, in any case; empty for all.
    pub text: String,
    /// The column to sort by.
    pub sort: LibrarySort,
    /// Downwards.
    pub descending: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Rows to give at most.
    pub limit: usize,
}

impl Engine {
    pub(super) fn load_shelves(&mut self, starter: Vec<Track>) {
        let info = CatalogueInfo {
            id: STARTER.into(),
            name: "Starter catalogue".into(),
            tracks: starter.len() as u32,
            enabled: self.settings.starter,
            added_at: None,
        };
        let tracks = starter.into_iter().map(Arc::new).collect();
        self.shelves = vec![Shelf { info, tracks, session_only: false }];
        let kept = self.archive.catalogues();
        for info in self.or_warn(kept).unwrap_or_default() {
            let read = self.archive.tracks(&info.id);
            if let Some(tracks) = self.or_warn(read) {
                let tracks = tracks.into_iter().map(Arc::new).collect();
                self.shelves.push(Shelf { info, tracks, session_only: false });
            }
        }
    }

    /// Puts up a shelf whose tracks are kept elsewhere, or for this session only, in place of the one of that id.
    pub fn set_shelf(&mut self, id: &str, name: &str, tracks: Vec<Track>, now: Timestamp) {
        let info = CatalogueInfo {
            id: id.into(),
            name: name.into(),
            tracks: tracks.len() as u32,
            enabled: id != OWN_MUSIC || self.settings.own_music,
            added_at: None,
        };
        let tracks = tracks.into_iter().map(Arc::new).collect();
        let new = Shelf { info, tracks, session_only: false };
        match self.shelves.iter_mut().find(|s| s.info.id == id) {
            Some(old) => *old = new,
            None => self.shelves.push(new),
        }
        self.after_catalogues(now);
    }

    /// Takes such a shelf down.
    pub fn remove_shelf(&mut self, id: &str, now: Timestamp) {
        self.shelves.retain(|s| s.info.id != id);
        self.after_catalogues(now);
    }

    /// Makes the pool anew from the catalogues that the queue draws from and all feedback, then ranks.
    pub(super) fn rebuild_pool(&mut self, now: Timestamp) {
        let own_only = self.plays_own_music();
        let on = self.shelves.iter().filter(|s| s.info.enabled && (!own_only || s.info.id == OWN_MUSIC));
        let own: Vec<Arc<Track>> =
            on.filter(|s| !s.session_only).flat_map(|s| s.tracks.iter().cloned()).collect();
        let session_only = if own_only { Vec::new() } else { self.session_tracks_beside(&own) };
        self.pool = Pool::new(own.into_iter().chain(session_only));
        self.relearn();
        self.rerank(now);
    }

    /// Whether only the listener's own files can sound, and there are some.
    fn plays_own_music(&self) -> bool {
        let own = |s: &Shelf| s.info.id == OWN_MUSIC && s.info.enabled && !s.tracks.is_empty();
        self.settings.player == PlayerKind::Local && self.shelves.iter().any(own)
    }

    /// Takes an imported catalogue in.
    pub fn add_catalogue(
        &mut self,
        name: &str,
        tracks: Vec<Track>,
        now: Timestamp,
    ) -> Result<CatalogueInfo, AppError> {
        let info = self.archive.add_catalogue(name, &tracks, now)?;
        let tracks = tracks.into_iter().map(Arc::new).collect();
        self.shelves.push(Shelf { info: info.clone(), tracks, session_only: false });
        self.after_catalogues(now);
        Ok(info)
    }

    /// Switches a catalogue on or off (code `catalogue_gone` if there is none of that id).
    pub fn enable_catalogue(&mut self, id: &str, enabled: bool, now: Timestamp) -> Result<(), AppError> {
        let found = self.shelves.iter_mut().find(|s| s.info.id == id).ok_or_else(catalogue_gone)?;
        found.info.enabled = enabled;
        let session_only = found.session_only;
        match id {
            STARTER => self.settings.starter = enabled,
            OWN_MUSIC => self.settings.own_music = enabled,
            _ if session_only => {}
            _ => self.archive.enable_catalogue(id, enabled)?,
        }
        if matches!(id, STARTER | OWN_MUSIC) {
            self.store_settings();
        }
        self.after_catalogues(now);
        Ok(())
    }

    /// Removes an imported catalogue with its tracks; the starter and the listener's own music can only be switched
    /// off.
    pub fn remove_catalogue(&mut self, id: &str, now: Timestamp) -> Result<(), AppError> {
        let session_only =
            self.shelves.iter().find(|s| s.info.id == id).ok_or_else(catalogue_gone)?.session_only;
        if matches!(id, STARTER | OWN_MUSIC) {
            return Err(catalogue_gone());
        }
        if !session_only {
            self.archive.remove_catalogue(id)?;
        }
        self.shelves.retain(|s| s.info.id != id);
        self.after_catalogues(now);
        Ok(())
    }

    /// Applies the settings' switches of the starter catalogue and the listener's own music.
    pub(super) fn switch_shelves(&mut self, (starter, own_music): (bool, bool)) {
        for shelf in &mut self.shelves {
            match shelf.info.id.as_str() {
                STARTER => shelf.info.enabled = starter,
                OWN_MUSIC => shelf.info.enabled = own_music,
                _ => {}
            }
        }
    }

    pub(super) fn after_catalogues(&mut self, now: Timestamp) {
        self.out.push(UiEvent::Catalogues(self.catalogue_infos()));
        self.rebuild_pool(now);
    }

    pub(super) fn catalogue_infos(&self) -> Vec<CatalogueInfo> {
        self.shelves.iter().map(|s| s.info.clone()).collect()
    }

    pub(super) fn starter_tracks(&self) -> Vec<Track> {
        let found = self.shelves.iter().find(|s| s.info.id == STARTER);
        found.map_or_else(Vec::new, |s| s.tracks.iter().map(|t| Track::clone(t)).collect())
    }

    /// A page of the library: the tracks of all catalogues that are on.
    #[must_use]
    pub fn library(&self, query: &LibraryQuery) -> LibraryPage {
        let needle = query.text.trim().to_lowercase();
        let on = self.shelves.iter().filter(|s| s.info.enabled);
        let all = on.flat_map(|s| s.tracks.iter().map(move |t| (s.info.id.as_str(), t)));
        let mut rows: Vec<_> = all.filter(|(_, t)| matches(t, &needle)).collect();
        rows.sort_by(|(_, a), (_, b)| {
            let order = compare(a, b, query.sort);
            if query.descending { order.reverse() } else { order }
        });
        LibraryPage {
            total: rows.len() as u32,
            rows: rows.into_iter().skip(query.offset).take(query.limit).map(|(c, t)| row(c, t)).collect(),
        }
    }
}

fn catalogue_gone() -> AppError {
    AppError::new(ErrorCode::CatalogueGone, "There is no such catalogue any more.")
}

fn matches(track: &Track, needle: &str) -> bool {
    needle.is_empty()
        || track.title.to_lowercase().contains(needle)
        || track.artist.to_lowercase().contains(needle)
}

fn compare(a: &Track, b: &Track, sort: LibrarySort) -> Ordering {
    let by_title = || a.title.to_lowercase().cmp(&b.title.to_lowercase());
    let mean = |t: &Track| t.affect.estimate.mean;
    match sort {
        LibrarySort::Title => by_title(),
        LibrarySort::Artist => a.artist.to_lowercase().cmp(&b.artist.to_lowercase()).then_with(by_title),
        LibrarySort::Year => a.year.cmp(&b.year).then_with(by_title),
        LibrarySort::Valence => mean(a).valence.total_cmp(&mean(b).valence),
        LibrarySort::Arousal => mean(a).arousal.total_cmp(&mean(b).arousal),
    }
}

pub(super) fn row(catalogue: &str, track: &Track) -> LibraryRow {
    LibraryRow {
        id: track.id.clone(),
        title: track.title.clone(),
        artist: track.artist.clone(),
        year: track.year,
        genre: track.genre.clone(),
        catalogue: catalogue.into(),
        affect: track.affect.estimate,
    }
}
