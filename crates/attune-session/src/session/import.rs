//! Importing a catalogue without keeping others waiting: its tracks are stored in portions, between which the session's
//! thread does what else is asked of it. The catalogue is there once all of them are.

use super::Session;
use crate::engine::PORTION;
use attune_core::catalogue::CatalogueInfo;
use attune_core::{AppError, Track, Tracks};

impl Session {
    /// Stores a catalogue and puts its tracks up to be chosen from, all or nothing. The caller waits meanwhile, the session
    /// does not. Fails with the codes of the archive, and with `catalogue_gone` if everything is erased meanwhile.
    pub fn import(&self, name: String, tracks: Vec<Track>) -> Result<CatalogueInfo, AppError> {
        let catalogue = Tracks::new(tracks);
        let id = self.call(move |e, now| e.begin_catalogue(&name, now))??;
        let stored = self.store_portions(&id, &catalogue);
        if let Err(error) = stored {
            // The error that is told is the first one; what is left is hidden, and removed at the next start.
            let _ = self.call(move |e, _| e.abandon_catalogue(&id));
            return Err(error);
        }
        self.call(move |e, now| e.finish_catalogue(&id, catalogue, now))?
    }

    fn store_portions(&self, id: &str, catalogue: &Tracks) -> Result<(), AppError> {
        let mut left = catalogue.iter();
        while left.len() > 0 {
            let portion: Vec<Track> =
                left.by_ref().take(PORTION as usize).map(|track| track.to_track()).collect();
            let id = id.to_owned();
            self.call(move |e, _| e.extend_catalogue(&id, &portion))??;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
