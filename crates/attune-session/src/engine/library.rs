//! Catalogues: loading, adding, switching, removing.

use super::Engine;
use super::shelf::Shelf;
use crate::catalogue_page::{Catalogues, OpenShelf};
use crate::view::UiEvent;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{AppError, ErrorCode, Timestamp, Track, Tracks};

/// Tracks stored or deleted at a time: a few milliseconds on a slow disk, where the session's thread may be kept for 20.
pub(crate) const PORTION: u32 = 500;
/// The starter catalogue's id.
const STARTER: &str = "starter";
/// The id of the shelf with the listener's own files, which are kept outside the archive.
pub const OWN_MUSIC: &str = "local";
/// The id of the shelf with the pieces that Attune composes.
pub const SOUNDSCAPES: &str = "soundscapes";
/// The id of the shelf with the songs of the listener's own servers.
pub const SERVERS: &str = "servers";
/// The shelves that this computer can play, and that are kept outside the archive.
pub(super) const PLAYED_HERE: [&str; 3] = [OWN_MUSIC, SOUNDSCAPES, SERVERS];

impl Engine {
    pub(super) fn load_shelves(&mut self, starter: Tracks) {
        let info = info(STARTER, "Starter catalogue", &starter, self.settings.starter);
        self.shelves = vec![Shelf { info, tracks: starter, session_only: false }];
        let kept = self.archive.catalogues();
        for info in self.or_warn(kept).unwrap_or_default() {
            let read = self.archive.tracks(&info.id);
            if let Some(tracks) = self.or_warn(read) {
                self.shelves.push(Shelf { info, tracks: tracks.into(), session_only: false });
            }
        }
    }

    /// Puts up a shelf whose tracks are kept elsewhere in place of the one of that id.
    pub fn set_shelf(&mut self, id: &str, name: &str, tracks: impl Into<Tracks>, now: Timestamp) {
        let tracks = tracks.into();
        let enabled = self.settings_switch(id).unwrap_or(true);
        let new = Shelf { info: info(id, name, &tracks, enabled), tracks, session_only: false };
        match self.shelves.iter_mut().find(|s| s.info.id == id) {
            Some(old) => *old = new,
            None => self.shelves.push(new),
        }
        self.after_catalogues(now);
    }

    /// Takes such a shelf down, if it is up.
    pub fn remove_shelf(&mut self, id: &str, now: Timestamp) {
        let before = self.shelves.len();
        self.shelves.retain(|s| s.info.id != id);
        self.records.remove(id);
        if self.shelves.len() < before {
            self.after_catalogues(now);
        }
    }

    /// Takes an imported catalogue in.
    pub fn add_catalogue(
        &mut self,
        name: &str,
        tracks: Vec<Track>,
        now: Timestamp,
    ) -> Result<CatalogueInfo, AppError> {
        let info = self.archive.add_catalogue(name, &tracks, now)?;
        self.show_catalogue(info.clone(), tracks.into(), now);
        Ok(info)
    }

    /// Begins to store an imported catalogue and gives its id, for [`Session::import`](crate::Session::import).
    pub(crate) fn begin_catalogue(&mut self, name: &str, now: Timestamp) -> Result<String, AppError> {
        self.archive.begin_catalogue(name, now)
    }

    /// Stores its next tracks.
    pub(crate) fn extend_catalogue(&mut self, id: &str, tracks: &[Track]) -> Result<(), AppError> {
        let tracks: Vec<&Track> = tracks.iter().collect();
        self.archive.extend_catalogue(id, &tracks)
    }

    /// Completes it: now its tracks are chosen from.
    pub(crate) fn finish_catalogue(
        &mut self,
        id: &str,
        tracks: Tracks,
        now: Timestamp,
    ) -> Result<CatalogueInfo, AppError> {
        let info = self.archive.finish_catalogue(id)?;
        self.show_catalogue(info.clone(), tracks, now);
        Ok(info)
    }

    /// Forgets one that could not be stored as a whole.
    pub(crate) fn abandon_catalogue(&mut self, id: &str) -> Result<(), AppError> {
        let removed = self.archive.remove_catalogue(id);
        self.has_leftovers = true;
        removed
    }

    /// Deletes a part of what is left of removed catalogues, for a few milliseconds; see [`Self::has_leftovers`].
    pub(crate) fn sweep(&mut self) {
        // What cannot be deleted now stays hidden, and is tried again after the next start.
        self.has_leftovers = false;
        match self.archive.sweep(PORTION) {
            Ok(more) => self.has_leftovers = more,
            Err(error) => tracing::warn!("{}", error.for_log()),
        }
    }

    /// Whether something may be left of removed catalogues.
    pub(crate) fn has_leftovers(&self) -> bool {
        self.has_leftovers
    }

    fn show_catalogue(&mut self, info: CatalogueInfo, tracks: Tracks, now: Timestamp) {
        self.shelves.push(Shelf { info, tracks, session_only: false });
        self.after_catalogues(now);
    }

    /// Switches a catalogue on or off (code `catalogue_gone` if there is none of that id).
    pub fn enable_catalogue(&mut self, id: &str, enabled: bool, now: Timestamp) -> Result<(), AppError> {
        let place = self.shelves.iter().position(|s| s.info.id == id).ok_or_else(catalogue_gone)?;
        match id {
            STARTER => self.settings.starter = enabled,
            OWN_MUSIC => self.settings.own_music = enabled,
            SERVERS => self.settings.servers = enabled,
            SOUNDSCAPES => self.settings.soundscapes = enabled,
            _ if self.shelves[place].session_only => {}
            _ => self.archive.enable_catalogue(id, enabled)?,
        }
        self.shelves[place].info.enabled = enabled;
        if self.settings_switch(id).is_some() {
            self.store_settings();
        }
        self.after_catalogues(now);
        Ok(())
    }

    /// Removes an imported catalogue; those that the settings switch can only be switched off. Its tracks are hidden at once and
    /// deleted in portions while the session has nothing else to do, after a restart too.
    pub fn remove_catalogue(&mut self, id: &str, now: Timestamp) -> Result<(), AppError> {
        let found = self.shelves.iter().find(|s| s.info.id == id).ok_or_else(catalogue_gone)?;
        if self.settings_switch(id).is_some() {
            return Err(catalogue_gone());
        }
        if !found.session_only {
            self.archive.remove_catalogue(id)?;
            self.has_leftovers = true;
        }
        self.shelves.retain(|s| s.info.id != id);
        self.after_catalogues(now);
        Ok(())
    }

    /// Whether the settings have this shelf on; none for one whose switch is kept with it.
    fn settings_switch(&self, id: &str) -> Option<bool> {
        match id {
            STARTER => Some(self.settings.starter),
            OWN_MUSIC => Some(self.settings.own_music),
            SERVERS => Some(self.settings.servers),
            SOUNDSCAPES => Some(self.settings.soundscapes),
            _ => None,
        }
    }

    /// Applies the settings' switches; whether any shelf was switched.
    pub(super) fn switch_shelves(&mut self) -> bool {
        let mut switched = false;
        for place in 0..self.shelves.len() {
            let Some(enabled) = self.settings_switch(&self.shelves[place].info.id) else { continue };
            switched |= std::mem::replace(&mut self.shelves[place].info.enabled, enabled) != enabled;
        }
        switched
    }

    pub(super) fn after_catalogues(&mut self, now: Timestamp) {
        self.catalogue_version += 1;
        self.out.push(UiEvent::Catalogues(self.catalogue_infos()));
        self.rebuild_pool(now);
    }

    pub(super) fn catalogue_infos(&self) -> Vec<CatalogueInfo> {
        self.shelves.iter().map(|s| s.info.clone()).collect()
    }

    pub(super) fn starter_tracks(&self) -> Tracks {
        let found = self.shelves.iter().find(|s| s.info.id == STARTER);
        found.map(|s| s.tracks.clone()).unwrap_or_default()
    }

    /// The catalogues that are on, to look through on another thread; without the soundscapes, of which there is no end.
    #[must_use]
    pub fn catalogues(&self) -> Catalogues {
        let open = |s: &Shelf| OpenShelf {
            id: s.info.id.clone(),
            tracks: s.tracks.clone(),
            session_only: s.session_only,
        };
        let shelves =
            self.shelves.iter().filter(|s| s.info.enabled && s.info.id != SOUNDSCAPES).map(open).collect();
        Catalogues { version: self.catalogue_version, shelves }
    }
}

/// What is shown of a shelf that the archive does not know.
pub(super) fn info(id: &str, name: &str, tracks: &Tracks, enabled: bool) -> CatalogueInfo {
    CatalogueInfo { id: id.into(), name: name.into(), tracks: tracks.len() as u32, enabled, added_at: None }
}

fn catalogue_gone() -> AppError {
    AppError::new(ErrorCode::CatalogueGone, "This catalogue has been removed.")
}
