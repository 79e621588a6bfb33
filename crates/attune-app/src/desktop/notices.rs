//! A quiet notification of the next track, where the listener wants one: without a sound, gone by itself, each in the place of
//! the one before, and only while Attune is not looked at. On Linux; elsewhere nothing is shown.

use super::Picture;
use attune_core::TrackId;
use std::path::Path;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux::Desktop;

/// Tells the desktop which track came on.
pub struct Notices {
    #[cfg(target_os = "linux")]
    desktop: Desktop,
    /// The track that sounded last, told or not.
    last: Option<TrackId>,
}

impl Notices {
    /// Nothing is asked of the desktop before there is something to tell.
    #[must_use]
    pub fn new() -> Self {
        Self {
            #[cfg(target_os = "linux")]
            desktop: Desktop::default(),
            last: None,
        }
    }

    /// Takes in the picture, and tells of a track that came on unless Attune is `looked_at`, which is asked only then.
    pub fn show(&mut self, picture: &Picture, cover: Option<&Path>, looked_at: impl FnOnce() -> bool) {
        let Some(track) = picture.track.as_ref().filter(|_| picture.is_playing()) else { return };
        if self.last.as_ref() == Some(&track.id) {
            return;
        }
        self.last = Some(track.id.clone());
        if picture.announce && !looked_at() {
            #[cfg(target_os = "linux")]
            self.desktop.tell(&track.title, &track.artist, cover);
            #[cfg(not(target_os = "linux"))]
            let _ = cover;
        }
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
